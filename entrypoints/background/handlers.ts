import { v7 as uuid } from 'uuid';
import { codeOf } from '../../cases/wanted-sheet.ts';
import type { HistoryAct } from '../../rules/schema.ts';
import { withLoneAct } from '../../sites/lone-act.ts';
import type { PatientReading, Reading, WriteReport } from '../../sites/model.ts';
import type {
  PanelPlace,
  PanelSession,
  Settings,
  ToHand,
  ToPointer,
  ToSentinel,
} from '../../messages/contract.ts';
import { ExpectedError } from '../../messages/errors.ts';
import type { From, Handlers } from '../../messages/server.ts';
import { patientKeysOf } from '../../ledger/patient-keys.ts';
import type { Vault } from '../../ledger/vault.ts';
import type { About, LedgerDoor } from './ledger-door.ts';
import type { ProfileDesk } from './profile-desk.ts';
import type { SiteDesk } from './site-desk.ts';
import { onTrial } from './pointing.ts';
import { pointingHandlers, pointingPlace, seek, writeTrial } from './pointing-handlers.ts';
import { siteHandlers } from './site-handlers.ts';
import { lockHandlers } from './lock-handlers.ts';
import { sweep } from './sweep.ts';
import {
  dayOf,
  fileWith,
  forSentinel,
  onRecord,
  emptyFile,
  ownRows,
  readerFor,
  roleOf,
  sessionOf,
  type Reader,
} from './session.ts';
import {
  fileKey,
  newTab,
  readFile,
  tabDesk,
  type PatientFile,
  type Store,
  type TabState,
} from './tab-state.ts';
import { takeOverDesk } from './take-over.ts';

/** A plan older than this is not resumed after a postback: the person has moved on. */
const PLAN_LIFE = 2 * 60_000;

export interface Desk {
  /** Memory only, emptied when the browser closes. */
  session: Store;
  /** Settings and the panel's place; no patient data. */
  local: Store;
  /** Names of all that is kept in `session`. */
  sessionKeys(): Promise<string[]>;
  ledger: LedgerDoor;
  vault: Vault;
  profiles: ProfileDesk;
  sites: SiteDesk;
  /** Rejects when the page is gone. */
  tell(tabId: number, frameId: number, message: ToSentinel): Promise<void>;
  /** Brings the hand into the page and gives it the plan. Rejects when the page is gone or closed to us. */
  write(tabId: number, frameId: number, message: ToHand): Promise<void>;
  /** Brings a reader of captions or of labels into the page. Rejects when the page is gone or closed to us. */
  bring(tabId: number, frameId: number, reader: Reader): Promise<void>;
  /** Brings the cursor that shows fields into the page, if it is not there, and speaks to it. */
  pointer(tabId: number, frameId: number, message: ToPointer): Promise<void>;
  addressOf(tabId: number): Promise<string | null>;
  /** Brings the sentinel in anew: the profile of its page is another now. */
  again(tabId: number): Promise<void>;
  /** Sends the session to the panel of that frame, if it listens. */
  push(tabId: number, frameId: number, session: PanelSession): void;
  /** Tabs whose panel listens. */
  panels(): number[];
  openPage(page: 'options' | 'register'): Promise<void>;
  now(): number;
}

const defaultPlace: PanelPlace = { open: false, side: 'right', top: 12 };

/** The act of téléexpertise on a sheet, if there is one. */
const teleActOf = (reading: Reading): string | null =>
  reading.acts?.map((act) => act.code?.toUpperCase() ?? '').find((code) => /^(RQD|TE1|TE2)$/.test(code)) ??
  null;

export interface Office {
  handlers: Handlers;
  /** Draws the session again and sends it to the panel of the tab. */
  refresh(tabId: number): Promise<void>;
  /** A tab was closed. */
  closed(tabId: number): Promise<void>;
  /** The keyboard command. */
  toggle(tabId: number): Promise<void>;
  /** The register was locked or unlocked, here or on its own page. */
  lockChanged(): Promise<void>;
  /** Throws away what was carried from page to page and has had its time. True when some of it is left. */
  sweep(): Promise<boolean>;
}

export function openOffice(desk: Desk): Office {
  const { session, local, ledger } = desk;
  const tabs = tabDesk(session);
  const takeOver = takeOverDesk(session, () => desk.now());

  const settings = async () => ((await local.get('settings')) as Settings | undefined) ?? null;
  const place = async () => ((await local.get('place')) as PanelPlace | undefined) ?? defaultPlace;

  async function fileOf(tab: TabState): Promise<PatientFile | null> {
    const { reading } = tab;
    const marker = reading?.patient.marker;
    // A platform numbers requests, not patients: what its page says lives as long as the page.
    if (reading && !marker && /^(request|answer)$/.test(reading.screen))
      return fileWith(null, reading, desk.now());
    return marker ? readFile(session, fileKey(tab.profileId, marker), desk.now()) : null;
  }

  async function changeFile(
    tab: TabState,
    change: (file: PatientFile) => PatientFile | Promise<PatientFile>,
  ): Promise<void> {
    const file = await fileOf(tab);
    const marker = tab.reading?.patient.marker;
    if (!file || !marker) throw new ExpectedError('no-patient');
    await session.set(fileKey(tab.profileId, marker), await change({ ...file, at: desk.now() }));
  }

  /** Whose records: none while the identity is in doubt or nobody has said who bills. */
  function aboutOf(tab: TabState, file: PatientFile | null, who: Settings | null): About | null {
    const keys = file && !file.conflict ? patientKeysOf(tab.profileId, file.patient) : [];
    return keys.length && who ? { patientKeys: keys, biller: who.who.numeroAm } : null;
  }

  const about = async (tab: TabState): Promise<About | null> =>
    aboutOf(tab, await fileOf(tab), await settings());

  /** A register that does not answer says so by itself, question by question: it is no lock. */
  async function lockOf(): Promise<PanelSession['lock']> {
    try {
      const { mode, open, retryAt } = await desk.vault.state();
      return { mode, open, retryAt };
    } catch {
      return { mode: 'device', open: true, retryAt: 0 };
    }
  }

  /** While the register is locked, what was just recorded is remembered beside the patient, to be shown. */
  async function remember(tab: TabState, said: NonNullable<PatientFile['waiting']>): Promise<void> {
    const isOpen = (await lockOf()).open;
    const waiting = (await fileOf(tab))?.waiting;
    if (isOpen && !waiting) return;
    await changeFile(tab, (file) => ({ ...file, waiting: isOpen ? undefined : { ...waiting, ...said } }));
  }

  async function compose(tab: TabState): Promise<PanelSession> {
    const [who, file, at] = [await settings(), await fileOf(tab), await place()];
    const whose = aboutOf(tab, file, who);
    const today = dayOf(desk.now());
    let history: HistoryAct[] | undefined;
    let consent: PanelSession['consent'];
    let reportReceivedOn: string | null | undefined;
    let correspondents: PanelSession['correspondents'] = [];
    let trouble = tab.trouble;
    const lock = await lockOf();
    try {
      if (!lock.open) {
        consent = file?.waiting?.consent;
        reportReceivedOn = file?.waiting?.reportOn;
      } else {
        correspondents = await ledger.correspondents();
      }
      if (whose && lock.open) {
        const rows = file?.history ? ownRows(file.history, file.user) : null;
        history = await ledger.history(whose, rows, tab.sheetId);
        consent = await ledger.consent(whose, today);
        reportReceivedOn = await ledger.report(whose, desk.now());
      }
    } catch (error) {
      trouble = ledger.explain(error)?.message ?? new ExpectedError('storage').message;
    }
    return sessionOf({
      tab: { ...tab, trouble },
      file,
      settings: who,
      place: at,
      history,
      consent,
      reportReceivedOn,
      correspondents,
      carried: await takeOver.standing(file),
      billingSteps: (await desk.profiles.byId(tab.profileId))?.billingSteps ?? [],
      lock,
    });
  }

  async function draw(tabId: number): Promise<void> {
    const tab = await tabs.read(tabId);
    if (tab?.panelFrameId != null) desk.push(tabId, tab.panelFrameId, await compose(tab));
  }

  /** Drawn one at a time, and once more when something changed meanwhile: an older session never comes last. */
  const drawing = new Map<number, { again: boolean; done: Promise<void> }>();
  function refresh(tabId: number): Promise<void> {
    const busy = drawing.get(tabId);
    if (busy) {
      busy.again = true;
      return busy.done;
    }
    const turn = { again: false, done: Promise.resolve() };
    drawing.set(tabId, turn);
    turn.done = (async () => {
      try {
        do {
          turn.again = false;
          await draw(tabId);
        } while (turn.again);
      } finally {
        drawing.delete(tabId);
      }
    })();
    return turn.done;
  }

  const refreshAll = async (): Promise<void> => void (await Promise.all(desk.panels().map(refresh)));

  /** @throws ExpectedError when the panel that speaks is not the one its tab was given. */
  async function knownPanel({ door, tabId, frameId }: From): Promise<void> {
    if (door !== 'panel') return;
    const tab = tabId === null ? null : await tabs.read(tabId);
    if (!tab || tab.panelFrameId !== frameId) throw new ExpectedError('not-for-you');
  }

  async function throwAway(all: boolean): Promise<boolean> {
    const isCarriedLeft = await takeOver.sweep(all);
    const isFileLeft = await sweep({
      session,
      tabs,
      keys: desk.sessionKeys,
      all,
      now: desk.now(),
      isThere: async (tabId, tab) => {
        const placed = { to: 'sentinel', type: 'place', place: await place() } as const;
        return desk.tell(tabId, tab.frameId, placed).then(
          () => true,
          () => false,
        );
      },
    });
    return isCarriedLeft || isFileLeft;
  }

  /** Changes the tab of the panel or sentinel that speaks, then shows the result. */
  async function change<T>(from: From, work: (tab: TabState) => Promise<T>): Promise<T> {
    const { tabId } = from;
    if (tabId === null) throw new ExpectedError('no-page');
    const result = await tabs.within(tabId, async (tab) => {
      const known =
        tab && (from.door === 'panel' ? tab.panelFrameId === from.frameId : tab.frameId === from.frameId);
      if (!tab || !known) throw new ExpectedError('not-for-you');
      const value = await work(tab);
      return [tab, value];
    });
    await refresh(tabId);
    return result;
  }

  async function tell(tabId: number, tab: TabState, message: ToSentinel): Promise<void> {
    try {
      await desk.tell(tabId, tab.frameId, message);
    } catch {
      throw new ExpectedError('no-page');
    }
  }

  async function write(tabId: number, tab: TabState): Promise<void> {
    const profile = await desk.profiles.byId(tab.profileId);
    if (!tab.plan || !profile) return;
    try {
      await desk.write(tabId, tab.frameId, {
        to: 'hand',
        type: 'plan',
        plan: tab.plan,
        profile: forSentinel(profile),
      });
    } catch {
      tab.plan = null;
      throw new ExpectedError('no-page');
    }
  }

  /** What the ledger could not keep must be said: the sheet itself has gone its way. */
  async function keep(tab: TabState, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      tab.trouble = ledger.explain(error)?.message ?? new ExpectedError('storage').message;
    }
  }

  /** The page that pressed is gone: its sheet left with it. */
  async function closeLastPress(tab: TabState | null): Promise<void> {
    if (!tab?.pressed) return;
    const { actId } = tab.pressed;
    tab.pressed = null;
    await keep(tab, () => ledger.outcome(actId, 'left'));
  }

  async function intent(tab: TabState, reading: Reading): Promise<void> {
    const code = teleActOf(reading);
    const who = await settings();
    const file = await fileOf(tab);
    const whose = aboutOf(tab, file, who);
    if (!code || !whose || !file || !tab.sheetId) return;
    const act = reading.acts?.find((row) => row.code?.toUpperCase() === code);
    const date = reading.fields['acte.date']?.value;
    const { lastName, firstName, birthDate } = file.patient;
    const pressId = tab.sheetId;
    await keep(tab, async () => {
      const actId = await ledger.intent({
        ...whose,
        pressId,
        code,
        actDate: typeof date === 'string' ? date : dayOf(desk.now()),
        role: roleOf(tab, who, file),
        patient: { lastName: lastName ?? null, firstName: firstName ?? null, birthDate: birthDate ?? null },
        software: tab.profileId,
        ...(typeof act?.quantity === 'number' && { quantity: act.quantity }),
        ...(typeof act?.amount === 'number' && { amount: act.amount }),
        ...(typeof act?.excess === 'number' && { excess: act.excess }),
        ...(file.otherSide && { otherSide: onRecord(file.otherSide) }),
      });
      tab.pressed = { actId, code };
    });
  }

  const handlers: Handlers = {
    async hello({ url, as }, { tabId, frameId }) {
      if (tabId === null) return null;
      const known = await desk.profiles.at(url, as);
      if (!known) return null;
      const { profile, others } = known;
      if (profile.frames === 'top' && frameId !== 0) return null;
      const token = uuid();
      // A page of the software that opens is somebody at work.
      void desk.vault.touch().catch(() => undefined);
      let pointing = false;
      await tabs.within(tabId, async (before) => {
        await closeLastPress(before);
        const tab = newTab(token, frameId, profile.id);
        const plan = before?.profileId === profile.id ? before.plan : null;
        if (plan && desk.now() - plan.createdAt < PLAN_LIFE) {
          tab.plan = plan;
          tab.resume = true;
          tab.report = before?.report ?? null;
          tab.role = before?.role ?? null;
        }
        tab.trouble = before?.trouble ?? null;
        if (before?.frameId === frameId) tab.pointing = before.pointing;
        pointing = tab.pointing !== null;
        // A postback draws the same sheet again; any other page in between ends it.
        tab.sheetId = before?.profileId === profile.id ? before.sheetId : null;
        return [tab, null];
      });
      const reader = readerFor(profile);
      if (reader) await desk.bring(tabId, frameId, reader).catch(() => undefined);
      return {
        profile: forSentinel(profile),
        others: others.map(forSentinel),
        token,
        place: pointing ? pointingPlace(await place()) : await place(),
      };
    },

    async reading({ reading }, from) {
      await change(from, async (tab) => {
        const stranger = tab.reading && tab.reading.patient.marker !== reading?.patient.marker;
        if (stranger)
          Object.assign(tab, {
            report: null,
            held: null,
            role: null,
            blocking: [],
            askOutcome: null,
            trouble: null,
          });
        tab.reading = reading && withLoneAct(reading as Reading);
        tab.sheetId = reading?.screen === 'fse' ? (!stranger && tab.sheetId) || uuid() : null;
        const marker = reading?.patient.marker;
        if (!reading || !marker) return;
        const key = fileKey(tab.profileId, marker);
        const file = await readFile(session, key, desk.now());
        await session.set(key, await takeOver.into(fileWith(file, reading as Reading, desk.now())));
        if (tab.resume && tab.plan?.marker === marker && reading.screen === 'fse' && reading.settled) {
          tab.resume = false;
          await write(from.tabId ?? -1, tab);
        }
      });
      return null;
    },

    async identity({ patient }, from) {
      await change(from, async (tab) => {
        const { reading } = tab;
        const file = await fileOf(tab);
        if (!reading || !file || reading.patient.marker !== patient.marker) return;
        const known = fileWith(file, { ...reading, patient: patient as PatientReading }, desk.now());
        await session.set(fileKey(tab.profileId, patient.marker ?? ''), known);
      });
      return null;
    },

    async report({ report }, from) {
      await change(from, async (tab) => {
        if (tab.pointing?.test?.planId === report.planId) {
          const next = onTrial(tab.pointing, report as WriteReport);
          if (next) await writeTrial(desk, from.tabId ?? -1, tab, next);
          return;
        }
        if (tab.plan?.id !== report.planId) return;
        tab.report = report as WriteReport;
        tab.plan = report.status === 'running' ? { ...tab.plan, before: report.before as never } : null;
      });
      return null;
    },

    async press({ held, reading }, from) {
      await change(from, async (tab) => {
        if (held) {
          tab.held = { at: desk.now() };
          await local.set('place', { ...(await place()), open: true });
          const whose = await about(tab);
          if (whose) await keep(tab, () => ledger.held(whose, tab.sheetId ?? '', tab.blocking));
        } else {
          tab.held = null;
          await intent(tab, withLoneAct(reading as Reading));
        }
      });
      if (held && from.tabId !== null) {
        await desk.tell(from.tabId, from.frameId, { to: 'sentinel', type: 'place', place: await place() });
      }
      return null;
    },

    async outcome({ sign }, from) {
      await change(from, async (tab) => {
        if (!tab.pressed) return;
        if (sign === 'left') return closeLastPress(tab);
        const { actId, code } = tab.pressed;
        await keep(tab, () => ledger.outcome(actId, 'stayed'));
        tab.askOutcome = { actId, code };
        tab.pressed = null;
      });
      return null;
    },

    async open({ token }, { tabId, frameId }) {
      if (tabId === null) throw new ExpectedError('not-for-you');
      await tabs.within(tabId, async (tab) => {
        if (tab?.token !== token) throw new ExpectedError('not-for-you');
        // A postback took the cursor away with the page.
        if (tab.pointing && tab.panelFrameId !== frameId) await seek(desk, tabId, tab);
        return [{ ...tab, panelFrameId: frameId }, null];
      });
      await refresh(tabId);
      return null;
    },

    async place(next, from) {
      await local.set('place', next);
      await change(from, (tab) =>
        tell(from.tabId ?? -1, tab, {
          to: 'sentinel',
          type: 'place',
          place: tab.pointing ? pointingPlace(next) : next,
        }),
      );
      return null;
    },

    async role({ role }, from) {
      await change(from, async (tab) => {
        tab.role = role;
        tab.report = null;
      });
      return null;
    },

    async plan({ kind, steps }, from) {
      await change(from, async (tab) => {
        const { reading } = tab;
        const marker = reading?.patient.marker;
        if (reading?.screen !== 'fse' || !marker) throw new ExpectedError('no-patient');
        if (reading.mode === 'read-only') throw new ExpectedError('read-only');
        if (reading.changed.length) throw new ExpectedError('page-changed');
        if (tab.plan && desk.now() - tab.plan.createdAt < PLAN_LIFE) throw new ExpectedError('busy');
        const file = await fileOf(tab);
        if (!file || file.conflict) throw new ExpectedError('wrong-patient');
        const who = await settings();
        if (!who) throw new ExpectedError('not-set-up');
        const role =
          tab.role ?? (steps.some((step) => step.want === codeOf('requis')) ? 'requis' : 'requerant');
        tab.plan = { id: uuid(), marker, role, steps, createdAt: desk.now(), kind };
        await write(from.tabId ?? -1, tab);
        tab.held = null;
        tab.trouble = null;
      });
      return null;
    },

    async verdict({ hold, rules }, from) {
      await tabs.within(from.tabId ?? -1, async (tab) => {
        if (!tab || tab.panelFrameId !== from.frameId) throw new ExpectedError('not-for-you');
        await tell(from.tabId ?? -1, tab, { to: 'sentinel', type: 'guard', hold });
        return [{ ...tab, blocking: rules }, null];
      });
      return null;
    },

    async override({ reason }, from) {
      await change(from, async (tab) => {
        if (!tab.held) return;
        const whose = await about(tab);
        if (whose) await keep(tab, () => ledger.override(whose, tab.sheetId ?? '', tab.blocking, reason));
        tab.held = null;
        await tell(from.tabId ?? -1, tab, { to: 'sentinel', type: 'pass' });
      });
      return null;
    },

    async consent({ consent }, from) {
      await change(from, async (tab) => {
        const whose = await about(tab);
        if (!whose) throw new ExpectedError('no-patient');
        await ledger.saveConsent(whose, consent);
        await remember(tab, { consent });
      });
      return null;
    },

    async reportReceived({ on }, from) {
      await change(from, async (tab) => {
        const whose = await about(tab);
        if (!whose) throw new ExpectedError('no-patient');
        await ledger.saveReport(whose, on);
        await remember(tab, { reportOn: on });
      });
      return null;
    },

    async otherSide(otherSide, from) {
      await change(from, (tab) => changeFile(tab, (file) => ({ ...file, otherSide })));
      return null;
    },

    async takeOver(_, from) {
      await change(from, async (tab) => takeOver.keep(tab.reading, await settings(), tab.role));
      // A sheet of this patient may be open already, in another tab.
      await Promise.all(
        desk.panels().map(async (tabId) => {
          const tab = await tabs.read(tabId);
          const file = tab?.reading?.patient.marker ? await fileOf(tab) : null;
          if (tab && file) await changeFile(tab, (same) => takeOver.into(same));
          if (tabId !== from.tabId) await refresh(tabId);
        }),
      );
      return null;
    },

    async saveCorrespondent(correspondent, from) {
      await ledger.saveCorrespondent(correspondent);
      if (from.tabId !== null) await refresh(from.tabId);
      return null;
    },

    async completeIdentity(_, from) {
      await change(from, async (tab) => {
        const known = await desk.profiles.byId(tab.profileId);
        if (!known) throw new ExpectedError('no-page');
        const marker = tab.reading?.patient.marker ?? null;
        const profile = forSentinel(known);
        try {
          await desk.write(from.tabId ?? -1, tab.frameId, { to: 'hand', type: 'identity', marker, profile });
        } catch {
          throw new ExpectedError('no-page');
        }
      });
      return null;
    },

    async settle({ actId, secured }, from) {
      await change(from, async (tab) => {
        await ledger.outcome(actId, secured ? 'secured' : 'not-secured');
        tab.askOutcome = null;
      });
      return null;
    },

    async openPage({ page }) {
      await desk.openPage(page);
      return null;
    },

    ...siteHandlers(desk),
    ...pointingHandlers({ ...desk, change, place }),

    ...lockHandlers(desk.vault, knownPanel, refreshAll),
    async carryCase({ profileId, marker, patient, otherSide }) {
      const key = fileKey(profileId, marker);
      const known = await readFile(session, key, desk.now());
      const file = known ?? emptyFile({ marker, ...patient, from: 'none' }, desk.now());
      await session.set(key, { ...file, otherSide: otherSide ?? file.otherSide, at: desk.now() });
      return null;
    },

    async registerChanged() {
      await refreshAll();
      return null;
    },

    getSettings: settings,

    async saveSettings(next) {
      await local.set('settings', next);
      await refreshAll();
      return null;
    },
  };

  return {
    handlers,
    refresh,
    async lockChanged() {
      if (!(await lockOf()).open) await throwAway(true);
      await refreshAll();
    },
    sweep: () => throwAway(false),
    closed: async (tabId) => {
      await tabs.within(tabId, async (tab) => {
        await closeLastPress(tab);
        return [null, null];
      });
    },
    toggle: async (tabId) => {
      const tab = await tabs.read(tabId);
      if (!tab?.reading) return;
      const next = { ...(await place()), open: !(await place()).open };
      await local.set('place', next);
      await desk.tell(tabId, tab.frameId, { to: 'sentinel', type: 'place', place: next });
      await refresh(tabId);
    },
  };
}
