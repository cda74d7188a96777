/** The register in its own tab, beside the practice software whose acts it remembers. */
import { weda } from './browser.ts';
import { openPanel, recordConsent } from './panel.ts';
import { expect, test } from './volet.ts';

test('the panel opens the register in a tab, once', async ({ fresh: page }) => {
  await page.goto(weda.patient());
  const panel = await openPanel(page);
  await recordConsent(panel);
  const opened = page.context().waitForEvent('page');
  await panel.getByRole('button', { name: 'Registre' }).click();
  const register = await opened;
  await expect(register.getByRole('heading', { level: 1 })).toBeVisible();
  expect(register.url()).toContain('/register.html');
  await page.bringToFront();
  await panel.getByRole('button', { name: 'Registre' }).click();
  await expect
    .poll(() => register.evaluate(() => document.visibilityState === 'visible' && document.hasFocus()))
    .toBe(true);
  expect(
    page
      .context()
      .pages()
      .filter((one) => one.url().includes('/register.html')),
  ).toHaveLength(1);
});
