/** The messages of *Montrer les champs*. */
import { conceptWords } from '../../components/panel/field-words.ts';
import type { PanelPlace, ShownPlace, ToHand, ToPointer, ToSentinel } from '../../messages/contract.ts';
import { ExpectedError } from '../../messages/errors.ts';
import type { From, Handlers } from '../../messages/server.ts';
import type { Concept, Pointed } from '../../sites/pointing/concepts.ts';
import { recognisedScreen } from './profile-desk.ts';
import type { ProfileDesk } from './profile-desk.ts';
import { mean, profileOf, startPointing, startTrial, take, type Pointing, type Trial } from './pointing.ts';
import { dayOf, forSentinel } from './session.ts';
import type { TabState } from './tab-state.ts';

/** CSS pixels: room for one concept and its buttons. */
const HEIGHT = 430;

export const pointingPlace = (place: PanelPlace): ShownPlace => ({ ...place, open: true, height: HEIGHT });

type Of =
  | 'point'
  | 'pointed'
  | 'pointerStopped'
  | 'pointAt'
  | 'pointForget'
  | 'pointThrough'
  | 'pointMeaning'
  | 'pointTest'
  | 'pointSave'
  | 'pointCancel'
  | 'taughtProfiles'
  | 'saveTaught'
  | 'readTaught'
  | 'pointAgain'
  | 'forgetTaught';

export interface PointingDesk {
  profiles: ProfileDesk;
  change<T>(from: From, work: (tab: TabState) => Promise<T>): Promise<T>;
  tell(tabId: number, frameId: number, message: ToSentinel): Promise<void>;
  write(tabId: number, frameId: number, message: ToHand): Promise<void>;
  /** Brings the cursor that shows into the page, if it is not there, and speaks to it. */
  pointer(tabId: number, frameId: number, message: ToPointer): Promise<void>;
  addressOf(tabId: number): Promise<string | null>;
  /** Tabs that show a page of this host, the last used first. */
  openAt(host: string): Promise<number[]>;
  /** Brings a tab to the front. */
  front(tabId: number): Promise<void>;
  tabs: { read(tabId: number): Promise<TabState | null> };
  place(): Promise<PanelPlace>;
  /** Brings the sentinel in anew: the profile of its page is another now. */
  again(tabId: number): Promise<void>;
  now(): number;
}

export function writeTrial(
  desk: Pick<PointingDesk, 'write' | 'now'>,
  tabId: number,
  tab: TabState,
  trial: Trial & { undo?: boolean },
): Promise<void> {
  const { profile, step } = trial;
  const plan = {
    id: tab.pointing?.test?.planId ?? '',
    marker: '',
    role: 'requerant' as const,
    steps: [step],
    createdAt: desk.now(),
    kind: trial.undo ? ('undo' as const) : ('prepare' as const),
  };
  return desk.write(tabId, tab.frameId, { to: 'hand', type: 'plan', plan, profile: forSentinel(profile) });
}

/** Tells the cursor what is looked for now, or sends it away. */
export async function seek(desk: Pick<PointingDesk, 'pointer'>, tabId: number, tab: TabState): Promise<void> {
  const concept = tab.pointing?.at;
  const message: ToPointer = concept
    ? { to: 'pointer', type: 'seek', concept, words: conceptWords(concept) }
    : { to: 'pointer', type: 'stop' };
  await desk.pointer(tabId, tab.frameId, message).catch(() => undefined);
}

export function pointingHandlers(desk: PointingDesk): Pick<Handlers, Of> {
  const within = <T>(from: From, work: (tab: TabState, pointing: Pointing, tabId: number) => Promise<T>) =>
    desk.change(from, async (tab) => {
      if (!tab.pointing || from.tabId === null) throw new ExpectedError('no-page');
      return work(tab, tab.pointing, from.tabId);
    });

  async function begin(tabId: number, tab: TabState, single: Concept | null): Promise<void> {
    const url = await desk.addressOf(tabId);
    const known = url ? await desk.profiles.at(url) : null;
    if (!url || !known) throw new ExpectedError('no-page');
    const { hostname, pathname } = new URL(url);
    const profile = (await desk.profiles.byId(tab.profileId)) ?? known.profile;
    const pointing = startPointing(hostname, pathname, profile, single);
    const screen = single && !profile.taught ? recognisedScreen(profile, tab.reading) : null;
    if (single && screen) pointing.over = { id: profile.id, screen };
    tab.pointing = pointing;
    await desk.tell(tabId, tab.frameId, {
      to: 'sentinel',
      type: 'place',
      place: pointingPlace(await desk.place()),
    });
    await seek(desk, tabId, tab);
  }

  async function end(tabId: number, tab: TabState, again: boolean): Promise<void> {
    tab.pointing = null;
    await desk.pointer(tabId, tab.frameId, { to: 'pointer', type: 'stop' }).catch(() => undefined);
    const place = await desk.place();
    await desk.tell(tabId, tab.frameId, { to: 'sentinel', type: 'place', place });
    if (again) await desk.again(tabId);
  }

  return {
    async point({ tabId, concept }, from) {
      const at: From = from.door === 'page' ? { door: 'sentinel', tabId: tabId ?? null, frameId: 0 } : from;
      await desk.change(at, (tab) => begin(at.tabId ?? -1, tab, concept ?? null));
      return null;
    },
    async pointAgain({ id, concept }) {
      const profile = (await desk.profiles.taught()).find((one) => one.id === id);
      const known = [id, profile?.taught?.over];
      for (const tabId of await desk.openAt(profile?.hosts[0] ?? '')) {
        const tab = await desk.tabs.read(tabId);
        if (!tab || !known.includes(tab.profileId)) continue;
        // What moved in a shipped profile is shown on the sheet where it is looked for.
        if (profile?.taught?.over && tab.reading?.screen !== profile.screens[0]?.kind) continue;
        await desk.front(tabId);
        const at: From = { door: 'sentinel', tabId, frameId: tab.frameId };
        await desk.change(at, (now) => begin(tabId, now, concept));
        return null;
      }
      throw new ExpectedError('no-open-page');
    },
    async pointed({ pointed }, from) {
      await within(from, async (tab, pointing, tabId) => {
        if (!take(pointing, pointed as Pointed)) return;
        await seek(desk, tabId, tab);
      });
      return null;
    },
    async pointerStopped(_, from) {
      await within(from, async (tab, pointing, tabId) => {
        pointing.at = null;
        if (Object.keys(pointing.draft.shown).length === 0) await end(tabId, tab, false);
        else await seek(desk, tabId, tab);
      });
      return null;
    },
    async pointAt({ concept }, from) {
      await within(from, async (tab, pointing, tabId) => {
        Object.assign(pointing, { at: concept, through: false, refused: false });
        await seek(desk, tabId, tab);
      });
      return null;
    },
    async pointForget({ concept }, from) {
      await within(from, async (_, pointing) => {
        pointing.draft.shown[concept] = undefined;
        pointing.tests[concept] = undefined;
      });
      return null;
    },
    async pointThrough(_, from) {
      await within(from, async (tab, pointing, tabId) => {
        pointing.through = true;
        await desk.pointer(tabId, tab.frameId, { to: 'pointer', type: 'through' });
      });
      return null;
    },
    async pointMeaning({ concept, option, word }, from) {
      await within(from, async (tab, pointing, tabId) => {
        mean(pointing, concept, option, word);
        await seek(desk, tabId, tab);
      });
      return null;
    },
    async pointTest({ concept }, from) {
      await within(from, async (tab, pointing, tabId) => {
        if (pointing.test) throw new ExpectedError('busy');
        const trial = startTrial(pointing, concept, dayOf(desk.now()));
        if (trial) await writeTrial(desk, tabId, tab, trial);
      });
      return null;
    },
    async pointSave(_, from) {
      await within(from, async (tab, pointing, tabId) => {
        const shipped = pointing.over ? await desk.profiles.shipped(pointing.over.id) : null;
        await desk.profiles.keep(profileOf(pointing, shipped, dayOf(desk.now())));
        await end(tabId, tab, true);
      });
      return null;
    },
    async pointCancel(_, from) {
      await within(from, (tab, __, tabId) => end(tabId, tab, false));
      return null;
    },
    taughtProfiles: () => desk.profiles.taught(),
    async saveTaught({ profile }) {
      await desk.profiles.keep(profile, true);
      return null;
    },
    async readTaught({ text }) {
      await desk.profiles.read(text);
      return null;
    },
    async forgetTaught({ id }) {
      await desk.profiles.forget(id);
      return null;
    },
  };
}
