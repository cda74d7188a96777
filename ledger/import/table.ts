/**
 * Text of an export → one table: separator, header, rows with their lines. Papa Parse does the parsing; this file
 * decides what to parse, finds the header below whatever stands above it, sets totals and repeated headers aside,
 * and goes on after a line whose quotes are broken.
 */
import Papa from 'papaparse';
import { countKnownLabels, recogniseColumns, type ColumnMapping } from './columns.ts';
import type { ColumnReport, FileProblem, LeftOut } from './file-reading.ts';
import { sortRows, type LineProblem, type TableRow } from './table-rows.ts';

export interface Table {
  separator: string;
  /** Lines above the header: title, period, practitioner. */
  preamble: TableRow[];
  columns: ColumnReport;
  rows: TableRow[];
  /** See `SortedRows`. */
  gaps: ReadonlySet<number>;
  problems: FileProblem[];
  leftOut: LeftOut[];
  notes: string[];
}

export type TableReading = { ok: true; table: Table } | { ok: false; problem: FileProblem };

const separators = [';', ',', '\t', '|'];
/** The header of a report stands below its title, never below fifty lines of it. */
const headerWithin = 50;
const sampleRows = 200;
/** A quoted field may hold a few lines of address or comment, not a page. */
const maxLinesInField = 20;

/** Finds the table in `text`. Never throws. */
export function readTable(text: string, mapping: ColumnMapping = {}): TableReading {
  const { body, skipped, declared } = withoutSeparatorLine(text.replace(/\r\n?/g, '\n'));
  const asFound = findHeader(body, declared ? [declared] : separators);
  const unwrapped = asFound.known < 2 ? unwrapWholeLines(body) : null;
  const source = unwrapped ?? body;
  const place = unwrapped === null ? asFound : findHeader(unwrapped, separators);
  const labelsByHand = Object.keys(mapping);
  const withoutHeader =
    place.known < 2 && labelsByHand.length > 0 && labelsByHand.every((label) => /^\d+$/.test(label));
  if (place.known < 2 && labelsByHand.length === 0) {
    const message =
      'aucune ligne d’en-tête reconnue : il faut une ligne de titres de colonnes (date, code de l’acte, montant…)';
    return { ok: false, problem: { line: null, message } };
  }
  const parsed = parseAll(source, place.separator, place.width);
  const headerAt = withoutHeader ? -1 : parsed.rows.findIndex(({ line }) => line === place.line);
  if (headerAt < 0 && !withoutHeader) {
    return {
      ok: false,
      problem: { line: place.line + skipped, message: 'ligne d’en-tête illisible (guillemets mal fermés)' },
    };
  }
  const header = withoutHeader
    ? (parsed.rows[0]?.cells ?? []).map(() => '')
    : (parsed.rows[headerAt]?.cells ?? []);
  const data = parsed.rows.slice(headerAt + 1);
  const sample = data.slice(0, sampleRows).map(({ cells }) => cells);
  const columns = recogniseColumns(header, sample, mapping);
  const sorted = sortRows(columns, header, data);
  const atLine = <T extends { line: number }>(place: T): T => ({ ...place, line: place.line + skipped });
  return {
    ok: true,
    table: {
      separator: place.separator,
      preamble: parsed.rows.slice(0, Math.max(headerAt, 0)).map(atLine),
      columns,
      rows: skipped === 0 ? sorted.rows : sorted.rows.map(atLine),
      gaps: sorted.gaps,
      problems: [...parsed.problems, ...sorted.problems].map(atLine).sort((a, b) => a.line - b.line),
      leftOut: sorted.leftOut.map(atLine),
      notes:
        unwrapped === null
          ? sorted.notes
          : [...sorted.notes, 'Des guillemets entouraient chaque ligne : ils ont été retirés.'],
    },
  };
}

/** Excel's first line `sep=;`. */
function withoutSeparatorLine(text: string): { body: string; skipped: number; declared: string | null } {
  const [line, separator = null] = /^"?sep=(.)"?\n/i.exec(text) ?? [];
  return line
    ? { body: text.slice(line.length), skipped: 1, declared: separator }
    : { body: text, skipped: 0, declared: null };
}

interface HeaderPlace {
  separator: string;
  line: number;
  /** How many labels of it are known. */
  known: number;
  width: number;
}

/** The separator and line whose cells are the most known labels. */
function findHeader(text: string, candidates: readonly string[]): HeaderPlace {
  const sample = text.length > 65_536 ? text.slice(0, text.lastIndexOf('\n', 65_536) + 1 || 65_536) : text;
  let best: HeaderPlace = { separator: candidates[0] ?? ';', line: 1, known: 0, width: 0 };
  for (const separator of candidates) {
    for (const { line, cells } of firstRows(sample, separator)) {
      const known = cells.length > 1 ? countKnownLabels(cells) : 0;
      if (known > best.known) best = { separator, line, known, width: cells.length };
    }
  }
  return best;
}

/** The first rows; line by line when a broken quote above the header would swallow it. */
function firstRows(sample: string, separator: string): TableRow[] {
  const parsed = Papa.parse<string[]>(sample, { delimiter: separator, newline: '\n', preview: headerWithin });
  if (parsed.errors.some(({ type }) => type === 'Quotes')) {
    const lines = sample.split('\n', headerWithin);
    return lines.flatMap((text, at) => {
      const [cells] = Papa.parse<string[]>(text, { delimiter: separator, newline: '\n' }).data;
      return cells ? [{ line: at + 1, cells }] : [];
    });
  }
  let line = 1;
  return parsed.data.map((cells) => {
    const row = { line, cells };
    line += 1 + newlinesIn(cells);
    return row;
  });
}

/** A CSV saved again by a spreadsheet that took each line for one cell: `"F1;12/03/2026;RQD"`. */
function unwrapWholeLines(text: string): string | null {
  if (!text.startsWith('"')) return null;
  const parsed = Papa.parse<string[]>(text, { delimiter: '\u001f', newline: '\n' });
  const wrapped = parsed.errors.every((error) => error.type !== 'Quotes');
  return wrapped ? parsed.data.map(([cell = '']) => cell).join('\n') : null;
}

function newlinesIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count++;
  }
  return count;
}

interface Parsed {
  rows: TableRow[];
  problems: LineProblem[];
}

/** The whole text in one go; from the first line whose quotes are broken on, record by record. */
function parseAll(text: string, separator: string, width: number): Parsed {
  const parsed = Papa.parse<string[]>(text, { delimiter: separator, newline: '\n' });
  const broken = new Set(parsed.errors.filter((error) => error.type === 'Quotes').map((error) => error.row));
  // As many rows as lines: no field spans two.
  const spanning = newlinesIn([text]) + 1 !== parsed.data.length;
  const rows: TableRow[] = [];
  let line = 1;
  for (const [index, cells] of parsed.data.entries()) {
    const inside = spanning ? newlinesIn(cells) : 0;
    if (broken.has(index) || (inside > 0 && swallowsLines(cells, separator, width))) {
      const rest = parseRecords(text.split('\n').slice(line - 1), separator, width, line);
      return { rows: rows.concat(rest.rows), problems: rest.problems };
    }
    rows.push({ line, cells });
    line += 1 + inside;
  }
  return { rows, problems: [] };
}

/** A stray quote may close by chance far below: the field then holds lines that are rows. */
function swallowsLines(cells: readonly string[], separator: string, width: number): boolean {
  return cells.some((cell) => {
    if (!cell.includes('\n')) return false;
    const [, ...lines] = cell.split('\n');
    if (lines.length >= maxLinesInField) return true;
    return lines.some((line, at) => {
      const pieces = line.split(separator).length;
      // The last line is cut where the field ends.
      return (
        pieces === width ||
        (cells.length !== width && pieces > 1) ||
        (at < lines.length - 1 && pieces > width)
      );
    });
  });
}

function parseRecords(lines: readonly string[], separator: string, width: number, firstLine: number): Parsed {
  const rows: TableRow[] = [];
  const problems: LineProblem[] = [];
  for (let at = 0; at < lines.length;) {
    const record = recordAt(lines, at, separator, width);
    if (record) rows.push({ line: firstLine + at, cells: record.cells });
    else problems.push({ line: firstLine + at, message: 'guillemets mal fermés, ligne laissée de côté' });
    at += record?.length ?? 1;
  }
  return { rows, problems };
}

/** The record that begins at this line, when its quotes are sound; it may span a few lines. */
function recordAt(
  lines: readonly string[],
  at: number,
  separator: string,
  width: number,
): { cells: string[]; length: number } | null {
  let text = lines[at] ?? '';
  for (let length = 1; length <= maxLinesInField && at + length <= lines.length; length++) {
    if (length > 1) text += `\n${lines[at + length - 1] ?? ''}`;
    if (quotesIn(text) % 2 !== 0) continue;
    const parsed = Papa.parse<string[]>(text, { delimiter: separator, newline: '\n' });
    const cells = parsed.data[0] ?? [''];
    const broken = parsed.data.length > 1 || parsed.errors.some((error) => error.type === 'Quotes');
    return broken || (length > 1 && swallowsLines(cells, separator, width)) ? null : { cells, length };
  }
  return null;
}

function quotesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count++;
  return count;
}
