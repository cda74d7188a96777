import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import browser from 'webextension-polyfill';
import { Popup } from '../../components/popup/popup.tsx';
import type { SiteState } from '../../messages/contract.ts';
import { ask } from '../../messages/page-client.ts';

/** The page in front; told by the browser while this popup is open, for that page alone. */
async function inFront(): Promise<{ url: string | null; tabId: number | undefined }> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return { url: tab?.url ?? null, tabId: tab?.id };
}

const stateOf = (url: string | null) => (url ? ask('siteAt', { url }) : Promise.resolve(null));

function App({
  url,
  tabId,
  first,
  lockable,
}: {
  url: string | null;
  tabId: number | undefined;
  first: SiteState | null;
  lockable: boolean;
}) {
  const [site, setSite] = useState(first);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  const doing = (work: () => Promise<unknown>) => {
    setBusy(true);
    setTrouble(null);
    work()
      .then(async () => setSite(await stateOf(url)))
      .catch((error: unknown) => setTrouble(error instanceof Error ? error.message : null))
      .finally(() => setBusy(false));
  };
  return (
    <Popup
      site={site}
      busy={busy}
      trouble={trouble}
      lockable={lockable}
      on={{
        // Asked for in the very turn of the click: the browser refuses it later. Where its own question closes this
        // popup, the background goes on alone.
        activate: () =>
          doing(async () => {
            if (!site) return;
            await browser.permissions.request({ origins: [`https://${site.host}/*`] });
          }),
        point: () =>
          doing(async () => {
            if (tabId === undefined) return;
            await ask('point', { tabId });
            window.close();
          }),
        deactivate: () => doing(async () => site && ask('deactivate', { host: site.host })),
        lock: () => void ask('lock', {}).then(() => window.close()),
        register: () => void ask('openPage', { page: 'register' }).then(() => window.close()),
        options: () => void browser.runtime.openOptionsPage().then(() => window.close()),
      }}
    />
  );
}

const root = document.getElementById('root');

async function start(): Promise<void> {
  const { url, tabId } = await inFront().catch(() => ({ url: null, tabId: undefined }));
  const first = await stateOf(url).catch(() => null);
  const lock = await ask('lockState', {}).catch(() => null);
  const lockable = lock?.mode === 'passphrase' && lock.open;
  if (root) createRoot(root).render(<App url={url} tabId={tabId} first={first} lockable={lockable} />);
}
void start();
