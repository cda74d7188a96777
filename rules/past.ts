/** What was billed before for the same code, patient and biller, counted as the quota and the duplicate need it. */
import { teCode } from './codes.ts';
import { isDay, yearBefore } from './dates.ts';
import { compact } from './identifiers/compact.ts';
import { rowOf } from './nomenclature/index.ts';
import type { TeCode } from './nomenclature/row.ts';
import type { HistoryAct } from './schema.ts';

export interface Past {
  /** Other acts of the calendar year, whatever their order. */
  civil: number;
  /** Other acts of the twelve months that end on the act date, the day twelve months before excluded. */
  rolling: number;
  /** One billed on the very same day, if any. */
  sameDay: HistoryAct | null;
  /** Acts that may or may not count, because their patient, biller or date could not be read. */
  unsure: number;
  unsureSameDay: boolean;
}

/** Nothing was billed before. */
export const noPast: Readonly<Past> = Object.freeze({
  civil: 0,
  rolling: 0,
  sameDay: null,
  unsure: 0,
  unsureSameDay: false,
});

/** First day of today's limits: what was billed before does not count in them, and has limits of its own. */
export const presentLimitsFrom = rowOf('QUOTA.RQD.MED').from!;

/** One act among those of the same code, patient and biller. */
interface Window {
  day: string;
  year: string;
  /** Excluded. */
  after: string;
}

function windowOf(day: string): Window {
  return { day, year: day.slice(0, 4), after: yearBefore(day) };
}

function sameLimits(a: string, b: string): boolean {
  return a >= presentLimitsFrom === b >= presentLimitsFrom;
}

function inCivilYear(window: Window, day: string): boolean {
  return day.startsWith(window.year);
}

function inRollingYear(window: Window, day: string): boolean {
  return day > window.after && day <= window.day;
}

type Match = 'same' | 'other' | 'unknown';

function matchPatient(key: unknown, wanted: string): Match {
  if (key === wanted) return 'same';
  return typeof key === 'string' && key !== '' ? 'other' : 'unknown';
}

function matchBiller(number: unknown, wanted: string): Match {
  if (number === wanted) return 'same';
  if (typeof number !== 'string' || number === '') return 'unknown';
  return compact(number) === compact(wanted) ? 'same' : 'other';
}

/**
 * Counts a history for one act. Total: an entry that cannot be read is `unsure`, never ignored.
 * @param history acts already billed, this sheet excluded
 */
export function pastOf(
  history: readonly unknown[],
  code: TeCode,
  day: string,
  patientKey: string,
  billerNumeroAm: string,
): Readonly<Past> {
  if (history.length === 0) return noPast;
  const past: Past = { ...noPast };
  const window = windowOf(day);
  for (const item of history) {
    const act = (typeof item === 'object' && item !== null ? item : {}) as Partial<HistoryAct>;
    if (typeof act.code === 'string' && teCode(act.code) !== code) continue;
    const patient = matchPatient(act.patientKey, patientKey);
    if (patient === 'other') continue;
    const biller = matchBiller(act.billerNumeroAm, billerNumeroAm);
    if (biller === 'other') continue;
    const readable = typeof act.actDate === 'string' && isDay(act.actDate);
    const when = readable ? act.actDate! : day;
    const civil = inCivilYear(window, when) && sameLimits(when, day);
    const rolling = inRollingYear(window, when) && sameLimits(when, day);
    if (readable && typeof act.code === 'string' && patient === 'same' && biller === 'same') {
      if (civil) past.civil++;
      if (rolling) past.rolling++;
      if (when === day) past.sameDay = act as HistoryAct;
    } else if (civil || rolling) {
      past.unsure++;
      if (when === day) past.unsureSameDay = true;
    }
  }
  return past;
}
