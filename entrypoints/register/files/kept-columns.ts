/** Columns corrected by hand, by software: labels and meanings only, in `storage.local`. */
import browser from 'webextension-polyfill';
import type { ColumnConcept } from '../../../ledger/import/column-vocabulary.ts';
import type { ReturnMapping } from '../../../ledger/returns/read-returns.ts';

const key = 'importColumns';

export type KeptColumns = Record<string, ColumnConcept | null>;

export async function keptColumns(software: string): Promise<unknown> {
  const all = ((await browser.storage.local.get(key))[key] ?? {}) as Record<string, unknown>;
  return all[software];
}

/** A label with a long number in it is a cell of a file without header: it may be anybody's. */
const isLabel = (name: string): boolean => name.length <= 60 && !/\d{5}/.test(name);

/** Under which the columns of its returns are kept: the same label may say another thing there. */
export const returnsOf = (software: string): string => `${software} retours`;

export async function keepColumns(software: string, columns: KeptColumns | ReturnMapping): Promise<void> {
  const all = ((await browser.storage.local.get(key))[key] ?? {}) as Record<string, unknown>;
  const own = Object.fromEntries(Object.entries(columns).filter(([name]) => isLabel(name)));
  await browser.storage.local.set({ [key]: { ...all, [software]: own } });
}
