import type { Migration } from './migration.ts';

/** What was answered about homonyms (homonyms.ts). */
export const identities: Migration = {
  version: 4,
  stores: { identities: 'id, *patients' },
};
