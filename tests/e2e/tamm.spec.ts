/** The whole job in a TAMM-like software: no fixed host, names for ids, a lock, a row that comes with the act, a window. */
import type { Page } from '@playwright/test';
import { activate } from './activate.ts';
import {
  chooseRole,
  expert,
  expectOnlyOurs,
  giveOtherSide,
  line,
  openPanel,
  prepareAndWrite,
} from './panel.ts';
import { expect, fse, hasPanel, panelOf, test, type Volet } from './volet.ts';

const invoice = (query: string) =>
  `https://tamm.clinique-des-tilleuls.test/index.php?m=cabinet&tab=edit_consultation&selConsult=88213&${query}`;

/** The care path is by hand: the software's list has no exclusion. */
async function expectWanted(page: Page, code: 'RQD' | 'TE2') {
  const sheet = await fse(page);
  expect(sheet.acts.map((act) => `${act.code} × ${act.quantity}`)).toEqual([`${code} × 1`]);
  expect(sheet).toMatchObject({
    tpAmo: true,
    tpAmc: false,
    mode: 'sv',
    orientation: null,
    prescriber: { number: expert.numeroAm, date: sheet.acts[0]?.date },
  });
}

/** What stays the software's: its origin of the prescription, its names for what we write. */
const allowed = ['securing', 'third_party_amc', 'origin', 'prescripteur.nom', 'prescripteur.rpps'];

/** Activated once for the life of the browser, as a person does. */
let activated = false;
async function openInvoice(volet: Volet, page: Page, query: string): Promise<void> {
  await page.goto(invoice(query));
  if (!activated) await activate(volet, page);
  activated = true;
}

const variants: Array<[code: 'RQD' | 'TE2', query: string]> = [
  ['RQD', 'etat=ouverte&modale=direct'],
  ['TE2', 'etat=ouverte&modale=direct'],
  ['RQD', 'etat=rqd&modale=direct&latence=900'],
  ['RQD', 'etat=prescription&modale=direct&latence=0'],
];

for (const [code, query] of variants) {
  test(`${code} is prepared, written and read back · ${query}`, async ({ page, volet }) => {
    await openInvoice(volet, page, query);
    const panel = await openPanel(page);
    if (code === 'TE2') await chooseRole(panel, 'requis');
    await giveOtherSide(panel);
    await prepareAndWrite(panel);
    await expectWanted(page, code);
    expectOnlyOurs(await fse(page), allowed);
    await expect(line(panel, 'prescripteur.numero')).toHaveAttribute('data-result', 'written');
    await expect(line(panel, 'parcours')).toHaveAttribute('data-action', 'by-hand');
    await expect(panel.locator('[data-result="refused"], [data-result="changed-by-page"]')).toHaveCount(0);
  });
}

test('the window’s own button and its origin stay the person’s: filled by us, saved by him, then read on the sheet', async ({
  page,
  volet,
}) => {
  await openInvoice(volet, page, 'etat=ouverte&modale=valider');
  const panel = await openPanel(page);
  await giveOtherSide(panel);
  await prepareAndWrite(panel);
  expect((await fse(page)).prescriber).toMatchObject({ number: null, date: null });
  await page.locator('[name="origin"]').selectOption({ label: 'Médecin correspondant' });
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect.poll(async () => (await fse(page)).prescriber.number).toBe(expert.numeroAm);
  await expectWanted(page, 'RQD');
  await panel.getByRole('button', { name: 'Fermer l’aperçu' }).click();
  await panel.getByRole('button', { name: 'Préparer la FSE' }).click();
  // Read from the row of the invoice, the window being closed.
  await expect(line(panel, 'prescripteur.numero')).toHaveAttribute('data-action', 'already');
  await expect(line(panel, 'prescripteur.date')).toHaveAttribute('data-action', 'already');
});

test('Rétablir puts back what was there, and takes the act away', async ({ page, volet }) => {
  await openInvoice(volet, page, 'etat=ouverte&modale=direct');
  const panel = await openPanel(page);
  await giveOtherSide(panel);
  await prepareAndWrite(panel);
  await panel.getByRole('button', { name: 'Rétablir' }).click();
  await panel.getByText(/^Les valeurs d’avant/).waitFor({ timeout: 40_000 });
  expect(await fse(page)).toMatchObject({
    acts: [],
    tpAmo: false,
    mode: 'vitale',
    prescriber: { number: null, date: null },
    secured: false,
  });
});

test('no invoice, no panel: the consultation alone is not a sheet', async ({ page, volet }) => {
  await openInvoice(volet, page, 'etat=ferme');
  await page.getByRole('button', { name: 'FSE en mode SESAM sans Vitale' }).waitFor();
  expect(hasPanel(page)).toBe(false);
  await page.getByRole('button', { name: 'FSE en mode SESAM sans Vitale' }).click();
  await panelOf(page);
});
