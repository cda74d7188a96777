import { v7 as newId } from 'uuid';
import type { Consent } from '../rules/schema.ts';
import { actById, addEvents, withEvents, type ActsFound, type LedgerAct } from './acts.ts';
import { guarded, LedgerLocked, NoSuchAct } from './errors.ts';
import type { Body, Correspondent, Fact, Standing } from './facts.ts';
import { checkHealth, type Health } from './health.ts';
import { leave, takeIn } from './inbox.ts';
import { digest, randomBytes, toBase64 } from './seal.ts';
import { memoryStore, type SessionStore } from './session-store.ts';
import { countsAsBilled, isUnsettled } from './standing.ts';
import { openStore, type Draft, type StoreDeps } from './store.ts';

export interface LedgerDeps extends StoreDeps {
  /** Remembers which sheet is which act while the register is locked. No patient data goes in. */
  session?: SessionStore;
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

/** The same, with the patient's name where the page shows it. */
export interface AboutNamed extends About {
  patient?: Body<'consents'>['patient'];
}

export interface OpenIntent extends LedgerAct {
  actId: string;
}

/**
 * What the panel needs of the register. Every promise rejects with a `LedgerError` (errors.ts) where storage fails. While
 * the register is locked, what is recorded is kept for later (inbox.ts), and every question rejects with `LedgerLocked`.
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
  recordConsent(about: AboutNamed, consent: Consent | null): Promise<void>;
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

/** The software's own number stays; the NIR may come to be read between two presses of one sheet. */
function sameSheet({ patientKeys, code, actDate, biller, pressId }: Press): string {
  const patient = patientKeys.find((key) => !key.startsWith('nir:')) ?? patientKeys[0] ?? '';
  return JSON.stringify(['press', patient, biller, code, actDate, pressId]);
}

/** Which sheet is which act, for when the register cannot be asked. Words are salted digests: nothing can be read. */
function sheetMemory(session: SessionStore) {
  async function wordOf(sameAs: string): Promise<string> {
    let salt = await session.get('ledger.salt');
    if (salt === undefined) await session.set('ledger.salt', (salt = toBase64(randomBytes(16))));
    return `ledger.press.${await digest([salt, sameAs])}`;
  }
  return {
    recall: async (sameAs: string) => (await session.get(await wordOf(sameAs))) as string | undefined,
    remember: async (sameAs: string, actId: string) => session.set(await wordOf(sameAs), actId),
  };
}

/** @throws what `work` throws, but `LedgerLocked`: then `instead` is done. */
async function unlessLocked<T>(work: () => Promise<T>, instead: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof LedgerLocked) return instead();
    throw error;
  }
}

export function openLedger({ session = memoryStore(), ...deps }: LedgerDeps): Ledger {
  const store = openStore(deps);
  const { database } = store;
  const sheets = sheetMemory(session);

  async function note(draft: Draft): Promise<string> {
    await unlessLocked(
      () => store.append([draft]),
      async () => void (await leave(store, draft)),
    );
    return draft.id;
  }
  const eventDraft = (act: string, standing: Standing): Draft => ({
    table: 'events',
    id: newId(),
    body: { act, standing },
  });

  async function intentWhileOpen(press: Press, sameAs: string): Promise<string> {
    await takeIn(store);
    const id = newId();
    const body = { ...press, origin: 'press' as const, sameAs };
    const existing = await store.append<string>([{ table: 'acts', id, body }], {
      unless: async (rows) => {
        const once = rows.get('acts')?.[0]?.once ?? '';
        const [known] = await database.acts.where('once').equals(once).primaryKeys();
        return known;
      },
      also: () => database.pending.put({ id }),
    });
    await sheets.remember(sameAs, existing ?? id);
    if (existing === undefined) return id;
    // Pressed again after the page had refused: the same act, whose outcome is open again.
    const before = await actById(store, existing);
    if (before && !countsAsBilled(before.standing)) {
      await addEvents(store, [{ act: existing, standing: 'intent' }]);
    }
    return existing;
  }

  async function intentWhileLocked(press: Press, sameAs: string): Promise<string> {
    const known = await sheets.recall(sameAs);
    if (known !== undefined) {
      await leave(store, eventDraft(known, 'intent'));
      return known;
    }
    const id = newId();
    await leave(store, { table: 'acts', id, body: { ...press, origin: 'press', sameAs } });
    await sheets.remember(sameAs, id);
    return id;
  }

  /** One press at a time: the memory of sheets has no transactions. */
  let lastIntent: Promise<unknown> = Promise.resolve();
  function recordIntent(press: Press): Promise<string> {
    const sameAs = sameSheet(press);
    const mine = lastIntent.then(() =>
      unlessLocked(
        () => intentWhileOpen(press, sameAs),
        () => intentWhileLocked(press, sameAs),
      ),
    );
    lastIntent = mine.catch(() => undefined);
    return mine;
  }

  async function outcomeWhileOpen(actId: string, outcome: Outcome): Promise<void> {
    await takeIn(store);
    const before = await actById(store, actId);
    if (before === null) throw new NoSuchAct();
    const waits = (await guarded(() => database.pending.get(actId))) !== undefined;
    if (before?.standing === outcome && !waits) return;
    await addEvents(store, [{ act: actId, standing: outcome }]);
  }

  const ofBoth = async <T extends 'consents' | 'reports'>(table: T, about: About) => {
    await takeIn(store);
    const { facts, damaged } = await store.ofPatient(table, about.patientKeys);
    const isAsked = (biller: string | undefined) =>
      biller === undefined || about.biller === undefined || biller === about.biller;
    return { facts: facts.filter(({ body }) => isAsked(body.biller)), damaged };
  };

  return {
    recordIntent,
    recordOutcome: (actId, outcome) =>
      unlessLocked(
        () => outcomeWhileOpen(actId, outcome),
        () => leave(store, eventDraft(actId, outcome)),
      ),
    async act(actId) {
      await takeIn(store);
      return actById(store, actId);
    },
    async openIntents() {
      await takeIn(store);
      const pending = await guarded(() => database.pending.toArray());
      const ids = pending.map(({ id }) => id);
      const { acts } = await withEvents(store, await store.byIds('acts', ids));
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
      await takeIn(store);
      const { facts, damaged } = await store.ofPatient('acts', patientKeys);
      const asked = facts.filter(
        ({ body }) => body.biller === biller && (exceptPress === undefined || body.pressId !== exceptPress),
      );
      const found = await withEvents(store, { facts: asked, damaged });
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
    health: () => checkHealth(store),
  };
}
