import type { PatientTable } from './database.ts';
import { actsFrom, type LedgerAct } from './acts.ts';
import { erase, type FactPlace } from './erasing.ts';
import { guarded } from './errors.ts';
import { clearSideOf, type Body, type Fact } from './facts.ts';
import { takeIn } from './inbox.ts';
import type { DamagedRecord } from './rows.ts';
import type { Opened, Store } from './store.ts';

/** Everything the register holds about one person. */
export interface PatientFile {
  /** Every word the person is known by here. */
  patientKeys: string[];
  acts: (LedgerAct & { events: Body<'events'>[] })[];
  consents: Body<'consents'>[];
  reports: Body<'reports'>[];
  presses: Body<'presses'>[];
  cases: Body<'cases'>[];
  /** What was answered about homonyms. */
  identities: Body<'identities'>[];
  /** Records of this person that cannot be read. */
  damaged: DamagedRecord[];
}

type Found = { [T in PatientTable]: Opened<T> } & { events: Opened<'events'> };

/** Follows the words of a person from record to record, until no record brings a new one. */
async function findPerson(store: Store, known: readonly string[]): Promise<{ keys: string[]; found: Found }> {
  let keys = [...new Set(known)];
  for (;;) {
    const [acts, consents, reports, presses, cases, identities] = await Promise.all([
      store.ofPatient('acts', keys),
      store.ofPatient('consents', keys),
      store.ofPatient('reports', keys),
      store.ofPatient('presses', keys),
      store.ofPatient('cases', keys),
      store.ofPatient('identities', keys),
    ]);
    const facts: Fact<PatientTable>[] = [
      ...acts.facts,
      ...consents.facts,
      ...reports.facts,
      ...presses.facts,
      ...cases.facts,
      ...identities.facts,
    ];
    const all = [
      ...new Set([...keys, ...facts.flatMap(({ table, body }) => clearSideOf(table, body).patientKeys)]),
    ];
    if (all.length === keys.length) {
      const ids = acts.facts.map(({ id }) => id);
      const rows = await guarded(() => store.database.events.where('of').anyOf(ids).toArray());
      const events = await store.open('events', rows);
      return { keys, found: { acts, consents, reports, presses, cases, identities, events } };
    }
    keys = all;
  }
}

const bodiesOf = <T extends PatientTable>({ facts }: Opened<T>): Body<T>[] => facts.map(({ body }) => body);

/** Right of access: all of it, readable. */
export async function patientFile(store: Store, known: readonly string[]): Promise<PatientFile> {
  await takeIn(store);
  const { keys, found } = await findPerson(store, known);
  const eventsOf = Map.groupBy(found.events.facts, ({ body }) => body.act);
  return {
    patientKeys: keys,
    acts: actsFrom(found.acts.facts, found.events.facts).map((act) => ({
      ...act,
      events: (eventsOf.get(act.id) ?? []).map(({ body }) => body).sort((a, b) => a.at - b.at),
    })),
    consents: bodiesOf(found.consents),
    reports: bodiesOf(found.reports),
    presses: bodiesOf(found.presses),
    cases: bodiesOf(found.cases),
    identities: bodiesOf(found.identities),
    damaged: Object.values(found).flatMap(({ damaged }) => damaged),
  };
}

/** Damaged records that are surely this person's: one that opens is somebody else's, under a word it was given. */
async function unopenable(store: Store, { damaged }: Opened<PatientTable | 'events'>): Promise<FactPlace[]> {
  const places: FactPlace[] = [];
  for (const { table, id } of damaged) {
    if (table !== 'inbox' && (await store.byIds(table, [id])).facts.length === 0) places.push({ table, id });
  }
  return places;
}

/**
 * Erases everything about one person, unreadable records included, in one transaction. What other computers wrote
 * before now about the same person goes when their backups are merged. Resolves with the number of records erased.
 */
export async function erasePatient(store: Store, known: readonly string[]): Promise<number> {
  await takeIn(store);
  const { keys, found } = await findPerson(store, known);
  const places: FactPlace[] = [];
  for (const table of Object.values(found) as Opened<PatientTable | 'events'>[]) {
    places.push(...table.facts.map((fact) => ({ table: fact.table, id: fact.id })));
    places.push(...(await unopenable(store, table)));
  }
  if (keys.length > 0) await erase(store, places, 'patient', keys);
  return places.length;
}
