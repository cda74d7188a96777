/**
 * The shape of dated knowledge: a value, from when to when, for whom and where, who says so and how sure we are.
 * Validated by `row-schema.ts` at test time; frozen, so that no judgement can alter what the next one reads.
 */
import type { Confidence, Profession, Source, Territory } from '../schema.ts';
import type { SourceEntry } from './source.ts';
import { sources, type SourceId } from './sources.ts';

/** `collectivites`: Saint-Barthélemy, Saint-Martin, Saint-Pierre-et-Miquelon, outside the model for want of any source. */
export type RowTerritory = Territory | 'collectivites';
export type RowValue = number | string | boolean | null | Readonly<Record<string, string>>;

export interface Conflict {
  /** What each side says, with the sources that say it. */
  readonly says: readonly { readonly value: string; readonly sources: readonly SourceId[] }[];
  /** Which one this project follows. */
  readonly taken: string;
  readonly why: string;
}

export interface Row {
  readonly id: string;
  /** Cents for amounts, acts per year for quotas; `null` when looked for and not found. */
  readonly value: RowValue;
  /**
   * First and last day, both included; `null` = no bound known. `YYYY-MM` or `YYYY` where the sources say no more;
   * tariffs, rights and quotas always have full days.
   */
  readonly from: string | null;
  readonly to: string | null;
  readonly professions: readonly Profession[] | 'all';
  readonly territories: readonly RowTerritory[] | 'all';
  /** Best source first: it is the one shown beside a finding. Empty only for a GAP. */
  readonly sources: readonly SourceId[];
  /** How sure the value is. */
  readonly confidence: Confidence;
  /** How sure `from` is, where that differs from the value. */
  readonly startConfidence?: Confidence;
  readonly conflict?: Conflict;
  /** Day on which somebody last compared the row with its sources. */
  readonly checkedOn: string;
  readonly note: string;
}

export const teCodes = ['RQD', 'TE1', 'TE2'] as const;
export type TeCode = (typeof teCodes)[number];

/** A row about one act code. */
export interface ActRow extends Row {
  readonly code: TeCode;
}
export interface TariffRow extends ActRow {
  /** Cents per act; `null` where no amount was ever found. */
  readonly value: number | null;
}
export interface RightRow extends ActRow {
  /** `limited`: only in cases the sheet does not show. `not-found`, `not-paid`: looked for, and no right found. */
  readonly value: 'billable' | 'limited' | 'not-found' | 'not-paid';
}
export interface QuotaRow extends ActRow {
  /** Acts per year, patient and biller; `null` where no limit was found. */
  readonly value: number | null;
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}

/** Keeps the ids as literal types, so that a check that names a row which is not there does not compile. */
export function rows<const R extends readonly Row[]>(list: R): R {
  return freeze(list);
}
export function tariffRows<const R extends readonly TariffRow[]>(list: R): R {
  return freeze(list);
}
export function rightRows<const R extends readonly RightRow[]>(list: R): R {
  return freeze(list);
}
export function quotaRows<const R extends readonly QuotaRow[]>(list: R): R {
  return freeze(list);
}

/** How sure the day on which a row begins is. */
export function startConfidence(row: Row): Confidence {
  return row.startConfidence ?? row.confidence;
}

/**
 * What a finding shows as its source: the row's best source, with the confidence of the part the finding rests on
 * (a source alone is never surer than what it is quoted for).
 */
export function cite(row: Row, confidence: Confidence = row.confidence): Source {
  const id = row.sources[0];
  if (id === undefined) {
    const nothing = { id: row.id, title: 'Aucune source trouvée', url: null, date: null };
    return Object.freeze({ ...nothing, checkedOn: row.checkedOn, confidence });
  }
  const { title, url, date }: SourceEntry = sources[id];
  return Object.freeze({ id, title, url, date, checkedOn: row.checkedOn, confidence });
}
