import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { consentMention, defaultMention } from '../../cases/consent-mention.ts';
import { Options } from '../../components/options/options.tsx';
import { typedNumber } from '../../components/ui/number-check.ts';
import { Notice } from '../../components/ui/sign.tsx';
import type { Settings } from '../../messages/contract.ts';
import { ask } from '../../messages/page-client.ts';
import { checks } from '../../rules/checks/index.ts';
import { checkNumeroAm } from '../../rules/identifiers/numero-am.ts';
import { checkRpps } from '../../rules/identifiers/rpps.ts';
import { parseProfile } from '../../sites/profile-schema.ts';
import { rawProfiles } from '../../sites/profiles/index.ts';
import { isoDay } from '../panel/day.ts';
import { readSettings } from './read-settings.ts';

const software = rawProfiles
  .map(parseProfile)
  .filter(({ kind, hosts }) => kind === 'ehr' && hosts.length > 0);
const AM_LENGTH = 9;
const RPPS_LENGTH = 11;

type Loaded = { settings: Settings | null } | { failed: string };

function App() {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    ask('getSettings', {}).then(
      (settings) => setLoaded({ settings }),
      (error: Error) => setLoaded({ failed: error.message }),
    );
  }, []);

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
        setLoaded({ settings });
      }}
    />
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
