/** Rows below the header → the rows that hold acts; totals, repeated headers and footers apart; broken ones told. */
import type { ColumnReport, FileProblem, LeftOut, LeftOutKind } from './file-reading.ts';
import { normaliseLabel } from './labels.ts';
import { readCents, readDate } from './values.ts';
import { isEmptyCell } from './words.ts';

export interface TableRow {
  /** Line of the file on which the row begins, from 1. */
  line: number;
  cells: string[];
}

export type LineProblem = FileProblem & { line: number };

export interface SortedRows {
  rows: TableRow[];
  /** Places among `rows` just before which a line was set aside or broken: neighbours there are not adjacent lines. */
  gaps: Set<number>;
  problems: LineProblem[];
  leftOut: LeftOut[];
  notes: string[];
}

/** Totals, as exports write them at the foot of a page, a month, a file. */
const totalWords = /^(?:sous[- ]?tota(?:l|ux)|tota(?:l|ux)|cumul|report|a reporter|solde|recapitulatif)\b/;
/** Most cells are none of it, and show it before their accents are folded. */
const maybeTotal = /^[^\p{L}]*(?:sous|tota|cumul|report|[aà] report|solde|r[eé]cap)/iu;
export const isTotal = (cell: string): boolean =>
  cell.length > 3 && cell.length < 80 && maybeTotal.test(cell) && totalWords.test(normaliseLabel(cell));

const footerWords =
  /^(?:edite|imprime|genere|exporte|export|page \d|fin\b|nombre |nb |periode|date d'edition|document|\d+ (?:lignes?|actes?|fse|factures?|resultats?)\b)/;
const isFooter = ([first = '', ...rest]: readonly string[]): boolean =>
  rest.length <= 1 && first.length < 120 && footerWords.test(normaliseLabel(first));

const onlyAmounts = (filled: readonly string[]): boolean =>
  filled.every((cell) => typeof readCents(cell) === 'number');

export interface RowSorter {
  take(rows: readonly TableRow[]): void;
  end(): SortedRows;
}

/** @param sample the first rows: they tell which columns may be missing at the end of a line. */
export function rowSorter(
  columns: ColumnReport,
  header: readonly string[],
  sample: readonly TableRow[],
): RowSorter {
  const width = header.length;
  const indexesOf = (pattern: RegExp) =>
    columns.used.filter(({ concept }) => pattern.test(concept)).map((use) => use.index);
  const used = new Set(columns.used.map(({ index }) => index));
  const dates = indexesOf(/^acte\.date$/);
  const keys = indexesOf(/^(?:acte\.date|acte\.code|feuille\.numero)$/);
  const money = indexesOf(/montant|base|depassement/);
  const optional = mostlyEmptyColumns(sample, width);
  const headerCells = header.map(normaliseLabel);
  const knownDates = new Map<string, boolean>();
  const isDate = (cell: string): boolean => {
    let known = knownDates.get(cell);
    if (known === undefined) knownDates.set(cell, (known = typeof readDate(cell) === 'string'));
    return known;
  };

  const sorted: SortedRows = { rows: [], gaps: new Set(), problems: [], leftOut: [], notes: [] };
  const setAside = (line: number, kind: LeftOutKind): void => {
    sorted.leftOut.push({ line, kind });
    sorted.gaps.add(sorted.rows.length);
  };
  let rejoined = 0;
  const sort = (row: TableRow): void => {
    const { line, cells } = row;
    // Nearly every line of a file: a date in its place and the right number of fields.
    const dated = dates.some((index) => isDate(cells[index] ?? ''));
    if (dated && cells.length === width) {
      sorted.rows.push(row);
      return;
    }
    const filled = cells.filter((cell) => !isEmptyCell(cell));
    if (filled.length === 0) return;
    if (!dated && filled.some(isTotal)) setAside(line, 'total');
    else if (!dated && isFooter(filled)) setAside(line, 'footer');
    else if (
      cells.length === width &&
      cells.every((cell, index) => normaliseLabel(cell) === headerCells[index])
    ) {
      setAside(line, 'repeated-header');
    } else if (
      cells.length >= width &&
      keys.every((index) => isEmptyCell(cells[index] ?? '')) &&
      onlyAmounts(filled)
    ) {
      setAside(line, 'total');
    } else {
      const fitted = fitToWidth(cells, width, money);
      const complete =
        fitted &&
        header.every((_, index) => index < fitted.length || !used.has(index) || optional.has(index));
      if (!complete) {
        const fields = `${cells.length} champ${cells.length > 1 ? 's' : ''} au lieu de ${width}`;
        sorted.gaps.add(sorted.rows.length);
        sorted.problems.push({ line, message: `${fields}, ligne laissée de côté` });
        return;
      }
      if (fitted.length === width && cells.slice(width).some((cell) => cell.trim() !== '')) rejoined++;
      sorted.rows.push({ line, cells: fitted });
    }
  };
  return {
    take: (rows) => rows.forEach(sort),
    end() {
      if (rejoined > 0) {
        sorted.notes.push(
          `La virgule décimale coupait un montant en deux sur ${rejoined} ligne(s) : il a été recollé.`,
        );
      }
      return sorted;
    },
  };
}

/** Columns that a line may lack at its end: Excel drops trailing empty cells, some software always does. */
function mostlyEmptyColumns(data: readonly TableRow[], width: number): Set<number> {
  const full = data.filter(({ cells }) => cells.length >= width);
  const optional = new Set<number>();
  for (let index = 0; index < width; index++) {
    const empty = full.filter(({ cells }) => isEmptyCell(cells[index] ?? '')).length;
    if (full.length > 0 && empty >= full.length / 2) optional.add(index);
  }
  return optional;
}

/**
 * The cells of a line that is too long, when what is too many is empty, or is the decimals of unquoted amounts in a
 * file separated by commas and nothing else can be meant; else `null`. A short line is returned as it is.
 */
function fitToWidth(cells: string[], width: number, money: readonly number[]): string[] | null {
  if (cells.length <= width) return cells;
  if (cells.slice(width).every((cell) => cell.trim() === '')) return cells.slice(0, width);
  const joined: string[] = [];
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] ?? '';
    const whole = cell.trim();
    const decimals = cells[at + 1]?.trim() ?? '';
    if (money.includes(joined.length) && /^-?\d{1,6}$/.test(whole) && /^\d{2}$/.test(decimals)) {
      joined.push(`${whole},${decimals}`);
      at++;
    } else joined.push(cell);
  }
  return joined.length === width ? joined : null;
}
