/** The register in its own tab, beside the practice software whose acts it remembers. */
import type { Page } from '@playwright/test';
import { weda } from './browser.ts';
import { giveOtherSide, openPanel, prepareAndWrite, recordConsent } from './panel.ts';
import { fillRegister } from './register-fill.ts';
import { expect, test } from './volet.ts';

const secure = (page: Page) =>
  page.locator('vz-feuille-de-soin button', { hasText: /^\s*Sécuriser\s*$/ }).first();
const lines = (register: Page) => register.locator('.grid-row');

async function openRegister(page: Page): Promise<Page> {
  const panel = await openPanel(page);
  const opened = page.context().waitForEvent('page');
  await panel.getByRole('button', { name: 'Registre' }).click();
  return opened;
}

test('an act secured in the software is followed until it is paid', async ({ fresh: page }) => {
  await page.goto(weda.patient());
  const patient = await openPanel(page);
  await recordConsent(patient);
  await giveOtherSide(patient);
  const register = await openRegister(page);
  // A consent and nothing billed yet: it is to be billed, and its dossier opens.
  await expect(register.locator('[data-consent]')).toContainText(/DESMAUX/i);
  await register.getByRole('button', { name: /^Dossier de DESMAUX/i }).click();
  await expect(register.getByText('Rien de facturé depuis le consentement')).toBeVisible();
  await register.goto(`${register.url().split('#')[0]}#actes`);
  await expect(register.getByRole('heading', { name: 'Actes', level: 1 })).toBeVisible();
  await expect(register.getByText('Aucun acte pour l’instant')).toBeVisible();

  await page.bringToFront();
  await page.goto(weda.fse('accept=change'));
  const sheet = await openPanel(page);
  const used = (panel: typeof sheet) => panel.getByText(/\d+\s*\/\s*4 en \d{4}/).first();
  const before = (await used(sheet).textContent()) ?? '';
  await prepareAndWrite(sheet);
  await secure(page).click();
  await page.goto(weda.patient());

  // The register hears of it by itself.
  await register.bringToFront();
  await expect(lines(register)).toHaveCount(1);
  await expect(lines(register)).toContainText('RQD');
  await expect(lines(register)).toContainText('Dr Paul EXEMPLE');

  await lines(register).click();
  const drawer = register.getByRole('complementary', { name: 'Dossier' });
  await expect(drawer.getByText(/Consentement recueilli le .*oral, par le patient/).first()).toBeVisible();
  await expect(drawer.getByText('Bouton final pressé dans le logiciel')).toBeVisible();
  await drawer.getByRole('button', { name: 'Payé…' }).click();
  await drawer.getByRole('button', { name: 'Marquer payé' }).click();
  await expect(register.getByText('Acte marqué payé.')).toBeVisible();
  await expect(lines(register)).toContainText('Payé');
  await register.getByRole('button', { name: 'Annuler' }).click();
  await expect(lines(register)).toContainText('Envoyé');

  await drawer.getByRole('button', { name: 'Refusé…' }).click();
  await drawer.getByLabel('Motif').selectOption('Droits fermés');
  await drawer.getByRole('button', { name: 'Marquer refusé' }).click();
  await expect(lines(register)).toContainText('Refusé · Droits fermés');
  // A refused act takes no place in the quota, and the panel knows at once.
  await page.bringToFront();
  await page.goto(weda.fse());
  await expect(used(await openPanel(page))).toHaveText(before);

  await register.bringToFront();
  await drawer.getByRole('button', { name: 'Refacturer' }).click();
  await expect(register.getByText(/Ouvrez ce patient dans Weda/)).toBeVisible();
  await expect(lines(register)).toContainText('À refacturer');
  expect(register.url()).not.toMatch(/EXEMPLE|\d{6}/);
  await drawer.getByRole('button', { name: 'Preuve de l’acte' }).click();
  await expect(register.getByRole('heading', { name: 'Preuve d’une téléexpertise' })).toBeVisible();
  await expect(register.getByText(/^Recueilli le .*oral, par le patient/)).toBeVisible();
  expect(register.url(), 'the address says not whose proof it is').toMatch(/#patient$/);
  expect(await register.title()).toBe('Registre du Volet Téléexpertise');
});

test('a large register is searched, sorted, filtered and walked by the keyboard', async ({ fresh: page }) => {
  await page.goto(weda.patient());
  const register = await openRegister(page);
  await register.goto(`${register.url().split('#')[0]}#actes`);
  await fillRegister(register, { acts: 3000 });
  const count = register.getByRole('status').first();
  await expect(count).toContainText(/^3\s000 actes/);
  const search = register.getByLabel('Patient');
  await search.fill('durieu ana');
  await expect(lines(register).first()).toContainText('DURIEU Anaïs');
  await expect(count).not.toContainText(/^3\s000/);
  expect(register.url(), 'the address holds no name').not.toMatch(/durieu/i);
  await search.fill('');
  await register.getByLabel('État').selectOption('Refusé');
  await expect(lines(register).first()).toContainText('Refusé');
  expect(register.url()).toContain('etat=refused');
  await register.reload();
  await expect(lines(register).first()).toContainText('Refusé');
  await register.getByRole('button', { name: 'Tout afficher' }).click();
  await register.getByRole('button', { name: 'Patient' }).click();
  await expect(register.getByRole('columnheader', { name: /Patient/ })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await expect(lines(register).first()).toContainText('ALBARET');
  await lines(register).first().getByRole('gridcell').nth(1).focus();
  await register.keyboard.press('Control+End');
  await expect(register.locator('[aria-rowindex="3001"]')).toBeVisible();
  await expect(register.locator('[aria-rowindex="3001"] :focus')).toHaveCount(1);
  await register.keyboard.press('Space');
  await expect(register.getByText('1 choisi')).toBeVisible();
  await register.keyboard.press('Enter');
});
