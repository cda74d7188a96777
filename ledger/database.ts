import Dexie, { type Table } from 'dexie';
import { guarded, NewerDatabase, UpgradeBlocked } from './errors.ts';
import type { Letter, Sealed } from './seal.ts';
import { migrations } from './migrations/index.ts';

/** Tables of sealed, immutable facts. */
export const factTables = [
  'acts',
  'events',
  'consents',
  'reports',
  'presses',
  'cases',
  'identities',
  'correspondents',
  'imports',
  'erasures',
  'trail',
] as const;
export type FactTable = (typeof factTables)[number];

/** Those whose facts are about a patient. Events are about an act, and go where it goes. */
export const patientTables = [
  'acts',
  'consents',
  'reports',
  'presses',
  'cases',
  'identities',
] as const satisfies FactTable[];
export type PatientTable = (typeof patientTables)[number];

/**
 * A fact as it lies on the disk. Never changed once written: what happens later is another fact.
 *
 * In clear, because something must be found while the register is locked or without opening every row: a random id
 * (UUIDv7, which tells when it was written), the day, the code or kind, and the act an event follows. Blind, by
 * HMAC-SHA-256: the patient (several words, because one person is known by NIR and by the software's own number), the
 * biller and the idempotence key. The biller is blind too, although an AM number is no secret: equality is all that
 * is ever asked of that column. Everything is repeated inside `sealed`, and the clear side is not believed.
 */
export interface SealedRow extends Sealed {
  id: string;
  /** Version of the shape of the sealed body. */
  v: number;
  /** ISO date: of the act for `acts`, of the writing elsewhere. */
  day: string;
  /** Act code for `acts`; the kind of fact elsewhere. */
  kind: string;
  patients: string[];
  biller?: string;
  once?: string;
  /** Act that an event follows; case that a step belongs to. */
  of?: string;
  /** Place in the trail, `trail` only. */
  chain?: string;
  seq?: number;
}

/** An act whose outcome is not known on this computer. Local: never in a backup. */
export interface PendingRow {
  id: string;
}

/** A fact that was erased: it must not come back with an older backup. Sealed, so that nobody else can write one. */
export interface ErasedRow extends Sealed {
  id: string;
}

/** Something that was to be kept while the register was locked (inbox.ts). */
export interface InboxRow extends Letter {
  id: string;
}

/** A block of the overview (overview/blocks.ts): made again from the facts whenever it is missing. Never in a backup. */
export interface OverviewRow extends Sealed {
  id: string;
}

/** Keys, head of the trail: one row each, see vault.ts and trail.ts. */
export interface MetaRow {
  key: string;
}

/** The tables, opened by the background and by pages in a tab of their own; never by the framed panel. */
export class LedgerDatabase extends Dexie {
  declare readonly acts: Table<SealedRow, string>;
  declare readonly events: Table<SealedRow, string>;
  declare readonly consents: Table<SealedRow, string>;
  declare readonly reports: Table<SealedRow, string>;
  declare readonly presses: Table<SealedRow, string>;
  declare readonly cases: Table<SealedRow, string>;
  declare readonly identities: Table<SealedRow, string>;
  declare readonly correspondents: Table<SealedRow, string>;
  declare readonly imports: Table<SealedRow, string>;
  declare readonly erasures: Table<SealedRow, string>;
  declare readonly trail: Table<SealedRow, string>;
  declare readonly erased: Table<ErasedRow, string>;
  declare readonly inbox: Table<InboxRow, string>;
  declare readonly pending: Table<PendingRow, string>;
  declare readonly overview: Table<OverviewRow, string>;
  declare readonly meta: Table<MetaRow, string>;

  /**
   * @param durability `strict` (on the disk when the promise resolves) for what a person did; `relaxed` for imports,
   * which can be made again (performance.md §3).
   */
  constructor(name = 'volet-ledger', durability: 'strict' | 'relaxed' = 'strict') {
    super(name, { chromeTransactionDurability: durability });
    for (const { version, stores, upgrade } of migrations) {
      const step = this.version(version).stores(stores);
      if (upgrade) step.upgrade(upgrade);
    }
    // A newer version of the extension must never wait for us: let go, and say so at the next call.
    this.on('versionchange', () => {
      this.close();
      return false;
    });
  }
}

/** Dexie opens tables newer than the code without a word; writing into them could lose what it does not know. */
function refuseNewer(database: LedgerDatabase): LedgerDatabase {
  const known = migrations.at(-1)?.version ?? 0;
  // Dexie numbers its versions by ten.
  if (database.backendDB().version < (known + 1) * 10) return database;
  database.close();
  throw new NewerDatabase();
}

/**
 * Opens the tables, making or upgrading them.
 * @throws UpgradeBlocked when another page holds an older version open; asking again later is safe.
 * @throws StorageUnavailable, StorageFull, NewerDatabase
 */
export async function openDatabase(database: LedgerDatabase): Promise<LedgerDatabase> {
  if (database.isOpen()) return refuseNewer(database);
  const blocked = Promise.withResolvers<never>();
  const onBlocked = () => {
    blocked.reject(new UpgradeBlocked());
    return false;
  };
  database.on('blocked', onBlocked);
  try {
    await guarded(() => Promise.race([database.open(), blocked.promise]));
  } finally {
    database.on.blocked.unsubscribe(onBlocked);
  }
  return refuseNewer(database);
}
