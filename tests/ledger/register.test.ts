import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { quotaHistory } from '../../ledger/quota-history.ts';
import { biller, canaries, octave, pressOf, zephyrine } from './people.ts';
import { dump, freshName, openAt } from './storage.ts';

const whole = { damaged: [], broken: [], cut: false, altered: [], missing: [], untold: [] };

/** Lines of an export; two equal ones of a day are told apart by their number. */
const lines = (count: number, patientKeys = zephyrine.patientKeys) =>
  Array.from({ length: count }, (_, index) => ({
    patientKeys,
    biller,
    code: 'RQD',
    actDate: `2026-01-${String(1 + (index % 28)).padStart(2, '0')}`,
    amount: 1000,
    line: String(Math.floor(index / 28) + 1),
  }));

describe('an import', () => {
  test('read twice brings its acts once', async () => {
    const { register, ledger, database } = openAt(freshName());
    expect(await register.importActs({ software: 'weda' }, lines(40))).toEqual({ added: 40, known: 0 });
    expect(await register.importActs({ software: 'weda' }, lines(45))).toEqual({ added: 5, known: 40 });
    expect(await register.importActs({ software: 'weda' }, lines(45))).toEqual({ added: 0, known: 45 });
    expect((await ledger.actsOf(zephyrine)).acts).toHaveLength(45);
    expect(await database.imports.count()).toBe(2);
    expect(await ledger.health()).toEqual(whole);
  });

  test('with the same line twice brings it once', async () => {
    const { register } = openAt(freshName());
    const [line] = lines(1);
    expect(await register.importActs({ software: 'weda' }, line ? [line, line] : [])).toEqual({
      added: 1,
      known: 1,
    });
  });

  test('says how far it is', async () => {
    const { register } = openAt(freshName(), { batch: 5 });
    const progress: number[] = [];
    await register.importActs({ software: 'weda' }, lines(12), (done) => progress.push(done));
    expect(progress).toEqual([5 / 12, 10 / 12, 1]);
  });

  test('of what was pressed under our eyes does not make the quota grow', async () => {
    const { register, ledger } = openAt(freshName());
    await ledger.recordIntent(pressOf({ actDate: '2026-01-01' }));
    await register.importActs({ software: 'weda' }, lines(2));
    const { acts } = await ledger.actsOf(zephyrine);
    const history = quotaHistory({
      about: { patientKey: 'patient', biller },
      register: acts,
      shown: [{ code: 'RQD', actDate: '2026-01-02' }],
    });
    expect(history.made).toEqual([
      { code: 'RQD', day: '2026-01-01', count: 1, register: 1, shown: 0, imported: 1, unsettled: 1 },
      { code: 'RQD', day: '2026-01-02', count: 1, register: 0, shown: 1, imported: 1, unsettled: 0 },
    ]);
  });

  test('while somebody presses the final button on another page loses neither', async () => {
    const name = freshName();
    const [page, background] = [openAt(name), openAt(name)];
    const [report] = await Promise.all([
      page.register.importActs({ software: 'weda' }, lines(60)),
      ...['a', 'b', 'c', 'd'].map((pressId) => background.ledger.recordIntent(pressOf({ pressId }))),
    ]);
    expect(report).toEqual({ added: 60, known: 0 });
    expect((await page.ledger.actsOf(zephyrine)).acts).toHaveLength(64);
    expect(await page.ledger.health()).toEqual(whole);
  });
});

describe('the acts of the page', () => {
  test('are of every practitioner, by date, with where they stand', async () => {
    const { register, ledger } = openAt(freshName());
    const id = await ledger.recordIntent(pressOf());
    await ledger.recordIntent(pressOf({ ...octave, biller: '691112231', actDate: '2026-01-01' }));
    await register.mark([id], 'refused', { reason: 'prescripteur inconnu' });
    const { acts, damaged } = await register.acts();
    expect(damaged).toEqual([]);
    expect(acts.map(({ actDate, standing }) => [actDate, standing])).toEqual([
      ['2026-01-01', 'intent'],
      ['2026-03-12', 'refused'],
    ]);
    expect(acts.map((act) => act.biller)).toEqual(['691112231', biller]);
    expect((await ledger.openIntents()).map(({ actId }) => actId)).not.toContain(id);
  });

  test('are marked all together', async () => {
    const { register } = openAt(freshName());
    await register.importActs({ software: 'weda' }, lines(5));
    const before = await register.acts();
    await register.mark(
      before.acts.map(({ id }) => id),
      'paid',
      { amount: 1000 },
    );
    expect((await register.acts()).acts.map(({ standing }) => standing)).toEqual(Array(5).fill('paid'));
  });
});

test('a dossier tells its steps in order', async () => {
  const { register } = openAt(freshName());
  const step = { ...zephyrine, case: 'dossier-1', on: '2026-03-12' };
  await register.recordCaseStep({ ...step, step: 'draft' });
  await register.recordCaseStep({ ...step, step: 'sent' });
  await register.recordCaseStep({ ...step, case: 'dossier-2', step: 'draft' });
  expect((await register.caseSteps('dossier-1')).map((entry) => entry.step)).toEqual(['draft', 'sent']);
});

describe('one patient', () => {
  async function twoPatients() {
    const opened = openAt(freshName());
    const { ledger, register } = opened;
    const [marker = '', nir = ''] = zephyrine.patientKeys;
    const first = await ledger.recordIntent(pressOf({ patientKeys: [marker] }));
    await ledger.recordOutcome(first, 'secured');
    await ledger.recordIntent(pressOf({ pressId: 'both' }));
    await ledger.recordConsent({ ...zephyrine, patientKeys: [nir] }, { given: true, on: '2026-03-12' });
    await ledger.recordReport(zephyrine, '2026-03-12');
    await ledger.recordOverride({ ...zephyrine, rules: [], pressId: 'p', reason: canaries.reason });
    await register.recordCaseStep({ ...zephyrine, case: 'd', step: 'draft', on: '2026-03-12' });
    await ledger.recordIntent(pressOf({ ...octave, pressId: 'octave' }));
    return { ...opened, marker, nir, first };
  }

  test('is given everything that is known of him, under whichever word he is asked for', async () => {
    const { register, marker, nir } = await twoPatients();
    for (const asked of [marker, nir]) {
      const file = await register.patientFile([asked]);
      expect([...file.patientKeys].sort()).toEqual([marker, nir].sort());
      expect(file.acts.map(({ standing, events }) => [standing, events.length])).toEqual([
        ['secured', 1],
        ['intent', 0],
      ]);
      expect([file.consents, file.reports, file.presses, file.cases].map(({ length }) => length)).toEqual([
        1, 1, 1, 1,
      ]);
      expect(file.presses[0]?.reason).toBe(canaries.reason);
      expect(file.damaged).toEqual([]);
    }
  });

  test('is erased with everything, from one word of his, and the others stay', async () => {
    const { register, ledger, database, nir } = await twoPatients();
    expect(await register.erasePatient([nir])).toBe(7);
    const file = await register.patientFile(zephyrine.patientKeys);
    expect([file.acts, file.consents, file.reports, file.presses, file.cases].flat()).toEqual([]);
    expect((await ledger.actsOf(octave)).acts).toHaveLength(1);
    expect(await ledger.openIntents()).toHaveLength(1);
    expect(await ledger.health()).toEqual(whole);
    const text = await dump(database);
    for (const canary of Object.values(canaries)) expect(text).not.toContain(canary);
  });

  test('is erased with the records that cannot be read any more, and only with his own', async () => {
    const { register, ledger, database, first } = await twoPatients();
    const octaves = (await ledger.actsOf(octave)).acts[0]?.id ?? '';
    const words = (await database.acts.get(first))?.patients ?? [];
    await database.acts.update(first, { iv: new Uint8Array(12) });
    await database.acts.update(octaves, { patients: words });
    await register.erasePatient(zephyrine.patientKeys);
    expect(await database.acts.get(first)).toBeUndefined();
    expect(await database.acts.get(octaves)).toBeDefined();
  });
});
