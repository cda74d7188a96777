import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { readBackupFile, writeBackupFile } from '../../ledger/backup-file.ts';
import { BackupRejected } from '../../ledger/errors.ts';
import { canaries, octave, pressOf, zephyrine } from './people.ts';
import { clock, freshName, noon, openAt, type Opened } from './storage.ts';

const phrase = 'le lièvre court vite';
const whole = { damaged: [], broken: [], cut: false, altered: [], missing: [], untold: [] };

const expert = {
  id: 'c1',
  name: canaries.expert,
  numeroAm: canaries.expertAm,
  rpps: '',
  speciality: '',
  place: 'Lyon',
  salaried: false,
};

/** What a register holds, whatever its keys, its own trail and the order it learnt things in. */
async function contentOf({ register, ledger, database }: Opened) {
  const { acts, damaged } = await register.acts();
  const file = await register.patientFile([...zephyrine.patientKeys, ...octave.patientKeys]);
  return {
    acts: acts.map((act) => JSON.stringify(act)).sort(),
    damaged,
    consents: file.consents.map((consent) => JSON.stringify(consent)).sort(),
    reports: file.reports.length,
    presses: file.presses.length,
    correspondents: await ledger.correspondents(),
    erased: (await database.erased.toArray()).map(({ id }) => id).sort(),
    links: (await database.trail.toArray()).map(({ id }) => id).sort(),
  };
}

const merge = async (into: Opened, file: Blob) => into.register.mergeBackup(file, phrase);
const backupOf = async ({ register }: Opened) => (await register.makeBackup(phrase)).file;

/** Four computers of one practice, which exchanged backups once and then went their own ways. */
async function practice() {
  const start = (hour: number) => openAt(freshName(), { now: clock(noon + hour * 3_600_000) });
  const [reception, office, surgery, home] = [start(0), start(1), start(2), start(3)];
  const shared = await reception.ledger.recordIntent(pressOf({ pressId: 'shared' }));
  await reception.ledger.saveCorrespondent(expert);
  await reception.ledger.recordConsent(zephyrine, { given: true, on: '2026-03-01' });
  const first = await backupOf(reception);
  for (const computer of [office, surgery, home]) await merge(computer, first);

  await office.ledger.recordOutcome(shared, 'left');
  await office.ledger.recordIntent(pressOf({ pressId: 'office', actDate: '2026-03-13' }));
  await office.ledger.saveCorrespondent({ ...expert, place: 'Brest' });
  await surgery.ledger.recordOutcome(shared, 'secured');
  await surgery.ledger.recordConsent(octave, { given: true, on: '2026-03-02' });
  const octaves = await surgery.ledger.recordIntent(pressOf({ ...octave, pressId: 'octave' }));
  await surgery.ledger.recordOutcome(octaves, 'secured');
  await home.register.importActs({ software: 'weda' }, [
    { ...octave, code: 'TE2', actDate: '2026-01-05', line: '1' },
    { ...zephyrine, code: 'RQD', actDate: '2026-01-06', line: '2' },
  ]);
  await home.register.erasePatient(octave.patientKeys);
  return { reception, office, surgery, home };
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, index) =>
    permutations(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]),
  );
}

describe('merging backups', () => {
  test('gives the same register in whatever order the four computers’ files come', async () => {
    const files = await Promise.all(Object.values(await practice()).map(backupOf));
    const contents = [];
    for (const order of permutations(files)) {
      const register = openAt(freshName());
      for (const file of order) await merge(register, file);
      expect(await register.ledger.health()).toEqual(whole);
      contents.push(await contentOf(register));
      register.database.close();
    }
    expect(contents).toHaveLength(24);
    for (const content of contents) expect(content).toEqual(contents[0]);
    expect(contents[0]?.acts).toHaveLength(3);
  }, 120_000);

  test('gives the same whether two are merged first and the third after, or the other way round', async () => {
    const { reception, office, surgery, home } = await practice();
    const files = await Promise.all([office, surgery, home].map(backupOf));
    const [a, b, c] = files as [Blob, Blob, Blob];
    const via = async (first: Blob, second: Blob) => {
      const between = openAt(freshName());
      await merge(between, first);
      await merge(between, second);
      return backupOf(between);
    };
    const left = openAt(freshName());
    for (const file of [await via(a, b), c]) await merge(left, file);
    const right = openAt(freshName());
    for (const file of [a, await via(b, c)]) await merge(right, file);
    expect(await contentOf(left)).toEqual(await contentOf(right));
    expect((await contentOf(reception)).acts).toHaveLength(1);
  });

  test('a second time changes nothing', async () => {
    const { office, surgery } = await practice();
    const file = await backupOf(surgery);
    await merge(office, file);
    const [content, acts] = [await contentOf(office), await office.database.acts.toArray()];
    const report = await merge(office, file);
    expect(report).toMatchObject({ added: 0, repaired: 0, erased: 0, conflicting: [] });
    expect(report.known).toBeGreaterThan(0);
    expect(await contentOf(office)).toEqual(content);
    expect(await office.database.acts.toArray()).toEqual(acts);
  });

  test('a backup of one’s own register changes nothing', async () => {
    const { office } = await practice();
    const before = await contentOf(office);
    expect(await merge(office, await backupOf(office))).toMatchObject({ added: 0, conflicting: [] });
    expect(await contentOf(office)).toEqual(before);
  });

  test('keeps what somebody said over what a page showed, from whichever computer', async () => {
    const { office, surgery } = await practice();
    await merge(office, await backupOf(surgery));
    const { acts } = await office.ledger.actsOf(zephyrine);
    expect(acts.map(({ pressId, standing }) => [pressId, standing])).toEqual([
      ['shared', 'secured'],
      ['office', 'intent'],
    ]);
  });

  test('settles here what was settled elsewhere', async () => {
    const [one, two] = [openAt(freshName()), openAt(freshName(), { now: clock(noon + 1000) })];
    const id = await one.ledger.recordIntent(pressOf());
    await merge(two, await backupOf(one));
    expect(await two.ledger.openIntents()).toEqual([]);
    await two.ledger.recordOutcome(id, 'secured');
    expect(await one.ledger.openIntents()).toHaveLength(1);
    await merge(one, await backupOf(two));
    expect(await one.ledger.openIntents()).toEqual([]);
    expect(await one.database.pending.count()).toBe(0);
  });

  test('counts once the same export read on two computers', async () => {
    const lines = [{ ...zephyrine, code: 'RQD', actDate: '2026-01-06', line: 'F-1' }];
    const [one, two] = [openAt(freshName()), openAt(freshName())];
    await one.register.importActs({ software: 'weda' }, lines);
    await two.register.importActs({ software: 'weda' }, lines);
    await merge(one, await backupOf(two));
    expect((await one.ledger.actsOf(zephyrine)).acts).toHaveLength(1);
  });

  test('does not bring an erased patient back, not even what another computer wrote of him unseen', async () => {
    const { surgery, home } = await practice();
    const report = await merge(home, await backupOf(surgery));
    expect(report.erased).toBeGreaterThan(0);
    expect((await home.ledger.actsOf(octave)).acts).toEqual([]);
    expect(await home.ledger.consentFor(octave, '2026-03-12')).toBeNull();
    await merge(surgery, await backupOf(home));
    expect((await surgery.ledger.actsOf(octave)).acts).toEqual([]);
    expect(await surgery.ledger.health()).toEqual(whole);
  });

  test('an outcome noted elsewhere after the erasure goes with its act', async () => {
    const [one, two] = [openAt(freshName()), openAt(freshName(), { now: clock(noon + 1000) })];
    const id = await one.ledger.recordIntent(pressOf());
    await merge(two, await backupOf(one));
    await one.register.purge('2060-01-01');
    await two.ledger.recordOutcome(id, 'secured');
    const [ones, twos] = [await backupOf(one), await backupOf(two)];
    await merge(two, ones);
    await merge(one, twos);
    for (const { database, ledger } of [one, two]) {
      expect([await database.acts.count(), await database.events.count()]).toEqual([0, 0]);
      expect(await ledger.health()).toEqual(whole);
    }
    expect((await contentOf(one)).erased).toEqual((await contentOf(two)).erased);
  });

  test('takes back a patient who returns after he was erased', async () => {
    const { surgery, home } = await practice();
    const again = await home.ledger.recordIntent(pressOf({ ...octave, pressId: 'back' }));
    await merge(home, await backupOf(surgery));
    await merge(surgery, await backupOf(home));
    expect((await surgery.ledger.actsOf(octave)).acts.map(({ id }) => id)).toEqual([again]);
  });

  test('repairs a damaged record from the backup', async () => {
    const { office } = await practice();
    const file = await backupOf(office);
    const [act] = await office.database.acts.toArray();
    await office.database.acts.update(act?.id ?? '', { iv: new Uint8Array(12) });
    expect((await office.ledger.health()).damaged).toHaveLength(1);
    expect(await merge(office, file)).toMatchObject({ repaired: 1, added: 0 });
    expect(await office.ledger.health()).toEqual(whole);
  });

  test('a damaged record is left out of a backup, and named', async () => {
    const { office } = await practice();
    const [act] = await office.database.acts.toArray();
    await office.database.acts.update(act?.id ?? '', { iv: new Uint8Array(12) });
    const { damaged, file } = await office.register.makeBackup(phrase);
    expect(damaged).toEqual([{ table: 'acts', id: act?.id }]);
    const fresh = openAt(freshName());
    await merge(fresh, file);
    expect((await fresh.register.acts()).damaged).toEqual([]);
  });
});

describe('the file of a backup', () => {
  test('shows no name, number or word of a patient', async () => {
    const { office } = await practice();
    const text = await (await backupOf(office)).text();
    const bytes = Buffer.from(text.split('\n').slice(1).join(''), 'base64').toString('latin1');
    for (const canary of Object.values(canaries)) expect(`${text}${bytes}`).not.toContain(canary);
  });

  test('opens with its own passphrase, whatever that of the register', async () => {
    const { office } = await practice();
    const fresh = openAt(freshName());
    await fresh.vault.setPassphrase('une tout autre phrase');
    await merge(fresh, await backupOf(office));
    expect((await fresh.ledger.actsOf(zephyrine)).acts).toHaveLength(2);
  });

  test('that is wrong in any way is refused in French, and nothing of it is taken', async () => {
    const { office } = await practice();
    const file = await backupOf(office);
    const lines = (await file.text()).trimEnd().split('\n');
    const [head = '', first = '', second = ''] = lines;
    const flipped = second.slice(0, 40) + (second[40] === 'A' ? 'B' : 'A') + second.slice(41);
    const cases: [string, string[], string][] = [
      ['cut', [head, first], 'damaged'],
      ['cut to its head', [head], 'damaged'],
      ['flipped', [head, first, flipped], 'damaged'],
      ['shuffled', [head, second, first], 'passphrase'],
      ['doubled', [head, first, second, second], 'damaged'],
      ['half a line', [head, first, second.slice(0, 30)], 'damaged'],
      ['not base64', [head, first, '*** ***'], 'damaged'],
      ['fewer pieces claimed', [head.replace('"pieces":2', '"pieces":1'), first], 'passphrase'],
      ['no head', [first, second], 'not-a-backup'],
      ['empty', [''], 'not-a-backup'],
      ['something else', ['{"a":1}'], 'not-a-backup'],
      ['newer', [head.replace('"version":1', '"version":2'), first, second], 'newer'],
      ['endless', [head.replace('"rounds":1000', '"rounds":1e12'), first, second], 'not-a-backup'],
    ];
    expect(lines).toHaveLength(3);
    for (const [name, text, fault] of cases) {
      const fresh = openAt(freshName());
      const failure = await merge(fresh, new Blob([text.join('\n')])).catch((error: unknown) => error);
      expect(failure, name).toBeInstanceOf(BackupRejected);
      expect(failure, name).toMatchObject({ fault });
      expect(await fresh.database.acts.count(), name).toBe(0);
      expect(await fresh.register.isMergeUnfinished(), name).toBe(false);
    }
    const fresh = openAt(freshName());
    await expect(fresh.register.mergeBackup(file, 'une mauvaise phrase')).rejects.toMatchObject({
      fault: 'passphrase',
    });
  });

  test.each([
    ['a fact of no known table', [{ table: 'gossip', id: 'x', v: 1, body: {} }], 'damaged'],
    ['a fact without its body', [{ table: 'acts', id: 'x', v: 1 }], 'damaged'],
    ['an act without a date', [{ table: 'acts', id: 'x', v: 1, body: { code: 'RQD' } }], 'damaged'],
    ['a fact of a newer shape', [{ table: 'acts', id: 'x', v: 9, body: {} }], 'newer'],
  ])('with %s is refused whole', async (_, facts, fault) => {
    const fresh = openAt(freshName());
    const file = await writeBackupFile([{ facts, erased: [] }], phrase, 1000);
    await expect(merge(fresh, file)).rejects.toMatchObject({ fault });
  });

  test('holds its pieces in order, whatever their size', async () => {
    const pieces = [{ a: 1 }, 'é'.repeat(200_000), [], null, 5];
    const read: unknown[] = [];
    const file = await writeBackupFile(pieces, phrase, 1000);
    for await (const piece of await readBackupFile(file, phrase)) read.push(piece);
    expect(read).toEqual(pieces);
    expect(file.size).toBeLessThan(10_000);
  });

  test('of a large register is cut in pieces that never part an act from its outcome', async () => {
    const many = openAt(freshName());
    const lines = Array.from({ length: 1100 }, (_, line) => ({
      patientKeys: [`weda:${line % 50}`],
      biller: zephyrine.biller,
      code: 'RQD',
      actDate: '2026-01-06',
      line: String(line),
    }));
    await many.register.importActs({ software: 'weda' }, lines);
    const { acts } = await many.register.acts();
    await many.register.mark(
      acts.map(({ id }) => id),
      'paid',
    );
    const file = await backupOf(many);
    const apart: string[] = [];
    let pieces = 0;
    for await (const piece of await readBackupFile(file, phrase)) {
      const { facts } = piece as { facts: { table: string; id: string; body: { act?: string } }[] };
      const here = new Set(facts.map(({ id }) => id));
      apart.push(
        ...facts
          .filter(({ table, body }) => table === 'events' && !here.has(body.act ?? ''))
          .map(({ id }) => id),
      );
      pieces += 1;
    }
    expect(pieces).toBeGreaterThan(2);
    expect(apart).toEqual([]);
    const fresh = openAt(freshName());
    const progress: number[] = [];
    await fresh.register.mergeBackup(file, phrase, (done) => progress.push(done));
    expect(progress.at(-1)).toBe(1);
    expect((await fresh.register.acts()).acts.filter(({ standing }) => standing === 'paid')).toHaveLength(
      1100,
    );
  });
});
