import { v7 as newId } from 'uuid';
import type { LedgerDatabase, MetaRow } from '../database.ts';
import { readHead } from '../store.ts';

interface MergeRow extends MetaRow {
  key: 'merged';
  id: string;
}

/** Put down by every piece of a merge: a merge brings facts without moving the head of this computer's trail. */
export const mergeStamp = (): MergeRow => ({ key: 'merged', id: newId() });

/** Where the facts stand: it changes whenever some come or go. */
export interface Stamp {
  chain: string;
  /** -1 = nothing was ever written. */
  seq: number;
  hash: string;
  merged: string;
}

export async function stampOf(database: LedgerDatabase): Promise<Stamp> {
  const [head, merged] = [await readHead(database), await database.meta.get('merged')];
  const { chain = '', seq = -1, hash = '' } = head ?? {};
  return { chain, seq, hash, merged: (merged as MergeRow | undefined)?.id ?? '' };
}

export const sameStamp = (a: Stamp, b: Stamp): boolean => a.hash === b.hash && a.merged === b.merged;
