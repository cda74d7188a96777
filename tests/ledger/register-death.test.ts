import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterAll, expect, test } from 'vitest';
import { LedgerDatabase, openDatabase, type MetaRow } from '../../ledger/database.ts';
import { firstFloor } from '../../ledger/migrations/001-first-floor.ts';
import { memoryStore } from '../../ledger/session-store.ts';
import { unlockedKey } from '../../ledger/vault.ts';
import { biller, octave, pressOf, zephyrine } from './people.ts';
import { clock, dieAfter, freshName, openAt, type Opened } from './storage.ts';

const whole = { damaged: [], broken: [], cut: false, altered: [], missing: [], untold: [] };
const phrase = 'le lièvre court vite';
const other = 'la tortue arrive avant';

interface Story<T> {
  /** What is there before. */
  prepare(opened: Opened): Promise<T>;
  /** What is interrupted; done again after the death. */
  work(opened: Opened, made: T): Promise<unknown>;
  /** What must hold right after the death, whenever it came. */
  afterDeath(opened: Opened, made: T): Promise<void>;
  /** What must hold once the work was done again. */
  inTheEnd(opened: Opened, made: T): Promise<void>;
}

/** Points at which somebody died in this file. */
let allPoints = 0;
afterAll(() => {
  process.stdout.write(`register killed at ${allPoints} points\n`);
  expect(allPoints).toBeGreaterThanOrEqual(150);
});

/** Dies after each storage call in turn, of the tables and of the session's memory. Returns how many points there were. */
async function atEveryStep<T>(story: Story<T>): Promise<number> {
  for (let steps = 0; ; steps += 1) {
    const name = freshName();
    const now = clock();
    const session = memoryStore();
    const first = openAt(name, { now, session });
    const made = await story.prepare(first);
    first.database.close();

    const death = dieAfter(steps);
    const dying = openAt(name, { now, session: death.over(session), prepare: death.install, batch: 2 });
    await story.work(dying, made).catch((error: unknown) => {
      if (!death.died()) throw error;
    });
    dying.database.close();

    const reborn = openAt(name, { now, session });
    await story.afterDeath(reborn, made);
    if (!death.died()) {
      await story.inTheEnd(reborn, made);
      reborn.database.close();
      allPoints += steps;
      return steps;
    }
    await story.work(reborn, made);
    await story.inTheEnd(reborn, made);
    reborn.database.close();
  }
}

const exported = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    patientKeys: index % 2 ? octave.patientKeys : zephyrine.patientKeys,
    biller,
    code: 'TE2',
    actDate: '2005-01-06',
    line: String(index),
  }));

test('an import: no act lost, none twice', async () => {
  const points = await atEveryStep({
    prepare: ({ ledger }) => ledger.recordIntent(pressOf()),
    work: ({ register }) => register.importActs({ software: 'weda' }, exported(5)),
    async afterDeath({ ledger, database }) {
      expect((await ledger.actsOf(zephyrine)).acts.filter(({ origin }) => origin === 'press')).toHaveLength(
        1,
      );
      expect([1, 3, 5, 6]).toContain(await database.acts.count());
    },
    async inTheEnd({ database, ledger }) {
      expect(await database.acts.count()).toBe(6);
      expect(await ledger.openIntents()).toHaveLength(1);
    },
  });
  expect(points).toBeGreaterThanOrEqual(10);
}, 120_000);

test('a purge: each person whole or gone, nobody else touched', async () => {
  const points = await atEveryStep({
    async prepare({ register, ledger }) {
      await register.importActs({ software: 'weda' }, exported(4));
      await ledger.recordIntent(pressOf({ patientKeys: ['weda:7'], pressId: 'young' }));
    },
    work: ({ register }) => register.purge('2026-03-12'),
    async afterDeath({ register, ledger }) {
      expect(await ledger.health()).toEqual(whole);
      for (const { patientKeys } of [zephyrine, octave]) {
        expect([0, 2]).toContain((await register.patientFile(patientKeys)).acts.length);
      }
    },
    async inTheEnd({ register, ledger }) {
      expect((await register.acts()).acts.map(({ pressId }) => pressId)).toEqual(['young']);
      expect(await ledger.health()).toEqual(whole);
    },
  });
  expect(points).toBeGreaterThanOrEqual(10);
}, 120_000);

test('an erasure: all of one person or nothing', async () => {
  const points = await atEveryStep({
    async prepare({ ledger }) {
      const id = await ledger.recordIntent(pressOf());
      await ledger.recordOutcome(id, 'secured');
      await ledger.recordConsent(zephyrine, { given: true, on: '2026-03-12' });
      await ledger.recordIntent(pressOf({ ...octave, pressId: 'o' }));
    },
    work: ({ register }) => register.erasePatient(zephyrine.patientKeys),
    async afterDeath({ database, ledger }) {
      const left = [
        await database.acts.count(),
        await database.events.count(),
        await database.consents.count(),
      ];
      expect([
        [2, 1, 1],
        [1, 0, 0],
      ]).toContainEqual(left);
      expect(await ledger.health()).toEqual(whole);
    },
    async inTheEnd({ database, ledger }) {
      expect(await database.acts.count()).toBe(1);
      expect((await ledger.actsOf(zephyrine)).acts).toEqual([]);
      expect(await ledger.health()).toEqual(whole);
    },
  });
  expect(points).toBeGreaterThanOrEqual(10);
}, 120_000);

test('setting and changing the passphrase: the old one or the new one opens, never neither', async () => {
  const points = await atEveryStep({
    async prepare({ vault, ledger }) {
      const id = await ledger.recordIntent(pressOf());
      await vault.setPassphrase(phrase);
      return id;
    },
    async work({ vault }) {
      const isChanged = await vault.unlock(other).then(
        () => true,
        () => false,
      );
      if (!isChanged) await vault.setPassphrase(other, phrase);
    },
    async afterDeath({ vault, ledger }, id) {
      await vault.lock();
      await vault.unlock(phrase).catch(() => vault.unlock(other));
      expect(await ledger.act(id)).toMatchObject({ id });
    },
    async inTheEnd({ vault, ledger }, id) {
      await vault.lock();
      await expect(vault.unlock(phrase)).rejects.toThrow(/phrase de passe/);
      await vault.unlock(other);
      expect(await ledger.act(id)).toMatchObject({ id });
    },
  });
  expect(points).toBeGreaterThanOrEqual(8);
}, 120_000);

test('a device key exchanged for a passphrase and back: open, or opened by the passphrase', async () => {
  const points = await atEveryStep({
    prepare: ({ ledger }) => ledger.recordIntent(pressOf()),
    async work({ vault }) {
      await vault.setPassphrase(phrase, phrase);
      await vault.useDeviceKey(phrase);
    },
    async afterDeath({ vault, ledger }, id) {
      if ((await vault.state()).mode === 'passphrase') await vault.unlock(phrase);
      expect(await ledger.act(id)).toMatchObject({ id });
    },
    async inTheEnd({ vault, ledger }, id) {
      expect(await vault.state()).toMatchObject({ mode: 'device', open: true });
      expect(await ledger.act(id)).toMatchObject({ id });
    },
  });
  expect(points).toBeGreaterThanOrEqual(10);
}, 120_000);

test('an attempt at the passphrase: a wrong one counts from the moment it is looked at', async () => {
  let counted = 0;
  await atEveryStep({
    async prepare({ vault }) {
      await vault.setPassphrase(phrase);
      await vault.lock();
    },
    work: ({ vault }) => vault.unlock('une mauvaise phrase').catch(() => undefined),
    async afterDeath({ database }) {
      const row = (await database.meta.get('vault')) as unknown as { failures: number };
      counted = Math.max(counted, row.failures);
    },
    inTheEnd: async ({ database }) => {
      const row = (await database.meta.get('vault')) as unknown as { failures: number };
      expect(row.failures).toBeGreaterThanOrEqual(1);
    },
  });
  expect(counted).toBe(1);
}, 120_000);

test('making a recovery file: the one that was made before still opens', async () => {
  await atEveryStep({
    async prepare({ vault, ledger }) {
      const id = await ledger.recordIntent(pressOf());
      await vault.setPassphrase(phrase);
      return { id, file: await vault.makeRecoveryFile() };
    },
    work: ({ vault }) => vault.makeRecoveryFile(),
    afterDeath: ({ vault }, { file }) => vault.recover(file, other),
    async inTheEnd({ vault, ledger }, { id }) {
      await vault.recover(await vault.makeRecoveryFile(), phrase);
      expect(await ledger.act(id)).toMatchObject({ id });
    },
  });
}, 120_000);

test('a restore: what was here stays, what came is there once, and an unfinished one is known', async () => {
  const points = await atEveryStep({
    async prepare({ register, ledger }) {
      const elsewhere = openAt(freshName(), { now: clock() });
      const id = await elsewhere.ledger.recordIntent(pressOf({ pressId: 'elsewhere' }));
      await elsewhere.ledger.recordOutcome(id, 'not-secured');
      await elsewhere.ledger.recordIntent(pressOf({ ...octave, pressId: 'erased elsewhere' }));
      await elsewhere.register.erasePatient(octave.patientKeys);
      const { file } = await elsewhere.register.makeBackup(phrase);
      elsewhere.database.close();
      await ledger.recordIntent(pressOf({ pressId: 'here' }));
      await register.importActs({ software: 'weda' }, []);
      return file;
    },
    work: ({ register }, file) => register.mergeBackup(file, phrase),
    async afterDeath({ register, ledger }) {
      const { acts } = await ledger.actsOf(zephyrine);
      const [here, elsewhere] = ['here', 'elsewhere'].map((sheet) =>
        acts.filter(({ pressId }) => pressId === sheet).map(({ standing }) => standing),
      );
      expect(here).toEqual(['intent']);
      expect([[], ['not-secured']]).toContainEqual(elsewhere);
      if (elsewhere?.length === 0 && (await register.isMergeUnfinished()) === false) {
        expect(acts).toHaveLength(1);
      }
    },
    async inTheEnd({ register, ledger }) {
      expect(await register.isMergeUnfinished()).toBe(false);
      const { acts } = await ledger.actsOf(zephyrine);
      expect(acts.map(({ pressId, standing }) => [pressId, standing]).sort()).toEqual([
        ['elsewhere', 'not-secured'],
        ['here', 'intent'],
      ]);
      expect((await ledger.actsOf(octave)).acts).toEqual([]);
      expect(await ledger.health()).toEqual(whole);
    },
  });
  expect(points).toBeGreaterThanOrEqual(20);
}, 120_000);

test('taking in what was kept while locked: nothing lost, nothing twice', async () => {
  const points = await atEveryStep({
    async prepare({ vault, ledger }) {
      await vault.setPassphrase(phrase);
      await vault.lock();
      const id = await ledger.recordIntent(pressOf());
      await ledger.recordOutcome(id, 'left');
      await ledger.recordConsent(zephyrine, { given: true, on: '2026-03-12' });
      await vault.unlock(phrase);
      return id;
    },
    work: ({ ledger }) => ledger.actsOf(zephyrine),
    async afterDeath({ database }) {
      const kept = (await database.acts.count()) + (await database.events.count());
      expect(kept + (await database.consents.count()) + (await database.inbox.count())).toBe(3);
    },
    async inTheEnd({ ledger, database }, id) {
      expect((await ledger.actsOf(zephyrine)).acts).toMatchObject([{ id, standing: 'left' }]);
      expect(await ledger.consentFor(zephyrine, '2026-03-12')).toMatchObject({ given: true });
      expect([await database.events.count(), await database.consents.count()]).toEqual([1, 1]);
      expect(await ledger.openIntents()).toEqual([]);
      expect(await ledger.health()).toEqual(whole);
    },
  });
  expect(points).toBeGreaterThanOrEqual(10);
}, 120_000);

test('an import taken back: all of it or none of it, and what was pressed stays', async () => {
  const points = await atEveryStep({
    async prepare({ register, ledger }) {
      await ledger.recordIntent(pressOf());
      await register.importActs({ software: 'weda', file: 'wrong' }, exported(4));
      const { acts } = await register.acts();
      await register.mark([acts.find(({ origin }) => origin === 'import')?.id ?? ''], 'paid');
    },
    async work({ register }) {
      const [file] = await register.imports();
      if (file) await register.takeBackImport(file);
    },
    async afterDeath({ register, database }) {
      expect([
        [5, 1, 1],
        [1, 0, 0],
      ]).toContainEqual([
        await database.acts.count(),
        await database.events.count(),
        (await register.imports()).length,
      ]);
    },
    async inTheEnd({ register, ledger }) {
      expect((await register.acts()).acts.map(({ origin }) => origin)).toEqual(['press']);
      expect(await register.imports()).toEqual([]);
      expect(await ledger.health()).toEqual(whole);
    },
  });
  expect(points).toBeGreaterThanOrEqual(10);
}, 120_000);

test('locking: open or locked, the passphrase opens it, and in the end no key is left in memory', async () => {
  const points = await atEveryStep({
    async prepare({ vault, ledger }) {
      const id = await ledger.recordIntent(pressOf());
      await vault.setPassphrase(phrase);
      return id;
    },
    work: ({ vault }) => vault.lock(),
    async afterDeath({ vault, ledger }, id) {
      if (!(await vault.state()).open) await vault.unlock(phrase);
      expect(await ledger.act(id)).toMatchObject({ id });
    },
    async inTheEnd({ vault, ledger, session }, id) {
      await vault.lock();
      expect(await session.get(unlockedKey)).toBeUndefined();
      await expect(ledger.act(id)).rejects.toThrow(/verrouillé/);
      await vault.unlock(phrase);
      expect(await ledger.act(id)).toMatchObject({ id });
    },
  });
  expect(points).toBeGreaterThanOrEqual(1);
}, 120_000);

/** A register as the first release left it: one act, and the vault row of that time. */
async function registerOfVersionOne(name: string): Promise<string> {
  const made = openAt(name, { now: clock() });
  const id = await made.ledger.recordIntent(pressOf());
  const { acts, meta, trail } = made.database;
  const [act, vault, head, link] = [
    await acts.get(id),
    (await meta.get('vault')) as MetaRow & { keyId: string; lock: object },
    await meta.get('trail-head'),
    await trail.toCollection().first(),
  ];
  await made.database.delete();
  const old = new Dexie(name);
  old.version(1).stores(firstFloor.stores);
  await old.table('acts').add(act);
  await old.table('pending').add({ id });
  await old.table('trail').add(link);
  await old.table('meta').bulkAdd([{ key: 'vault', keyId: vault.keyId, ...vault.lock }, head]);
  old.close();
  return id;
}

test('a migration: the tables of before or those of after, and the same act in both', async () => {
  let points = 0;
  for (let isOver = false; !isOver; points += 1) {
    const name = freshName();
    const id = await registerOfVersionOne(name);
    const death = dieAfter(points);
    const dying = new LedgerDatabase(name);
    death.install(dying);
    await openDatabase(dying).catch((error: unknown) => {
      if (!death.died()) throw error;
    });
    dying.close();
    isOver = !death.died();
    const { database, ledger, vault } = openAt(name, { now: clock() });
    expect(await ledger.openIntents()).toMatchObject([{ actId: id }]);
    expect(await database.meta.get('vault')).toMatchObject({ lock: { mode: 'device' }, failures: 0 });
    expect(await ledger.health()).toEqual(whole);
    await vault.setPassphrase(phrase);
    database.close();
  }
  allPoints += points - 1;
  expect(points - 1).toBeGreaterThanOrEqual(2);
}, 120_000);
