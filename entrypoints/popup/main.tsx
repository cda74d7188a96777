import { createRoot } from 'react-dom/client';
import browser from 'webextension-polyfill';
import { Notice } from '../../components/ui/sign.tsx';
import type { Profile } from '../../sites/profile.ts';
import { profileFor, rawProfiles } from '../../sites/profiles/index.ts';

/** Validated by the tests and by the background: the popup needs their names, not the weight of the schema. */
const profiles = rawProfiles as readonly Profile[];

/** Name of the software of the page in front; its address is only told for sites the extension may see. */
async function softwareInFront(): Promise<string | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.url ? (profileFor(tab.url, profiles)?.name ?? null) : null;
}

function Popup({ software }: { software: string | null }) {
  return (
    <main>
      <h1>Volet Téléexpertise</h1>
      {software ? (
        <Notice tone="clean">{software}&nbsp;: le volet s’ouvre sur la fiche patient et la FSE.</Notice>
      ) : (
        <Notice tone="grey">
          Ce site n’est pas connu. Le volet s’ouvre dans {profiles.map(({ name }) => name).join(', ')}.
        </Notice>
      )}
      <button
        type="button"
        className="button"
        onClick={() => {
          void browser.runtime.openOptionsPage().then(() => window.close());
        }}
      >
        Réglages
      </button>
    </main>
  );
}

const root = document.getElementById('root');
const show = (software: string | null) => root && createRoot(root).render(<Popup software={software} />);
softwareInFront().then(show, () => show(null));
