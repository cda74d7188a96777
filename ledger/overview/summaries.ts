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

/** In the order of the columns of a packed block. A new field is a new `shape` (blocks.ts). */
const columns: { [T in OverviewTable]: readonly (keyof Summaries[T] & string)[] } = {
  acts: [
    'id',
    'once',
    'at',
    'day',
    'code',
    'biller',
    'patientKeys',
    'lastName',
    'firstName',
    'birthDate',
    'amount',
    'otherName',
    'otherNumber',
    'software',
    'origin',
    'role',
    'standing',
  ],
  events: ['id', 'at', 'act', 'standing', 'amount', 'reason', 'on', 'note', 'undoes'],
  consents: ['id', 'at', 'patientKeys', 'biller', 'on', 'given'],
  reports: ['id', 'at', 'patientKeys', 'biller', 'on'],
  cases: ['id', 'at', 'patientKeys', 'biller', 'case', 'step', 'on', 'otherName', 'act'],
};

export interface Packed {
  /** One list a column. */
  columns: unknown[][];
}

export const pack = <T extends OverviewTable>(table: T, summaries: readonly Summaries[T][]): Packed => ({
  columns: columns[table].map((column) => summaries.map((summary) => summary[column] ?? null)),
});

/** Absent where a summary has it `undefined`: those whose type allows it. */
const nullable = new Set(['amount', 'on']);

export function unpack<T extends OverviewTable>(table: T, packed: Packed): Summaries[T][] {
  const names = columns[table];
  const count = packed.columns[0]?.length ?? 0;
  const summaries: Record<string, unknown>[] = new Array<Record<string, unknown>>(count);
  for (let index = 0; index < count; index += 1) {
    const summary: Record<string, unknown> = {};
    for (let column = 0; column < names.length; column += 1) {
      const name = names[column] as string;
      const value = packed.columns[column]?.[index];
      summary[name] = value === null && (table === 'events' || !nullable.has(name)) ? undefined : value;
    }
    summaries[index] = summary;
  }
  return summaries as unknown as Summaries[T][];
}
