import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, test } from 'vitest';
import { factTables, LedgerDatabase, openDatabase } from '../../ledger/database.ts';
import { NewerDatabase, StorageFull, StorageUnavailable, UpgradeBlocked } from '../../ledger/errors.ts';
import { migrations } from '../../ledger/migrations/index.ts';
import { pressOf } from './people.ts';
import { freshName, openAt } from './storage.ts';

/** Opens a raw connection that never lets go, as a page of an older version does; Dexie numbers versions by ten. */
function holdOpen(name: string, version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version * 10);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

describe('the tables', () => {
  test('have every table of facts, and numbers without a gap', async () => {
    const database = await openDatabase(new LedgerDatabase(freshName()));
    const names = database.tables.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...factTables, 'pending', 'meta']));
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
  });

  test('are opened once, whoever asks', async () => {
    const database = new LedgerDatabase(freshName());
    await Promise.all([openDatabase(database), openDatabase(database), openDatabase(database)]);
    expect(database.isOpen()).toBe(true);
  });

  test('are given up to a newer version of the extension, and say so at the next call', async () => {
    const name = freshName();
    const { ledger } = openAt(name);
    await ledger.recordIntent(pressOf());
    (await holdOpen(name, 99)).close();
    const failure = await ledger.recordIntent(pressOf({ pressId: 'next' })).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(NewerDatabase);
    expect(String(failure)).toContain('Mettez le volet à jour');
  });

  test('held open by a page of an older version: the upgrade says which, and is done once that page is gone', async () => {
    const name = freshName();
    const old = await holdOpen(name, 0.5);
    const { ledger } = openAt(name);
    await expect(ledger.recordIntent(pressOf())).rejects.toThrow(UpgradeBlocked);
    old.close();
    await expect(ledger.recordIntent(pressOf())).resolves.toEqual(expect.any(String));
  });

  test.each([
    ['QuotaExceededError', StorageFull],
    ['UnknownError', StorageUnavailable],
    ['InvalidStateError', StorageUnavailable],
  ])(
    'refused by the browser with %s: an expected error, without the browser’s words',
    async (reason, type) => {
      const database = new LedgerDatabase(freshName(), 'strict');
      database.on('ready', () => {
        throw new DOMException('secret words', reason);
      });
      const failure = await openDatabase(database).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(type);
      expect(String(failure)).not.toContain('secret');
    },
  );

  test('a bug is not dressed up as an expected error', async () => {
    const database = new LedgerDatabase(freshName());
    database.on('ready', () => {
      throw new TypeError('ours');
    });
    await expect(openDatabase(database)).rejects.toThrow(TypeError);
  });
});

describe('migration 1', () => {
  test('before: no database; after: rows are found by patient, act, day and idempotence word', async () => {
    const name = freshName();
    expect(await Dexie.exists(name)).toBe(false);
    const { database, ledger } = openAt(name);
    const id = await ledger.recordIntent(pressOf());
    await ledger.recordOutcome(id, 'secured');
    const row = await database.acts.get(id);
    const by = async (index: string, key: string) =>
      (await database.acts.where(index).equals(key).first())?.id;
    expect(await by('patients', row?.patients[1] ?? '')).toBe(id);
    expect(await by('day', '2026-03-12')).toBe(id);
    expect(await by('once', row?.once ?? '')).toBe(id);
    expect(await database.events.where('of').equals(id).count()).toBe(1);
    expect(Object.keys(row ?? {}).sort()).toEqual([
      'biller',
      'day',
      'id',
      'iv',
      'kind',
      'once',
      'patients',
      'sealed',
      'v',
    ]);
  });
});
