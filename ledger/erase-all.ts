import { factTables, type FactTable } from './database.ts';
import { guarded } from './errors.ts';
import type { Store } from './store.ts';

/** Records by table; what an erasure of everything would take. */
export async function countAll({ database }: Pick<Store, 'database'>): Promise<Record<FactTable, number>> {
  const counts = await guarded(() =>
    Promise.all(factTables.map(async (table) => [table, await database[table].count()] as const)),
  );
  return Object.fromEntries(counts) as Record<FactTable, number>;
}

/**
 * Empties every table in one transaction, the keys first of all: what a disk may still hold of it cannot be opened any
 * more. The next record makes a new register, without a passphrase. Backup files kept elsewhere still open.
 */
export async function eraseAll({ database, vault }: Pick<Store, 'database' | 'vault'>): Promise<void> {
  await guarded(() =>
    database.transaction('rw', database.tables, async () => {
      await database.meta.clear();
      for (const table of database.tables) await table.clear();
    }),
  );
  await vault.lock();
}
