/** Which profile speaks for an address: taught by the user, then shipped, then nobody's (labels alone, read only). */
import type { Reading } from '../../sites/model.ts';
import { isTaught, overlaid } from '../../sites/pointing/compose.ts';
import { profileFor } from '../../sites/profiles/index.ts';
import type { Profile, ScreenMap } from '../../sites/profile.ts';
import type { Store } from './tab-state.ts';
import { judgeTaught, mayAdd, readTaught } from './taught-file.ts';

export interface Known {
  profile: Profile;
  /** Shipped profiles without hosts, to be recognised by their elements. */
  others: Profile[];
}

export interface ProfileDesk {
  /** Null on a page that is not secure. `as` = the sentinel recognised that profile without hosts. */
  at(url: string, as?: string): Promise<Known | null>;
  /** With what the user showed again, where he did. */
  byId(id: string): Promise<Profile | null>;
  shipped(id: string): Promise<Profile | null>;
  /** Every shipped one. */
  all: readonly Profile[];
  taught(): Promise<Profile[]>;
  /** Judged by the schema and the linter of the shipped ones first. `whole`: not only what was shown again. */
  keep(profile: unknown, whole?: boolean): Promise<void>;
  /** A file, beside those that are there: it replaces none. Rejects with the one fault that keeps it out. */
  read(text: string): Promise<void>;
  forget(id: string): Promise<void>;
}

const KEY = 'taught';

/** Stands where nothing is known: no screen, so nothing is read by a map and nothing can be written. */
const guessed = (host: string): Profile => ({
  id: 'guessed',
  name: host,
  kind: 'ehr',
  hosts: [host],
  frames: 'all',
  evidence: { grade: 'none', checkedOn: '2026-11-26', notes: '' },
  off: [],
  screens: [],
});

/** The screen of `profile` that was being read. */
export const recognisedScreen = (profile: Profile, reading: Reading | null): ScreenMap | null =>
  (reading && profile.screens.find(({ kind }) => kind === reading.screen)) ?? null;

export function profileDesk(all: readonly Profile[], local: Store): ProfileDesk {
  const hostless = all.filter(({ hosts, screens }) => hosts.length === 0 && screens.length > 0);
  const shipped = (id: string): Profile | null => all.find((profile) => profile.id === id) ?? null;

  const kept = async (): Promise<unknown[]> => ((await local.get(KEY)) as unknown[] | undefined) ?? [];
  async function taught(): Promise<Profile[]> {
    return (await kept()).flatMap((raw) => {
      try {
        return [judgeTaught(raw, all)];
      } catch {
        return [];
      }
    });
  }
  /** What this version does not accept stays where it is: another one may. */
  const others = async (id: string): Promise<unknown[]> =>
    (await kept()).filter((raw) => (raw as { id?: unknown } | null)?.id !== id);
  const amended = async (profile: Profile): Promise<Profile> => {
    const mine = (await taught()).find((one) => one.taught?.over === profile.id);
    return mine ? overlaid(profile, mine) : profile;
  };

  return {
    async at(url, as) {
      if (!URL.canParse(url)) return null;
      const { protocol, hostname } = new URL(url);
      if (protocol !== 'https:') return null;
      const mine = (await taught()).find((one) => !one.taught?.over && one.hosts.includes(hostname));
      if (mine) return { profile: mine, others: [] };
      const own = profileFor(url, all);
      if (own) return { profile: await amended(own), others: [] };
      const seen = hostless.find(({ id }) => id === as);
      return seen
        ? { profile: await amended(seen), others: [] }
        : { profile: guessed(hostname), others: hostless };
    },
    async byId(id) {
      if (isTaught(id)) return (await taught()).find((one) => one.id === id) ?? null;
      const own = shipped(id);
      return own && amended(own);
    },
    shipped: async (id) => shipped(id),
    all,
    taught,
    async keep(raw, whole = false) {
      const profile = judgeTaught(raw, all);
      const { over } = profile.taught ?? {};
      const before = await taught();
      const same = before.find(({ id }) => id === profile.id);
      // One field shown again is added to those that were shown again before.
      const next =
        over && same && !whole ? { ...overlaid(same, profile), evidence: profile.evidence } : profile;
      await local.set(KEY, [...(await others(profile.id)), next]);
    },
    async read(text) {
      const profile = readTaught(text, all);
      mayAdd(await taught(), profile);
      await local.set(KEY, [...(await others(profile.id)), profile]);
    },
    async forget(id) {
      await local.set(KEY, await others(id));
    },
  };
}
