/** The whole job in a Doctolib-like single-page application: a search that asks its server, a *mode avancé*, a window. */
import type { Page } from '@playwright/test';
import {
  chooseRole,
  expert,
  expectOnlyOurs,
  finding,
  giveOtherSide,
  line,
  openPanel,
  prepareAndWrite,
  root,
} from './panel.ts';
import { expect, fse, hasPanel, panelOf, test } from './volet.ts';

const invoice = (query = '') => `https://pro.doctolib.fr/patients/65407357/invoices/new?${query}`;

async function expectWanted(page: Page, code: 'RQD' | 'TE2') {
  const sheet = await fse(page);
  expect(sheet.acts.map((act) => `${act.code} × ${act.quantity}`)).toEqual([`${code} × 1`]);
  expect(sheet).toMatchObject({
    tpAmo: true,
    tpAmc: false,
    mode: 'sv',
    orientation: 'E',
    prescriber: { number: expert.numeroAm, date: sheet.acts[0]?.date },
  });
  expectOnlyOurs(sheet);
}

/** What the panel says it sees now; the panel of a screen that went may have gone with it. */
async function screenOf(page: Page): Promise<string | null> {
  const panel = await panelOf(page);
  return panel
    .locator('[data-screen]')
    .first()
    .getAttribute('data-screen', { timeout: 1_000 })
    .catch(() => null);
}

const variants: Array<[code: 'RQD' | 'TE2', query: string]> = [
  ['RQD', ''],
  ['TE2', ''],
  ['RQD', 'latence=2500'],
  ['TE2', 'latence=0&release=2'],
  ['RQD', 'etat=rqd'],
  ['RQD', 'etat=avance'],
  ['RQD', 'etat=prescripteur&release=2'],
];

for (const [code, query] of variants) {
  test(`${code} is prepared, written and read back · ${query || 'as it comes'}`, async ({ page }) => {
    await page.goto(invoice(query));
    const panel = await openPanel(page);
    if (code === 'TE2') await chooseRole(panel, 'requis');
    await giveOtherSide(panel);
    await prepareAndWrite(panel);
    await expectWanted(page, code);
    await expect(line(panel, 'prescripteur.numero')).toHaveAttribute('data-result', 'written');
    await expect(panel.locator('[data-result="refused"], [data-result="changed-by-page"]')).toHaveCount(0);
  });
}

test('the window’s own button stays the person’s: filled by us, saved by him, then read on the sheet', async ({
  page,
}) => {
  await page.goto(invoice('modale=valider'));
  const panel = await openPanel(page);
  await giveOtherSide(panel);
  await prepareAndWrite(panel);
  expect((await fse(page)).prescriber).toMatchObject({ number: null, date: null });
  await page.getByRole('button', { name: 'Enregistrer le prescripteur' }).click();
  await expect.poll(async () => (await fse(page)).prescriber.number).toBe(expert.numeroAm);
  await panel.getByRole('button', { name: 'Fermer l’aperçu' }).click();
  await panel.getByRole('button', { name: 'Préparer la FSE' }).click();
  await expect(panel.getByText('Rien à écrire')).toBeVisible();
  await expectWanted(page, 'RQD');
});

test('Rétablir puts back what was there, and takes the act away', async ({ page }) => {
  await page.goto(invoice());
  const panel = await openPanel(page);
  await giveOtherSide(panel);
  await prepareAndWrite(panel);
  await panel.getByRole('button', { name: 'Rétablir' }).click();
  await panel.getByText(/^Les valeurs d’avant/).waitFor({ timeout: 40_000 });
  expect(await fse(page)).toMatchObject({
    acts: [],
    tpAmo: false,
    mode: 'vitale',
    orientation: null,
    prescriber: { number: null, date: null },
    secured: false,
  });
});

test('from the patient’s file to the invoice and away, without a page load', async ({ page }) => {
  await page.goto('https://pro.doctolib.fr/patients/65407357');
  const panel = await openPanel(page);
  await expect(root(panel)).toHaveAttribute('data-screen', 'patient');
  await expect(panel.getByText('DESMAUX', { exact: false }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Nouvelle facture' }).click();
  await expect.poll(() => screenOf(page)).toBe('fse');
  await page.getByRole('button', { name: 'Agenda' }).click();
  await expect.poll(() => hasPanel(page)).toBe(false);
});

test('Valider is held once while something blocks, and is never pressed by us', async ({ page }) => {
  await page.goto(invoice('etat=rqd'));
  const panel = await openPanel(page);
  await expect(finding(panel, 'tp.amo')).toHaveAttribute('data-severity', 'block');
  await expect(root(panel)).toHaveAttribute('data-state', 'block');
  await page.getByRole('button', { name: 'Valider', exact: true }).click();
  await expect(panel.getByRole('button', { name: /Envoyer quand même/ })).toBeVisible();
  expect((await fse(page)).errors).toEqual([]);
});
