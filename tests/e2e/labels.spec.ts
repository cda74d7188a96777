/** Software that nobody knows, read by its labels once its site is activated: shown, judged, and never written. */
import type { FseTruth } from '../practice/truth/fse-truth.ts';
import { activate } from './activate.ts';
import { openPanel } from './panel.ts';
import { expect, test } from './volet.ts';

const sheet = (name: string, query = '') => `https://${name}.nobody.test/facturation/feuille${query}`;

test('a sheet is recognised by its labels, judged, and offered no writing', async ({ volet, page }) => {
  await page.goto(sheet('atlas', '?etat=rqd'));
  await activate(volet, page);
  const panel = await openPanel(page);
  const root = panel.locator('main.volet');
  await expect(root).toHaveAttribute('data-profile', 'guessed');
  await expect(root).toHaveAttribute('data-screen', 'fse');
  await expect(panel.getByText('Logiciel lu par ses libellés')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Préparer la FSE' })).toHaveCount(0);
  await expect(panel.locator('[data-rule]').first()).toBeVisible();
  const said = () => page.evaluate(() => (window as unknown as { __fse: FseTruth }).__fse);
  expect((await said()).writes.filter(({ by }) => by === 'script')).toEqual([]);
  // What the person does on the page is judged: the finding about the box goes away with it.
  const amo = panel.locator('[data-rule^="tp."]');
  await expect(amo.first()).toBeVisible();
  await page.getByLabel('Tiers payant AMO').check();
  await expect(amo).toHaveCount(0);
  // The frame leaves the last button free, and a press of it is not held.
  await page.getByRole('button', { name: 'Sécuriser' }).click();
  expect((await said()).clicks.at(-1)).toMatchObject({ trusted: true });
  await expect(panel.locator('.held')).toHaveCount(0);
});
