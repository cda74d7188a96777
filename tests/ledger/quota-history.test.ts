import { describe, expect, test } from 'vitest';
import type { Standing } from '../../ledger/facts.ts';
import { quotaHistory } from '../../ledger/quota-history.ts';

const about = { patientKey: 'patient', biller: '691112223' };
const pressed = (actDate: string, standing: Standing = 'secured', code = 'RQD') => ({
  code,
  actDate,
  standing,
  origin: 'press' as const,
  software: 'weda',
});
const imported = (actDate: string, software = 'weda', standing: Standing = 'secured') => ({
  code: 'RQD',
  actDate,
  standing,
  origin: 'import' as const,
  software,
});
const shown = (actDate: string, code = 'RQD') => ({ code, actDate, author: null });
const days = (history: ReturnType<typeof quotaHistory>) => history.acts.map(({ actDate }) => actDate);

describe('the history given to the quotas', () => {
  test('counts once an act that the register, the software and an export all know', () => {
    const history = quotaHistory({
      about,
      register: [pressed('2026-03-12'), imported('2026-03-12')],
      shown: [shown('2026-03-12')],
    });
    expect(history.acts).toEqual([
      { code: 'RQD', actDate: '2026-03-12', patientKey: 'patient', billerNumeroAm: '691112223' },
    ]);
    expect(history.made).toEqual([
      { code: 'RQD', day: '2026-03-12', count: 1, register: 1, shown: 1, imported: 1, unsettled: 0 },
    ]);
  });

  test('adds what only one of them knows, by code and by day', () => {
    const history = quotaHistory({
      about,
      register: [pressed('2026-03-12'), pressed('2026-03-12', 'secured', 'TE2'), imported('2026-01-02')],
      shown: [shown('2026-02-01'), shown('2026-03-12', 'rqd ')],
    });
    expect(history.acts.map(({ code, actDate }) => `${actDate} ${code}`)).toEqual([
      '2026-01-02 RQD',
      '2026-02-01 RQD',
      '2026-03-12 RQD',
      '2026-03-12 TE2',
    ]);
  });

  test('keeps the larger count of a day, not the sum', () => {
    const history = quotaHistory({
      about,
      register: [pressed('2026-03-12'), pressed('2026-03-12')],
      shown: [shown('2026-03-12'), shown('2026-03-12'), shown('2026-03-12')],
    });
    expect(history.made).toMatchObject([{ count: 3, register: 2, shown: 3 }]);
  });

  test('takes exports of two programs as two views of the same acts', () => {
    const history = quotaHistory({
      about,
      register: [
        imported('2026-01-02', 'weda'),
        imported('2026-01-02', 'mlm'),
        imported('2026-01-02', 'mlm'),
      ],
      shown: undefined,
    });
    expect(history.made).toMatchObject([{ count: 2, register: 0, shown: undefined, imported: 2 }]);
  });

  test.each<[Standing, number]>([
    ['intent', 1],
    ['left', 1],
    ['secured', 1],
    ['paid', 1],
    ['stayed', 0],
    ['not-secured', 0],
    ['refused', 0],
    ['rejected', 0],
    ['rebilled', 0],
  ])('counts an act that stands at %s %i time', (standing, count) => {
    expect(
      days(quotaHistory({ about, register: [pressed('2026-03-12', standing)], shown: [] })),
    ).toHaveLength(count);
  });

  test('says how many of the acts nobody has confirmed', () => {
    const { made } = quotaHistory({
      about,
      register: [pressed('2026-03-12', 'left'), pressed('2026-03-12')],
      shown: undefined,
    });
    expect(made).toMatchObject([{ count: 2, unsettled: 1 }]);
  });

  test('takes a refused act off the software that still shows it, and counts the one billed anew', () => {
    const refused = quotaHistory({
      about,
      register: [pressed('2026-03-12', 'refused'), imported('2026-03-12')],
      shown: [shown('2026-03-12')],
    });
    expect(days(refused)).toEqual([]);
    const again = quotaHistory({
      about,
      register: [pressed('2026-03-12', 'rebilled'), pressed('2026-03-12')],
      shown: [shown('2026-03-12'), shown('2026-03-12')],
    });
    expect(days(again)).toEqual(['2026-03-12']);
  });

  test('does not take a refusal off twice from the source that knows of it', () => {
    const history = quotaHistory({
      about,
      register: [imported('2026-03-12', 'weda', 'refused'), imported('2026-03-12', 'weda')],
      shown: undefined,
    });
    expect(days(history)).toEqual(['2026-03-12']);
  });
});
