/** The columns of a file as they were understood, from its first lines: what the person looks at, and corrects. */
import {
  columnConcepts,
  columnVocabulary,
  isColumnConcept,
  type ColumnConcept,
} from '../import/column-vocabulary.ts';
import type { ColumnMapping } from '../import/columns.ts';
import { decodeText } from '../import/decode.ts';
import { readTable } from '../import/table.ts';

/** Enough for the header below fifty lines of title and the cells that settle what it means. Bytes. */
export const previewBytes = 262_144;

export interface PreviewColumn {
  /** By which a mapping names it: its label, or its place where the label is empty or repeated. */
  name: string;
  label: string;
  /** `null` = not read. */
  concept: ColumnConcept | null;
  /** Why it is not read, for two columns that say the same; `''` otherwise. */
  doubt: string;
  /** First cells that are not empty. */
  samples: string[];
}

export type Preview =
  | { kind: 'table'; columns: PreviewColumn[]; rows: number; whole: boolean; encoding: string }
  | { kind: 'json' }
  | { kind: 'refused'; why: string };

/** What a column may be said to be, by group of meaning. */
export const columnChoices: ReadonlyArray<{ concept: ColumnConcept; title: string }> = columnConcepts
  .filter((concept) => !columnVocabulary[concept].ignored)
  .map((concept) => ({ concept, title: columnVocabulary[concept].title }));

/** @param head the first bytes, cut anywhere. `size` of the whole file, bytes. */
export function previewOf(head: Uint8Array, size: number, mapping: ColumnMapping = {}): Preview {
  const isWhole = head.length >= size;
  const lastLine = head.lastIndexOf(0x0a);
  const bytes = isWhole || lastLine <= 0 ? head : head.subarray(0, lastLine + 1);
  const decoded = decodeText(bytes);
  if (!decoded.ok) return { kind: 'refused', why: decoded.reason };
  if (/^\s*[{[]/.test(decoded.text)) return { kind: 'json' };
  const found = readTable(decoded.text, mapping);
  if (!found.ok) return { kind: 'refused', why: found.problem.message };
  const { columns, rows } = found.table;
  const all = [
    ...columns.used.map(({ index, label, concept }) => ({ index, label, concept, doubt: '' })),
    ...columns.refused.map(({ index, label, message }) => ({ index, label, concept: null, doubt: message })),
    ...[...columns.ignored, ...columns.unknown].map((one) => ({ ...one, concept: null, doubt: '' })),
  ].sort((a, b) => a.index - b.index);
  return {
    kind: 'table',
    encoding: decoded.encoding,
    rows: rows.length,
    whole: isWhole,
    columns: all.map(({ index, label, concept, doubt }) => ({
      name: label !== '' && all.filter((one) => one.label === label).length === 1 ? label : String(index + 1),
      label: label || `Colonne ${index + 1}`,
      concept,
      doubt,
      samples: rows
        .flatMap(({ cells }) => cells[index]?.trim() || [])
        .slice(0, 3)
        .map((cell) => cell.slice(0, 40)),
    })),
  };
}

/** A mapping as it was kept, of the columns this file has; whatever else stands there is dropped. */
export function keptMapping(kept: unknown, names: readonly string[]): Record<string, ColumnConcept | null> {
  if (typeof kept !== 'object' || kept === null) return {};
  return Object.fromEntries(
    Object.entries(kept).filter(
      (entry): entry is [string, ColumnConcept | null] =>
        names.includes(entry[0]) &&
        (entry[1] === null || (typeof entry[1] === 'string' && isColumnConcept(entry[1]))),
    ),
  );
}
