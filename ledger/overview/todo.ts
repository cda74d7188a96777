import { countsAsBilled } from '../standing.ts';
import type { ActRow, OverviewRows, Person } from './model.ts';
import type { ConsentSummary } from './summaries.ts';

/** What is left to be done about acts, in the order of what it costs to leave it. */
export const tasks = ['refused', 'bill', 'confirm', 'unpaid', 'consent', 'report'] as const;
export type Task = (typeof tasks)[number];

/** A payment comes within days; after this many it is worth asking for. */
const UNPAID_AFTER = 30;

/** A compte-rendu older than this belongs to another téléexpertise: a year and a day, as the panel counts. */
const REPORT_LIFE = 366;

export function daysBefore(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}

/** A consent that was given, and after which nothing was billed. */
export interface UnbilledConsent {
  person: Person;
  summary: ConsentSummary;
}

/** Beyond a year and a day the expert's answer is no longer awaited: the téléexpertise did not take place. */
const CONSENT_LIFE = 366;

interface Dated {
  at: number;
  biller: string | undefined;
  on: string | null;
}

/** What was recorded of each person since the last that took everything back. */
function byPerson<S extends Dated>(entries: readonly { person: Person; summary: S }[]): Map<Person, S[]> {
  const all = new Map<Person, S[]>();
  for (const { person, summary } of [...entries].sort((a, b) => a.summary.at - b.summary.at)) {
    const known = all.get(person) ?? [];
    all.set(
      person,
      summary.on === null ? known.filter(({ biller }) => biller !== summary.biller) : [...known, summary],
    );
  }
  return all;
}

const isOf = (biller: string | undefined, act: ActRow): boolean =>
  biller === undefined || biller === act.biller;

/**
 * Acts by what is left to do about them; one act may stand under several. Consent and compte-rendu are asked of acts
 * billed under our eyes only: a file of the software tells nothing of either.
 * @param today ISO.
 */
export function todoOf({ acts, consents, reports }: OverviewRows, today: string): Record<Task, ActRow[]> {
  const todo: Record<Task, ActRow[]> = {
    refused: [],
    bill: [],
    confirm: [],
    unpaid: [],
    consent: [],
    report: [],
  };
  const consentsOf = byPerson(consents);
  const reportsOf = byPerson(reports);
  const due = daysBefore(today, UNPAID_AFTER);
  for (const act of acts) {
    const { standing } = act;
    if (standing === 'refused' || standing === 'rejected') todo.refused.push(act);
    if (standing === 'not-secured' || standing === 'rebilled') todo.bill.push(act);
    if (standing === 'intent' || standing === 'stayed') todo.confirm.push(act);
    if ((standing === 'left' || standing === 'secured') && act.day < due) todo.unpaid.push(act);
    if (act.origin !== 'press' || !countsAsBilled(standing)) continue;
    const consented = consentsOf
      .get(act.person)
      ?.some(({ biller, given, on }) => given && isOf(biller, act) && (on ?? '') <= act.day);
    if (!consented) todo.consent.push(act);
    const since = daysBefore(act.day, REPORT_LIFE);
    const reported = reportsOf
      .get(act.person)
      ?.some(({ biller, on }) => isOf(biller, act) && (on ?? '') >= since);
    if (!reported) todo.report.push(act);
  }
  return todo;
}

/**
 * Consents given whose patient has no act since, for that practitioner: a téléexpertise under way, or one that was
 * forgotten. The latest of each patient and practitioner, the oldest first.
 * @param today ISO.
 */
export function unbilledConsents({ acts, consents }: OverviewRows, today: string): UnbilledConsent[] {
  const since = daysBefore(today, CONSENT_LIFE);
  const actsOf = Map.groupBy(acts, ({ person }) => person);
  const waiting: UnbilledConsent[] = [];
  for (const [person, given] of byPerson(consents)) {
    for (const ofBiller of Map.groupBy(given, ({ biller }) => biller).values()) {
      const latest = ofBiller.toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1))[0];
      if (!latest?.given || latest.on === null || latest.on < since) continue;
      const { on, biller } = latest;
      if (actsOf.get(person)?.some((act) => act.day >= on && isOf(biller, act))) continue;
      waiting.push({ person, summary: latest });
    }
  }
  return waiting.sort((a, b) => ((a.summary.on ?? '') < (b.summary.on ?? '') ? -1 : 1));
}
