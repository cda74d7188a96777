import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cnilRetention, groupByPatient, stageOf } from '../../ledger/retention.ts';
import { biller, octave, pressOf, zephyrine } from './people.ts';
import { clock, freshName, openAt } from './storage.ts';

const whole = { damaged: [], broken: [], cut: false, altered: [], missing: [], untold: [] };

describe('how long a record is kept', () => {
  test.each([
    ['2026-03-12', '2031-03-11', 'active'],
    ['2026-03-12', '2031-03-12', 'archived'],
    ['2026-03-12', '2046-03-11', 'archived'],
    ['2026-03-12', '2046-03-12', 'due'],
    ['2024-02-29', '2029-02-27', 'active'],
    ['2024-02-29', '2029-02-28', 'archived'],
    ['2024-02-29', '2044-02-28', 'archived'],
    ['2024-02-29', '2044-02-29', 'due'],
  ])('of %s on %s: %s', (lastDay, today, stage) => {
    expect(stageOf(lastDay, today, cnilRetention)).toBe(stage);
  });

  test('is what the practice decides when it keeps less', () => {
    const short = { activeYears: 1, archiveYears: 0 };
    expect(stageOf('2026-03-12', '2027-03-11', short)).toBe('active');
    expect(stageOf('2026-03-12', '2027-03-12', short)).toBe('due');
  });
});

describe('records of one person', () => {
  const row = (id: string, day: string, patients: string[]) => ({
    table: 'acts' as const,
    id,
    day,
    patients,
  });

  test('are those that share a word, from one to the next; the last day is that of them all', () => {
    const groups = groupByPatient(
      [
        row('a', '2001-01-01', ['marker']),
        row('b', '2020-01-01', ['nir']),
        row('c', '2010-01-01', ['marker', 'nir']),
        row('d', '2001-01-01', ['other']),
        row('e', '2001-01-01', []),
        row('f', '2001-01-01', []),
      ],
      [{ id: 'paid', day: '2022-05-05', patients: [], of: 'a' }],
    );
    const shapes = groups.map(({ lastDay, facts }) => [
      lastDay,
      facts
        .map(({ id }) => id)
        .sort()
        .join(),
    ]);
    expect(shapes.sort()).toEqual([
      ['2001-01-01', 'd'],
      ['2001-01-01', 'e'],
      ['2001-01-01', 'f'],
      ['2022-05-05', 'a,b,c,paid'],
    ]);
  });

  test('are the same groups in whatever order they are read', () => {
    const words = fc.array(fc.constantFrom('p', 'q', 'r', 's', 't', 'u'), { maxLength: 3 });
    const shapes = (rows: ReturnType<typeof row>[]) =>
      groupByPatient(rows, [])
        .map(({ facts }) =>
          facts
            .map(({ id }) => id)
            .sort()
            .join(),
        )
        .sort();
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (all) => {
        const rows = all.map((patients, index) => row(String(index), '2001-01-01', patients));
        expect(shapes([...rows].reverse())).toEqual(shapes(rows));
      }),
    );
  });
});

describe('a purge', () => {
  /** Zéphyrine was last seen in 2005, Octave in 2005 and again lately. */
  async function oldRegister() {
    const opened = openAt(freshName(), { now: clock(Date.UTC(2005, 2, 12)) });
    const { ledger } = opened;
    const zephyrines = await ledger.recordIntent(pressOf({ actDate: '2005-03-12' }));
    await ledger.recordOutcome(zephyrines, 'secured');
    await ledger.recordConsent(zephyrine, { given: true, on: '2005-03-12' });
    await ledger.recordIntent(pressOf({ ...octave, actDate: '2005-03-12' }));
    await ledger.recordIntent(pressOf({ ...octave, actDate: '2024-01-01', pressId: 'lately' }));
    return { ...opened, zephyrines };
  }

  test('erases everything of those whose time is over, and nothing of the others', async () => {
    const { ledger, register, database, zephyrines } = await oldRegister();
    expect(await register.retentionCount('2026-03-12')).toEqual({
      people: { active: 1, archived: 0, due: 1 },
      due: 3,
    });
    expect(await register.purge('2026-03-12')).toEqual({ erased: 3, damaged: [] });
    expect(await ledger.act(zephyrines)).toBeNull();
    expect((await register.patientFile(zephyrine.patientKeys)).consents).toEqual([]);
    expect((await ledger.actsOf(octave)).acts).toHaveLength(2);
    expect(await database.events.count()).toBe(0);
    expect((await ledger.openIntents()).map(({ id }) => id)).not.toContain(zephyrines);
    expect(await ledger.health()).toEqual(whole);
    expect(await register.purge('2026-03-12')).toEqual({ erased: 0, damaged: [] });
  });

  test('does nothing before the day', async () => {
    const { register } = await oldRegister();
    expect(await register.purge('2025-03-11')).toEqual({ erased: 0, damaged: [] });
  });

  test('does not believe a day that was altered: the person is kept, the record named', async () => {
    const { ledger, register, database } = await oldRegister();
    const id = await ledger.recordIntent(pressOf({ patientKeys: ['weda:7'], actDate: '2026-03-12' }));
    await database.acts.update(id, { day: '1926-03-12' });
    const { damaged, erased } = await register.purge('2026-03-12');
    expect(damaged).toEqual([{ table: 'acts', id }]);
    expect(erased).toBe(3);
    expect(await database.acts.get(id)).toBeDefined();
  });

  test('of many people is done batch by batch, with its progress', async () => {
    const { register } = openAt(freshName(), { now: clock(Date.UTC(2005, 2, 12)) });
    const lines = Array.from({ length: 700 }, (_, line) => ({
      patientKeys: [`weda:${line}`],
      biller,
      code: 'TE2',
      actDate: '2005-03-12',
      line: '1',
    }));
    await register.importActs({ software: 'weda' }, lines);
    const progress: number[] = [];
    expect(await register.purge('2026-03-12', cnilRetention, (done) => progress.push(done))).toMatchObject({
      erased: 700,
    });
    expect(progress).toEqual([500 / 700, 1]);
    expect((await register.acts()).acts).toEqual([]);
  }, 30_000);
});
