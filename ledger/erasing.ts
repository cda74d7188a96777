import { v7 as newId } from 'uuid';
import type { ErasedRow, FactTable, LedgerDatabase } from './database.ts';
import { bodyVersion, type Body } from './facts.ts';
import { digest, seal, unseal, type LedgerKeys } from './seal.ts';
import type { Store } from './store.ts';

/** A fact, by its place. */
export interface FactPlace {
  table: FactTable;
  id: string;
}

const placeOf = (id: string) => ({ table: 'erased', id, v: bodyVersion });

/** What stays of erased facts: their ids, so that no older backup brings them back. */
export const tombstones = (keys: LedgerKeys, facts: readonly FactPlace[]): Promise<ErasedRow[]> =>
  Promise.all(facts.map(async ({ table, id }) => ({ id, ...(await seal(keys, placeOf(id), { table })) })));

/** Ids of the tombstones that are ours; one that was forged does not open and erases nothing. */
export async function erasedIds(
  keys: LedgerKeys,
  rows: readonly ErasedRow[],
): Promise<Map<string, FactTable>> {
  const opened = await Promise.allSettled(
    rows.map(async (row) => [row.id, (await unseal(keys, placeOf(row.id), row)) as FactPlace] as const),
  );
  return new Map(
    opened.flatMap((result) =>
      result.status === 'fulfilled' ? [[result.value[0], result.value[1].table] as const] : [],
    ),
  );
}

/** Database calls of an erasure, for inside a transaction. */
export async function removeFacts(
  database: LedgerDatabase,
  facts: readonly FactPlace[],
  stones: readonly ErasedRow[],
): Promise<void> {
  for (const [table, ofTable] of Map.groupBy(facts, (fact) => fact.table)) {
    await database[table].bulkDelete(ofTable.map(({ id }) => id));
  }
  await database.pending.bulkDelete(facts.map(({ id }) => id));
  // Blocks of the overview hold what is erased here: they are made again without it.
  if (facts.length > 0) await database.overview.clear();
  await database.erased.bulkPut(stones);
}

/** The digest by which an erased patient's words are recognised again; the salt is that of the erasure. */
const personDigest = (salt: string, patientKey: string): Promise<string> => digest([salt, patientKey]);

/** Erases `facts` for good, all or none. `people`: words of the patient who is erased, if one is. */
export async function erase(
  store: Store,
  facts: readonly FactPlace[],
  why: Body<'erasures'>['why'],
  people: readonly string[] = [],
): Promise<void> {
  const keys = await store.ready();
  const stones = await tombstones(keys, facts);
  const id = newId();
  const digests = await Promise.all(people.map((key) => personDigest(id, key)));
  await store.append([{ table: 'erasures', id, body: { why, count: facts.length, people: digests } }], {
    also: () => removeFacts(store.database, facts, stones),
  });
}

/** An erasure as it bears on facts that another computer wrote. */
export interface Erasure {
  id: string;
  body: Pick<Body<'erasures'>, 'at' | 'people'>;
}

/** True when one of the erasures is of this patient and came after the fact. */
export async function isErased(
  erasures: readonly Erasure[],
  patientKeys: readonly string[],
  at: number,
): Promise<boolean> {
  for (const { id, body } of erasures) {
    if (body.people.length === 0 || at > body.at) continue;
    for (const key of patientKeys) {
      if (body.people.includes(await personDigest(id, key))) return true;
    }
  }
  return false;
}
