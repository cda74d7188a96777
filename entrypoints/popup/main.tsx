import { useCallback, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import browser from 'webextension-polyfill';
import { Popup } from '../../components/popup/popup.tsx';
import type { SiteState } from '../../messages/contract.ts';
import { ask } from '../../messages/page-client.ts';

/** Address of the page in front; told by the browser while this popup is open, for that page alone. */
async function addressInFront(): Promise<string | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.url ?? null;
}

function App({ url }: { url: string | null }) {
  const [site, setSite] = useState<SiteState | null | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  const look = useCallback(async () => setSite(url ? await ask('siteAt', { url }) : null), [url]);
  const doing = (work: () => Promise<unknown>) => {
    setBusy(true);
    setTrouble(null);
    work()
      .then(look)
      .catch((error: unknown) => setTrouble(error instanceof Error ? error.message : null))
      .finally(() => setBusy(false));
  };
  useEffect(() => {
    look().catch(() => setSite(null));
  }, [look]);

  if (site === undefined) return null;
  return (
    <Popup
      site={site}
      busy={busy}
      trouble={trouble}
      on={{
        // Asked for in the very turn of the click: the browser refuses it later. Where its own question closes this
        // popup, the background goes on alone.
        activate: () =>
          doing(async () => {
            if (!site) return;
            await browser.permissions.request({ origins: [`https://${site.host}/*`] });
          }),
        deactivate: () => doing(async () => site && ask('deactivate', { host: site.host })),
        options: () => void browser.runtime.openOptionsPage().then(() => window.close()),
      }}
    />
  );
}

const root = document.getElementById('root');
const show = (url: string | null) => root && createRoot(root).render(<App url={url} />);
addressInFront().then(show, () => show(null));
