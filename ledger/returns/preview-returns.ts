/** The columns of a file of returns as they were understood, from its first lines: looked at, and corrected. */
import { columnChoices, previewOf, type PreviewColumn } from '../control/preview.ts';
import { isColumnConcept } from '../import/column-vocabulary.ts';
import { decodeText } from '../import/decode.ts';
import { readTable } from '../import/table.ts';
import {
  actMapping,
  isReturnConcept,
  returnColumns,
  returnConcepts,
  type ReturnMapping,
} from './read-returns.ts';

export type ReturnColumn = Omit<PreviewColumn, 'concept'> & { concept: string | null };

/** What a column of returns may be said to be: what a return says first, then what names the act. */
export const returnChoices: ReadonlyArray<{ concept: string; title: string }> = [
  ...Object.entries(returnConcepts).map(([concept, title]) => ({ concept, title })),
  ...columnChoices,
];

/** @param head the first bytes, cut anywhere. `size` of the whole file, bytes. No columns where there is no table. */
export function previewReturns(head: Uint8Array, size: number, mapping: ReturnMapping): ReturnColumn[] {
  const seen = previewOf(head, size, actMapping(mapping));
  const decoded = decodeText(head);
  if (seen.kind !== 'table' || !decoded.ok) return [];
  const found = readTable(decoded.text, actMapping(mapping));
  if (!found.ok) return [];
  const places = returnColumns(found.table, mapping);
  const meant = new Map([...places].map(([concept, index]) => [index, concept]));
  return seen.columns.map((column, index) => {
    const concept = meant.get(index);
    return concept ? { ...column, concept, doubt: '' } : column;
  });
}

/** A mapping as it was kept, of the columns this file has; whatever else stands there is dropped. */
export function keptReturnMapping(kept: unknown, names: readonly string[]): ReturnMapping {
  if (typeof kept !== 'object' || kept === null) return {};
  const isKnown = (concept: unknown) =>
    concept === null ||
    (typeof concept === 'string' && (isReturnConcept(concept) || isColumnConcept(concept)));
  return Object.fromEntries(
    Object.entries(kept).filter(([name, concept]) => names.includes(name) && isKnown(concept)),
  ) as ReturnMapping;
}
