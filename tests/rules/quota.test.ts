import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  billed,
  exampleContext,
  exampleSheet,
  goodContext,
  goodSheet,
  line,
  numbers,
} from '../../rules/examples.ts';
import { shiftDay } from './shift-day.ts';
import { lint } from '../../rules/lint.ts';
import { quotaCounts } from '../../rules/quota.ts';
import type { HistoryAct, Sheet } from '../../rules/schema.ts';
import { announce } from './announce.ts';

function sheetOn(actDate: string, code = 'RQD'): Sheet {
  return exampleSheet({ why: '', sheet: { actDate, acts: [line(code, 1000)] } });
}

function quotaRules(sheet: Sheet, history: HistoryAct[] | null): string[] {
  const { findings } = lint(sheet, { ...goodContext, history });
  return findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('quota.'));
}

/** Twelve months before, by the calendar of the platform rather than by ours. */
function referenceAfter(day: string): number {
  const date = new Date(`${day}T00:00:00Z`);
  const month = date.getUTCMonth();
  date.setUTCFullYear(date.getUTCFullYear() - 1);
  if (date.getUTCMonth() !== month) date.setUTCDate(0);
  return date.getTime();
}

const windows = [
  // [act date, other acts, civil, rolling]
  ['2026-03-12', ['2025-03-12'], 0, 0],
  ['2026-03-12', ['2025-03-13'], 0, 1],
  ['2026-03-12', ['2026-03-12'], 1, 1],
  ['2026-03-12', ['2026-03-13'], 1, 0],
  ['2026-03-12', ['2026-01-01'], 1, 1],
  ['2026-03-12', ['2025-12-31'], 0, 1],
  ['2026-03-12', ['2026-12-31'], 1, 0],
  ['2026-03-12', ['2027-01-01'], 0, 0],
  ['2026-01-01', ['2025-01-01', '2025-01-02'], 0, 1],
  ['2025-12-31', ['2024-12-31', '2025-01-01'], 1, 1],
  ['2024-02-29', ['2023-02-28'], 0, 0],
  ['2024-02-29', ['2023-03-01'], 0, 1],
  ['2025-02-28', ['2024-02-28'], 0, 0],
  ['2025-02-28', ['2024-02-29'], 0, 1],
  ['2025-03-01', ['2024-02-29', '2024-03-01'], 0, 0],
  ['2022-04-01', ['2022-03-31', '2021-12-01'], 0, 0],
  ['2022-12-01', ['2022-01-15', '2022-03-31', '2022-04-01'], 1, 1],
  ['2023-03-01', ['2022-03-15', '2022-04-01'], 0, 1],
] as const;

describe('the two windows', () => {
  announce('rules, quota windows', windows.length);

  it.each(windows)(
    'act of %s after %j: %i in the year, %i in twelve months',
    (day, others, civil, rolling) => {
      const history = billed('TE2', ...others);
      expect(quotaCounts(sheetOn(day, 'TE2'), { history })).toMatchObject({
        civil: { used: civil, year: Number(day.slice(0, 4)) },
        rolling: { used: rolling },
      });
    },
  );

  it('counts as a calendar would, over many histories', () => {
    const date = fc.integer({ min: 0, max: 365 * 6 }).map((offset) => shiftDay('2020-06-01', offset));
    fc.assert(
      fc.property(date, fc.array(date, { maxLength: 12 }), (day, others) => {
        const old = day < '2022-04-01';
        const at = (text: string) => new Date(`${text}T00:00:00Z`).getTime();
        const comparable = others.filter((other) => other < '2022-04-01' === old);
        const civil = comparable.filter((other) => other.slice(0, 4) === day.slice(0, 4)).length;
        const rolling = comparable.filter((o) => at(o) > referenceAfter(day) && at(o) <= at(day)).length;
        const counts = quotaCounts(sheetOn(day, 'TE2'), { history: billed('TE2', ...others) });
        expect(counts?.civil.used).toBe(civil);
        expect(counts?.rolling.used).toBe(rolling);
        const expected =
          civil >= (old ? 2 : 4)
            ? ['quota.atteint']
            : rolling >= (old ? 2 : 4)
              ? ['quota.une-fenetre']
              : Math.max(civil, rolling) + 1 === (old ? 2 : 4)
                ? ['quota.dernier']
                : [];
        expect(quotaRules(sheetOn(day, 'TE2'), billed('TE2', ...others))).toEqual(expected);
      }),
      { numRuns: 600 },
    );
  });
});

describe('what counts', () => {
  const four = ['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08'] as const;
  const sheet = sheetOn('2026-03-12');

  it('is the same code, patient and biller only', () => {
    const change = (more: Partial<HistoryAct>) => billed('RQD', ...four).map((act) => ({ ...act, ...more }));
    expect(quotaRules(sheet, change({}))).toEqual(['quota.atteint']);
    expect(quotaRules(sheet, change({ code: 'TE2' }))).toEqual([]);
    expect(quotaRules(sheet, change({ code: 'G' }))).toEqual([]);
    expect(quotaRules(sheet, change({ patientKey: 'patient-2' }))).toEqual([]);
    expect(quotaRules(sheet, change({ billerNumeroAm: numbers.otherMedecin }))).toEqual([]);
  });

  it('does not depend on how the number or the code is written', () => {
    const written = billed('rqd ', ...four).map((act) => ({ ...act, billerNumeroAm: '99 1 00001 9' }));
    expect(quotaRules(sheet, written)).toEqual(['quota.atteint']);
  });

  it('includes an act of the same day', () => {
    expect(quotaRules(sheet, billed('RQD', '2026-03-12', ...four.slice(1)))).toEqual(['quota.atteint']);
  });

  it('is nothing when the history was looked for and is empty', () => {
    expect(quotaRules(sheet, null)).toEqual([]);
    expect(lint(sheet, { ...goodContext, history: null }).notChecked).toEqual([]);
  });

  it('leaves the quota unchecked when an act that may count would change the answer', () => {
    const unknown = { code: 'RQD', actDate: '2026-01-09' };
    const withOne = (count: number) => [...billed('RQD', ...four.slice(0, count)), unknown];
    const unchecked = (count: number) =>
      lint(sheet, { ...goodContext, history: withOne(count) }).notChecked.map(({ rule }) => rule);
    expect(unchecked(1)).toEqual([]);
    expect(unchecked(2)).toEqual(['quota.atteint', 'quota.une-fenetre', 'quota.dernier']);
    expect(unchecked(3)).toEqual(['quota.atteint', 'quota.une-fenetre', 'quota.dernier']);
    expect(unchecked(4)).toEqual([]);
  });
});

describe('what the panel is told', () => {
  it('names the limit and where it comes from', () => {
    expect(quotaCounts(goodSheet, { history: billed('RQD', '2026-01-05', '2025-11-02') })).toMatchObject({
      code: 'RQD',
      limit: 4,
      civil: { used: 1, year: 2026 },
      rolling: { used: 2 },
      source: { id: 'B1', confidence: 'CONFIRMED' },
    });
  });

  it('counts for a profession without a known limit', () => {
    const dentist = exampleSheet({ why: '', sheet: { biller: { profession: 'chirurgien-dentiste' } } });
    expect(quotaCounts(dentist, goodContext)).toMatchObject({
      limit: null,
      source: null,
      civil: { used: 0 },
    });
  });

  it('is nothing at all when something it needs is not known', () => {
    const without = (sheet: Parameters<typeof exampleSheet>[0]['sheet']) =>
      quotaCounts(exampleSheet({ why: '', sheet: sheet! }), goodContext);
    expect(without({ actDate: undefined })).toBeNull();
    expect(without({ acts: [line('G', 3000)] })).toBeNull();
    expect(without({ patient: { key: undefined } })).toBeNull();
    expect(without({ biller: { numeroAm: null } })).toBeNull();
    expect(quotaCounts(goodSheet, exampleContext({ why: '', context: { history: undefined } }))).toBeNull();
  });
});
