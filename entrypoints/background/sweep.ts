/**
 * What is carried from page to page lives in memory, and not for ever: it goes after its half hour, and at once when
 * the register is locked. What an open page of the software shows right now stays, or a press on it would be lost.
 */
import { fileWith } from './session.ts';
import { FILE_LIFE, fileKey, isFileKey, tabOfKey, type PatientFile, type Store } from './tab-state.ts';
import type { tabDesk, TabState } from './tab-state.ts';

interface Sweeping {
  session: Store;
  tabs: ReturnType<typeof tabDesk>;
  /** Names of all that is kept in `session`. */
  keys(): Promise<string[]>;
  /** Whatever its age. */
  all: boolean;
  /** Ms since the epoch. */
  now: number;
  /** Does the page that was read still answer? */
  isThere(tabId: number, tab: TabState): Promise<boolean>;
}

/** Resolves with true when something that will have its time later is left. */
export async function sweep({ session, tabs, keys, all, now, isThere }: Sweeping): Promise<boolean> {
  const names = await keys();
  const shown = new Map<string, TabState>();
  for (const tabId of names.map(tabOfKey).filter((id) => id !== null)) {
    const tab = await tabs.within(tabId, async (before) => {
      if (!before?.reading || (await isThere(tabId, before))) return [before, before];
      // Its page went away without a word: what became of a press on it is settled by the next page, or by closing.
      const after = { ...before, reading: null, plan: null, report: null };
      return [after, after];
    });
    const marker = tab?.reading?.patient.marker;
    if (tab && marker) shown.set(fileKey(tab.profileId, marker), tab);
  }
  let isLeft = false;
  for (const key of names.filter(isFileKey)) {
    const file = (await session.get(key)) as PatientFile | undefined;
    const tab = shown.get(key);
    if (file && !all && now - file.at <= FILE_LIFE) isLeft = true;
    else if (tab?.reading) {
      const fresh = fileWith(null, tab.reading, now);
      // Who is on the other side was typed for the sheet that is open.
      await session.set(key, { ...fresh, otherSide: file?.otherSide ?? null });
      isLeft = true;
    } else await session.remove(key);
  }
  return isLeft;
}
