import { activate, openPopup } from './activate.ts';
import type { Page } from '@playwright/test';
import { ask, expect, hasPanel, panelOf, test } from './volet.ts';

const host = 'flash.nobody.test';
const address = `https://${host}/facturation/feuille`;

/** What our own script of the page says of `expression`; null where no script of ours is. */
async function inOurWorld(page: Page, expression: string): Promise<unknown> {
  const cdp = await page.context().newCDPSession(page);
  const worlds: Array<{ id: number; origin: string }> = [];
  cdp.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await cdp.send('Runtime.enable');
  const ours = worlds.find(({ origin }) => origin.startsWith('chrome-extension://'));
  const said = ours && (await cdp.send('Runtime.evaluate', { expression, contextId: ours.id }));
  await cdp.detach();
  return said?.result.value ?? null;
}
const sentinelIn = async (page: Page): Promise<boolean> =>
  (await inOurWorld(page, 'typeof voletSentinel')) === 'object';

test('a site is activated for itself alone, at once, through reloads, until it is taken back', async ({
  volet,
  page,
}) => {
  await page.goto(address);
  const other = await volet.context.newPage();
  await other.goto('https://atlas.nobody.test/facturation/feuille');
  expect(await sentinelIn(page), 'before').toBe(false);

  await activate(volet, page);
  await expect.poll(() => sentinelIn(page)).toBe(true);
  expect(await sentinelIn(other), 'another site').toBe(false);
  await page.reload();
  await expect.poll(() => sentinelIn(page)).toBe(true);
  const sites = async () =>
    ((await ask(volet, 'activatedSites', {})) as { value: Array<{ host: string; access: string }> }).value;
  expect((await sites()).find((site) => site.host === host)?.access).toBe('activated');

  const popup = await openPopup(volet, page);
  await popup.getByRole('button', { name: 'Désactiver sur ce site' }).click();
  await popup.getByRole('button', { name: 'Activer sur ce site' }).waitFor();
  await popup.close();
  expect((await sites()).map((site) => site.host)).not.toContain(host);
  await page.goto(address);
  expect(await sentinelIn(page), 'after').toBe(false);
  await other.close();
});

test('a page that frames the panel itself sees an empty page, whatever word it shows', async ({
  volet,
  page,
}) => {
  // A page where nothing is recognised: no panel of ours stands on it.
  await page.goto('https://corpus.practice.test/none-forum.html');
  await activate(volet, page);
  await expect.poll(() => sentinelIn(page)).toBe(true);
  const frameIt = (src: string) =>
    page.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      document.body.append(frame);
    }, src);
  const framed = () => page.frames().filter((frame) => frame.parentFrame());

  // By its fixed address it does not even load.
  await frameIt(`chrome-extension://${volet.extensionId}/panel.html`);
  await expect.poll(() => framed().map((frame) => frame.url())).toEqual(['chrome-error://chromewebdata/']);

  // A page cannot know the other one, new at each start of the browser; even so it sees nothing.
  const secret = String(await inOurWorld(page, "chrome.runtime.getURL('/panel.html')"));
  expect(secret).not.toContain(volet.extensionId);
  await frameIt(`${secret}#00000000-0000-7000-8000-000000000000`);
  await expect.poll(() => hasPanel(page)).toBe(true);
  const empty = await panelOf(page);
  await empty.waitForLoadState();
  // Its own request to be recognised has been refused by the time another request is answered.
  await ask(volet, 'getSettings', {});
  expect(await empty.locator('#root').innerHTML()).toBe('');
});
