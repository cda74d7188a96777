import { folded, frenchDate } from '../../cases/words.ts';
import { dayOf, type Standing } from '../facts.ts';
import { standingOf } from '../standing.ts';
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

const latestFirst = (a: ActRow, b: ActRow): number =>
  a.day < b.day ? 1 : a.day > b.day ? -1 : a.id < b.id ? 1 : -1;

/** Puts summaries together: facts in, lines out. Facts may come in any order, and twice. */
export class OverviewModel {
  readonly #byId: { [T in OverviewTable]: Map<string, Summaries[T]> } = {
    acts: new Map(),
    events: new Map(),
    consents: new Map(),
    reports: new Map(),
    cases: new Map(),
  };
  readonly #sameActs = new Map<string, ActSummary[]>();
  readonly #eventsOf = new Map<string, EventSummary[]>();
  readonly #persons = new Map<string, KnownPerson>();
  readonly #rows = new Map<string, ActRow>();
  readonly #stale = new Set<string>();

  has(table: OverviewTable, id: string): boolean {
    return this.#byId[table].has(id);
  }

  ids(table: OverviewTable): MapIterator<string> {
    return this.#byId[table].keys();
  }

  add<T extends OverviewTable>(table: T, summaries: readonly Summaries[T][]): void {
    const known: Map<string, Summaries[T]> = this.#byId[table];
    for (const summary of summaries) {
      if (known.has(summary.id)) continue;
      known.set(summary.id, summary);
      if (table === 'acts') this.#addAct(summary as ActSummary);
      else if (table === 'events') this.#addEvent(summary as EventSummary);
      else this.#person((summary as ConsentSummary).patientKeys, summary.id);
    }
  }

  /** All but those facts. */
  without(gone: ReadonlySet<string>): OverviewModel {
    const left = new OverviewModel();
    const copy = <T extends OverviewTable>(table: T) => {
      const all: MapIterator<Summaries[T]> = this.#byId[table].values();
      left.add(
        table,
        [...all].filter(({ id }) => !gone.has(id)),
      );
    };
    overviewTables.forEach(copy);
    return left;
  }

  rows(): OverviewRows {
    for (const once of this.#stale) this.#rows.set(once, this.#rowOf(this.#sameActs.get(once) ?? []));
    this.#stale.clear();
    const acts = [...this.#rows.values()];
    // Two words came to be one person: every line must say the same one.
    for (const row of acts) row.person = lastOf(row.person);
    const about = <S extends ConsentSummary | ReportSummary | CaseSummary>(all: Map<string, S>) =>
      [...all.values()].map((summary) => ({
        person: this.#person(summary.patientKeys, summary.id),
        summary,
      }));
    return {
      acts: acts.sort(latestFirst),
      consents: about(this.#byId.consents),
      reports: about(this.#byId.reports),
      cases: about(this.#byId.cases),
    };
  }

  #addAct(act: ActSummary): void {
    const same = this.#sameActs.get(act.once);
    if (same) {
      same.push(act);
      same.sort((a, b) => (a.id < b.id ? -1 : 1));
    } else this.#sameActs.set(act.once, [act]);
    this.#stale.add(act.once);
    const person = this.#person(act.patientKeys, act.id);
    if (act.at < person.at) return;
    const { lastName, firstName, birthDate } = act;
    if (lastName || firstName) Object.assign(person, { lastName, firstName, at: act.at });
    if (birthDate) person.birthDate = birthDate;
    person.folded = folded(`${person.lastName} ${person.firstName} ${frenchDate(person.birthDate)}`);
  }

  #addEvent(event: EventSummary): void {
    const others = this.#eventsOf.get(event.act);
    if (others) others.push(event);
    else this.#eventsOf.set(event.act, [event]);
    const act = this.#byId.acts.get(event.act);
    if (act) this.#stale.add(act.once);
  }

  #person(keys: readonly string[], id: string): KnownPerson {
    const words = keys.length > 0 ? keys : [`fact:${id}`];
    let person: KnownPerson | undefined;
    for (const word of words) {
      const known = this.#persons.get(word);
      const found = known && lastOf(known);
      if (!found || found === person) continue;
      if (person) join(found, person);
      else person = found;
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

  #rowOf(same: readonly ActSummary[]): ActRow {
    const [act] = same;
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
    const events = same.flatMap((each) => this.#eventsOf.get(each.id) ?? []);
    return events.length > 0 ? withEvents(row, events, act.standing) : row;
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

function withEvents(row: ActRow, events: readonly EventSummary[], from: ActSummary['standing']): ActRow {
  const undone = new Set(events.flatMap(({ undoes }) => undoes ?? []));
  const inOrder = events
    .filter(({ id }) => !undone.has(id))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const standing = standingOf(
    events.map((body) => ({ id: body.id, body })),
    from,
  );
  const told = inOrder.findLast((event) => event.standing === standing);
  const isPaid = standing === 'paid';
  return {
    ...row,
    standing,
    paidOn: isPaid && told ? (told.on ?? dayOf(told.at)) : null,
    paid: isPaid ? (told?.amount ?? null) : null,
    reason: told?.reason ?? '',
    note: inOrder.findLast(({ note }) => note !== undefined)?.note ?? '',
  };
}
