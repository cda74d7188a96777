/** A file of sheets, as bytes → its sheets and what was not understood. The one door of this folder. */
import type { ColumnMapping } from './columns.ts';
import { decodeText } from './decode.ts';
import { emptyReading, printable, type FileReading } from './file-reading.ts';
import type { Biller } from './row-reader.ts';
import { sheetsOfJson } from './sheets-of-json.ts';
import { sheetsOfRows } from './sheets-of-rows.ts';
import { readTable } from './table.ts';

export interface ReadOptions {
  /** Name of the file: `.json` decides the format, any other name leaves it to the content. */
  name?: string;
  /** Columns named by hand. */
  mapping?: ColumnMapping;
  /** Who bills, when the file does not say. */
  biller?: Biller;
  /** Keep names and numbers too (`FileSheet.own`): for the register, never for a report. */
  withPeople?: boolean;
  /** Told what is being done, and how far that is, 0 to 1. */
  onStep?: (step: ReadingStep, share: number) => void;
}

/** In order. */
export type ReadingStep = 'decode' | 'split' | 'read';

/** Reads a whole file. Never throws: what cannot be read is in `problems`. */
export function readSheetsFile(bytes: Uint8Array, options: ReadOptions = {}): FileReading {
  const { onStep } = options;
  onStep?.('decode', 0);
  const namedJson = /\.json$/i.test(options.name ?? '');
  const decoded = decodeText(bytes);
  if (!decoded.ok) {
    const refused = emptyReading(namedJson ? 'json' : 'csv');
    return { ...refused, problems: [{ line: null, message: decoded.reason }] };
  }
  const { text, encoding, notes } = decoded;
  if (namedJson || /^\s*[{[]/.test(text)) {
    const read = sheetsOfJson(text);
    return { ...emptyReading('json', encoding), ...read, notes: [...notes, ...read.notes] };
  }
  onStep?.('split', 0);
  const found = readTable(text, options.mapping);
  if (!found.ok) return { ...emptyReading('csv', encoding), problems: [found.problem], notes };
  const { table } = found;
  const { biller, withPeople = false } = options;
  const onRow = onStep && ((share: number) => onStep('read', share));
  const read = sheetsOfRows(table, { biller, withPeople, onRow });
  const byLine = (a: { line: number | null }, b: { line: number | null }) => (a.line ?? 0) - (b.line ?? 0);
  const problems = [...table.problems, ...read.problems].sort(byLine);
  const hasCode = table.columns.used.some(({ concept }) => concept === 'acte.code');
  if (!hasCode)
    problems.unshift({ line: null, message: 'aucune colonne ne donne le code de l’acte (RQD, TE2)' });
  for (const label of table.columns.absent) {
    problems.unshift({ line: null, message: `colonne « ${printable(label)} » introuvable` });
  }
  return {
    format: 'csv',
    encoding,
    separator: table.separator,
    columns: table.columns,
    sheets: read.sheets,
    problems,
    leftOut: [...table.leftOut, ...read.leftOut].sort(byLine),
    unread: read.unread,
    notes: [...notes, ...table.notes, ...read.notes],
  };
}
