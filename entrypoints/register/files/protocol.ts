/** What the page asks of the worker that reads files, and what comes back. */
import type { Control, ControlOrder, ControlRow } from '../../../ledger/control/control.ts';
import type { Preview } from '../../../ledger/control/preview.ts';
import type { ColumnMapping } from '../../../ledger/import/columns.ts';
import type { NotKept } from '../../../ledger/import/register-acts.ts';
import type { Biller } from '../../../ledger/import/row-reader.ts';
import type { ImportedAct } from '../../../ledger/register.ts';
import type { ReturnMapping, ReturnsReading } from '../../../ledger/returns/read-returns.ts';

interface OfFile {
  file: File;
  software: string;
  mapping: ColumnMapping;
}

export interface Asks {
  preview: { ask: OfFile; answer: Preview };
  control: { ask: OfFile & { biller: Biller; today: string }; answer: Control };
  rows: { ask: { order: ControlOrder; from: number; count: number }; answer: ControlRow[] };
  leftOut: { ask: Record<string, never>; answer: Array<[string, string]> };
  /** `total` of them; those from `from` on. */
  acts: {
    ask: { software: string; from: number; count: number };
    answer: { acts: ImportedAct[]; notKept: NotKept[]; total: number; file: string };
  };
  returns: {
    ask: Omit<OfFile, 'mapping'> & { numeroAm: string; mapping: ReturnMapping };
    answer: { reading: ReturnsReading; file: string };
  };
}
export type Asked = keyof Asks;

export type Question = { [K in Asked]: { id: number; kind: K; ask: Asks[K]['ask'] } }[Asked];

export type Said =
  | { id: number; kind: 'progress'; share: number }
  | { id: number; kind: 'answer'; answer: unknown }
  /** The reader threw: a bug, or no memory left. Its message stays in the worker: it may quote the file. */
  | { id: number; kind: 'failed' };
