import { describe, expect, it } from 'vitest';
import { billed, exampleContext, exampleSheet, line } from '../../rules/examples.ts';
import { lint } from '../../rules/lint.ts';
import { teCodes, type TeCode } from '../../rules/nomenclature/row.ts';
import { professions, type Profession, type Severity } from '../../rules/schema.ts';
import { tariffOf } from '../../rules/tariff.ts';
import { announce } from './announce.ts';

/** The days on both sides of every change of law. */
const days = [
  '2019-02-09',
  '2019-02-10',
  '2022-03-31',
  '2022-04-01',
  '2022-04-05',
  '2022-04-06',
  '2022-09-18',
  '2022-09-19',
  '2023-03-22',
  '2023-03-23',
  '2024-02-21',
  '2024-02-22',
  '2024-03-06',
  '2024-03-07',
  '2025-12-31',
  '2026-01-01',
] as const;

/** Written from the reference, not from the rows under test: who may bill RQD since when, and how sure that is. */
const requesters: Partial<
  Record<Profession, { from: string; before: Severity; limit: number; limitSure: boolean }>
> = {
  medecin: { from: '2022-04-01', before: 'block', limit: 4, limitSure: true },
  orthophoniste: { from: '2022-04-06', before: 'warn', limit: 2, limitSure: false },
  'sage-femme': { from: '2022-09-19', before: 'warn', limit: 2, limitSure: true },
  infirmier: { from: '2023-03-23', before: 'block', limit: 4, limitSure: true },
  ipa: { from: '2023-03-23', before: 'warn', limit: 4, limitSure: true },
  'masseur-kinesitherapeute': { from: '2024-02-22', before: 'warn', limit: 2, limitSure: true },
  'pedicure-podologue': { from: '2024-03-07', before: 'block', limit: 2, limitSure: false },
};

interface Expected {
  closed?: true;
  barred?: Severity;
  /** Cents in métropole. */
  cents?: number;
  centsSure?: boolean;
  limit?: number;
  limitSure?: boolean;
}

function expected(code: TeCode, profession: Profession, day: string): Expected {
  if (code === 'TE1') {
    if (day < '2019-02-10' || day > '2022-03-31') return { closed: true };
    return profession === 'medecin'
      ? { cents: 1200, centsSure: true, limit: 4, limitSure: true }
      : { barred: 'block' };
  }
  if (code === 'TE2') {
    if (day < '2019-02-10') return { closed: true };
    const cents = day < '2026-01-01' ? 2000 : 2300;
    if (profession === 'medecin') {
      return { cents, centsSure: true, limit: day < '2022-04-01' ? 2 : 4, limitSure: true };
    }
    if (profession === 'sage-femme') {
      if (day < '2022-09-19') return { barred: 'warn' };
      return { cents, centsSure: cents === 2000, limit: 2, limitSure: true };
    }
    return { barred: profession === 'chirurgien-dentiste' ? 'warn' : 'block' };
  }
  if (day < '2022-04-01') return { closed: true };
  const right = requesters[profession];
  if (!right) return { barred: profession === 'chirurgien-dentiste' ? 'warn' : 'block' };
  if (day < right.from) return { barred: right.before };
  return { cents: 1000, centsSure: true, limit: right.limit, limitSure: right.limitSure };
}

const judgedHere = [
  'acte.ferme',
  'acte.profession',
  'acte.tarif',
  'quota.atteint',
  'quota.une-fenetre',
  'quota.dernier',
];

function judged(code: TeCode, profession: Profession, day: string, cents: number, others = 0) {
  const sheet = { actDate: day, acts: [line(code, cents)], biller: { profession } };
  const history = billed(code, ...Array.from({ length: others }, () => day));
  const { findings, notChecked } = lint(
    exampleSheet({ why: '', sheet }),
    exampleContext({ why: '', context: { history } }),
  );
  expect(notChecked).toEqual([]);
  return findings
    .filter(({ rule }) => judgedHere.includes(rule))
    .map(({ rule, severity }) => `${rule} ${severity}`);
}

const cases = teCodes.flatMap((code) =>
  professions.flatMap((profession) => days.map((day) => ({ code, profession, day }))),
);
announce('rules, both sides of every date, every profession', cases.length);

describe('on both sides of every date', () => {
  it.each(cases)('$code by $profession on $day', ({ code, profession, day }) => {
    const { closed, barred, cents, centsSure, limit, limitSure } = expected(code, profession, day);
    if (closed) {
      expect(judged(code, profession, day, 99_99, 9)).toEqual(['acte.ferme block']);
    } else if (barred) {
      expect(judged(code, profession, day, 99_99, 9)).toEqual([`acte.profession ${barred}`]);
    } else {
      const right = cents!;
      const stop = limitSure ? 'block' : 'warn';
      expect(judged(code, profession, day, right)).toEqual([]);
      expect(judged(code, profession, day, right + 1)).toEqual([
        `acte.tarif ${centsSure ? 'block' : 'warn'}`,
      ]);
      expect(judged(code, profession, day, right - 1)).toEqual(['acte.tarif warn']);
      expect(judged(code, profession, day, right, limit! - 2)).toEqual([]);
      expect(judged(code, profession, day, right, limit! - 1)).toEqual(['quota.dernier info']);
      expect(judged(code, profession, day, right, limit!)).toEqual([`quota.atteint ${stop}`]);
    }
  });

  it.each(cases)(
    'the panel is told the tariff of $code by $profession on $day',
    ({ code, profession, day }) => {
      const { cents, centsSure } = expected(code, profession, day);
      const told = tariffOf({ code, actDate: day, profession, territory: 'metropole' });
      if (profession === 'chirurgien-dentiste') {
        expect(told?.cents).toBe(code === 'TE2' && day >= '2026-01-01' ? 2300 : undefined);
      } else {
        expect(told?.cents).toBe(cents);
        if (told) expect(told.confidence === 'CONFIRMED').toBe(centsSure);
      }
    },
  );
});

describe('overseas', () => {
  const overseas = [
    { code: 'TE2', profession: 'medecin', day: '2025-12-31', cents: 2400 },
    { code: 'TE2', profession: 'medecin', day: '2026-01-01', cents: 2760 },
    { code: 'TE2', profession: 'sage-femme', day: '2025-12-31', cents: 2400 },
    { code: 'TE2', profession: 'sage-femme', day: '2026-01-01', cents: 2760 },
    { code: 'RQD', profession: 'medecin', day: '2022-04-01', cents: 1200 },
    { code: 'RQD', profession: 'medecin', day: '2026-01-01', cents: 1200 },
  ] as const;

  it.each(overseas)('$code by $profession on $day is $cents cents, doubted when it differs', (one) => {
    const sheet = (territory: 'drom' | 'mayotte', cents: number) =>
      exampleSheet({
        why: '',
        sheet: {
          actDate: one.day,
          acts: [line(one.code, cents)],
          biller: { profession: one.profession, territory },
        },
      });
    const tariff = (territory: 'drom' | 'mayotte', cents: number) =>
      lint(sheet(territory, cents), exampleContext({ why: '' }))
        .findings.filter(({ rule }) => rule === 'acte.tarif')
        .map(({ severity }) => severity);
    expect(tariff('drom', one.cents)).toEqual([]);
    expect(tariff('drom', one.cents + 1)).toEqual(['warn']);
    expect(tariff('drom', one.cents - 1)).toEqual(['warn']);
    expect(tariff('mayotte', one.cents)).toEqual(['info']);
    expect(tariff('mayotte', one.cents + 1)).toEqual(['warn']);
    expect(
      tariffOf({ code: one.code, actDate: one.day, profession: one.profession, territory: 'drom' }),
    ).toMatchObject({
      cents: one.cents,
      confidence: 'SINGLE',
    });
  });
});
