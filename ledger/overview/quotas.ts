import { teCode } from '../../rules/codes.ts';
import { quotaOn } from '../../rules/nomenclature/tables.ts';
import { pastOf } from '../../rules/past.ts';
import type { Profession } from '../../rules/schema.ts';
import { homonymsOf, type Answers, type Homonyms } from '../homonyms.ts';
import { quotaHistory, type DayCount } from '../quota-history.ts';
import type { ActRow, Person } from './model.ts';
import { daysBefore } from './todo.ts';

/** Acts of one code, of one patient, for one practitioner, in both readings of the yearly limit. */
export interface QuotaRow {
  person: Person;
  biller: string;
  code: string;
  /** Acts of this calendar year, and of the twelve months that end today. */
  civil: number;
  rolling: number;
  /** `null` = not known: another profession, or a code without a limit. */
  limit: number | null;
  /** Acts left before the first of both windows is full; `null` where there is no limit, or no telling whose acts. */
  left: number | null;
  /** Whether the acts are one patient's, where only a name says so; `null` = there is no doubt. */
  homonyms: Homonyms | null;
  /** What the counts are made of, the latest day first. */
  made: DayCount[];
}

/**
 * @param professionOf profession of a practitioner by his AM number, where it is known.
 * @param today ISO: both windows end on it.
 * @param answers what was answered about homonyms.
 */
export function quotaRows(
  acts: readonly ActRow[],
  professionOf: (biller: string) => Profession | null,
  today: string,
  answers: Answers = new Map(),
): QuotaRow[] {
  const yearStart = `${today.slice(0, 4)}-01-01`;
  const yearAgo = daysBefore(today, 366);
  const since = yearAgo < yearStart ? yearAgo : yearStart;
  const groups = new Map<Person, Map<string, ActRow[]>>();
  for (const act of acts) {
    if (act.day < since || act.day > today || !teCode(act.code)) continue;
    const ofPerson = groups.get(act.person) ?? new Map<string, ActRow[]>();
    groups.set(act.person, ofPerson);
    const key = `${act.biller} ${act.code}`;
    const same = ofPerson.get(key);
    if (same) same.push(act);
    else ofPerson.set(key, [act]);
  }
  const rows: QuotaRow[] = [];
  for (const [person, ofPerson] of groups) {
    for (const same of ofPerson.values()) {
      const [first] = same;
      const code = first && teCode(first.code);
      if (!first || !code) continue;
      const { biller } = first;
      const register = same.map((act) => ({ ...act, actDate: act.day }));
      const { acts: history, made } = quotaHistory({
        about: { patientKey: person.key, biller },
        register,
        shown: undefined,
      });
      const { civil, rolling } = pastOf(history, code, today, person.key, biller);
      if (civil + rolling === 0) continue;
      const profession = professionOf(biller);
      const limit = (profession && quotaOn(code, profession, today)?.row.value) ?? null;
      const homonyms = homonymsOf(person.keys, same, answers);
      const isCounted = homonyms === null || homonyms === 'one';
      const left = limit === null || !isCounted ? null : Math.max(0, limit - Math.max(civil, rolling));
      rows.push({ person, biller, code, civil, rolling, limit, left, homonyms, made: made.toReversed() });
    }
  }
  return rows.sort(
    (a, b) =>
      (a.left ?? 99) - (b.left ?? 99) ||
      b.rolling - a.rolling ||
      (a.person.folded < b.person.folded ? -1 : 1),
  );
}
