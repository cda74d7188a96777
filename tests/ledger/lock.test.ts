import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { defaultLockPolicy } from '../../ledger/auto-lock.ts';
import { LedgerDatabase, type MetaRow } from '../../ledger/database.ts';
import {
  LedgerLocked,
  RecoveryRejected,
  TooSoon,
  WeakPassphrase,
  WrongPassphrase,
} from '../../ledger/errors.ts';
import { minRounds } from '../../ledger/passphrase.ts';
import { memoryStore } from '../../ledger/session-store.ts';
import { openVault } from '../../ledger/vault.ts';
import { canaries, pressOf, zephyrine } from './people.ts';
import { clock, dump, freshName, noon, openAt } from './storage.ts';

const phrase = 'le lièvre court vite';
const other = 'la tortue arrive avant';
const minute = 60_000;

/** A register with one act and a passphrase, open. */
async function withPassphrase(now = clock()) {
  const name = freshName();
  const session = memoryStore();
  const opened = openAt(name, { now, session });
  const actId = await opened.ledger.recordIntent(pressOf());
  await opened.vault.setPassphrase(phrase);
  return { name, actId, ...opened };
}

const rowsOf = async (database: LedgerDatabase) => ({
  acts: await database.acts.toArray(),
  trail: await database.trail.toArray(),
});

describe('a register with a passphrase', () => {
  test('stays open when the background dies, and is locked when the browser was closed', async () => {
    const { name, session, actId } = await withPassphrase();
    const reborn = openAt(name, { session });
    expect((await reborn.ledger.actsOf(zephyrine)).acts.map(({ id }) => id)).toEqual([actId]);
    const nextDay = openAt(name);
    await expect(nextDay.ledger.actsOf(zephyrine)).rejects.toThrow(LedgerLocked);
    await nextDay.vault.unlock(phrase);
    expect((await nextDay.ledger.actsOf(zephyrine)).acts.map(({ id }) => id)).toEqual([actId]);
  });

  test('gives nothing to any page once one page has locked it', async () => {
    const { name, session, ledger, vault } = await withPassphrase();
    const page = openAt(name, { session });
    await page.ledger.actsOf(zephyrine);
    await vault.lock();
    for (const question of [
      page.ledger.actsOf(zephyrine),
      ledger.correspondents(),
      ledger.consentFor(zephyrine, '2026-03-12'),
      ledger.reportFor(zephyrine, '2026-01-01'),
      ledger.openIntents(),
      ledger.health(),
      page.register.acts(),
      page.register.patientFile(zephyrine.patientKeys),
      page.register.makeBackup(other),
    ]) {
      await expect(question).rejects.toThrow(LedgerLocked);
    }
    expect(await vault.state()).toMatchObject({ mode: 'passphrase', open: false, locksAt: null });
  });

  test('leaves nothing in the session’s memory once locked, and no name or number while open', async () => {
    const { session, vault, ledger, database } = await withPassphrase();
    const kept = new Map<string, unknown>();
    const watched = {
      get: session.get,
      set: (key: string, value: unknown) => {
        kept.set(key, value);
        return session.set(key, value);
      },
      remove: (key: string) => {
        kept.delete(key);
        return session.remove(key);
      },
    };
    const page = openAt(database.name, { session: watched });
    await page.vault.unlock(phrase);
    await page.ledger.recordIntent(pressOf({ pressId: 'next' }));
    const text = JSON.stringify([...kept]);
    for (const canary of Object.values(canaries)) expect(text).not.toContain(canary);
    expect([...kept.keys()]).toContain('ledger.unlocked');
    await page.vault.lock();
    expect([...kept.keys()]).not.toContain('ledger.unlocked');
    await expect(ledger.openIntents()).rejects.toThrow(LedgerLocked);
    expect((await vault.state()).open).toBe(false);
  });

  test('has no name, number or passphrase in clear in its tables', async () => {
    const { database, vault, ledger } = await withPassphrase();
    await vault.makeRecoveryFile();
    await vault.lock();
    await ledger.recordIntent(pressOf({ pressId: 'locked' }));
    const text = await dump(database);
    for (const word of [...Object.values(canaries), phrase]) expect(text).not.toContain(word);
    expect(await database.inbox.count()).toBe(1);
  });

  test('keeps no key from which it could be opened without the passphrase', async () => {
    const { database } = await withPassphrase();
    const row = (await database.meta.get('vault')) as MetaRow & { lock: Record<string, unknown> };
    expect(Object.keys(row.lock).sort()).toEqual(['mode', 'rounds', 'salt', 'wrapped']);
    expect(JSON.stringify(row)).not.toContain('CryptoKey');
  });

  test('is not opened by what the session remembers of another register', async () => {
    const { session } = await withPassphrase();
    const another = await withPassphrase();
    const page = openAt(another.name, { session });
    await expect(page.ledger.actsOf(zephyrine)).rejects.toThrow(LedgerLocked);
  });

  test('is stretched as the settings promise when nobody asks for less', async () => {
    const database = new LedgerDatabase(freshName());
    await openVault({ database }).setPassphrase(phrase);
    expect(await database.meta.get('vault')).toMatchObject({ lock: { rounds: minRounds } });
  });

  test('takes the passphrase however the accents were typed', async () => {
    const { vault } = await withPassphrase();
    await vault.lock();
    await vault.unlock(phrase.normalize('NFD'));
    expect((await vault.state()).open).toBe(true);
  });

  test('refuses a weak passphrase, and stays as it was', async () => {
    const { vault, ledger, actId } = await withPassphrase();
    await expect(vault.setPassphrase('court', phrase)).rejects.toThrow(WeakPassphrase);
    await vault.lock();
    await vault.unlock(phrase);
    expect(await ledger.act(actId)).toMatchObject({ id: actId });
  });
});

describe('changing the passphrase', () => {
  test('rewrites no record, and shuts the old one out', async () => {
    const { database, vault, ledger, actId } = await withPassphrase();
    const before = await rowsOf(database);
    await vault.setPassphrase(other, phrase);
    expect(await rowsOf(database)).toEqual(before);
    await vault.lock();
    await expect(vault.unlock(phrase)).rejects.toThrow(WrongPassphrase);
    await vault.unlock(other);
    expect(await ledger.act(actId)).toMatchObject({ id: actId });
  });

  test('asks for the current one, even while open', async () => {
    const { vault } = await withPassphrase();
    await expect(vault.setPassphrase(other, 'au hasard Balthazar')).rejects.toThrow(WrongPassphrase);
    await expect(vault.setPassphrase(other)).rejects.toThrow(WrongPassphrase);
    await expect(vault.useDeviceKey('au hasard Balthazar')).rejects.toThrow(/phrase de passe|Trop d’essais/);
  });

  test('back to the device key needs it once more, and then nothing', async () => {
    const { name, vault, actId } = await withPassphrase();
    await vault.useDeviceKey(phrase);
    const nextDay = openAt(name);
    expect(await nextDay.ledger.act(actId)).toMatchObject({ id: actId });
    expect(await nextDay.vault.state()).toMatchObject({ mode: 'device', open: true, locksAt: null });
  });
});

describe('a wrong passphrase', () => {
  test('is slowed down, and the delay outlives the background', async () => {
    let at = noon;
    const { name, session, vault } = await withPassphrase(() => at);
    await vault.lock();
    for (const failure of [1, 2, 3]) {
      await expect(vault.unlock(`mauvaise phrase ${failure}`)).rejects.toThrow(WrongPassphrase);
    }
    const reborn = openAt(name, { session, now: () => at });
    await expect(reborn.vault.unlock(phrase)).rejects.toThrow(TooSoon);
    expect(await reborn.vault.state()).toMatchObject({ open: false, retryAt: noon + 5_000 });
    at += 5_000;
    await reborn.vault.unlock(phrase);
    expect(await reborn.vault.state()).toMatchObject({ open: true, retryAt: 0 });
  });
});

describe('locking by itself', () => {
  test('happens after idle time even if no alarm rang, and not while it is used', async () => {
    let at = noon;
    const { vault, ledger, actId } = await withPassphrase(() => at);
    at += (defaultLockPolicy.idleMinutes - 1) * minute;
    expect(await vault.lockIfDue()).toBe(false);
    await vault.touch();
    at += (defaultLockPolicy.idleMinutes - 1) * minute;
    expect(await ledger.act(actId)).toMatchObject({ id: actId });
    at += minute;
    await expect(ledger.act(actId)).rejects.toThrow(LedgerLocked);
    expect(await vault.lockIfDue()).toBe(false);
  });

  test('is said once, and its moment is known beforehand', async () => {
    let at = noon;
    const { vault, session } = await withPassphrase(() => at);
    const { locksAt } = await vault.state();
    expect(locksAt).toBe(noon + defaultLockPolicy.idleMinutes * minute);
    at = locksAt ?? 0;
    expect(await vault.lockIfDue()).toBe(true);
    expect(await session.get('ledger.unlocked')).toBeUndefined();
    expect(await vault.lockIfDue()).toBe(false);
  });
});

describe('the recovery file', () => {
  test('opens the register when the passphrase is forgotten, and sets a new one', async () => {
    const { vault, ledger, actId, name } = await withPassphrase();
    const file = await vault.makeRecoveryFile();
    expect((await vault.state()).hasRecoveryFile).toBe(true);
    await vault.lock();
    await vault.recover(file, other);
    expect(await ledger.act(actId)).toMatchObject({ id: actId });
    const nextDay = openAt(name);
    await expect(nextDay.vault.unlock(phrase)).rejects.toThrow(WrongPassphrase);
    await nextDay.vault.unlock(other);
  });

  test('still opens after the passphrase was changed, and after one newer file was made', async () => {
    const { vault } = await withPassphrase();
    const first = await vault.makeRecoveryFile();
    await vault.setPassphrase(other, phrase);
    const second = await vault.makeRecoveryFile();
    await vault.recover(first, phrase);
    const third = await vault.makeRecoveryFile();
    await expect(vault.recover(first, other)).rejects.toThrow(RecoveryRejected);
    await vault.recover(second, other);
    await vault.recover(third, phrase);
  });

  test('of another register, damaged, or anything else is refused in French', async () => {
    const { vault } = await withPassphrase();
    const stranger = await withPassphrase();
    const file = await vault.makeRecoveryFile();
    const wrong = [
      await stranger.vault.makeRecoveryFile(),
      file.replace(/"secret": "../, '"secret": "zz'),
      file.slice(0, -10),
      '',
      '[]',
      'null',
      '{"format":"volet-teleexpertise/recuperation","version":2}',
    ];
    for (const text of wrong) await expect(vault.recover(text, other)).rejects.toThrow(/récupération/);
  });

  test('cannot be made while locked, and says nothing of anybody', async () => {
    const { vault } = await withPassphrase();
    const file = await vault.makeRecoveryFile();
    for (const canary of Object.values(canaries)) expect(file).not.toContain(canary);
    await vault.lock();
    await expect(vault.makeRecoveryFile()).rejects.toThrow(LedgerLocked);
  });
});

describe('what is done at the practice software while the register is locked', () => {
  test('is kept, unreadable, and taken in once the passphrase is typed', async () => {
    const { vault, ledger, database } = await withPassphrase();
    await vault.lock();
    const id = await ledger.recordIntent(pressOf({ pressId: 'locked' }));
    await ledger.recordOutcome(id, 'left');
    await ledger.recordConsent(zephyrine, { given: true, on: '2026-03-12' });
    await ledger.recordReport(zephyrine, '2026-03-12');
    await ledger.recordOverride({ ...zephyrine, rules: ['tp.amo'], pressId: 'p', reason: canaries.reason });
    await expect(ledger.actsOf(zephyrine)).rejects.toThrow(LedgerLocked);
    expect(await database.inbox.count()).toBe(5);

    await vault.unlock(phrase);
    expect(await ledger.act(id)).toMatchObject({ standing: 'left', pressId: 'locked' });
    expect(await ledger.consentFor(zephyrine, '2026-03-12')).toMatchObject({ given: true });
    expect(await ledger.reportFor(zephyrine, '2026-03-01')).toBe('2026-03-12');
    expect(await database.inbox.count()).toBe(0);
    expect(await database.presses.count()).toBe(1);
    expect(await ledger.health()).toMatchObject({ damaged: [], untold: [], missing: [] });
  });

  test('a press whose outcome nobody knows is asked about once unlocked', async () => {
    const { vault, ledger, actId } = await withPassphrase();
    await ledger.recordOutcome(actId, 'secured');
    await vault.lock();
    const id = await ledger.recordIntent(pressOf({ pressId: 'locked' }));
    await vault.unlock(phrase);
    expect(await ledger.openIntents()).toMatchObject([{ actId: id, pressId: 'locked' }]);
  });

  test('the same sheet pressed before, during and after is one act', async () => {
    const { vault, ledger, actId } = await withPassphrase();
    await ledger.recordIntent(pressOf());
    await vault.lock();
    const [once, twice] = await Promise.all([ledger.recordIntent(pressOf()), ledger.recordIntent(pressOf())]);
    const [fresh, again] = await Promise.all([
      ledger.recordIntent(pressOf({ pressId: 'locked' })),
      ledger.recordIntent(pressOf({ pressId: 'locked' })),
    ]);
    await vault.unlock(phrase);
    const after = await ledger.recordIntent(pressOf({ pressId: 'locked' }));
    expect([once, twice]).toEqual([actId, actId]);
    expect([again, after]).toEqual([fresh, fresh]);
    expect((await ledger.actsOf(zephyrine)).acts).toHaveLength(2);
  });

  test('pressed again after a refusal opens its outcome again; after a success it changes nothing', async () => {
    const { vault, ledger, actId } = await withPassphrase();
    await ledger.recordOutcome(actId, 'not-secured');
    await vault.lock();
    await ledger.recordIntent(pressOf());
    await vault.unlock(phrase);
    expect(await ledger.openIntents()).toMatchObject([{ actId }]);
    await ledger.recordOutcome(actId, 'secured');
    await vault.lock();
    await ledger.recordIntent(pressOf());
    await vault.unlock(phrase);
    expect(await ledger.openIntents()).toEqual([]);
    expect(await ledger.act(actId)).toMatchObject({ standing: 'secured' });
  });

  test('a letter that was altered is named, and the others are taken in', async () => {
    const { vault, ledger, database } = await withPassphrase();
    await vault.lock();
    await ledger.recordIntent(pressOf({ pressId: 'a' }));
    const kept = await ledger.recordIntent(pressOf({ pressId: 'b' }));
    const [letter] = await database.inbox.orderBy('id').toArray();
    await database.inbox.update(letter?.id ?? '', { iv: new Uint8Array(12) });
    await vault.unlock(phrase);
    const { damaged } = await ledger.health();
    expect(damaged).toEqual([{ table: 'inbox', id: letter?.id }]);
    expect(await ledger.act(kept)).toMatchObject({ pressId: 'b' });
  });
});
