import { folded, frenchDate } from '../../cases/words.ts';
import { dayOf, type Standing } from '../facts.ts';
import { nextStanding, standingOf } from '../standing.ts';
import {
  overviewTables,
  type ActSummary,
  type CaseSummary,
  type ConsentSummary,
  type EventSummary,
  type OverviewTable,
  type ReportSummary,
  type Summaries,
} from './summaries.ts';

/** One patient, under all the words he is known by. */
export interface Person {
  /** The first of them: names him inside this page. */
  key: string;
  keys: string[];
  lastName: string;
  firstName: string;
  /** ISO or ''. */
  birthDate: string;
  /** What a search looks into. In memory only, like everything here. */
  folded: string;
}

/** An act as a line of the register. Never changed: what happens later makes another line. */
export interface ActRow {
  id: string;
  /** ISO. */
  day: string;
  code: string;
  standing: Standing;
  biller: string;
  person: Person;
  /** Cents; `null` = not read. */
  amount: number | null;
  otherName: string;
  otherNumber: string;
  software: string;
  origin: ActSummary['origin'];
  role: string;
  /** When it was written, ms. */
  at: number;
  /** ISO, where it was paid. */
  paidOn: string | null;
  /** Cents, where the payment told it. */
  paid: number | null;
  /** Why it was refused or rejected. */
  reason: string;
  note: string;
}

export interface OverviewRows {
  /** The latest day first. */
  acts: ActRow[];
  consents: { person: Person; summary: ConsentSummary }[];
  reports: { person: Person; summary: ReportSummary }[];
  cases: { person: Person; summary: CaseSummary }[];
}

interface KnownPerson extends Person {
  /** Came to be the same person as this one: known by NIR here, by the software's number there. */
  into?: KnownPerson;
  at: number;
}

/**
 * What is known under the id of an act; an event may come before its act. Facts that are the same act (merged
 * registers) make one line, which the first of them to come holds. One object an act and no list where one fact
 * will do: of a hundred thousand, the lists would take longer to make than all the rest.
 */
interface ActEntry {
  act: ActSummary | null;
  events: EventSummary | EventSummary[] | null;
  /** Who holds the line of this act. */
  holder: ActEntry | null;
  /** All that share the line, the oldest first; `null` = only this one. Of a holder only, like `row`. */
  same: ActEntry[] | null;
  /** `null` = to be made again. */
  row: ActRow | null;
}

const latestFirst = (a: ActRow, b: ActRow): number =>
  a.day < b.day ? 1 : a.day > b.day ? -1 : a.id < b.id ? 1 : -1;

const idOf = ({ act }: ActEntry): string => act?.id ?? '';
const eventsOf = ({ events }: ActEntry): EventSummary[] =>
  events === null ? [] : Array.isArray(events) ? events : [events];

/** Puts summaries together: facts in, lines out. Facts may come in any order, and twice. */
export class OverviewModel {
  readonly #acts = new Map<string, ActEntry>();
  readonly #byId: { [T in Exclude<OverviewTable, 'acts' | 'events'>]: Map<string, Summaries[T]> } = {
    consents: new Map(),
    reports: new Map(),
    cases: new Map(),
  };
  /** Holders of lines, by the word that makes two acts one. */
  readonly #lines = new Map<string, ActEntry>();
  /** Ids of the events: made when they are first asked for, which a page that only shows lines never does. */
  #eventIds: Set<string> | null = null;
  readonly #persons = new Map<string, KnownPerson>();
  /** The rows as they were last given, while every line stands as it was. */
  #ordered: ActRow[] | null = null;
  #joined = false;

  has(table: OverviewTable, id: string): boolean {
    if (table === 'acts') return Boolean(this.#acts.get(id)?.act);
    return table === 'events' ? this.#eventSet().has(id) : this.#byId[table].has(id);
  }

  ids(table: OverviewTable): Iterable<string> {
    if (table === 'acts') return [...this.#acts].flatMap(([id, { act }]) => (act ? id : []));
    return table === 'events' ? this.#eventSet() : this.#byId[table].keys();
  }

  #eventSet(): Set<string> {
    if (!this.#eventIds) {
      this.#eventIds = new Set();
      for (const entry of this.#acts.values()) for (const { id } of eventsOf(entry)) this.#eventIds.add(id);
    }
    return this.#eventIds;
  }

  get isEmpty(): boolean {
    return this.#lines.size === 0;
  }

  add<T extends OverviewTable>(table: T, summaries: readonly Summaries[T][]): void {
    if (table === 'acts') for (const act of summaries as readonly ActSummary[]) this.#addAct(act);
    else if (table === 'events') {
      for (const event of summaries as readonly EventSummary[]) this.#addEvent(event);
    } else {
      const known = this.#byId[table as 'consents'];
      for (const summary of summaries as readonly ConsentSummary[]) {
        if (known.has(summary.id)) continue;
        known.set(summary.id, summary);
        this.#person(summary.patientKeys, summary.id);
      }
    }
  }

  /** All but those facts. */
  without(gone: ReadonlySet<string>): OverviewModel {
    const left = new OverviewModel();
    for (const table of overviewTables) {
      const all: Iterable<Summaries[OverviewTable]> =
        table === 'acts'
          ? [...this.#acts.values()].flatMap(({ act }) => act ?? [])
          : table === 'events'
            ? [...this.#acts.values()].flatMap(eventsOf)
            : this.#byId[table].values();
      left.add(
        table,
        [...all].filter(({ id }) => !gone.has(id)),
      );
    }
    return left;
  }

  rows(): OverviewRows {
    const about = <S extends ConsentSummary | ReportSummary | CaseSummary>(all: Map<string, S>) =>
      [...all.values()].map((summary) => ({
        person: this.#person(summary.patientKeys, summary.id),
        summary,
      }));
    return {
      acts: (this.#ordered ??= this.#order()),
      consents: about(this.#byId.consents),
      reports: about(this.#byId.reports),
      cases: about(this.#byId.cases),
    };
  }

  #order(): ActRow[] {
    const rows: ActRow[] = [];
    for (const holder of this.#lines.values()) rows.push((holder.row ??= this.#rowOf(holder)));
    // Two words came to be one person: every line must say the same one.
    if (this.#joined) for (const row of rows) row.person = lastOf(row.person);
    this.#joined = false;
    return rows.sort(latestFirst);
  }

  #entry(id: string): ActEntry {
    let entry = this.#acts.get(id);
    if (!entry) {
      entry = { act: null, events: null, holder: null, same: null, row: null };
      this.#acts.set(id, entry);
    }
    return entry;
  }

  #changed(holder: ActEntry): void {
    holder.row = null;
    this.#ordered = null;
  }

  #addAct(act: ActSummary): void {
    const entry = this.#entry(act.id);
    if (entry.act) return;
    entry.act = act;
    const holder = this.#lines.get(act.once) ?? entry;
    entry.holder = holder;
    if (holder === entry) this.#lines.set(act.once, entry);
    else {
      holder.same = [...(holder.same ?? [holder]), entry];
      holder.same.sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
    }
    this.#changed(holder);
    const person = this.#person(act.patientKeys, act.id);
    if (act.at < person.at) return;
    const { lastName, firstName, birthDate } = act;
    const isNamed = lastName !== '' || firstName !== '';
    const isNews =
      (isNamed && (lastName !== person.lastName || firstName !== person.firstName)) ||
      (birthDate !== '' && birthDate !== person.birthDate);
    if (isNamed) person.at = act.at;
    if (!isNews) return;
    if (isNamed) Object.assign(person, { lastName, firstName });
    if (birthDate) person.birthDate = birthDate;
    person.folded = folded(`${person.lastName} ${person.firstName} ${frenchDate(person.birthDate)}`);
  }

  #addEvent(event: EventSummary): void {
    const entry = this.#entry(event.act);
    if (entry.events === null) entry.events = event;
    else if (eventsOf(entry).some(({ id }) => id === event.id)) return;
    else entry.events = [...eventsOf(entry), event];
    this.#eventIds?.add(event.id);
    if (entry.holder) this.#changed(entry.holder);
  }

  #person(keys: readonly string[], id: string): KnownPerson {
    const [only] = keys;
    if (only !== undefined && keys.length === 1) {
      const known = this.#persons.get(only);
      if (known) return lastOf(known);
    }
    const words = keys.length > 0 ? keys : [`fact:${id}`];
    let person: KnownPerson | undefined;
    for (const word of words) {
      const known = this.#persons.get(word);
      const found = known && lastOf(known);
      if (!found || found === person) continue;
      if (person) {
        join(found, person);
        this.#joined = true;
        this.#ordered = null;
      } else person = found;
    }
    person ??= {
      key: words[0] ?? id,
      keys: [],
      lastName: '',
      firstName: '',
      birthDate: '',
      folded: '',
      at: 0,
    };
    for (const word of words) {
      if (this.#persons.get(word) === person) continue;
      this.#persons.set(word, person);
      if (!person.keys.includes(word)) person.keys.push(word);
    }
    return person;
  }

  #rowOf(holder: ActEntry): ActRow {
    const act = (holder.same?.[0] ?? holder).act;
    if (!act) throw new Error('no act under that word');
    const { id, day, code, biller, amount, otherName, otherNumber, software, origin, role, at } = act;
    const row: ActRow = {
      id,
      day,
      code,
      standing: act.standing ?? 'intent',
      biller,
      person: this.#person(act.patientKeys, id),
      amount,
      otherName,
      otherNumber,
      software,
      origin,
      role,
      at,
      paidOn: null,
      paid: null,
      reason: '',
      note: '',
    };
    const events = holder.same ? holder.same.flatMap(eventsOf) : holder.events;
    if (events !== null) tell(row, events, act.standing);
    return row;
  }
}

function lastOf(person: Person): KnownPerson {
  let last = person as KnownPerson;
  while (last.into) last = last.into;
  return last;
}

function join(from: KnownPerson, to: KnownPerson): void {
  from.into = to;
  for (const key of from.keys) if (!to.keys.includes(key)) to.keys.push(key);
  if (from.at > to.at) {
    const { lastName, firstName, birthDate, folded: text, at } = from;
    Object.assign(to, { lastName, firstName, birthDate, folded: text, at });
  }
}

/** Puts on a new row what became of its act. */
function tell(row: ActRow, events: EventSummary | EventSummary[], from: ActSummary['standing']): void {
  let told: EventSummary | undefined;
  if (!Array.isArray(events) && events.undoes === undefined) {
    // Nearly every act of an old register has one event.
    row.standing = nextStanding(from ?? 'intent', events.standing);
    if (events.standing === row.standing) told = events;
    row.note = events.note ?? '';
  } else {
    const all = Array.isArray(events) ? events : [events];
    const undone = new Set(all.flatMap(({ undoes }) => undoes ?? []));
    const inOrder = all
      .filter(({ id }) => !undone.has(id))
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    row.standing = standingOf(
      all.map((body) => ({ id: body.id, body })),
      from,
    );
    told = inOrder.findLast((event) => event.standing === row.standing);
    row.note = inOrder.findLast(({ note }) => note !== undefined)?.note ?? '';
  }
  if (row.standing === 'paid') {
    row.paidOn = told ? (told.on ?? dayOf(told.at)) : null;
    row.paid = told?.amount ?? null;
  }
  row.reason = told?.reason ?? '';
}
