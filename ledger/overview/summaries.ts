/**
 * What the pages of the register show of each fact without opening it again, and how a thousand of them lie in one
 * block, column by column.
 */
import type { Body, Fact } from '../facts.ts';

export interface ActSummary {
  id: string;
  /** Two acts with the same word are one act. */
  once: string;
  at: number;
  day: string;
  code: string;
  biller: string;
  patientKeys: string[];
  lastName: string;
  firstName: string;
  /** ISO or ''. */
  birthDate: string;
  /** Cents. */
  amount: number | null;
  otherName: string;
  otherNumber: string;
  software: string;
  origin: Body<'acts'>['origin'];
  role: string;
  standing: Body<'acts'>['standing'];
}
export interface EventSummary extends Pick<
  Body<'events'>,
  'at' | 'act' | 'standing' | 'amount' | 'reason' | 'on' | 'note' | 'undoes'
> {
  id: string;
}
interface AboutPatient {
  id: string;
  at: number;
  patientKeys: string[];
  biller: string | undefined;
}
export interface ConsentSummary extends AboutPatient {
  /** ISO; `null` takes back what was recorded before. */
  on: string | null;
  given: boolean;
}
export interface ReportSummary extends AboutPatient {
  on: string | null;
}
export interface CaseSummary extends AboutPatient {
  case: string;
  step: Body<'cases'>['step'];
  on: string;
  otherName: string;
  act: string | undefined;
}

export interface Summaries {
  acts: ActSummary;
  events: EventSummary;
  consents: ConsentSummary;
  reports: ReportSummary;
  cases: CaseSummary;
}
export const overviewTables = ['acts', 'events', 'consents', 'reports', 'cases'] as const;
export type OverviewTable = keyof Summaries;

type Summarise = { [T in OverviewTable]: (fact: Fact<T>, once: string) => Summaries[T] };

const summarise: Summarise = {
  acts: ({ id, body }, once) => ({
    id,
    once,
    at: body.at,
    day: body.actDate,
    code: body.code,
    biller: body.biller,
    patientKeys: body.patientKeys,
    lastName: body.patient?.lastName ?? '',
    firstName: body.patient?.firstName ?? '',
    birthDate: body.patient?.birthDate ?? '',
    amount: body.amount ?? null,
    otherName: body.otherSide?.name ?? '',
    otherNumber: body.otherSide?.numeroAm ?? '',
    software: body.software ?? '',
    origin: body.origin,
    role: body.role ?? '',
    standing: body.standing,
  }),
  events: ({ id, body: { at, act, standing, amount, reason, on, note, undoes } }) => ({
    id,
    at,
    act,
    standing,
    amount,
    reason,
    on,
    note,
    undoes,
  }),
  consents: ({ id, body: { at, patientKeys, biller, consent } }) => ({
    id,
    at,
    patientKeys,
    biller,
    on: consent?.on ?? null,
    given: consent?.given ?? false,
  }),
  reports: ({ id, body: { at, patientKeys, biller, on } }) => ({ id, at, patientKeys, biller, on }),
  cases: ({ id, body }) => ({
    id,
    at: body.at,
    patientKeys: body.patientKeys,
    biller: body.biller,
    case: body.case,
    step: body.step,
    on: body.on,
    otherName: body.otherSide?.name ?? '',
    act: body.act,
  }),
};

/** @param once the blind word of the row, for acts. */
export const summaryOf = <T extends OverviewTable>(
  table: T,
  fact: Fact<T>,
  once: string | undefined,
): Summaries[T] => summarise[table](fact, once ?? fact.id);

/**
 * How a column of a block is written, so that it is small to open and quick to read:
 * - `own`: a text of its own on each line; one long text where all have the same length;
 * - `word`: few values, each written once, and its place for each line;
 * - `maybe`: the same, absent (`undefined`) on some lines;
 * - `number`: how much more than on the line before.
 */
type ColumnKind = 'own' | 'word' | 'maybe' | 'number';

/** In the order of the columns of a packed block. A new field, or another kind, is a new `shape` (blocks.ts). */
const kinds: { [T in OverviewTable]: Readonly<Record<keyof Summaries[T], ColumnKind>> } = {
  acts: {
    id: 'own',
    once: 'own',
    at: 'number',
    day: 'word',
    code: 'word',
    biller: 'word',
    patientKeys: 'word',
    lastName: 'word',
    firstName: 'word',
    birthDate: 'word',
    amount: 'word',
    otherName: 'word',
    otherNumber: 'word',
    software: 'word',
    origin: 'word',
    role: 'word',
    standing: 'maybe',
  },
  events: {
    id: 'own',
    at: 'number',
    act: 'own',
    standing: 'maybe',
    amount: 'maybe',
    reason: 'maybe',
    on: 'maybe',
    note: 'maybe',
    undoes: 'maybe',
  },
  consents: { id: 'own', at: 'number', patientKeys: 'word', biller: 'maybe', on: 'word', given: 'word' },
  reports: { id: 'own', at: 'number', patientKeys: 'word', biller: 'maybe', on: 'word' },
  cases: {
    id: 'own',
    at: 'number',
    patientKeys: 'word',
    biller: 'maybe',
    case: 'word',
    step: 'word',
    on: 'word',
    otherName: 'word',
    act: 'maybe',
  },
};

/** JSON: it lies inside a sealed block. */
type PackedColumn = { size: number; text: string } | { words: unknown[]; at: number[] } | unknown[];

export interface Packed {
  count: number;
  columns: PackedColumn[];
}

function packColumn(kind: ColumnKind, values: readonly unknown[]): PackedColumn {
  if (kind === 'number') {
    let before = 0;
    return (values as number[]).map((value) => {
      const more = value - before;
      before = value;
      return more;
    });
  }
  if (kind === 'own') {
    const texts = values as string[];
    const size = texts[0]?.length ?? 0;
    return texts.every(({ length }) => length === size) ? { size, text: texts.join('') } : texts;
  }
  const words: unknown[] = [];
  const places = new Map<unknown, number>();
  const at = values.map((value) => {
    const key = Array.isArray(value) ? JSON.stringify(value) : value;
    let place = places.get(key);
    if (place === undefined) {
      place = words.push(value ?? null) - 1;
      places.set(key, place);
    }
    return place;
  });
  return { words, at };
}

export const pack = <T extends OverviewTable>(table: T, summaries: readonly Summaries[T][]): Packed => ({
  count: summaries.length,
  columns: Object.entries<ColumnKind>(kinds[table]).map(([name, kind]) =>
    packColumn(
      kind,
      summaries.map((summary) => summary[name as keyof Summaries[T]]),
    ),
  ),
});

function unpackColumn(kind: ColumnKind, packed: PackedColumn, count: number): unknown[] {
  if (Array.isArray(packed)) {
    if (kind !== 'number') return packed;
    let value = 0;
    return (packed as number[]).map((more) => (value += more));
  }
  const values: unknown[] = [];
  if ('text' in packed) {
    const { size, text } = packed;
    for (let index = 0; index < count; index += 1) {
      values.push(text.slice(index * size, (index + 1) * size));
    }
    return values;
  }
  const { at } = packed;
  const words = kind === 'maybe' ? packed.words.map((word) => word ?? undefined) : packed.words;
  for (let index = 0; index < count; index += 1) values.push(words[at[index] as number]);
  return values;
}

type Columns<S> = { [K in keyof S]-?: S[K][] };

/** One summary of a block. Written out: an object made property by property is ten times slower to make and to read. */
const lines: { [T in OverviewTable]: (from: Columns<Summaries[T]>, at: number) => Summaries[T] } = {
  acts: (from, at) => ({
    id: from.id[at]!,
    once: from.once[at]!,
    at: from.at[at]!,
    day: from.day[at]!,
    code: from.code[at]!,
    biller: from.biller[at]!,
    patientKeys: from.patientKeys[at]!,
    lastName: from.lastName[at]!,
    firstName: from.firstName[at]!,
    birthDate: from.birthDate[at]!,
    amount: from.amount[at]!,
    otherName: from.otherName[at]!,
    otherNumber: from.otherNumber[at]!,
    software: from.software[at]!,
    origin: from.origin[at]!,
    role: from.role[at]!,
    standing: from.standing[at],
  }),
  events: (from, at) => ({
    id: from.id[at]!,
    at: from.at[at]!,
    act: from.act[at]!,
    standing: from.standing[at],
    amount: from.amount[at],
    reason: from.reason[at],
    on: from.on[at],
    note: from.note[at],
    undoes: from.undoes[at],
  }),
  consents: (from, at) => ({
    id: from.id[at]!,
    at: from.at[at]!,
    patientKeys: from.patientKeys[at]!,
    biller: from.biller[at],
    on: from.on[at]!,
    given: from.given[at]!,
  }),
  reports: (from, at) => ({
    id: from.id[at]!,
    at: from.at[at]!,
    patientKeys: from.patientKeys[at]!,
    biller: from.biller[at],
    on: from.on[at]!,
  }),
  cases: (from, at) => ({
    id: from.id[at]!,
    at: from.at[at]!,
    patientKeys: from.patientKeys[at]!,
    biller: from.biller[at],
    case: from.case[at]!,
    step: from.step[at]!,
    on: from.on[at]!,
    otherName: from.otherName[at]!,
    act: from.act[at],
  }),
};

export function unpack<T extends OverviewTable>(table: T, { count, columns }: Packed): Summaries[T][] {
  const from = Object.fromEntries(
    Object.entries<ColumnKind>(kinds[table]).map(([name, kind], place) => [
      name,
      unpackColumn(kind, columns[place] ?? [], count),
    ]),
  ) as Columns<Summaries[T]>;
  const line = lines[table];
  const summaries: Summaries[T][] = [];
  for (let at = 0; at < count; at += 1) summaries.push(line(from, at));
  return summaries;
}
