import { v7 as newId } from 'uuid';
import { openDatabase, type FactTable, type LedgerDatabase, type SealedRow } from './database.ts';
import { guarded, LedgerBusy } from './errors.ts';
import { bodies, bodyVersion, clearSideOf, type Body, type Fact } from './facts.ts';
import { openRows, sealFacts, type DamagedRecord } from './rows.ts';
import { blind, randomBytes, toBase64, type LedgerKeys } from './seal.ts';
import { nextLink, refOf, type TrailHead } from './trail.ts';
import type { Vault } from './vault.ts';

/** A fact to be written; its salt is added by the store, and so is `at` (ms since the epoch) unless it is given. */
export type Draft = {
  [T in FactTable]: { table: T; id: string; at?: number; body: Omit<Body<T>, 'at' | 'salt'> };
}[Exclude<FactTable, 'trail'>];

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

export interface StoreDeps {
  database: LedgerDatabase;
  vault: Vault;
  /** Milliseconds since the epoch. */
  now?: () => number;
}

/** The one way to the tables: seals on the way in, opens on the way out, keeps the trail. */
export interface Store {
  readonly database: LedgerDatabase;
  readonly vault: Vault;
  now(): number;
  /** Opens the tables and the vault. @throws LedgerLocked, StorageUnavailable, UpgradeBlocked */
  ready(): Promise<LedgerKeys>;
  /** All of the drafts and their link in the trail, or nothing. Resolves once they are on the disk. */
  append<R = never>(drafts: readonly Draft[], options?: AppendOptions<R>): Promise<R | undefined>;
  /** The same, leaving out the acts that are here already by `sameAs`. Resolves with how many facts were new. */
  appendNew(drafts: readonly Draft[]): Promise<number>;
  open<T extends FactTable>(table: T, rows: readonly SealedRow[]): Promise<Opened<T>>;
  byIds<T extends FactTable>(table: T, ids: readonly string[]): Promise<Opened<T>>;
  ofPatient<T extends FactTable>(table: T, patientKeys: readonly string[]): Promise<Opened<T>>;
  all<T extends FactTable>(table: T): Promise<Opened<T>>;
  /** The blind word an index holds for `value`. */
  word(what: 'patient' | 'biller' | 'once', value: string): Promise<string>;
  /** Every table, as it was at one moment. */
  snapshot(): Promise<Map<string, unknown[]>>;
}

/** Writers on other pages may move the head between our reading and our writing; each round lets one of them pass. */
const rounds = 50;

export async function readHead(database: LedgerDatabase): Promise<TrailHead | undefined> {
  return (await database.meta.get('trail-head')) as TrailHead | undefined;
}

export function openStore({ database, vault, now = Date.now }: StoreDeps): Store {
  const ready = async (): Promise<LedgerKeys> => {
    await openDatabase(database);
    return vault.keys();
  };

  function factOf({ table, id, at = now(), body }: Draft): Fact {
    const salt = toBase64(randomBytes(12));
    return { table, id, v: bodyVersion, body: bodies[table].parse({ ...body, at, salt }) };
  }

  /**
   * One round of writing: `facts` and the link that tells of them, provided that nobody has written since `before`.
   * What was read after `before` is then still true.
   */
  async function write<R>(
    keys: LedgerKeys,
    before: TrailHead | undefined,
    facts: readonly Fact[],
    { unless, also }: AppendOptions<R>,
  ): Promise<{ found: R | undefined } | 'stale'> {
    const { link, head } = await nextLink(before, await Promise.all(facts.map(refOf)), now());
    const linkFact: Fact = { table: 'trail', id: newId(), v: bodyVersion, body: link };
    const sealed = await sealFacts(keys, [...facts, linkFact]);
    return guarded(() =>
      database.transaction('rw', database.tables, async () => {
        const found = await unless?.();
        if (found !== undefined) return { found };
        if ((await readHead(database))?.hash !== before?.hash) return 'stale';
        for (const [table, rows] of sealed) await database[table].bulkAdd(rows);
        await database.meta.put(head);
        await also?.();
        return { found: undefined };
      }),
    );
  }

  async function append<R>(drafts: readonly Draft[], options: AppendOptions<R> = {}) {
    const keys = await ready();
    const facts = drafts.map(factOf);
    for (let round = 0; round < rounds; round += 1) {
      const before = await guarded(() => readHead(database));
      const outcome = await write(keys, before, facts, options);
      if (outcome !== 'stale') return outcome.found;
    }
    throw new LedgerBusy();
  }

  async function appendNew(drafts: readonly Draft[]): Promise<number> {
    const keys = await ready();
    const worded = await Promise.all(
      drafts.map(async (draft) => {
        const fact = factOf(draft);
        const { once } = clearSideOf(fact.table, fact.body);
        return { fact, word: once === undefined ? fact.id : await blind(keys, 'once', once) };
      }),
    );
    const distinct = [...new Map(worded.map((entry) => [entry.word, entry])).values()];
    const words = distinct.map(({ word }) => word);
    for (let round = 0; round < rounds; round += 1) {
      const before = await guarded(() => readHead(database));
      const here = await guarded(() => database.acts.where('once').anyOf(words).toArray());
      const known = new Set(here.map(({ once }) => once));
      const facts = distinct.filter(({ word }) => !known.has(word)).map(({ fact }) => fact);
      if (facts.length === 0) return 0;
      if ((await write(keys, before, facts, {})) !== 'stale') return facts.length;
    }
    throw new LedgerBusy();
  }

  async function open<T extends FactTable>(table: T, rows: readonly SealedRow[]): Promise<Opened<T>> {
    const { opened, damaged } = await openRows(await ready(), table, rows);
    return { facts: opened.map(({ fact }) => fact), damaged: damaged.map(({ id }) => ({ table, id })) };
  }

  async function ofPatient<T extends FactTable>(
    table: T,
    patientKeys: readonly string[],
  ): Promise<Opened<T>> {
    const keys = await ready();
    const words = await Promise.all(patientKeys.map((key) => blind(keys, 'patient', key)));
    const rows = await guarded(() => database[table].where('patients').anyOf(words).distinct().toArray());
    const { facts, damaged } = await open(table, rows);
    const isTheirs = ({ body }: Fact<T>) =>
      clearSideOf(table, body).patientKeys.some((key) => patientKeys.includes(key));
    const strays = facts.filter((fact) => !isTheirs(fact)).map(({ id }) => ({ table, id }));
    return { facts: facts.filter(isTheirs), damaged: [...damaged, ...strays] };
  }

  return {
    database,
    vault,
    now,
    ready,
    append,
    appendNew,
    open,
    ofPatient,
    async byIds(table, ids) {
      await ready();
      const rows = await guarded(() => database[table].bulkGet([...ids]));
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
    async snapshot() {
      await ready();
      return guarded(() =>
        database.transaction('r', database.tables, async () => {
          const tables = database.tables.map(
            async (table) => [table.name, (await table.toArray()) as unknown[]] as const,
          );
          return new Map(await Promise.all(tables));
        }),
      );
    },
  };
}
