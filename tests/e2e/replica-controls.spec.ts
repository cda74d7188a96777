/** Which signal each control of the Weda replica takes for an answer (tests/practice/README.md). */
import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  codes,
  expect,
  firstCode,
  openFse,
  PATIENT,
  pull,
  script,
  test,
  truth,
  typeCode,
} from './replica-room.ts';

test('a box answers to a click only; the rest is undone at the next render', async ({ page }) => {
  await openFse(page);
  const amo = page.locator('#mat-checkbox-1-input');
  await script(page, '#mat-checkbox-1-input', { checked: true }, ['input', 'change']);
  expect((await truth(page)).tpAmo).toBe(false);
  await expect(amo).toBeChecked();
  await pull(page, 'rerender');
  await expect(amo).not.toBeChecked();
  await script(page, '#mat-checkbox-1-input', {}, ['click']);
  await expect(amo).toBeChecked();
  await page.locator('#mat-checkbox-2 label').click();
  const after = await truth(page);
  expect([after.tpAmo, after.tpAmc]).toEqual([true, true]);
  expect(after.writes.map((write) => [write.control, write.by])).toEqual([
    ['tp.amo', 'script'],
    ['tp.amc', 'user'],
  ]);
  await pull(page, 'untickAmo');
  await expect(amo).not.toBeChecked();
});

test('a radio answers to a change that need not bubble; a select wants change and input', async ({
  page,
}) => {
  await openFse(page);
  await script(page, '#mat-radio-9-input', { checked: true }, ['change/still']);
  expect((await truth(page)).accident).toBe(false);
  const paths = 'vz-orientation select';
  await script(page, paths, { value: '01' }, []);
  await script(page, paths, {}, ['change']);
  expect((await truth(page)).orientation).toBe(null);
  await pull(page, 'rerender');
  await expect(page.locator(paths)).toHaveValue('');
  await script(page, paths, { value: '01' }, ['change/still', 'input/still']);
  expect((await truth(page)).orientation).toBe(null);
  await script(page, paths, { value: '01' }, ['input', 'change']);
  expect((await truth(page)).orientation).toBe('01');
});

const signals = { blur: 'blur/still', change: 'change', tab: 'tab' } as const;
for (const accept of ['blur', 'change', 'tab'] as const) {
  test(`accept=${accept}: a typed code is taken on that signal, and its row is made again`, async ({
    page,
  }) => {
    await openFse(page, `&accept=${accept}`);
    await typeCode(page, 'rqd');
    const others = Object.entries(signals).filter(([name]) => name !== accept);
    await script(page, firstCode, {}, [...others.map(([, event]) => event), 'focusout']);
    expect(await codes(page)).toEqual([]);
    const row = await page.locator('[vz-acte]').elementHandle();
    await page.locator(firstCode).first().focus();
    await script(page, firstCode, {}, [signals[accept]]);
    await expect(page.locator('[vz-acte]')).toHaveCount(2);
    expect(await row?.evaluate((node) => node.isConnected)).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.nodeName)).toBe('BODY');
    expect(await codes(page)).toEqual(['RQD']);
    await expect(page.locator('div.ng-star-inserted', { hasText: /^ Total : 10\.00 $/ })).toHaveCount(1);
  });
}

test('accept=never: no signal takes a code, the favourite does, twice if clicked twice', async ({ page }) => {
  await openFse(page, '&accept=never');
  await typeCode(page, 'RQD');
  await script(page, firstCode, {}, Object.values(signals));
  expect(await codes(page)).toEqual([]);
  await pull(page, 'rerender');
  await expect(page.locator(firstCode).first()).toHaveValue('');
  await page.locator('.favoris', { hasText: 'RQD' }).click();
  await expect(page.locator(firstCode).first()).toHaveValue('RQD');
  await page.locator('.favoris', { hasText: 'RQD' }).click();
  await expect.poll(() => codes(page)).toEqual(['RQD', 'RQD']);
});

test('a person types a code and a quantity, an unknown code is told, an emptied one goes', async ({
  page,
}) => {
  await openFse(page, '&labels=2');
  await page.locator(firstCode).first().fill('XYZ');
  await page.keyboard.press('Tab');
  await expect(page.locator('.mat-error')).toHaveText('Acte XYZ inconnu');
  await page.locator(firstCode).first().fill('TE2');
  await page.keyboard.press('Tab');
  await expect(page.locator('.acteCell.montant input').first()).toHaveValue('23.00');
  await expect(page.locator('vz-prescripteur mat-label').first()).toHaveText('Numéro AM / FINESS');
  await page.locator('.acteCell.quantite input').first().fill('2');
  await page.keyboard.press('Tab');
  await expect(page.locator('.acteCell.montant input').first()).toHaveValue('46.00');
  await page.locator('.prescripteur-number input').fill('69 1 12345 6');
  await page.locator('.prescripteur-date input').fill('01/02/2026');
  expect((await truth(page)).prescriber).toEqual({
    number: '691123456',
    rpps: null,
    name: null,
    date: '2026-02-01',
  });
  await page.locator(firstCode).first().fill('');
  await page.keyboard.press('Tab');
  await expect(page.locator('[vz-acte]')).toHaveCount(1);
  await expect(page.locator('vz-prescripteur')).toHaveCount(0);
});

test('presc=dialog opens a dialog, presc=none has no prescriber at all', async ({ page }) => {
  await openFse(page, '&presc=dialog&favoris=none');
  await expect(page.locator('.favoris')).toHaveCount(0);
  await typeCode(page, 'TE2');
  await script(page, firstCode, {}, ['blur']);
  const dialog = page.locator('.cdk-overlay-container mat-dialog-container#mat-dialog-3');
  await dialog.locator('.prescripteur-number input').fill('691123456');
  await dialog.locator('button', { hasText: 'Fermer' }).click();
  await expect(dialog).toHaveCount(0);
  await page.locator('button.ouvrirPrescripteur').click();
  await expect(dialog.locator('.prescripteur-number input')).toHaveValue('691123456');
  await openFse(page, '&presc=none&secure=stay&favoris=autres');
  await expect(page.locator('.favoris')).toHaveCount(2);
  await typeCode(page, 'RQD');
  await script(page, firstCode, {}, ['blur']);
  await expect(page.locator('[vz-acte]')).toHaveCount(2);
  await expect(page.locator('vz-prescripteur, .ouvrirPrescripteur')).toHaveCount(0);
  await page.locator('button', { hasText: /^Sécuriser$/ }).click();
  await expect(page.locator('.mat-error')).toContainText('lecteur de carte');
  expect(await truth(page)).toMatchObject({ secured: true, secureTrusted: true, secureOutcome: 'failed' });
});

test('numbered boxes move: shift, c2s, and a release under an open page', async ({ page }) => {
  await openFse(page, '&variant=shift');
  await page.locator('#mat-checkbox-1 label').click();
  expect(await truth(page)).toMatchObject({ tpAmo: false, gestionUnique: true });
  await expect(page.locator('#mat-checkbox-4')).toContainText('AMO');
  await pull(page, 'release', 'changed');
  await expect(page.locator('[id^=mat-checkbox]')).toHaveCount(0);
  await page.locator('mat-slide-toggle', { hasText: 'AMO' }).locator('label').click();
  expect((await truth(page)).tpAmo).toBe(true);
  await openFse(page, '&variant=c2s,at,mismatch');
  await expect(page.locator('#mat-checkbox-11')).toContainText('Réaliser une FSE en gestion unique');
  await expect(page.locator('span', { hasText: "Présentation d'un feuillet AT" })).toHaveCount(1);
  await expect(page.locator('vz-lecture-cv-widget')).toContainText(
    'sont différents entre les données du bénéficiaire',
  );
  await page.locator('vz-assurance select').selectOption('30');
  await expect(page.locator('#mat-radio-8, #mat-radio-9')).toHaveCount(0);
});

const widgets = path.join(import.meta.dirname, '../practice/widgets/node_modules/@angular/core');
test('widgets=material: the same sheet on real components, or a clear 503', async ({ page }) => {
  if (!existsSync(widgets)) {
    const answer = await page.goto(`https://secure.weda.fr/vitalzen/fse.aspx?${PATIENT}&widgets=material`);
    expect(answer?.status()).toBe(503);
    await expect(page.locator('body')).toContainText('npm ci');
    return;
  }
  await openFse(page, '&widgets=material&accept=change');
  await script(page, '#mat-checkbox-1-input', { checked: true }, ['change']);
  expect((await truth(page)).tpAmo).toBe(false);
  await script(page, '#mat-checkbox-1-input', { checked: false }, ['click']);
  await script(page, '#mat-radio-3-input', { checked: true }, ['change/still']);
  await script(page, 'vz-orientation select', { value: '01' }, ['change', 'input']);
  await typeCode(page, 'RQD');
  await script(page, firstCode, {}, ['change']);
  await expect(page.locator('[vz-acte]')).toHaveCount(2);
  await expect(page.locator('vz-prescripteur mat-label')).toHaveCount(4);
  await page.locator('.prescripteur-number input').fill('691123456');
  await page.locator('mat-icon.mat-menu-trigger').click();
  await page.waitForTimeout(250);
  await page.locator('.mat-menu-item', { hasText: 'Téléconsultation' }).click();
  await expect(page.locator('vz-mode-teletrans > div')).toHaveText('SV');
  expect(await truth(page)).toMatchObject({
    acts: [{ code: 'RQD' }],
    tpAmo: true,
    ald: false,
    orientation: '01',
    mode: 'sv',
    prescriber: { number: '691123456' },
  });
});
