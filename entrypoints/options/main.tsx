import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import browser from 'webextension-polyfill';
import { consentMention, defaultMention } from '../../cases/consent-mention.ts';
import { Options } from '../../components/options/options.tsx';
import type { SoftwareChoice } from '../../components/options/options-props.ts';
import { saveFile } from '../../components/ui/save-file.ts';
import { typedNumber } from '../../components/ui/number-check.ts';
import { Notice } from '../../components/ui/sign.tsx';
import type { LockState, Settings } from '../../messages/contract.ts';
import { ask } from '../../messages/page-client.ts';
import { passphraseFault } from '../../ledger/passphrase.ts';
import { checks } from '../../rules/checks/index.ts';
import { checkNumeroAm } from '../../rules/identifiers/numero-am.ts';
import { checkRpps } from '../../rules/identifiers/rpps.ts';
import { fixedHosts, originOf } from '../../sites/hosts.ts';
import { shownIn, withoutConcept } from '../../sites/pointing/compose.ts';
import type { Profile } from '../../sites/profile.ts';
import { parseProfile } from '../../sites/profile-schema.ts';
import { rawProfiles } from '../../sites/profiles/index.ts';
import { isoDay } from '../panel/day.ts';
import { readSettings } from './read-settings.ts';

/** Known sites first: they are the ones that ask nothing more of the person. */
const reaches = ['ready', 'ask', 'page', 'desktop'] as const;
const software: SoftwareChoice[] = rawProfiles
  .map(parseProfile)
  .map(({ id, name, kind, hosts, reach }) => ({ id, name, kind, hosts, reach: reachOf(hosts, reach) }))
  .sort((a, b) => reaches.indexOf(a.reach) - reaches.indexOf(b.reach) || a.name.localeCompare(b.name, 'fr'));

function reachOf(hosts: readonly string[], reach: Profile['reach']): SoftwareChoice['reach'] {
  if (hosts.length === 0) return reach === 'desktop' ? 'desktop' : 'page';
  return hosts.every((host) => (fixedHosts as readonly string[]).includes(host)) ? 'ready' : 'ask';
}

const originsOf = (hosts: readonly string[]): string[] => hosts.map(originOf);
const AM_LENGTH = 9;
const RPPS_LENGTH = 11;

/** `null` where the register does not answer. */
const askLock = (): Promise<LockState | null> => ask('lockState', {}).catch(() => null);

type Loaded = { settings: Settings | null; lock: LockState | null; taught: Profile[] } | { failed: string };

function App() {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    const look = () =>
      Promise.all([ask('getSettings', {}), askLock(), ask('taughtProfiles', {})]).then(
        ([settings, lock, taught]) => setLoaded({ settings, lock, taught }),
        (error: Error) => setLoaded({ failed: error.message }),
      );
    void look();
    // Locked or unlocked elsewhere, or a passphrase refused here: what is shown of it is looked up again.
    const onChanged = (_: unknown, area: string) => {
      if (area === 'session') void askLock().then((lock) => setLoaded((now) => now && { ...now, lock }));
    };
    browser.storage.onChanged.addListener(onChanged);
    return () => browser.storage.onChanged.removeListener(onChanged);
  }, []);
  const thenLook = <T,>(work: Promise<T>): Promise<T> =>
    work.finally(async () => {
      const lock = await askLock();
      setLoaded((now) => now && { ...now, lock });
    });

  const thenTaught = (work: Promise<unknown>): Promise<unknown> =>
    work.then(async () => {
      const taught = await ask('taughtProfiles', {});
      setLoaded((now) => now && { ...now, taught });
    });

  if (!loaded) return null;
  if ('failed' in loaded) {
    return (
      <main>
        <h1 className="unseen">Réglages</h1>
        <Notice tone="block" alert>
          {loaded.failed}
        </Notice>
      </main>
    );
  }
  return (
    <Options
      settings={loaded.settings}
      defaultMention={defaultMention}
      software={software}
      hasAccess={(hosts) => browser.permissions.contains({ origins: originsOf(hosts) })}
      onAskAccess={(hosts) => browser.permissions.request({ origins: originsOf(hosts) })}
      rules={checks}
      checkNumeroAm={(typed) => typedNumber(typed, AM_LENGTH, checkNumeroAm(typed))}
      checkRpps={(typed) => typedNumber(typed, RPPS_LENGTH, checkRpps(typed))}
      mentionExample={(wording) =>
        consentMention(wording, 'DURIEU Mathilde', {
          given: true,
          on: isoDay(new Date()),
          by: 'patient',
          how: 'oral',
        })
      }
      parse={readSettings}
      onSave={async (settings) => {
        await ask('saveSettings', settings);
        setLoaded({ ...loaded, settings, lock: await askLock() });
      }}
      taught={loaded.taught}
      shown={Object.fromEntries(loaded.taught.map((profile) => [profile.id, shownIn(profile)]))}
      onTaught={{
        rename: (profile, name) => thenTaught(ask('saveTaught', { profile: { ...profile, name } })),
        forget: (id) => thenTaught(ask('forgetTaught', { id })),
        read: (text) => thenTaught(ask('readTaught', { text })),
        remove: (profile, concept) =>
          thenTaught(ask('saveTaught', { profile: withoutConcept(profile, concept) })),
        again: (profile, concept) => ask('pointAgain', { id: profile.id, concept }),
        save: (profile) => saveFile(`${profile.id}.json`, `${JSON.stringify(profile, null, 2)}\n`),
      }}
      lock={loaded.lock}
      passphraseFault={passphraseFault}
      onLock={{
        setPassphrase: (next, current) =>
          thenLook(ask('setPassphrase', { next, ...(current !== undefined && { current }) })),
        useDeviceKey: (current) => thenLook(ask('useDeviceKey', { current })),
        saveRecoveryFile: () =>
          thenLook(
            ask('makeRecoveryFile', {}).then((file) =>
              saveFile('volet-teleexpertise-recuperation.json', file),
            ),
          ),
        lock: () => thenLook(ask('lock', {})),
      }}
    />
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
