import type { Transaction } from 'dexie';

/**
 * One step of the tables, numbered, never changed once released.
 *
 * A migration runs when the database opens, possibly locked: it sees clear columns only and cannot open a sealed body.
 * The shape of a body is versioned by the row's own `v` and brought up to date when it is read (facts.ts).
 */
export interface Migration {
  version: number;
  /** Dexie index strings of the tables that are new or whose indexes change; `null` removes a table. */
  stores: Record<string, string | null>;
  upgrade?(tables: Transaction): Promise<void>;
}
