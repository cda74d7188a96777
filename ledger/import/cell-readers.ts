/**
 * Readers of one column each, made once per file: a row in, a value out. Files repeat themselves (the same day, the
 * same word), so a text is parsed once. `undefined` = no such column, or a cell that could not be read, which is then
 * told; `null` = the cell is empty.
 */
import type { ColumnConcept } from './column-vocabulary.ts';
import {
  printable,
  type ColumnReport,
  type ColumnUse,
  type FileProblem,
  type UnreadValue,
} from './file-reading.ts';
import { normaliseLabel } from './labels.ts';
import type { TableRow } from './table-rows.ts';
import type { Read } from './values.ts';
import { isEmptyCell } from './words.ts';

export type CellReader<T> = (row: TableRow) => Read<T>;

export interface CellReaders {
  /** Whether the file has the column. */
  has: (concept: ColumnConcept) => boolean;
  /** The cell as written. */
  text: (concept: ColumnConcept) => (row: TableRow) => string | undefined;
  /** A text that `parse` cannot read is a problem of its line; `what` names it, `show` allows its digits to be quoted. */
  value: <T>(
    concept: ColumnConcept,
    what: string,
    parse: (cell: string) => Read<T>,
    options?: { series?: number; show?: boolean },
  ) => CellReader<T>;
  /** A text that `parse` cannot read is not understood, which is not the line's fault. */
  known: <T>(concept: ColumnConcept, parse: (cell: string) => Read<T>, series?: number) => CellReader<T>;
  /** A word of a list; `ambiguous` ones are told by name. */
  word: <T>(
    concept: ColumnConcept,
    list: ReadonlyMap<string, T>,
    ambiguous?: ReadonlySet<string>,
  ) => CellReader<T>;
  notUnderstood: (row: TableRow, concept: ColumnConcept) => void;
  problems: FileProblem[];
  unread: UnreadValue[];
}

/** Distinct texts remembered per column; past that a column does not repeat itself and memory is better spared. */
const remembered = 50_000;

export function cellReaders(columns: ColumnReport): CellReaders {
  const problems: FileProblem[] = [];
  const unread: UnreadValue[] = [];
  const place = (concept: ColumnConcept, series = 0): ColumnUse | undefined =>
    columns.used.find((use) => use.concept === concept && use.series === series);

  const reader = <T>(
    use: ColumnUse | undefined,
    parse: (cell: string) => Read<T>,
    failed: (row: TableRow, use: ColumnUse, cell: string) => void,
  ): CellReader<T> => {
    if (!use) return () => undefined;
    const seen = new Map<string, Read<T>>();
    const { index } = use;
    return (row) => {
      const cell = row.cells[index];
      if (cell === undefined) return undefined;
      let value = seen.get(cell);
      if (value === undefined && !seen.has(cell)) {
        value = parse(cell);
        if (seen.size < remembered) seen.set(cell, value);
      }
      if (value === undefined) failed(row, use, cell);
      return value;
    };
  };
  const tell = (row: TableRow, { label, concept }: ColumnUse, shown?: string): void => {
    unread.push({ line: row.line, column: label, concept, ...(shown === undefined ? {} : { shown }) });
  };

  return {
    problems,
    unread,
    has: (concept) => place(concept) !== undefined,
    text: (concept) => {
      const index = place(concept)?.index;
      return index === undefined ? () => undefined : (row) => row.cells[index];
    },
    value: (concept, what, parse, { series = 0, show = true } = {}) =>
      reader(place(concept, series), parse, ({ line }, { label }, cell) => {
        problems.push({ line, message: `« ${label} » : ${what} illisible${show ? shownValue(cell) : ''}` });
      }),
    known: (concept, parse, series = 0) =>
      reader(place(concept, series), parse, (row, use) => tell(row, use)),
    word: (concept, list, ambiguous) =>
      reader(
        place(concept),
        (cell) => (isEmptyCell(cell) ? null : list.get(normaliseLabel(cell))),
        (row, use, cell) => tell(row, use, ambiguous?.has(normaliseLabel(cell)) ? cell.trim() : undefined),
      ),
    notUnderstood: (row, concept) => {
      const use = place(concept);
      if (use) tell(row, use);
    },
  };
}

/** The text of a cell, only when it cannot be a name or a NIR. */
function shownValue(cell: string): string {
  const shown = printable(cell, 14);
  return /^[\d/.,:\- €]{1,12}$/.test(shown) ? ` (${shown})` : '';
}
