/**
 * Pictures of the panel over the replica, as a doctor would see them: `test-results/images/`, and `docs/images/` when
 * VOLET_IMAGES is set. The run fails where something is cut off or covered, not on pixels.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ask, doctor, weda } from './browser.ts';
import { giveOtherSide, openPanel, prepareAndWrite, recordConsent, type OpenPanel } from './panel.ts';
import { expect, test } from './volet.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, process.env['VOLET_IMAGES'] ? 'docs/images' : 'test-results/images');
mkdirSync(folder, { recursive: true });

async function shoot(page: Page, panel: OpenPanel | null, name: string) {
  if (panel) {
    // Nothing of the panel runs out of its frame sideways.
    const wide = await panel.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wide, `${name}: cut off sideways`).toBeLessThanOrEqual(0);
  }
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

async function typeWrongSheet(page: Page) {
  const code = page.locator('[vz-acte] .acteCell input.mat-input-element').first();
  await code.fill('RQD');
  await code.dispatchEvent('change');
}

const looks = [
  { name: 'light', scheme: 'light', width: 1360, height: 850 },
  { name: 'dark', scheme: 'dark', width: 1360, height: 850 },
  { name: 'narrow', scheme: 'light', width: 900, height: 700 },
] as const;

for (const look of looks) {
  test(`the main job in pictures · ${look.name}`, async ({ fresh: page }) => {
    await page.emulateMedia({ colorScheme: look.scheme });
    await page.setViewportSize({ width: look.width, height: look.height });
    const at = (name: string) => `${name}-${look.name}`;
    await page.goto(weda.patient('rqd=2'));
    await shoot(page, null, at('patient-tab'));
    const patient = await openPanel(page);
    await recordConsent(patient);
    await giveOtherSide(patient);
    await shoot(page, patient, at('patient'));
    await page.goto(weda.fse('accept=change&rqd=2'));
    const panel = await openPanel(page);
    await expect(panel.getByRole('button', { name: 'Préparer la FSE' })).toBeEnabled();
    await typeWrongSheet(page);
    await expect(panel.locator('main[data-state="block"]')).toBeVisible();
    await shoot(page, panel, at('fse-wrong'));
    await panel.getByRole('button', { name: 'Préparer la FSE' }).click();
    await expect(panel.locator('[data-field="tp.amo"]')).toBeVisible();
    await shoot(page, panel, at('fse-preview'));
    await panel.getByRole('button', { name: 'Fermer l’aperçu' }).click();
    await prepareAndWrite(panel);
    await shoot(page, panel, at('fse-written'));
  });
}

test('200 %: the panel at twice its size', async ({ fresh: page }) => {
  // A zoomed page has half the CSS pixels and twice the density.
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setDeviceMetricsOverride', {
    width: 680,
    height: 425,
    deviceScaleFactor: 2,
    mobile: false,
  });
  await page.goto(weda.fse('accept=change'));
  const panel = await openPanel(page);
  await typeWrongSheet(page);
  await expect(panel.locator('main[data-state="block"]')).toBeVisible();
  await shoot(page, panel, 'fse-wrong-200');
});

test('held once, read only, changed, first run', async ({ fresh: page }) => {
  await page.goto(weda.fse('accept=change&secure=stay'));
  const panel = await openPanel(page);
  await typeWrongSheet(page);
  await expect(panel.locator('[data-rule="tp.amo"]')).toBeVisible();
  await page.locator('vz-feuille-de-soin button', { hasText: /^\s*Sécuriser\s*$/ }).click();
  await expect(panel.getByText('Envoi retenu une fois')).toBeVisible();
  await shoot(page, panel, 'held-once');
  await page.goto(weda.fse('Buffer=1'));
  const readOnly = await openPanel(page);
  await expect(readOnly.getByText(/il n’écrit rien/).first()).toBeVisible();
  await shoot(page, readOnly, 'read-only');
  await page.goto(weda.fse('variant=changed'));
  const changed = await openPanel(page);
  await expect(changed.getByText(/Weda a changé/)).toBeVisible({ timeout: 20_000 });
  await shoot(page, changed, 'changed');
});

test('settings', async ({ volet, page }) => {
  await ask(volet, 'saveSettings', doctor);
  await page.goto(`chrome-extension://${volet.extensionId}/options.html`);
  await expect(page.getByText('Qui je suis').first()).toBeVisible();
  await shoot(page, null, 'settings');
});
