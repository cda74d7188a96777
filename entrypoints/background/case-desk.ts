/** The case a tab shows: its patient's file, whose records it may see, and the session its panel draws. */
import type { HistoryAct } from '../../rules/schema.ts';
import { patientKeysOf } from '../../ledger/patient-keys.ts';
import type { PanelPlace, PanelSession, Settings, ToSentinel } from '../../messages/contract.ts';
import { ExpectedError } from '../../messages/errors.ts';
import type { From } from '../../messages/server.ts';
import type { Desk } from './desk.ts';
import type { About } from './ledger-door.ts';
import { dayOf, fileWith, forSentinel, ownRows, sessionOf } from './session.ts';
import { sweep } from './sweep.ts';
import { fileKey, readFile, tabDesk, type PatientFile, type TabState } from './tab-state.ts';
import { takeOverDesk } from './take-over.ts';

/** A plan older than this is not resumed after a postback: the person has moved on. */
const PLAN_LIFE = 2 * 60_000;

export const planIsYoung = (plan: { createdAt: number }, now: number): boolean =>
  now - plan.createdAt < PLAN_LIFE;

const defaultPlace: PanelPlace = { open: false, side: 'right', top: 12 };

export type CaseDesk = ReturnType<typeof openCaseDesk>;

export function openCaseDesk(desk: Desk) {
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

  return {
    tabs,
    takeOver,
    settings,
    place,
    fileOf,
    changeFile,
    aboutOf,
    about,
    lockOf,
    remember,
    refresh,
    refreshAll,
    knownPanel,
    throwAway,
    change,
    tell,
    write,
    keep,
    closeLastPress,
  };
}
