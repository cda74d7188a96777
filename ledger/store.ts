import { v7 as newId } from 'uuid';
import { openDatabase, type FactTable, type LedgerDatabase, type SealedRow } from './database.ts';
import { guarded, LedgerBusy } from './errors.ts';
import { bodies, bodyVersion, clearSideOf, type Body, type Fact } from './facts.ts';
import { openRows, sealFacts, type DamagedRecord, type RowsByTable } from './rows.ts';
import { blind, blinder, randomBytes, toBase64, type Blinder, type LedgerKeys } from './seal.ts';
import { nextLink, refOf, type TrailHead, type TrailRef } from './trail.ts';
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
   * to write, and is given back. Database calls only. `rows`: as they would be written, with their blind words.
   */
  unless?: (rows: RowsByTable) => Promise<R | undefined>;
  /** Written in the same transaction. Database calls only. */
  also?: () => Promise<unknown>;
}

export interface BatchOptions {
  /** Facts in one transaction. */
  batch: number;
  /** Told how far it is, 0 to 1, after each. */
  onBatch?: ((done: number) => void) | undefined;
  /** Asked between two batches: no more are written once it is aborted. */
  signal?: AbortSignal | undefined;
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
  /**
   * The same in batches, each of them whole or not there, leaving out the acts that are here already by `sameAs`.
   * Resolves with how many were new.
   */
  appendNew(drafts: readonly Draft[], options: BatchOptions): Promise<number>;
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

/** One row costs eight times less to read among all of them than to look up by itself (Chromium, 10,000 acts). */
const worthReadingAll = 8;

/** Facts sealed, and what the trail will say of them. */
interface Prepared {
  refs: TrailRef[];
  rows: RowsByTable;
}

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

  /** All that can be done of a writing before it is known which link comes before it. */
  async function prepare(keys: LedgerKeys, word: Blinder, facts: readonly Fact[]): Promise<Prepared> {
    const sealable = facts.map((fact) => ({ fact }));
    const [refs, rows] = await Promise.all([Promise.all(facts.map(refOf)), sealFacts(keys, sealable, word)]);
    return { refs, rows };
  }

  /**
   * One round of writing: what was prepared and the link that tells of it, provided that nobody has written since
   * `before`. What was read after `before` is then still true. All the cryptography is done before the transaction,
   * which asks its two questions together and then writes everything together: three turns to the disk, not seven.
   */
  async function write<R>(
    { keys, before }: { keys: LedgerKeys; before: TrailHead | undefined },
    { refs, rows }: Prepared,
    { unless, also }: AppendOptions<R>,
  ): Promise<{ found: R | undefined; head: TrailHead } | 'stale'> {
    const { link, head } = await nextLink(before, refs, now());
    const linkFact: Fact = { table: 'trail', id: newId(), v: bodyVersion, body: link };
    const sealed = [...rows, ...(await sealFacts(keys, [{ fact: linkFact }]))];
    return guarded(() =>
      database.transaction('rw', database.tables, async () => {
        const [found, current] = await Promise.all([unless?.(rows), readHead(database)]);
        if (found !== undefined) return { found, head };
        if (current?.hash !== before?.hash) return 'stale';
        await Promise.all([
          ...sealed.map(([table, ofTable]) => database[table].bulkAdd(ofTable)),
          database.meta.put(head),
        ]);
        await also?.();
        return { found: undefined, head };
      }),
    );
  }

  async function append<R>(drafts: readonly Draft[], options: AppendOptions<R> = {}) {
    await openDatabase(database);
    const [keys, first] = await Promise.all([vault.keys(), guarded(() => readHead(database))]);
    let before = first;
    const prepared = await prepare(keys, blinder(keys), drafts.map(factOf));
    for (let round = 0; round < rounds; round += 1) {
      const outcome = await write({ keys, before }, prepared, options);
      if (outcome !== 'stale') return outcome.found;
      before = await guarded(() => readHead(database));
    }
    throw new LedgerBusy();
  }

  /** Those of the words that an act is known by already. */
  const knownWords = (words: readonly string[]): Promise<Set<string>> =>
    guarded(() =>
      database.transaction('r', database.acts, async () => {
        const { acts } = database;
        if ((await acts.count()) < words.length * worthReadingAll) {
          return new Set((await acts.toArray()).flatMap(({ once }) => once ?? []));
        }
        // Side by side: `anyOf` would walk a cursor from one to the next.
        const counts = await Promise.all(words.map((word) => acts.where('once').equals(word).count()));
        return new Set(words.filter((_, index) => counts[index] !== 0));
      }),
    );

  async function appendNew(
    drafts: readonly Draft[],
    { batch, onBatch, signal }: BatchOptions,
  ): Promise<number> {
    const keys = await ready();
    const word = blinder(keys);
    const byWord = new Map<string, Draft>();
    for (let from = 0; from < drafts.length; from += batch) {
      const piece = drafts.slice(from, from + batch);
      const words = await Promise.all(
        piece.map((draft) => {
          const once = draft.table === 'acts' || draft.table === 'events' ? draft.body.sameAs : undefined;
          return once === undefined ? draft.id : word('once', once);
        }),
      );
      for (const [at, draft] of piece.entries()) byWord.set(words[at] ?? draft.id, draft);
    }
    let added = 0;
    for (let round = 0; round < rounds; round += 1) {
      let before = await guarded(() => readHead(database));
      for (const known of await knownWords([...byWord.keys()])) byWord.delete(known);
      const waiting = [...byWord.values()];
      /** Sealed while the batch before is written: nothing of it hangs on where the trail stands. */
      const sealFrom = (from: number) => prepare(keys, word, waiting.slice(from, from + batch).map(factOf));
      let start = 0;
      let next = sealFrom(0);
      while (start < waiting.length) {
        if (signal?.aborted) return added + start;
        const prepared = await next;
        next = sealFrom(start + batch);
        next.catch(() => undefined);
        const outcome = await write({ keys, before }, prepared, {});
        if (outcome === 'stale') break;
        before = outcome.head;
        start += batch;
        onBatch?.(Math.min(1, start / waiting.length));
      }
      added += Math.min(start, waiting.length);
      if (start >= waiting.length) return added;
      // Somebody wrote in between: what is known is looked up again, and that is no failure as long as we get on.
      if (start > 0) round = 0;
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
