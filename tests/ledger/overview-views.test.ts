import { describe, expect, test } from 'vitest';
import { figuresOf } from '../../ledger/overview/figures.ts';
import { OverviewModel } from '../../ledger/overview/model.ts';
import { quotaRows } from '../../ledger/overview/quotas.ts';
import type { ActSummary, ConsentSummary, EventSummary } from '../../ledger/overview/summaries.ts';
import { todoOf, unbilledConsents } from '../../ledger/overview/todo.ts';

const today = '2026-11-26';
let made = 0;

const act = (over: Partial<ActSummary> = {}): ActSummary => {
  made += 1;
  const id = `act-${String(made).padStart(4, '0')}`;
  return {
    id,
    once: id,
    at: made,
    day: '2026-11-01',
    code: 'RQD',
    biller: '991000019',
    patientKeys: ['weda:1'],
    lastName: 'DURIEU',
    firstName: 'Anaïs',
    birthDate: '1955-03-12',
    amount: 1000,
    otherName: '',
    otherNumber: '',
    software: 'weda',
    origin: 'press',
    role: 'requerant',
    standing: undefined,
    ...over,
  };
};
const event = (of: ActSummary, over: Partial<EventSummary>): EventSummary => {
  made += 1;
  return {
    id: `event-${made}`,
    at: 1000 + made,
    act: of.id,
    standing: undefined,
    amount: undefined,
    reason: undefined,
    on: undefined,
    note: undefined,
    undoes: undefined,
    ...over,
  };
};
const rowsOf = (acts: ActSummary[], events: EventSummary[] = []) => {
  const model = new OverviewModel();
  model.add('acts', acts);
  model.add('events', events);
  return { model, rows: model.rows() };
};

describe('what is left to do', () => {
  test('an act sent more than thirty days ago and not paid is unpaid, one of last week is not', () => {
    const old = act({ day: '2026-10-20', standing: 'secured' });
    const fresh = act({ day: '2026-11-20', standing: 'secured' });
    const paid = act({ day: '2026-09-01', standing: 'secured' });
    const { rows } = rowsOf([old, fresh, paid], [event(paid, { standing: 'paid' })]);
    expect(todoOf(rows, today).unpaid.map(({ id }) => id)).toEqual([old.id]);
  });

  test('a refused act is to be seen to, and after Refacturer it is to be billed', () => {
    const refused = act();
    const again = act();
    const { rows } = rowsOf(
      [refused, again],
      [
        event(refused, { standing: 'refused' }),
        event(again, { standing: 'refused' }),
        event(again, { standing: 'rebilled' }),
      ],
    );
    const todo = todoOf(rows, today);
    expect(todo.refused.map(({ id }) => id)).toEqual([refused.id]);
    expect(todo.bill.map(({ id }) => id)).toEqual([again.id]);
  });

  describe('a consent after which nothing was billed', () => {
    const consent = (over: Partial<ConsentSummary> = {}): ConsentSummary => ({
      id: `consent-${(made += 1)}`,
      at: made,
      patientKeys: ['weda:1'],
      biller: '991000019',
      on: '2026-11-10',
      given: true,
      ...over,
    });
    const waiting = (consents: ConsentSummary[], acts: ActSummary[] = []) => {
      const { model } = rowsOf(acts);
      model.add('consents', consents);
      return unbilledConsents(model.rows(), today).map(({ summary }) => summary.on);
    };

    test('is to be billed, once a patient, by its latest day', () => {
      expect(waiting([consent(), consent({ on: '2026-11-20' })])).toEqual(['2026-11-20']);
    });

    test('is no longer once an act of that day or later stands in the register', () => {
      expect(waiting([consent()], [act({ day: '2026-11-10' })])).toEqual([]);
      expect(waiting([consent()], [act({ day: '2026-11-09' })])).toEqual(['2026-11-10']);
    });

    test('is another practitioner’s business than the act he billed', () => {
      expect(waiting([consent()], [act({ day: '2026-11-12', biller: '991000068' })])).toEqual(['2026-11-10']);
      expect(waiting([consent({ biller: undefined })], [act({ day: '2026-11-12' })])).toEqual([]);
    });

    test('is none when it was refused, taken back, or is older than a year', () => {
      expect(waiting([consent({ given: false })])).toEqual([]);
      expect(waiting([consent(), consent({ on: null, given: false })])).toEqual([]);
      expect(waiting([consent({ on: '2025-10-01' })])).toEqual([]);
    });
  });

  test('a consent counts when it was given on the day or before, for this practitioner, and not taken back', () => {
    const consent = (over: object) => ({
      id: `consent-${(made += 1)}`,
      at: made,
      patientKeys: ['weda:1'],
      biller: '991000019',
      on: '2026-11-01',
      given: true,
      ...over,
    });
    const missing = (...consents: ReturnType<typeof consent>[]) => {
      const { model } = rowsOf([act({ standing: 'secured' })]);
      model.add('consents', consents);
      return todoOf(model.rows(), today).consent.length;
    };
    expect(missing()).toBe(1);
    expect(missing(consent({}))).toBe(0);
    expect(missing(consent({ on: '2026-11-02' }))).toBe(1);
    expect(missing(consent({ given: false }))).toBe(1);
    expect(missing(consent({ biller: '991000068' }))).toBe(1);
    expect(missing(consent({}), consent({ on: null, given: false }))).toBe(1);
  });

  test('a file of the software tells nothing of consent or compte-rendu: neither is asked of its acts', () => {
    const { rows } = rowsOf([act({ origin: 'import', standing: 'secured' })]);
    const todo = todoOf(rows, today);
    expect([todo.consent, todo.report]).toEqual([[], []]);
  });
});

describe('quotas', () => {
  const doctor = () => 'medecin' as const;

  test('count both windows, each code apart, each practitioner apart', () => {
    const { rows } = rowsOf([
      act({ day: '2026-02-01', standing: 'secured' }),
      act({ day: '2025-12-20', standing: 'secured' }),
      act({ day: '2025-10-20', standing: 'secured' }),
      act({ day: '2026-02-01', code: 'TE2', standing: 'secured' }),
      act({ day: '2026-02-02', biller: '991000068', standing: 'secured' }),
    ]);
    const found = quotaRows(rows.acts, doctor, today);
    expect(found.map(({ code, biller, civil, rolling }) => [code, biller, civil, rolling])).toEqual(
      expect.arrayContaining([
        ['RQD', '991000019', 1, 2],
        ['TE2', '991000019', 1, 1],
        ['RQD', '991000068', 1, 1],
      ]),
    );
    expect(found).toHaveLength(3);
    expect(found[0]).toMatchObject({ code: 'RQD', rolling: 2, limit: 4, left: 2 });
  });

  test('an act seen by the panel and by an export is one act; a refused one is none', () => {
    const refused = act({ day: '2026-03-01' });
    const { rows } = rowsOf(
      [
        act({ day: '2026-02-01', standing: 'secured' }),
        act({ day: '2026-02-01', origin: 'import', standing: 'secured' }),
        refused,
      ],
      [event(refused, { standing: 'refused' })],
    );
    const [row] = quotaRows(rows.acts, doctor, today);
    expect(row).toMatchObject({ civil: 1, rolling: 1 });
    expect(row?.made.find(({ day }) => day === '2026-02-01')).toMatchObject({
      register: 1,
      imported: 1,
      count: 1,
    });
  });
});

describe('figures', () => {
  test('a month without acts stands between two that have some; what was not read is in no sum', () => {
    const paid = act({ day: '2026-09-10', standing: 'secured' });
    const refused = act({ day: '2026-11-03' });
    const { rows } = rowsOf(
      [paid, refused, act({ day: '2026-11-05', amount: null, standing: 'secured' })],
      [
        event(paid, { standing: 'paid', on: '2026-09-14' }),
        event(refused, { standing: 'refused', reason: 'Droits fermés' }),
      ],
    );
    const figures = figuresOf(rows.acts, '2026-09', '2026-11');
    expect(figures.months).toEqual([
      { month: '2026-09', acts: { RQD: 1 }, billed: 1000, paid: 1000, delay: 4 },
      { month: '2026-10', acts: {}, billed: 0, paid: 0, delay: null },
      { month: '2026-11', acts: { RQD: 1 }, billed: 0, paid: 0, delay: null },
    ]);
    expect(figures.refusals).toEqual([{ cause: 'Droits fermés', count: 1, cents: 1000 }]);
    expect(figures.withoutAmount).toBe(1);
    expect(figures.delays.map(({ count }) => count)).toEqual([1, 0, 0, 0]);
  });
});
