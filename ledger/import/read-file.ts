/** A file of sheets, as bytes → its sheets and what was not understood. The one door of this folder. */
import type { ColumnMapping } from './columns.ts';
import { emptyReading, printable, type FileReading } from './file-reading.ts';
import { readBytes, readPieces, type Bytes, type FileText } from './file-text.ts';
import type { Biller } from './row-reader.ts';
import { sheetsOfJson } from './sheets-of-json.ts';
import { sheetsOfRows } from './sheets-of-rows.ts';

export interface ReadOptions {
  /** Name of the file: `.json` decides the format, any other name leaves it to the content. */
  name?: string;
  /** Columns named by hand. */
  mapping?: ColumnMapping;
  /** Who bills, when the file does not say. */
  biller?: Biller;
  /** Keep names and numbers too (`FileSheet.own`): for the register, never for a report. */
  withPeople?: boolean;
  /** Bytes read at a time; another than the usual is for tests. */
  pieceSize?: number;
  /** Told what is being done, and how far that is, 0 to 1. */
  onStep?: (step: ReadingStep, share: number) => void;
}

/** In order. */
export type ReadingStep = 'decode' | 'split' | 'read';

const isNamedJson = (name = ''): boolean => /\.json$/i.test(name);

/** Reads a file that is in memory. Never throws: what cannot be read is in `problems`. */
export function readSheetsFile(bytes: Uint8Array, options: ReadOptions = {}): FileReading {
  const { name, mapping } = options;
  return sheetsOf(readBytes(bytes, { namedJson: isNamedJson(name), mapping }), options);
}

/** Reads a file from the disk, a piece at a time. Rejects only where the disk does. */
export async function readSheetsInPieces(file: Bytes, options: ReadOptions = {}): Promise<FileReading> {
  const { name, mapping, pieceSize, onStep: tell } = options;
  const namedJson = isNamedJson(name);
  const read = await readPieces(file, { namedJson, mapping, pieceSize, ...(tell && { tell }) });
  return sheetsOf(read, options);
}

function sheetsOf(read: FileText, options: ReadOptions): FileReading {
  const { onStep } = options;
  if (read.kind === 'refused') {
    const refused = emptyReading(isNamedJson(options.name) ? 'json' : 'csv');
    return { ...refused, problems: [{ line: null, message: read.reason }] };
  }
  const { encoding, notes } = read;
  if (read.kind === 'json') {
    const json = sheetsOfJson(read.text);
    return { ...emptyReading('json', encoding), ...json, notes: [...notes, ...json.notes] };
  }
  const { found } = read;
  if (!found.ok) return { ...emptyReading('csv', encoding), problems: [found.problem], notes };
  const { table } = found;
  const { biller, withPeople = false } = options;
  const onRow = onStep && ((share: number) => onStep('read', share));
  const rows = sheetsOfRows(table, { biller, withPeople, onRow });
  const byLine = (a: { line: number | null }, b: { line: number | null }) => (a.line ?? 0) - (b.line ?? 0);
  const problems = [...table.problems, ...rows.problems].sort(byLine);
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
    sheets: rows.sheets,
    problems,
    leftOut: [...table.leftOut, ...rows.leftOut].sort(byLine),
    unread: rows.unread,
    notes: [...notes, ...table.notes, ...rows.notes],
  };
}
