import { v7 as newId } from 'uuid';
import { factTables, openDatabase, type FactTable, type LedgerDatabase, type SealedRow } from './database.ts';
import { guarded, LedgerBusy } from './errors.ts';
import { bodies, bodyVersion, clearSideOf, type Body, type Fact } from './facts.ts';
import { blind, randomBytes, seal, toBase64, unseal, type LedgerKeys } from './seal.ts';
import { checkTrail, nextLink, refOf, type RawFact, type TrailFaults, type TrailHead } from './trail.ts';
import type { Vault } from './vault.ts';

/** A fact to be written; when and with which salt is added by the store. */
export type Draft = {
  [T in FactTable]: { table: T; id: string; body: Omit<Body<T>, 'at' | 'salt'> };
}[Exclude<FactTable, 'trail'>];

/** A record that did not open, or whose clear side no longer says what its sealed side does. Named, never guessed. */
export interface DamagedRecord {
  table: FactTable;
  id: string;
}

export interface Opened<T extends FactTable> {
  facts: Fact<T>[];
  damaged: DamagedRecord[];
}

export interface AppendOptions<R> {
  /**
   * Asked inside the transaction, before anything is written: any answer but `undefined` means that there is nothing
   * to write, and is given back. Database calls only.
   */
  unless?: () => Promise<R | undefined>;
  /** Written in the same transaction. Database calls only. */
  also?: () => Promise<unknown>;
}

/** Everything that was found wrong; all empty when the register is whole. */
export interface Health extends TrailFaults {
  damaged: DamagedRecord[];
}

/** The one way to the tables: seals on the way in, opens on the way out, keeps the trail. */
export interface Store {
  readonly database: LedgerDatabase;
  /** Opens the tables and the vault. @throws LedgerLocked, StorageUnavailable, UpgradeBlocked */
  ready(): Promise<unknown>;
  /** All of the drafts and their link in the trail, or nothing. Resolves once they are on the disk. */
  append<R = never>(drafts: Draft[], options?: AppendOptions<R>): Promise<R | undefined>;
  open<T extends FactTable>(table: T, rows: SealedRow[]): Promise<Opened<T>>;
  byIds<T extends FactTable>(table: T, ids: string[]): Promise<Opened<T>>;
  ofPatient<T extends FactTable>(table: T, patientKeys: string[]): Promise<Opened<T>>;
  all<T extends FactTable>(table: T): Promise<Opened<T>>;
  /** The blind word an index holds for `value`. */
  word(what: BlindColumn, value: string): Promise<string>;
  /** Opens everything and holds it against the trail. */
  health(): Promise<Health>;
}

type BlindColumn = 'patient' | 'biller' | 'once';

/** Writers on other pages may move the head between our reading and our writing; each round lets one of them pass. */
const rounds = 50;

async function blindSideOf(keys: LedgerKeys, table: FactTable, body: Body<FactTable>) {
  const { patientKeys, biller, once } = clearSideOf(table, body);
  return {
    patients: await Promise.all(patientKeys.map((key) => blind(keys, 'patient', key))),
    ...(biller !== undefined && { biller: await blind(keys, 'biller', biller) }),
    ...(once !== undefined && { once: await blind(keys, 'once', once) }),
  };
}

async function sealRow(keys: LedgerKeys, fact: Fact): Promise<SealedRow> {
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
    ...(await blindSideOf(keys, table, body)),
    ...(await seal(keys, { table, id, v }, body)),
  };
}

interface OpenedRow<T extends FactTable> {
  fact: Fact<T>;
  raw: RawFact;
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
  return { fact: { table, id, v, body }, raw: { table, id, v, body: raw } };
}

async function openRows<T extends FactTable>(keys: LedgerKeys, table: T, rows: SealedRow[]) {
  const results = await Promise.allSettled(rows.map((row) => openRow(keys, table, row)));
  const opened: { row: SealedRow; opened: OpenedRow<T> }[] = [];
  const damaged: SealedRow[] = [];
  rows.forEach((row, index) => {
    const result = results[index];
    if (result?.status === 'fulfilled') opened.push({ row, opened: result.value });
    else damaged.push(row);
  });
  return { opened, damaged };
}

export function openStore({
  database,
  vault,
  now,
}: {
  database: LedgerDatabase;
  vault: Vault;
  now: () => number;
}): Store {
  const ready = async (): Promise<LedgerKeys> => {
    await openDatabase(database);
    return vault.keys();
  };
  const readHead = async () => (await database.meta.get('trail-head')) as TrailHead | undefined;

  function factOf({ table, id, body }: Draft): Fact {
    const written = { at: now(), salt: toBase64(randomBytes(12)) };
    return { table, id, v: bodyVersion, body: bodies[table].parse({ ...body, ...written }) };
  }

  async function addAll(rows: { table: FactTable; row: SealedRow }[]): Promise<void> {
    for (const [table, ofTable] of Map.groupBy(rows, (entry) => entry.table)) {
      await database[table].bulkAdd(ofTable.map(({ row }) => row));
    }
  }

  async function append<R>(drafts: Draft[], options: AppendOptions<R> = {}): Promise<R | undefined> {
    const keys = await ready();
    const facts = drafts.map(factOf);
    const refs = await Promise.all(facts.map(refOf));
    const rows = await Promise.all(
      facts.map(async (fact) => ({ table: fact.table, row: await sealRow(keys, fact) })),
    );

    for (let round = 0; round < rounds; round += 1) {
      const before = await guarded(readHead);
      const { link, head } = await nextLink(before, refs, now());
      const linkFact: Fact = { table: 'trail', id: newId(), v: bodyVersion, body: link };
      const linkRow = { table: linkFact.table, row: await sealRow(keys, linkFact) };
      const outcome = await guarded(() =>
        database.transaction('rw', database.tables, async () => {
          const found = await options.unless?.();
          if (found !== undefined) return { found };
          if ((await readHead())?.hash !== before?.hash) return 'stale';
          await addAll([...rows, linkRow]);
          await database.meta.put(head);
          await options.also?.();
          return { found: undefined };
        }),
      );
      if (outcome !== 'stale') return outcome.found;
    }
    throw new LedgerBusy();
  }

  async function open<T extends FactTable>(table: T, rows: SealedRow[]): Promise<Opened<T>> {
    const { opened, damaged } = await openRows(await ready(), table, rows);
    return {
      facts: opened.map((row) => row.opened.fact),
      damaged: damaged.map(({ id }) => ({ table, id })),
    };
  }

  async function ofPatient<T extends FactTable>(table: T, patientKeys: string[]): Promise<Opened<T>> {
    const keys = await ready();
    const words = await Promise.all(patientKeys.map((key) => blind(keys, 'patient', key)));
    const rows = await guarded(() => database[table].where('patients').anyOf(words).distinct().toArray());
    const { facts, damaged } = await open(table, rows);
    const isTheirs = ({ body }: Fact<T>) =>
      clearSideOf(table, body).patientKeys.some((key) => patientKeys.includes(key));
    const strays = facts.filter((fact) => !isTheirs(fact)).map(({ id }) => ({ table, id }));
    return { facts: facts.filter(isTheirs), damaged: [...damaged, ...strays] };
  }

  async function health(): Promise<Health> {
    const keys = await ready();
    const damaged: DamagedRecord[] = [];
    const facts: RawFact[] = [];
    const links: { id: string; body: Body<'trail'> }[] = [];
    const lostLinks: { chain: string; seq: number }[] = [];
    for (const table of factTables) {
      const { opened, damaged: closed } = await openRows(
        keys,
        table,
        await guarded(() => database[table].toArray()),
      );
      for (const {
        row,
        opened: { fact, raw },
      } of opened) {
        const blindSide = await blindSideOf(keys, table, fact.body);
        const isFoundRightly =
          row.patients.join() === blindSide.patients.join() &&
          row.biller === blindSide.biller &&
          row.once === blindSide.once;
        if (!isFoundRightly) damaged.push({ table, id: row.id });
        if (fact.table === 'trail') links.push({ id: fact.id, body: fact.body as Body<'trail'> });
        else facts.push(raw);
      }
      for (const { id, chain = '', seq = -1 } of closed) {
        damaged.push({ table, id });
        if (table === 'trail') lostLinks.push({ chain, seq });
      }
    }
    const head = await guarded(readHead);
    const unreadable = new Set(damaged.map(({ id }) => id));
    const faults = await checkTrail({ head, links, facts, lostLinks, unreadable, erased: new Set() });
    return { damaged, ...faults };
  }

  return {
    database,
    ready,
    append,
    open,
    ofPatient,
    health,
    async byIds(table, ids) {
      await ready();
      const rows = await guarded(() => database[table].bulkGet(ids));
      return open(
        table,
        rows.filter((row) => row !== undefined),
      );
    },
    async all(table) {
      await ready();
      return open(table, await guarded(() => database[table].toArray()));
    },
    async word(what, value) {
      return blind(await ready(), what, value);
    },
  };
}
