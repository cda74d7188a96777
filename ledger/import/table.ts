/**
 * Text of an export → one table: separator, header, rows with their lines. Papa Parse does the parsing; this file
 * decides what to parse, finds the header below whatever stands above it, sets totals and repeated headers aside,
 * and goes on after a line whose quotes are broken.
 */
import Papa from 'papaparse';
import { countKnownLabels, recogniseColumns, type ColumnMapping } from './columns.ts';
import type { ColumnReport, FileProblem, LeftOut } from './file-reading.ts';
import { newlinesIn, RecordReader } from './records.ts';
import { rowSorter, type LineProblem, type RowSorter, type TableRow } from './table-rows.ts';

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
/** Characters in which the header is looked for. */
const headWithin = 65_536;

/** Finds the table in `text`. Never throws. */
export function readTable(text: string, mapping: ColumnMapping = {}): TableReading {
  const reader = tableReader(mapping);
  reader.take(text);
  return reader.end();
}

export interface TableReader {
  take(text: string): void;
  end(): TableReading;
}

/** Reads a table from its text as it comes: of what is read, only the rows are kept. Never throws. */
export function tableReader(mapping: ColumnMapping = {}): TableReader {
  let start = '';
  let carriage = '';
  let table: FoundTable | null = null;
  /** True when the text must be there as a whole: no header that is one. */
  let isWhole = false;
  return {
    take(piece) {
      let text = carriage + piece;
      // Half of a line end may be the first character of the next piece.
      carriage = text.endsWith('\r') ? '\r' : '';
      if (carriage) text = text.slice(0, -1);
      text = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
      if (table) {
        table.take(text, false);
        return;
      }
      start += text;
      if (isWhole || start.length <= headWithin) return;
      const found = headerOf(start);
      isWhole = found.place.known < 2;
      if (isWhole) return;
      table = new FoundTable(found, mapping);
      table.take(found.body, false);
      start = '';
    },
    end() {
      const last = carriage ? '\n' : '';
      if (table) {
        table.take(last, true);
        return table.end();
      }
      return readWhole(start + last, mapping);
    },
  };
}

interface FoundHeader {
  body: string;
  /** Lines before the body. */
  skipped: number;
  place: HeaderPlace;
}

function headerOf(text: string): FoundHeader {
  const { body, skipped, declared } = withoutSeparatorLine(text);
  return { body, skipped, place: findHeader(body, declared ? [declared] : separators) };
}

function readWhole(text: string, mapping: ColumnMapping): TableReading {
  const asFound = headerOf(text);
  const unwrapped = asFound.place.known < 2 ? unwrapWholeLines(asFound.body) : null;
  const found =
    unwrapped === null ? asFound : { ...asFound, body: unwrapped, place: findHeader(unwrapped, separators) };
  const labelsByHand = Object.keys(mapping);
  const withoutHeader =
    found.place.known < 2 && labelsByHand.length > 0 && labelsByHand.every((label) => /^\d+$/.test(label));
  if (found.place.known < 2 && labelsByHand.length === 0) {
    const message =
      'aucune ligne d’en-tête reconnue : il faut une ligne de titres de colonnes (date, code de l’acte, montant…)';
    return { ok: false, problem: { line: null, message } };
  }
  const table = new FoundTable(found, mapping, withoutHeader);
  table.take(found.body, true);
  const reading = table.end();
  if (unwrapped !== null && reading.ok) {
    reading.table.notes.push('Des guillemets entouraient chaque ligne : ils ont été retirés.');
  }
  return reading;
}

/** The rows of a table whose header was found, as its text comes. */
class FoundTable {
  readonly #place: HeaderPlace;
  readonly #headerLine: number;
  readonly #mapping: ColumnMapping;
  readonly #records: RecordReader;
  readonly #withoutHeader: boolean;
  readonly #problems: LineProblem[] = [];
  /** Rows until there are enough to tell what the columns are. */
  #first: TableRow[] = [];
  #body: { preamble: TableRow[]; columns: ColumnReport; sorter: RowSorter } | null = null;
  #isUnreadable = false;

  constructor({ place, skipped }: FoundHeader, mapping: ColumnMapping, withoutHeader = false) {
    this.#place = place;
    this.#headerLine = place.line + skipped;
    this.#mapping = mapping;
    this.#withoutHeader = withoutHeader;
    this.#records = new RecordReader(place.separator, place.width, skipped + 1);
  }

  take(text: string, isLast: boolean): void {
    if (this.#isUnreadable) return;
    const { rows, problems } = this.#records.take(text, isLast);
    for (const problem of problems) this.#problems.push(problem);
    if (this.#body) this.#body.sorter.take(rows);
    else {
      for (const row of rows) this.#first.push(row);
      this.#begin(isLast);
    }
  }

  end(): TableReading {
    if (!this.#body) {
      const message = 'ligne d’en-tête illisible (guillemets mal fermés)';
      return { ok: false, problem: { line: this.#headerLine, message } };
    }
    const { preamble, columns, sorter } = this.#body;
    const { rows, gaps, problems, leftOut, notes } = sorter.end();
    const allProblems = [...this.#problems, ...problems].sort((a, b) => a.line - b.line);
    const { separator } = this.#place;
    return {
      ok: true,
      table: { separator, preamble, columns, rows, gaps, problems: allProblems, leftOut, notes },
    };
  }

  #begin(isLast: boolean): void {
    const first = this.#first;
    const at = this.#withoutHeader ? -1 : first.findIndex(({ line }) => line === this.#headerLine);
    if (at < 0 && !this.#withoutHeader) {
      this.#isUnreadable = isLast || (first.at(-1)?.line ?? 0) > this.#headerLine;
      return;
    }
    const data = first.slice(at + 1);
    if (data.length < sampleRows && !isLast) return;
    const header = at < 0 ? (first[0]?.cells ?? []).map(() => '') : (first[at]?.cells ?? []);
    const sample = data.slice(0, sampleRows);
    const columns = recogniseColumns(
      header,
      sample.map(({ cells }) => cells),
      this.#mapping,
    );
    const sorter = rowSorter(columns, header, sample);
    sorter.take(data);
    this.#body = { preamble: first.slice(0, Math.max(at, 0)), columns, sorter };
    this.#first = [];
  }
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
  const sample =
    text.length > headWithin ? text.slice(0, text.lastIndexOf('\n', headWithin) + 1 || headWithin) : text;
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
