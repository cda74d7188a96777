import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { LedgerDatabase, type MetaRow } from '../../ledger/database.ts';
import { KeysDamaged } from '../../ledger/errors.ts';
import { blind } from '../../ledger/seal.ts';
import { openVault } from '../../ledger/vault.ts';
import { pressOf, zephyrine } from './people.ts';
import { freshName, openAt } from './storage.ts';

test('the key outlives the background and is one for all pages', async () => {
  const name = freshName();
  const vaults = [1, 2, 3].map(() => openVault({ database: new LedgerDatabase(name) }));
  const keys = await Promise.all(vaults.map((vault) => vault.keys()));
  const words = await Promise.all(keys.map((key) => blind(key, 'patient', 'weda:1')));
  expect(new Set(words).size).toBe(1);
});

test('no key can be taken out as bytes', async () => {
  const database = new LedgerDatabase(freshName());
  const { seal, blind: hmac } = await openVault({ database }).keys();
  const row = (await database.meta.get('vault')) as MetaRow & { lock: { deviceKey: CryptoKey } };
  for (const key of [seal, hmac, row.lock.deviceKey]) {
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  }
});

test('two registers give the same patient different words, and seal the same act differently', async () => {
  const registers = [openAt(freshName()), openAt(freshName())];
  const rows = await Promise.all(
    registers.map(async ({ database, ledger }) => database.acts.get(await ledger.recordIntent(pressOf()))),
  );
  expect(rows[0]?.patients).not.toEqual(rows[1]?.patients);
  expect(rows[0]?.biller).not.toEqual(rows[1]?.biller);
  const texts = rows.map((row) => Buffer.from(row?.sealed ?? new ArrayBuffer()).toString('hex'));
  expect(texts[0]).not.toBe('');
  expect(texts[0]).not.toBe(texts[1]);
});

test('equal contents sealed twice look different, and short names as long as long ones', async () => {
  const { database, ledger } = openAt(freshName());
  for (const [pressId, lastName] of [
    ['a', 'LI'],
    ['b', 'LI'],
    ['c', 'DE LA ROCHE'],
  ] as const) {
    await ledger.recordIntent(pressOf({ pressId, patient: { lastName } }));
  }
  const rows = await database.acts.toArray();
  expect(new Set(rows.map(({ iv }) => iv.join())).size).toBe(3);
  expect(new Set(rows.map(({ sealed }) => Buffer.from(sealed).toString('hex'))).size).toBe(3);
  expect(new Set(rows.map(({ sealed }) => sealed.byteLength)).size).toBe(1);
});

test('a damaged key is said, not replaced by a new one over the old records', async () => {
  const { database, ledger } = openAt(freshName());
  await ledger.recordIntent(pressOf());
  await database.meta
    .where('key')
    .equals('vault')
    .modify({ keyId: 'other' } as never);
  const reopened = openAt(database.name);
  await expect(reopened.ledger.actsOf(zephyrine)).rejects.toThrow(KeysDamaged);
  expect(await database.meta.get('vault')).toMatchObject({ keyId: 'other' });
});
