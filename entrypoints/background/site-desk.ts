/**
 * *Activer sur ce site*: a site is activated when the browser holds its permission, and by nothing else. What follows
 * from it (the sentinel registered there) is put right at each start and at each change.
 */
import browser from 'webextension-polyfill';
import { fixedHosts, matchesHost } from '../../sites/hosts.ts';

export interface SiteDesk {
  /** Hosts the user activated, once the sentinel is registered there and in their open pages. */
  activated(): Promise<string[]>;
  deactivate(host: string): Promise<void>;
}

const REGISTERED = 'sentinel';
const patternOf = (host: string): string => `https://${host}/*`;

/** Exact hosts only: a permission for every site, given in the browser's own pages, activates none of them. */
const hostOf = (pattern: string): string[] => {
  const host = /^https:\/\/([^*/]+)\/\*$/.exec(pattern)?.[1];
  return host && !fixedHosts.some((fixed) => matchesHost(host, fixed)) ? [host] : [];
};

async function grantedHosts(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return [...new Set(origins.flatMap(hostOf))].sort();
}

/** Registers the sentinel for `hosts`; gives those for which it was not registered before. */
async function register(hosts: readonly string[]): Promise<string[]> {
  const ids = [REGISTERED];
  const [script] = await browser.scripting.getRegisteredContentScripts({ ids });
  const before = (script?.matches ?? []).flatMap(hostOf);
  if (before.sort().join() === hosts.join()) return [];
  if (script) await browser.scripting.unregisterContentScripts({ ids });
  if (hosts.length > 0) {
    const matches = hosts.map(patternOf);
    await browser.scripting.registerContentScripts([
      { id: REGISTERED, matches, js: ['sentinel.js'], runAt: 'document_idle', persistAcrossSessions: true },
    ]);
  }
  return hosts.filter((host) => !before.includes(host));
}

/** Runs in the page. */
function leave(): void {
  (globalThis as { voletSentinel?: AbortController }).voletSentinel?.abort();
}

export function siteDesk(): SiteDesk {
  let last: Promise<unknown> = Promise.resolve();

  /** One at a time: two changes of the registration must not cross. */
  function turn<T>(work: () => Promise<T>): Promise<T> {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  }

  const openTabs = async (host: string): Promise<number[]> =>
    (await browser.tabs.query({ url: patternOf(host) })).flatMap(({ id }) => id ?? []);

  /** Brings the sentinel into pages that were open before their site was activated: no reload is asked for. */
  async function bring(hosts: readonly string[]): Promise<void> {
    for (const host of hosts) {
      for (const tabId of await openTabs(host)) {
        // A page that is closing, or an error page: the next one gets it by the registration.
        await browser.scripting
          .executeScript({ target: { tabId }, files: ['/sentinel.js'] })
          .catch(() => undefined);
      }
    }
  }

  const sync = (): Promise<string[]> =>
    turn(async () => {
      const hosts = await grantedHosts();
      await bring(await register(hosts));
      return hosts;
    });

  const follow = (): void => void sync().catch(() => undefined);
  browser.permissions.onAdded.addListener(follow);
  browser.permissions.onRemoved.addListener(follow);
  follow();

  return {
    activated: sync,
    async deactivate(host) {
      for (const tabId of await openTabs(host)) {
        await browser.scripting.executeScript({ target: { tabId }, func: leave }).catch(() => undefined);
      }
      await browser.permissions.remove({ origins: [patternOf(host)] });
      await sync();
    },
  };
}
