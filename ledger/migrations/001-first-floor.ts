import type { Migration } from './migration.ts';

/** Acts and what became of them, consents, reports, held presses, the address book, the trail, and the keys. */
export const firstFloor: Migration = {
  version: 1,
  stores: {
    acts: 'id, *patients, once',
    events: 'id, of',
    consents: 'id, *patients',
    reports: 'id, *patients',
    presses: 'id, *patients',
    correspondents: 'id',
    trail: 'id, [chain+seq]',
    pending: 'id',
    meta: 'key',
  },
};
