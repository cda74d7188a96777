import { countsAsBilled } from '../standing.ts';
import type { ActRow, OverviewRows, Person } from './model.ts';

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
