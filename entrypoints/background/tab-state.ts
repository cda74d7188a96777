import type { HistoryRow, PatientReading, Plan, Reading, WriteReport } from '../../sites/model.ts';
import type { Consent } from '../../rules/schema.ts';
import type { Pointing } from './pointing.ts';
import type { OtherSide, Role } from '../../messages/contract.ts';

/** What must survive the worker about one tab. Kept in `storage.session`: memory only, trusted contexts only. */
export interface TabState {
  /** The word the inserted frame must show. */
  token: string;
  /** Frame of the sentinel that said hello. */
  frameId: number;
  profileId: string;
  panelFrameId: number | null;
  reading: Reading | null;
  /** Names the sheet on screen: the same through a postback, another for the next sheet. */
  sheetId: string | null;
  /** Chosen by the user on this page; null = guessed. */
  role: Role | null;
  plan: Plan | null;
  /** A full postback took the hand away in the middle of `plan`: it goes on once the sheet stands again. */
  resume: boolean;
  report: WriteReport | null;
  /** Rules that block right now, as the panel said. */
  blocking: string[];
  held: { at: number } | null;
  /** A press that passed and whose outcome is not known yet. */
  pressed: { actId: string; code: string } | null;
  askOutcome: { actId: string; code: string } | null;
  trouble: string | null;
  /** The user is showing the fields of this page. */
  pointing: Pointing | null;
}

/** What is carried from the patient page to the sheet, by software and patient. Ends after 30 minutes. */
export interface PatientFile {
  patient: PatientReading;
  /** The last two readings cannot be the same person. */
  conflict: boolean;
  history: HistoryRow[] | null;
  /** Logged user of the software, to tell his acts from his colleagues'. */
  user: string | null;
  requestText: string | null | undefined;
  otherSide: OtherSide | null;
  /** On which side the user stood on the platform's page. */
  role?: Role;
  /** When what was carried here was taken over: it is given once. */
  carriedAt?: number;
  /** Recorded while the register was locked, which cannot be asked for it again: shown until it opens. */
  waiting?: { consent?: Consent | null; reportOn?: string | null } | undefined;
  at: number;
}

/** The hand-off lives 30 minutes (experience.md, "From patient to platform and back"). */
export const FILE_LIFE = 30 * 60_000;

export interface Store {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

export const newTab = (token: string, frameId: number, profileId: string): TabState => ({
  token,
  frameId,
  profileId,
  panelFrameId: null,
  reading: null,
  sheetId: null,
  role: null,
  plan: null,
  resume: false,
  report: null,
  blocking: [],
  held: null,
  pressed: null,
  askOutcome: null,
  trouble: null,
  pointing: null,
});

const tabPrefix = 'tab:';
const filePrefix = 'file:';
export const tabKey = (tabId: number): string => `${tabPrefix}${tabId}`;
export const fileKey = (profileId: string, marker: string): string => `${filePrefix}${profileId}:${marker}`;
export const isFileKey = (key: string): boolean => key.startsWith(filePrefix);
/** The tab a key of the session's memory belongs to, or null. */
export const tabOfKey = (key: string): number | null =>
  key.startsWith(tabPrefix) ? Number(key.slice(tabPrefix.length)) : null;

/**
 * One tab at a time: what two messages of one tab change never overlaps. The queue is only an order of work; losing
 * it with the worker loses nothing.
 */
export function tabDesk(store: Store) {
  const queues = new Map<number, Promise<unknown>>();

  async function read(tabId: number): Promise<TabState | null> {
    return ((await store.get(tabKey(tabId))) as TabState | undefined) ?? null;
  }

  /** Runs `change` alone on this tab and keeps what it leaves. */
  function within<T>(
    tabId: number,
    change: (tab: TabState | null) => Promise<[TabState | null, T]>,
  ): Promise<T> {
    const turn = (queues.get(tabId) ?? Promise.resolve()).then(async () => {
      const [tab, result] = await change(await read(tabId));
      if (tab) await store.set(tabKey(tabId), tab);
      else await store.remove(tabKey(tabId));
      return result;
    });
    const settled = turn.catch(() => undefined);
    queues.set(tabId, settled);
    void settled.then(() => {
      if (queues.get(tabId) === settled) queues.delete(tabId);
    });
    return turn;
  }

  return { read, within, forget: (tabId: number) => store.remove(tabKey(tabId)) };
}

export async function readFile(store: Store, key: string, now: number): Promise<PatientFile | null> {
  const file = ((await store.get(key)) as PatientFile | undefined) ?? null;
  if (!file) return null;
  if (now - file.at > FILE_LIFE) {
    await store.remove(key);
    return null;
  }
  return file;
}
