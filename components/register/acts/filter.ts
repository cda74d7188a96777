import { folded, frenchDate } from '../../../cases/words.ts';
import type { ActRow } from '../../../ledger/overview/model.ts';
import { standingWords, stateGroups, type StateGroup } from './words.ts';

export const periods = {
  tout: 'Toutes les dates',
  mois: 'Ce mois-ci',
  'mois-dernier': 'Le mois dernier',
  annee: 'Cette année',
  'annee-derniere': 'L’année dernière',
  'douze-mois': '12 derniers mois',
} as const;
export type Period = keyof typeof periods;

export const sortables = ['day', 'patient', 'code', 'amount', 'standing', 'other', 'biller'] as const;
export type SortKey = (typeof sortables)[number];

/** What is looked at. Everything but the two texts may stand in the address: they may name somebody. */
export interface Look {
  period: Period;
  code: string;
  state: StateGroup | '';
  biller: string;
  sort: SortKey;
  descending: boolean;
  patient: string;
  correspondent: string;
}

export const firstLook: Look = {
  period: 'tout',
  code: '',
  state: '',
  biller: '',
  sort: 'day',
  descending: true,
  patient: '',
  correspondent: '',
};

const two = (value: number) => String(value).padStart(2, '0');

/** First and last day of a period, both included. `today` is ISO. */
export function daysOf(period: Period, today: string): { from: string; to: string } {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const before = month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 };
  switch (period) {
    case 'tout':
      return { from: '', to: '9999' };
    case 'mois':
      return { from: `${year}-${two(month)}-01`, to: `${year}-${two(month)}-31` };
    case 'mois-dernier':
      return {
        from: `${before.year}-${two(before.month)}-01`,
        to: `${before.year}-${two(before.month)}-31`,
      };
    case 'annee':
      return { from: `${year}-01-01`, to: `${year}-12-31` };
    case 'annee-derniere':
      return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
    case 'douze-mois':
      return { from: `${year - 1}${today.slice(4)}`, to: today };
  }
}

const compared: Record<SortKey, (row: ActRow) => string | number> = {
  day: ({ day }) => day,
  patient: ({ person }) => person.folded,
  code: ({ code }) => code,
  amount: ({ amount }) => amount ?? -1,
  standing: ({ standing }) => standingWords[standing],
  other: ({ otherName }) => folded(otherName),
  biller: ({ biller }) => biller,
};

/**
 * @param rows by day, the latest first, as they come: equal lines keep that order.
 */
export function sortActs(rows: readonly ActRow[], sort: SortKey, descending: boolean): readonly ActRow[] {
  if (sort === 'day') return descending ? rows : [...rows].reverse();
  const value = compared[sort];
  const sign = descending ? -1 : 1;
  return rows
    .map((row) => ({ row, by: value(row) }))
    .sort((a, b) => (a.by < b.by ? -sign : a.by > b.by ? sign : 0))
    .map(({ row }) => row);
}

/** Every word typed must be found: `dur mat` finds DURIEU Mathilde, `12/03/1955` finds who was born that day. */
export function filterActs(rows: readonly ActRow[], look: Look, today: string): readonly ActRow[] {
  const { from, to } = daysOf(look.period, today);
  const standings: readonly string[] = look.state ? stateGroups[look.state].standings : [];
  const words = folded(look.patient).split(/\s+/).filter(Boolean);
  const other = folded(look.correspondent).trim();
  const otherNumber = other.replace(/\s/g, '');
  const others = new Map<string, boolean>();
  const isOther = ({ otherName, otherNumber: number }: ActRow): boolean => {
    const known = others.get(otherName + number);
    if (known !== undefined) return known;
    const found = folded(otherName).includes(other) || (otherNumber !== '' && number.includes(otherNumber));
    others.set(otherName + number, found);
    return found;
  };
  const all = look.period === 'tout' && !look.code && !look.state && !look.biller && !other;
  if (all && words.length === 0) return rows;
  return rows.filter(
    (row) =>
      words.every((word) => row.person.folded.includes(word)) &&
      row.day >= from &&
      row.day <= to &&
      (!look.code || row.code === look.code) &&
      (standings.length === 0 || standings.includes(row.standing)) &&
      (!look.biller || row.biller === look.biller) &&
      (!other || isOther(row)),
  );
}

/** Of a look, what may stand in the address. */
export function lookToAddress({ period, code, state, biller, sort, descending }: Look): string {
  const words = new URLSearchParams();
  if (period !== firstLook.period) words.set('periode', period);
  if (code) words.set('code', code);
  if (state) words.set('etat', state);
  if (biller) words.set('praticien', biller);
  if (sort !== firstLook.sort || !descending) words.set('tri', `${descending ? '-' : ''}${sort}`);
  return words.toString();
}

export function lookFromAddress(text: string): Look {
  const words = new URLSearchParams(text);
  const period = words.get('periode') ?? '';
  const state = words.get('etat') ?? '';
  const tri = words.get('tri') ?? '-day';
  const sort = sortables.find((key) => key === tri.replace('-', ''));
  return {
    ...firstLook,
    period: Object.hasOwn(periods, period) ? (period as Period) : 'tout',
    code: words.get('code') ?? '',
    state: Object.hasOwn(stateGroups, state) ? (state as StateGroup) : '',
    biller: words.get('praticien') ?? '',
    sort: sort ?? 'day',
    descending: sort ? tri.startsWith('-') : true,
  };
}

/** Read by screen readers for a line. */
export const lineWords = ({ day, code, person }: ActRow): string =>
  `${code} du ${frenchDate(day)}, ${person.lastName} ${person.firstName}`;
