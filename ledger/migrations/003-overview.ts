import type { Migration } from './migration.ts';

/** Sealed blocks of summaries, so that the page need not open a hundred thousand records to show one (overview/). */
export const overview: Migration = {
  version: 3,
  stores: { overview: 'id' },
};
