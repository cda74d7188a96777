/**
 * Pictures of the register: `test-results/images/`, and `docs/images/` when VOLET_IMAGES is set. The run fails where
 * something is cut off sideways, not on pixels.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Volet } from './browser.ts';
import { fillRegister } from './register-fill.ts';
import { expect, test } from './volet.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, process.env['VOLET_IMAGES'] ? 'docs/images' : 'test-results/images');
mkdirSync(folder, { recursive: true });

async function shoot(page: Page, name: string, options: { fullPage?: boolean } = {}) {
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wide, `${name}: cut off sideways`).toBeLessThanOrEqual(0);
  await page.screenshot({ path: join(folder, `register-${name}.png`), animations: 'disabled', ...options });
}

const to = async (page: Page, view: string) => {
  await page.evaluate((hash) => void (location.hash = hash), view);
  await page.locator(`[data-view="${view}"]`).waitFor();
};

async function open(page: Page, volet: Volet): Promise<void> {
  await page.goto(`chrome-extension://${volet.extensionId}/register.html`);
  await page.locator('[data-view]').waitFor();
}

test('the register, empty and with three acts', async ({ fresh: page, volet }) => {
  // Every browser gives the unpacked extension the same id.
  await open(page, volet);
  await to(page, 'actes');
  await expect(page.getByText('Aucun acte pour l’instant')).toBeVisible();
  await shoot(page, 'empty');
  await fillRegister(page, { acts: 3, outcomes: false });
  await expect(page.locator('.grid-row')).toHaveCount(3);
  await shoot(page, 'three');
});

/** Nobody real; numbers that hold their key. */
const cards = [
  ['Dr Paul EXEMPLE', 'Dermatologie', 'Nantes', '991000027'],
  ['Dr Anne MODÈLE', 'Cardiologie', 'Rennes', '991000068'],
] as const;

test('the register of a large practice', async ({ fresh: page, volet }) => {
  await open(page, volet);
  await fillRegister(page, { acts: 1500, billers: ['991000019', '991000019', '991000068'] });
  await to(page, 'actes');
  await expect(page.getByRole('status').first()).toContainText(/1\s500 actes/);
  // Where acts have been paid and refused.
  await page.getByLabel('Période').selectOption('Le mois dernier');
  await expect(page.locator('.grid-row .state.tone-clean').first()).toBeAttached();
  await page.emulateMedia({ colorScheme: 'light' });
  await shoot(page, 'acts-light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot(page, 'acts-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('button', { name: 'Tout afficher' }).click();
  await page.getByLabel('État').selectOption('Refusé');
  await page.locator('.grid-row').nth(2).click();
  await expect(page.getByText('Lu dans un fichier du logiciel')).toBeVisible();
  await page.getByRole('button', { name: 'Rejeté…' }).click();
  await shoot(page, 'case');
  await page.getByRole('button', { name: 'Fermer le dossier' }).click();
  await to(page, 'a-faire');
  await page.locator('.grid-row').first().waitFor();
  await shoot(page, 'todo');
  await to(page, 'mois');
  await shoot(page, 'month');
  await to(page, 'correspondants');
  for (const [name, speciality, place, number] of cards) {
    await page.getByRole('button', { name: 'Ajouter un correspondant' }).click();
    await page.getByLabel('Nom').fill(name);
    await page.getByLabel('Spécialité').fill(speciality);
    await page.getByLabel('Lieu').fill(place);
    await page.getByLabel('Numéro AM').fill(number);
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page.getByRole('row', { name: new RegExp(name) })).toBeVisible();
  }
  await page.getByRole('button', { name: `Modifier ${cards[0][0]}` }).click();
  await shoot(page, 'correspondents');
  await to(page, 'imports');
  await page.getByRole('button', { name: /^Effacer cet import/ }).click();
  await page.getByLabel('Tapez EFFACER pour confirmer').waitFor();
  await shoot(page, 'imported');
  await to(page, 'quotas');
  await page.getByRole('group', { name: 'Patients' }).getByRole('button', { name: 'Tous' }).click();
  await page
    .getByRole('button', { name: /^Détail/ })
    .first()
    .click();
  await shoot(page, 'quotas');
  await to(page, 'chiffres');
  await page.locator('.recharts-bar-rectangle').first().waitFor();
  await shoot(page, 'figures-light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot(page, 'figures-dark');
  await page.emulateMedia({ colorScheme: 'light', media: 'print' });
  await shoot(page, 'figures-print', { fullPage: true });
  await to(page, 'actes');
  await page.locator('.printed').waitFor();
  await shoot(page, 'acts-print');
  await to(page, 'mois');
  await shoot(page, 'month-print', { fullPage: true });
  // A4, in points.
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1')).toMatch(/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 420, height: 800 });
  await to(page, 'actes');
  await page.locator('.grid-row').first().waitFor();
  await shoot(page, 'acts-narrow');
  await to(page, 'chiffres');
  await page.locator('.recharts-bar-rectangle').first().waitFor();
  await shoot(page, 'figures-narrow');
  await page.setViewportSize({ width: 680, height: 425 });
  // A zoomed page has half the CSS pixels and twice the density.
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setDeviceMetricsOverride', {
    width: 680,
    height: 425,
    deviceScaleFactor: 2,
    mobile: false,
  });
  await to(page, 'actes');
  await page.locator('.grid-row').first().waitFor();
  await shoot(page, 'acts-200');
});
