/** Facts on their way to the disk and back. */
import type { FactTable, SealedRow } from './database.ts';
import { bodies, clearSideOf, type Body, type Fact } from './facts.ts';
import { blinder, seal, unseal, type Blinder, type LedgerKeys } from './seal.ts';
import type { RawFact } from './trail.ts';

/** A record that did not open, or whose clear side no longer says what its sealed side does. Named, never guessed. */
export interface DamagedRecord {
  table: FactTable | 'inbox';
  id: string;
}

export interface OpenedRow<T extends FactTable> {
  row: SealedRow;
  fact: Fact<T>;
  raw: RawFact;
}

/** The blind columns of a body. */
async function blindSideOf(word: Blinder, table: FactTable, body: Body<FactTable>) {
  const { patientKeys, biller, once } = clearSideOf(table, body);
  return {
    patients: await Promise.all(patientKeys.map((key) => word('patient', key))),
    ...(biller !== undefined && { biller: await word('biller', biller) }),
    ...(once !== undefined && { once: await word('once', once) }),
  };
}

/** A fact, and its body as it was first sealed where another version wrote it: it is kept to the letter. */
export interface Sealable {
  fact: Fact;
  raw?: unknown;
}

async function sealRow(
  keys: LedgerKeys,
  word: Blinder,
  { fact, raw = fact.body }: Sealable,
): Promise<SealedRow> {
  const { table, id, v, body } = fact;
  const { day, kind, of, chain, seq } = clearSideOf(table, body);
  return {
    id,
    v,
    day,
    kind,
    ...(of !== undefined && { of }),
    ...(chain !== undefined && { chain }),
    ...(seq !== undefined && { seq }),
    ...(await blindSideOf(word, table, body)),
    ...(await seal(keys, { table, id, v }, raw)),
  };
}

/** @throws anything, when the row is damaged. */
async function openRow<T extends FactTable>(
  keys: LedgerKeys,
  table: T,
  row: SealedRow,
): Promise<OpenedRow<T>> {
  const { id, v } = row;
  const raw = await unseal(keys, { table, id, v }, row);
  const body = bodies[table].parse(raw) as Body<T>;
  const clear = clearSideOf(table, body);
  for (const column of ['day', 'kind', 'of', 'chain', 'seq'] as const) {
    if (row[column] !== clear[column]) throw new Error(`clear ${column} is not the sealed one`);
  }
  return { row, fact: { table, id, v, body }, raw: { table, id, v, body: raw } };
}

/** Opens what can be opened; the rest is in `damaged`. */
export async function openRows<T extends FactTable>(
  keys: LedgerKeys,
  table: T,
  rows: readonly SealedRow[],
): Promise<{ opened: OpenedRow<T>[]; damaged: SealedRow[] }> {
  const results = await Promise.allSettled(rows.map((row) => openRow(keys, table, row)));
  const opened: OpenedRow<T>[] = [];
  const damaged: SealedRow[] = [];
  rows.forEach((row, index) => {
    const result = results[index];
    if (result?.status === 'fulfilled') opened.push(result.value);
    else damaged.push(row);
  });
  return { opened, damaged };
}

/** Rows whose blind words are not those of their bodies. */
export async function foundWrongly(
  keys: LedgerKeys,
  entries: readonly OpenedRow<FactTable>[],
): Promise<SealedRow[]> {
  const word = blinder(keys);
  const wrong: SealedRow[] = [];
  for (const { row, fact } of entries) {
    const { patients, biller, once } = await blindSideOf(word, fact.table, fact.body);
    const isRight = row.patients.join() === patients.join() && row.biller === biller && row.once === once;
    if (!isRight) wrong.push(row);
  }
  return wrong;
}

/** Rows by the table they go to. */
export type RowsByTable = Map<FactTable, SealedRow[]>;

export async function sealFacts(
  keys: LedgerKeys,
  facts: readonly Sealable[],
  word = blinder(keys),
): Promise<RowsByTable> {
  const sealed: RowsByTable = new Map();
  for (const [table, ofTable] of Map.groupBy(facts, ({ fact }) => fact.table)) {
    sealed.set(table, await Promise.all(ofTable.map((entry) => sealRow(keys, word, entry))));
  }
  return sealed;
}
