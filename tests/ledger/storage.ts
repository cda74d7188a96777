import type { DBCore, DBCoreTable } from 'dexie';
import { LedgerDatabase } from '../../ledger/database.ts';
import { openLedger, type Ledger } from '../../ledger/ledger.ts';
import { openRegister, type Register } from '../../ledger/register.ts';
import { memoryStore, type SessionStore } from '../../ledger/session-store.ts';
import { openVault, type Vault } from '../../ledger/vault.ts';

let made = 0;
/** A database name nobody used. */
export const freshName = (): string => `test-${(made += 1)}`;

/** The moment all tests live in, unless they say otherwise. */
export const noon = Date.UTC(2026, 2, 12, 12);

/** A clock that moves by one millisecond at each look, so that facts have an order. */
export function clock(start = noon): () => number {
  let at = start;
  return () => (at += 1);
}

export interface Opened {
  database: LedgerDatabase;
  session: SessionStore;
  vault: Vault;
  ledger: Ledger;
  register: Register;
}

/** Fewer PBKDF2 rounds than a real one, so that tests may open it many times. */
export const fewRounds = 1000;

export interface OpenOptions {
  now?: () => number;
  /** Given again, it is the same browser; left out, the browser was closed in between. */
  session?: SessionStore;
  prepare?: (database: LedgerDatabase) => void;
  /** Acts in one transaction of an import. */
  batch?: number;
}

/** A background, or a page, that opens the register of that name. */
export function openAt(
  name: string,
  { now = clock(), session = memoryStore(), prepare, batch = 500 }: OpenOptions = {},
): Opened {
  const database = new LedgerDatabase(name);
  prepare?.(database);
  const vault = openVault({ database, session, now, rounds: fewRounds });
  const deps = { database, vault, now };
  return {
    database,
    session,
    vault,
    ledger: openLedger({ ...deps, session }),
    register: openRegister({ ...deps, rounds: fewRounds, batch }),
  };
}

/** Thrown in the place of everything that would have happened after the death. */
export class Killed extends Error {}

export interface Death {
  install(database: LedgerDatabase): void;
  /** The same death for the memory of the session. */
  over(session: SessionStore): SessionStore;
  died(): boolean;
}

/**
 * The background dies after `steps` calls to storage: that many pass, none after. A transaction that is under way is
 * undone by the browser, as it would be.
 */
export function dieAfter(steps: number): Death {
  let seen = 0;
  let dead = false;
  const step = <A extends unknown[], R>(call: (...args: A) => Promise<R>) => {
    return async (...args: A): Promise<R> => {
      if (seen >= steps) {
        dead = true;
        throw new Killed();
      }
      seen += 1;
      return call(...args);
    };
  };
  const wrap = (table: DBCoreTable): DBCoreTable => ({
    ...table,
    mutate: step((request) => table.mutate(request)),
    get: step((request) => table.get(request)),
    getMany: step((request) => table.getMany(request)),
    query: step((request) => table.query(request)),
    openCursor: step((request) => table.openCursor(request)),
    count: step((request) => table.count(request)),
  });
  const create = (core: DBCore): DBCore => ({ ...core, table: (name) => wrap(core.table(name)) });
  return {
    install: (database) => void database.use({ stack: 'dbcore', name: 'death', create }),
    over: (session) => ({
      get: step((key) => session.get(key)),
      set: step((key, value) => session.set(key, value)),
      remove: step((key) => session.remove(key)),
    }),
    died: () => dead,
  };
}

/** Every write fails as it does when the disk is full, once `isFull()` says so. */
export function fullWhen(isFull: () => boolean): (database: LedgerDatabase) => void {
  const create = (core: DBCore): DBCore => ({
    ...core,
    table: (name) => {
      const table = core.table(name);
      return {
        ...table,
        mutate: (request) =>
          isFull()
            ? Promise.reject(new DOMException('no room for CANARINETTE', 'QuotaExceededError'))
            : table.mutate(request),
      };
    },
  });
  return (database) => void database.use({ stack: 'dbcore', name: 'full disk', create });
}

/** Every string and every byte of every table, as text in each encoding a reader might try. */
export async function dump(database: LedgerDatabase): Promise<string> {
  const texts: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === 'string' || typeof value === 'number') texts.push(String(value));
    else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
      const bytes = Buffer.from(value instanceof ArrayBuffer ? value : value.buffer);
      texts.push(bytes.toString('utf8'), bytes.toString('latin1'), bytes.toString('utf16le'));
    } else if (value !== null && typeof value === 'object') {
      Object.entries(value).forEach(([key, part]) => {
        texts.push(key);
        visit(part);
      });
    }
  };
  for (const table of database.tables) visit(await table.toArray());
  return texts.join('\n');
}
