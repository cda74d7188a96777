import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, test } from 'vitest';
import { factTables, LedgerDatabase, openDatabase, type MetaRow } from '../../ledger/database.ts';
import { NewerDatabase, StorageFull, StorageUnavailable, UpgradeBlocked } from '../../ledger/errors.ts';
import { firstFloor } from '../../ledger/migrations/001-first-floor.ts';
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
  test('before: no database; after: rows are found by patient, by act and by idempotence word', async () => {
    const name = freshName();
    expect(await Dexie.exists(name)).toBe(false);
    const { database, ledger } = openAt(name);
    const id = await ledger.recordIntent(pressOf());
    await ledger.recordOutcome(id, 'secured');
    const row = await database.acts.get(id);
    const by = async (index: string, key: string) =>
      (await database.acts.where(index).equals(key).first())?.id;
    expect(await by('patients', row?.patients[1] ?? '')).toBe(id);
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

describe('migration 2', () => {
  /** A register as migration 1 alone left it: one act, and the vault row of that time. */
  async function registerOfVersionOne(): Promise<{ name: string; id: string }> {
    const name = freshName();
    const made = openAt(name);
    const id = await made.ledger.recordIntent(pressOf());
    const [act, vault, head, link] = [
      await made.database.acts.get(id),
      (await made.database.meta.get('vault')) as MetaRow & { keyId: string; lock: object },
      await made.database.meta.get('trail-head'),
      await made.database.trail.toCollection().first(),
    ];
    await made.database.delete();
    const old = new Dexie(name);
    old.version(1).stores(firstFloor.stores);
    await old.table('acts').add(act);
    await old.table('pending').add({ id });
    await old.table('trail').add(link);
    await old.table('meta').bulkAdd([{ key: 'vault', keyId: vault.keyId, ...vault.lock }, head]);
    expect(old.tables.map((table) => table.name)).not.toContain('cases');
    expect(await old.table('meta').get('vault')).toMatchObject({
      mode: 'device',
      wrapped: expect.anything(),
    });
    old.close();
    return { name, id };
  }

  test('before: a key without a lock to exchange; after: the same key opens the same act, and may be locked', async () => {
    const { name, id } = await registerOfVersionOne();
    const { database, ledger, vault } = openAt(name);
    expect(await ledger.openIntents()).toMatchObject([{ actId: id }]);
    expect(await database.meta.get('vault')).toMatchObject({
      lock: { mode: 'device' },
      recovery: [],
      failures: 0,
      retryAt: 0,
    });
    expect(await database.meta.get('vault')).not.toHaveProperty('mode');
    await vault.setPassphrase('le lièvre court vite');
    await vault.lock();
    await vault.unlock('le lièvre court vite');
    expect(await ledger.act(id)).toMatchObject({ id });
    expect(await ledger.health()).toMatchObject({ damaged: [], broken: [], untold: [] });
  });

  test('before: no key at all; after: still none until the first record', async () => {
    const name = freshName();
    const old = new Dexie(name);
    old.version(1).stores(firstFloor.stores);
    await old.open();
    old.close();
    const { database } = openAt(name);
    await openDatabase(database);
    expect(await database.meta.count()).toBe(0);
  });
});
