/** What the popup and the settings ask of the sites the extension works on. */
import { fixedHosts, matchesHost } from '../../sites/hosts.ts';
import type { SiteState } from '../../messages/contract.ts';
import type { Handlers } from '../../messages/server.ts';
import type { ProfileDesk } from './profile-desk.ts';
import type { SiteDesk } from './site-desk.ts';

interface Desks {
  profiles: ProfileDesk;
  sites: SiteDesk;
}

type Of = 'siteAt' | 'activatedSites' | 'deactivate';

export function siteHandlers({ profiles, sites }: Desks): Pick<Handlers, Of> {
  async function stateOf(url: string, activated: readonly string[]): Promise<SiteState | null> {
    const known = await profiles.at(url);
    if (!known) return null;
    const host = new URL(url).hostname;
    const fixed = fixedHosts.some((one) => matchesHost(host, one));
    const { profile } = known;
    return {
      host,
      software: profile.id === 'guessed' ? null : profile.name,
      access: fixed ? 'fixed' : activated.includes(host) ? 'activated' : 'no',
      taught: profile.taught !== undefined,
    };
  }

  return {
    siteAt: async ({ url }) => stateOf(url, await sites.activated()),
    async activatedSites() {
      const hosts = await sites.activated();
      const states = await Promise.all(hosts.map((host) => stateOf(`https://${host}/`, hosts)));
      return states.filter((state) => state !== null);
    },
    async deactivate({ host }) {
      await sites.deactivate(host);
      return null;
    },
  };
}
