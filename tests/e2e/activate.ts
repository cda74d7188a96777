/** *Activer sur ce site*, as a person does it; only the browser's own question is answered beforehand. */
import type { Locator, Page } from '@playwright/test';
import type { Volet } from './browser.ts';

declare const chrome: {
  developerPrivate: { addHostPermission(id: string, pattern: string): Promise<void> };
  tabs: { query(about: unknown): Promise<Array<{ id?: number; url?: string }>> };
};

/** The browser's question about `host` will be answered by yes. It grants nothing by itself. */
export async function allowSite(volet: Volet, host: string): Promise<void> {
  const page = await volet.context.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(([id, pattern]) => chrome.developerPrivate.addHostPermission(id, pattern), [
    volet.extensionId,
    `https://${host}/*`,
  ] as const);
  await page.close();
}

/**
 * The popup over `page`. A test cannot press the button of the toolbar, so the popup stands in a tab of its own and is
 * told which page is in front, as the browser would tell it.
 */
export async function openPopup(volet: Volet, page: Page): Promise<Page> {
  await page.bringToFront();
  const [worker] = volet.context.serviceWorkers();
  const id = await worker?.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return tab?.id;
  });
  const popup = await volet.context.newPage();
  await popup.addInitScript(
    ([tabId, url]) => {
      chrome.tabs.query = async () => [{ id: tabId as number, url: url as string }];
    },
    [id, page.url()],
  );
  await popup.goto(`chrome-extension://${volet.extensionId}/popup.html`);
  return popup;
}

export async function activate(volet: Volet, page: Page): Promise<void> {
  await allowSite(volet, new URL(page.url()).hostname);
  const popup = await openPopup(volet, page);
  const [on, off] = ['Activer sur ce site', 'Désactiver sur ce site'].map((name) =>
    popup.getByRole('button', { name, exact: true }),
  ) as [Locator, Locator];
  await on.or(off).waitFor();
  // Another run of the same browser may have activated the site.
  if (await on.isVisible()) await on.click();
  await off.waitFor();
  await popup.close();
  await page.bringToFront();
}
