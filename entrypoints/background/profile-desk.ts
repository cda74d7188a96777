/** Which profile speaks for an address: taught by the user, then shipped, then nobody's (labels alone, read only). */
import { profileFor } from '../../sites/profiles/index.ts';
import type { Profile } from '../../sites/profile.ts';
import type { Store } from './tab-state.ts';

export interface Known {
  profile: Profile;
  /** Shipped profiles without hosts, to be recognised by their elements. */
  others: Profile[];
}

export interface ProfileDesk {
  /** Null on a page that is not secure. `as` = the sentinel recognised that profile without hosts. */
  at(url: string, as?: string): Promise<Known | null>;
  byId(id: string): Promise<Profile | null>;
}

/** Stands where nothing is known: no screen, so nothing is read by a map and nothing can be written. */
const guessed = (host: string): Profile => ({
  id: 'guessed',
  name: host,
  kind: 'ehr',
  hosts: [host],
  frames: 'top',
  evidence: { grade: 'none', checkedOn: '2026-11-26', notes: '' },
  off: [],
  screens: [],
});

export function profileDesk(shipped: readonly Profile[], _local: Store): ProfileDesk {
  const hostless = shipped.filter(({ hosts, screens }) => hosts.length === 0 && screens.length > 0);
  return {
    async at(url, as) {
      if (!URL.canParse(url)) return null;
      const { protocol, hostname } = new URL(url);
      if (protocol !== 'https:') return null;
      const own = profileFor(url, shipped);
      if (own) return { profile: own, others: [] };
      const seen = hostless.find(({ id }) => id === as);
      return seen ? { profile: seen, others: [] } : { profile: guessed(hostname), others: hostless };
    },
    byId: async (id) => shipped.find((profile) => profile.id === id) ?? null,
  };
}
