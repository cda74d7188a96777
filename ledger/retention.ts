import { patientTables, type PatientTable, type SealedRow } from './database.ts';
import { erase, type FactPlace } from './erasing.ts';
import { guarded } from './errors.ts';
import { takeIn } from './inbox.ts';
import { foundWrongly, openRows, type DamagedRecord } from './rows.ts';
import type { Store } from './store.ts';

/**
 * How long records are kept, counted from the last thing that was done for the patient. The CNIL's reference framework
 * for practices (deliberation 2020-081 of 18 June 2020, security.md §8): five years in daily use, then fifteen years
 * archived. A practice may keep less.
 */
export interface RetentionPolicy {
  activeYears: number;
  archiveYears: number;
}
export const cnilRetention: RetentionPolicy = { activeYears: 5, archiveYears: 15 };

/**
 * Bounds of what a practice may choose, in years after the last act: not less than the time of daily use, not more than
 * that and the archive, which is what is recommended (same source: longer must be justified).
 */
export const cnilYears = {
  least: cnilRetention.activeYears,
  most: cnilRetention.activeYears + cnilRetention.archiveYears,
} as const;

/** @param years kept in all; what is out of bounds is brought back to them. */
export function retentionOf(years: number): RetentionPolicy {
  const whole = Math.min(cnilYears.most, Math.max(cnilYears.least, Math.round(years)));
  return { activeYears: cnilRetention.activeYears, archiveYears: whole - cnilRetention.activeYears };
}

export type RetentionStage = 'active' | 'archived' | 'due';

/** 29 February counts as 28 in a year that has none. */
function yearsAfter(day: string, years: number): string {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0');
  const rest = day.slice(4);
  const isLeap = new Date(Date.UTC(Number(year), 1, 29)).getUTCMonth() === 1;
  return rest === '-02-29' && !isLeap ? `${year}-02-28` : `${year}${rest}`;
}

/** Both days ISO. The anniversary itself belongs to the next stage. */
export function stageOf(lastDay: string, today: string, policy: RetentionPolicy): RetentionStage {
  if (today < yearsAfter(lastDay, policy.activeYears)) return 'active';
  return today < yearsAfter(lastDay, policy.activeYears + policy.archiveYears) ? 'archived' : 'due';
}

/** Everything that belongs to one person, found by clear columns alone. */
export interface PatientGroup {
  lastDay: string;
  facts: FactPlace[];
}

type Row = Pick<SealedRow, 'id' | 'day' | 'patients' | 'of'>;

/**
 * Rows put together by person: two rows that share a blind word are of one person. A row without any word stands
 * alone. Events go with their act, and count for its day.
 */
export function groupByPatient(
  rows: readonly (Row & { table: PatientTable })[],
  events: readonly Row[],
): PatientGroup[] {
  const parent = new Map<string, string>();
  const rootOf = (word: string): string => {
    let root = word;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(word, root);
    return root;
  };
  for (const { id, patients } of rows) {
    const [first = `row ${id}`, ...others] = patients;
    const root = rootOf(first);
    for (const other of others) parent.set(rootOf(other), root);
  }
  const eventsOf = Map.groupBy(events, ({ of }) => of ?? '');
  const groups = new Map<string, PatientGroup>();
  for (const { table, id, day, patients } of rows) {
    const root = rootOf(patients[0] ?? `row ${id}`);
    const group = groups.get(root) ?? { lastDay: '', facts: [] };
    groups.set(root, group);
    const followed = table === 'acts' ? (eventsOf.get(id) ?? []) : [];
    group.facts.push({ table, id }, ...followed.map((event) => ({ table: 'events' as const, id: event.id })));
    for (const one of [day, ...followed.map((event) => event.day)]) {
      if (one > group.lastDay) group.lastDay = one;
    }
  }
  return [...groups.values()];
}

async function groupsOf(store: Store): Promise<PatientGroup[]> {
  const tables = await store.snapshot();
  const rows = patientTables.flatMap((table) =>
    (tables.get(table) as SealedRow[]).map((row) => ({ table, ...row })),
  );
  return groupByPatient(rows, tables.get('events') as SealedRow[]);
}

export interface RetentionCount {
  people: Record<RetentionStage, number>;
  /** Records that a purge would erase. */
  due: number;
}

/** What a purge would do today. */
export async function retentionCount(
  store: Store,
  today: string,
  policy: RetentionPolicy,
): Promise<RetentionCount> {
  const count: RetentionCount = { people: { active: 0, archived: 0, due: 0 }, due: 0 };
  for (const { lastDay, facts } of await groupsOf(store)) {
    const stage = stageOf(lastDay, today, policy);
    count.people[stage] += 1;
    if (stage === 'due') count.due += facts.length;
  }
  return count;
}

/** Records erased in one transaction, whole people at a time. */
const batchSize = 500;

export interface Purged {
  erased: number;
  /** Damaged records, kept with everything about the same person: the day they show may not be theirs. */
  damaged: DamagedRecord[];
}

/** Records of a group whose clear side cannot be trusted. */
async function damagedIn(store: Store, { facts }: PatientGroup): Promise<DamagedRecord[]> {
  const keys = await store.ready();
  const damaged: DamagedRecord[] = [];
  for (const [table, places] of Map.groupBy(facts, (fact) => fact.table)) {
    const rows = await guarded(() => store.database[table].bulkGet(places.map(({ id }) => id)));
    const { opened, damaged: closed } = await openRows(
      keys,
      table,
      rows.filter((row) => row !== undefined),
    );
    const wrong = [...closed, ...(await foundWrongly(keys, opened))];
    damaged.push(...wrong.map(({ id }) => ({ table, id })));
  }
  return damaged;
}

/**
 * Erases for good everything about the people whose time is over. One that was interrupted is completed by the next.
 */
export async function purge(
  store: Store,
  today: string,
  policy: RetentionPolicy,
  onProgress: (done: number) => void = () => undefined,
): Promise<Purged> {
  await takeIn(store);
  const due = (await groupsOf(store)).filter(({ lastDay }) => stageOf(lastDay, today, policy) === 'due');
  const purged: Purged = { erased: 0, damaged: [] };
  let batch: FactPlace[] = [];
  for (const [index, group] of due.entries()) {
    const damaged = await damagedIn(store, group);
    purged.damaged.push(...damaged);
    if (damaged.length === 0) batch.push(...group.facts);
    const isLast = index === due.length - 1;
    if (batch.length === 0 || (batch.length < batchSize && !isLast)) continue;
    await erase(store, batch, 'retention');
    purged.erased += batch.length;
    batch = [];
    onProgress((index + 1) / due.length);
  }
  return purged;
}
