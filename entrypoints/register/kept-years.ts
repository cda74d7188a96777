/** How long this practice keeps records, in years: a number alone, in `storage.local`. */
import browser from 'webextension-polyfill';
import { cnilYears } from '../../ledger/retention.ts';

const key = 'keepYears';

/** What the CNIL recommends where nothing was chosen, or what was chosen is out of bounds. */
export async function keptYears(): Promise<number> {
  const kept = (await browser.storage.local.get(key))[key];
  const isFit = typeof kept === 'number' && kept >= cnilYears.least && kept <= cnilYears.most;
  return isFit ? kept : cnilYears.most;
}

export const keepYears = (years: number): Promise<void> => browser.storage.local.set({ [key]: years });
