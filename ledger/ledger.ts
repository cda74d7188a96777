import { v7 as newId } from 'uuid';
import type { Consent } from '../rules/schema.ts';
import type { LedgerDatabase } from './database.ts';
import { guarded, NoSuchAct } from './errors.ts';
import type { Body, Correspondent, Fact, Standing } from './facts.ts';
import { countsAsBilled, isUnsettled, standingOf } from './standing.ts';
import { openStore, type DamagedRecord, type Health, type Store } from './store.ts';
import type { Vault } from './vault.ts';

export interface LedgerDeps {
  database: LedgerDatabase;
  vault: Vault;
  /** Milliseconds since the epoch. */
  now?: () => number;
}

/** What is kept of a sheet when the person presses the final button. */
export interface Press extends Pick<
  Body<'acts'>,
  | 'code'
  | 'actDate'
  | 'biller'
  | 'patientKeys'
  | 'role'
  | 'patient'
  | 'quantity'
  | 'amount'
  | 'excess'
  | 'securing'
  | 'otherSide'
  | 'software'
  | 'rulesOn'
> {
  /** Names the sheet, not the press: the same for every press while that sheet is open, another for the next one. */
  pressId: string;
}

/** A press that was held, or that passed all the same. Name the patient where he is known: he may be erased one day. */
export type PressNote = Pick<
  Body<'presses'>,
  'patientKeys' | 'biller' | 'code' | 'actDate' | 'rules' | 'pressId'
>;

/** What the page or the person says became of a press. */
export type Outcome = 'secured' | 'left' | 'stayed' | 'not-secured';

/**
 * Whose record it is: the patient, and the AM number of the practitioner where several share a computer. A record
 * made without one is everybody's; a question without one is about everybody.
 */
export interface About {
  patientKeys: string[];
  biller?: string;
}

/** An act of the register with where it stands now. */
export interface LedgerAct extends Body<'acts'> {
  id: string;
  standing: Standing;
}

export interface OpenIntent extends LedgerAct {
  actId: string;
}

export interface ActsFound {
  acts: LedgerAct[];
  /** Records of this patient that cannot be read: what is found may then be incomplete. */
  damaged: DamagedRecord[];
}

/**
 * The register. Every promise rejects with a `LedgerError` (errors.ts) where storage fails or the register is locked.
 * `undefined` = a record that might hold the answer cannot be read; `null` = there is none.
 */
export interface Ledger {
  /**
   * Write-ahead: kept before the page can go away. The same sheet pressed again is the same act. Resolves with its id.
   */
  recordIntent(press: Press): Promise<string>;
  /** @throws NoSuchAct */
  recordOutcome(actId: string, outcome: Outcome): Promise<void>;
  /** Presses whose outcome nobody has recorded, oldest first: what to resolve when the background starts again. */
  openIntents(): Promise<OpenIntent[]>;
  /** A final press was held because `rules` blocked. */
  recordHeld(note: PressNote): Promise<string>;
  /** *Envoyer quand même*, and why. */
  recordOverride(note: PressNote & { reason: string }): Promise<string>;
  /** `null` takes back what was recorded for this patient and biller. */
  recordConsent(about: About, consent: Consent | null): Promise<void>;
  /** The latest consent on or before a day; a refusal is a consent with `given: false`. */
  consentFor(about: About, onOrBefore: string): Promise<Consent | null | undefined>;
  /** The compte-rendu was received (requérant) or sent (requis) on that day; `null` takes it back. */
  recordReport(about: About, on: string | null): Promise<void>;
  /** Day of the latest compte-rendu on or after `since`. */
  reportFor(about: About, since: string): Promise<string | null | undefined>;
  /** Every act of this patient for this biller, by date. `exceptPress`: leave out the sheet that is open. */
  actsOf(about: Required<About>, options?: { exceptPress?: string }): Promise<ActsFound>;
  act(actId: string): Promise<LedgerAct | null | undefined>;
  saveCorrespondent(correspondent: Correspondent): Promise<void>;
  removeCorrespondent(id: string): Promise<void>;
  /** The address book, by name. */
  correspondents(): Promise<Correspondent[]>;
  /** Opens everything: names what is damaged, and what no longer agrees with the trail. */
  health(): Promise<Health>;
}

const later = (a: Fact, b: Fact): number => b.body.at - a.body.at || (a.id < b.id ? 1 : -1);

const byDate = (a: LedgerAct, b: LedgerAct): number =>
  `${a.actDate} ${a.id}` < `${b.actDate} ${b.id}` ? -1 : 1;

/** The facts written since the last that took everything back, latest first. */
function sinceTakenBack<F extends Fact>(facts: F[], takesBack: (fact: F) => boolean): F[] {
  const latestFirst = [...facts].sort(later);
  const end = latestFirst.findIndex(takesBack);
  return end === -1 ? latestFirst : latestFirst.slice(0, end);
}

/** Act facts with what followed them. Facts that are the same act (merged registers) become one, the oldest. */
export function actsFrom(acts: Fact<'acts'>[], events: Fact<'events'>[]): LedgerAct[] {
  const eventsOf = Map.groupBy(events, ({ body }) => body.act);
  const oldestFirst = [...acts].sort((a, b) => (a.id < b.id ? -1 : 1));
  return [...Map.groupBy(oldestFirst, ({ body }) => body.sameAs).values()].flatMap((same) => {
    const [first] = same;
    const standing = standingOf(same.flatMap(({ id }) => eventsOf.get(id) ?? []));
    return first ? [{ ...first.body, id: first.id, standing }] : [];
  });
}

/** The software's own number stays; the NIR may come to be read between two presses of one sheet. */
function sameSheet({ patientKeys, code, actDate, biller, pressId }: Press): string {
  const patient = patientKeys.find((key) => !key.startsWith('nir:')) ?? patientKeys[0] ?? '';
  return JSON.stringify(['press', patient, biller, code, actDate, pressId]);
}

export function openLedger({ database, vault, now = Date.now }: LedgerDeps): Ledger {
  const store = openStore({ database, vault, now });

  const note = async (draft: Parameters<Store['append']>[0][number]): Promise<string> => {
    await store.append([draft]);
    return draft.id;
  };

  async function withEvents({ facts, damaged }: { facts: Fact<'acts'>[]; damaged: DamagedRecord[] }) {
    const ids = facts.map(({ id }) => id);
    const events = await store.open(
      'events',
      await guarded(() => database.events.where('of').anyOf(ids).toArray()),
    );
    return { acts: actsFrom(facts, events.facts), damaged: [...damaged, ...events.damaged] };
  }

  async function act(actId: string): Promise<LedgerAct | null | undefined> {
    const found = await store.byIds('acts', [actId]);
    if (found.damaged.length > 0) return undefined;
    return (await withEvents(found)).acts[0] ?? null;
  }

  const addEvent = (actId: string, standing: Standing, pending: 'keep' | 'drop') =>
    store.append([{ table: 'events', id: newId(), body: { act: actId, standing } }], {
      also: () => (pending === 'keep' ? database.pending.put({ id: actId }) : database.pending.delete(actId)),
    });

  async function recordIntent(press: Press): Promise<string> {
    const sameAs = sameSheet(press);
    const once = await store.word('once', sameAs);
    const id = newId();
    const body = { ...press, origin: 'press' as const, sameAs };
    const existing = await store.append<string>([{ table: 'acts', id, body }], {
      unless: async () => (await database.acts.where('once').equals(once).first())?.id,
      also: () => database.pending.put({ id }),
    });
    if (existing === undefined) return id;
    // Pressed again after the page had refused: the same act, whose outcome is open again.
    const before = await act(existing);
    if (before && !countsAsBilled(before.standing)) await addEvent(existing, 'intent', 'keep');
    return existing;
  }

  async function recordOutcome(actId: string, outcome: Outcome): Promise<void> {
    const before = await act(actId);
    if (before === null) throw new NoSuchAct();
    const waits = (await guarded(() => database.pending.get(actId))) !== undefined;
    if (before?.standing === outcome && !waits) return;
    await addEvent(actId, outcome, 'drop');
  }

  const ofBoth = async <T extends 'consents' | 'reports'>(table: T, about: About) => {
    const { facts, damaged } = await store.ofPatient(table, about.patientKeys);
    const isAsked = (biller: string | undefined) =>
      biller === undefined || about.biller === undefined || biller === about.biller;
    return { facts: facts.filter(({ body }) => isAsked(body.biller)), damaged };
  };

  return {
    recordIntent,
    recordOutcome,
    act,
    async openIntents() {
      await store.ready();
      const pending = await guarded(() => database.pending.toArray());
      const { acts } = await withEvents(
        await store.byIds(
          'acts',
          pending.map(({ id }) => id),
        ),
      );
      return acts
        .filter(({ standing }) => isUnsettled(standing))
        .map((open) => ({ ...open, actId: open.id }));
    },
    recordHeld: (held) => note({ table: 'presses', id: newId(), body: { ...held, kind: 'held' } }),
    recordOverride: (override) =>
      note({ table: 'presses', id: newId(), body: { ...override, kind: 'override' } }),
    async recordConsent(about, consent) {
      await note({ table: 'consents', id: newId(), body: { ...about, consent } });
    },
    async consentFor(about, onOrBefore) {
      const { facts, damaged } = await ofBoth('consents', about);
      const standing = sinceTakenBack(facts, ({ body }) => body.consent === null);
      const [latest] = standing
        .flatMap(({ body }) => body.consent ?? [])
        .filter(({ on }) => on <= onOrBefore)
        .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
      return latest ?? (damaged.length > 0 ? undefined : null);
    },
    async recordReport(about, on) {
      await note({ table: 'reports', id: newId(), body: { ...about, on } });
    },
    async reportFor(about, since) {
      const { facts, damaged } = await ofBoth('reports', about);
      const days = sinceTakenBack(facts, ({ body }) => body.on === null)
        .flatMap(({ body }) => body.on ?? [])
        .filter((on) => on >= since)
        .sort();
      return days.at(-1) ?? (damaged.length > 0 ? undefined : null);
    },
    async actsOf({ patientKeys, biller }, { exceptPress } = {}) {
      const { facts, damaged } = await store.ofPatient('acts', patientKeys);
      const asked = facts.filter(
        ({ body }) => body.biller === biller && (exceptPress === undefined || body.pressId !== exceptPress),
      );
      const found = await withEvents({ facts: asked, damaged });
      return { ...found, acts: found.acts.sort(byDate) };
    },
    async saveCorrespondent(correspondent) {
      await note({ table: 'correspondents', id: newId(), body: { correspondent, removed: false } });
    },
    async removeCorrespondent(id) {
      const { facts } = await store.all('correspondents');
      const [latest] = facts.filter(({ body }) => body.correspondent.id === id).sort(later);
      if (!latest || latest.body.removed) return;
      const { correspondent } = latest.body;
      await note({ table: 'correspondents', id: newId(), body: { correspondent, removed: true } });
    },
    async correspondents() {
      const { facts } = await store.all('correspondents');
      const byId = Map.groupBy([...facts].sort(later), ({ body }) => body.correspondent.id);
      return [...byId.values()]
        .flatMap(([latest]) => (latest && !latest.body.removed ? [latest.body.correspondent] : []))
        .sort((a, b) => a.name.localeCompare(b.name, 'fr'));
    },
    health: store.health,
  };
}
