/** From the platform's page to the sheet of the same person, and never to anybody else's. */
import type { Page } from '@playwright/test';
import { allowSite } from './activate.ts';
import { ask, doctor, weda, type Volet } from './browser.ts';
import { correspondents } from '../practice/truth/correspondents.ts';
import { addDays, today } from '../practice/weda/days.ts';
import {
  expectOnlyOurs,
  expectUntouched,
  finding,
  fse,
  line,
  openPanel,
  prepareAndWrite,
  root,
} from './panel.ts';
import { expect, test } from './volet.ts';

const { expert, requester } = correspondents;
const omnidoc = (page: string, query = '') =>
  `https://app.omnidoc.fr/requests/${page}${query && `?${query}`}`;
const homonym = '70011223';
const yesterday = addDays(today(), -1);
const frenchDay = (iso: string): string => iso.split('-').reverse().join('/');

for (const [name, page, software, sheetPage] of [
  ['answer', omnidoc('4312/answer'), 'Weda', weda.fse()],
  [
    'billing page',
    omnidoc('4312/billing', 'role=requerant'),
    'Doctolib',
    'https://pro.doctolib.fr/patients/65407357/invoices/new?',
  ],
] as const) {
  test(`Omnidoc ${name}: the expert's number goes into the ${software} sheet of the same patient`, async ({
    page: tab,
  }) => {
    await tab.goto(page);
    const platform = await openPanel(tab);
    await expect(root(platform)).toHaveAttribute('data-screen', 'answer');
    await expect(root(platform)).toHaveAttribute('data-profile', 'omnidoc');
    await expect(root(platform)).toHaveAttribute('data-role', 'requerant');
    await expect(platform.getByRole('heading', { name: 'DESMAUX NATHALIE' })).toBeVisible();
    await platform.getByRole('button', { name: 'Reprendre le numéro AM du Dr NOËL' }).click();
    await expect(platform.getByText(/^Repris\. Ouvrez la FSE de DESMAUX NATHALIE/)).toBeVisible();

    await tab.goto(sheetPage);
    const panel = await openPanel(tab);
    await expect(panel.getByText('repris d’Omnidoc')).toBeVisible();
    await prepareAndWrite(panel);
    const sheet = await fse(tab);
    expect(sheet.acts.map(({ code }) => code)).toEqual(['RQD']);
    expect(sheet.prescriber.number).toBe(expert.numeroAm);
    expect(sheet.prescriber.date).toBe(yesterday);
    await expect(line(panel, 'prescripteur.numero')).toHaveAttribute('data-result', 'written');
    expectOnlyOurs(sheet);
    if (software === 'Weda') expectUntouched(sheet);
  });
}

test('Omnidoc: what was taken over for one patient stays away from her namesake, and says so', async ({
  page,
}) => {
  await page.goto(omnidoc('4312/answer'));
  const platform = await openPanel(page);
  await platform.getByRole('button', { name: /^Reprendre le numéro AM/ }).click();
  await expect(platform.getByText(/^Repris\./)).toBeVisible();

  await page.goto(weda.fse().replace('65407357', homonym));
  const panel = await openPanel(page);
  await expect(
    panel.getByText(/repris d’Omnidoc \(Dr Claire NOËL\) est pour un autre patient/),
  ).toBeVisible();
  await expect(panel.getByLabel('Numéro AM')).toHaveValue('');
  await prepareAndWrite(panel, false);
  expect((await fse(page)).prescriber.number).toBeNull();

  // Hers is still waiting for her.
  await page.goto(weda.fse());
  await expect((await openPanel(page)).getByText('repris d’Omnidoc')).toBeVisible();
});

test('Omnidoc: a sheet already open in another tab gets the number at once, and stays open to a correction', async ({
  page,
  volet,
}) => {
  await page.goto(weda.fse());
  const panel = await openPanel(page);
  await expect(panel.getByLabel('Numéro AM')).toHaveValue('');
  const other = await volet.context.newPage();
  await other.goto(omnidoc('4312/answer'));
  const platform = await openPanel(other);
  await platform.getByRole('button', { name: /^Reprendre le numéro AM/ }).click();
  await expect(panel.getByText('repris d’Omnidoc')).toBeVisible();
  await other.close();

  await panel.getByRole('button', { name: 'Modifier' }).click();
  await panel.getByLabel('Numéro AM').fill(correspondents.cardiologist.numeroAm);
  await panel.getByLabel('Numéro AM').press('Tab');
  await prepareAndWrite(panel);
  expect((await fse(page)).prescriber.number).toBe(correspondents.cardiologist.numeroAm);
});

test('Omnidoc, the expert’s side: the requérant’s number is kept for TE2', async ({ page, volet }) => {
  const expertSettings = {
    ...doctor,
    who: { ...doctor.who, name: 'Dr Claire NOËL', numeroAm: expert.numeroAm, rpps: expert.rpps },
  };
  await ask(volet, 'saveSettings', expertSettings);
  try {
    await page.goto(omnidoc('4312'));
    const platform = await openPanel(page);
    await expect(root(platform)).toHaveAttribute('data-screen', 'request');
    await expect(root(platform)).toHaveAttribute('data-role', 'requis');
    await expect(platform.getByText('Lésion pigmentée du dos')).toBeVisible();
    await platform.getByRole('button', { name: 'Préparer ma réponse' }).click();
    await expect(platform.getByText(/^Repris\./)).toBeVisible();

    await page.goto(weda.fse());
    const panel = await openPanel(page);
    await expect(root(panel)).toHaveAttribute('data-role', 'requis');
    await prepareAndWrite(panel);
    const sheet = await fse(page);
    expect(sheet.acts.map(({ code }) => code)).toEqual(['TE2']);
    expect(sheet.prescriber.number).toBe(requester.numeroAm);
    expectUntouched(sheet);
  } finally {
    await ask(volet, 'saveSettings', doctor);
  }
});

test('Omnidoc, a request being written: an urgency is said as it is typed, and nothing is written there', async ({
  page,
}) => {
  await page.goto(omnidoc('new', 'specialty=derm_venero'));
  const panel = await openPanel(page);
  await expect(root(panel)).toHaveAttribute('data-screen', 'request');
  await expect(root(panel)).toHaveAttribute('data-role', 'requerant');
  await page.getByLabel('Motif de la demande').fill('Douleur thoracique depuis une heure, que faire ?');
  await expect(finding(panel, 'urgence.contexte')).toBeVisible();
  await page.getByLabel('Motif de la demande').fill('Lésion pigmentée du dos, exérèse nécessaire ?');
  await expect(finding(panel, 'urgence.contexte')).toHaveCount(0);
  const { writes } = await page.evaluate(
    () => (window as never as { __demande: { writes: Array<{ by: string }> } }).__demande,
  );
  expect(writes.filter(({ by }) => by === 'script')).toEqual([]);
});

/** *Mon logiciel* in the settings: ticking a platform asks the browser for its sites, and for those alone. */
async function choosePlatform(volet: Volet, name: string, hosts: string[]): Promise<void> {
  for (const host of hosts) await allowSite(volet, host);
  const settings: Page = await volet.context.newPage();
  await settings.goto(`chrome-extension://${volet.extensionId}/options.html`);
  await settings.getByRole('checkbox', { name, exact: true }).check();
  await settings.getByText(/accès donné/).waitFor();
  await settings.getByRole('button', { name: 'Enregistrer' }).click();
  await settings.getByText('Réglages enregistrés.').waitFor();
  await settings.close();
}

/** Sites activated now, those of other tests of this browser among them. */
async function activatedHosts(volet: Volet): Promise<string[]> {
  const { value } = (await ask(volet, 'activatedSites', {})) as { value: Array<{ host: string }> };
  return value.map(({ host }) => host).sort();
}

test('a regional portal: chosen in the settings, read in its table, carried to the same patient', async ({
  volet,
  page,
}) => {
  const portal = 'https://www.sante-ra.fr/teleexpertise';
  await page.goto(`${portal}/teledossier/881`);
  const before = await activatedHosts(volet);
  await choosePlatform(volet, 'MonSisra', ['www.sante-ra.fr', 'www.sante-ara.fr']);
  const now = await activatedHosts(volet);
  expect(now.filter((host) => !before.includes(host))).toEqual(['www.sante-ara.fr', 'www.sante-ra.fr']);

  await page.goto(`${portal}/teledossier/881`);
  const platform = await openPanel(page);
  await expect(root(platform)).toHaveAttribute('data-screen', 'answer');
  await expect(root(platform)).toHaveAttribute('data-profile', 'monsisra');
  await platform.getByRole('button', { name: 'Reprendre le numéro AM du Dr NOËL' }).click();
  await expect(platform.getByText(/^Repris\./)).toBeVisible();

  await page.goto(`${portal}/demande`);
  const request = await openPanel(page);
  await expect(root(request)).toHaveAttribute('data-screen', 'request');
  await page.getByLabel('Objet de la demande').fill('Hémiparésie brutale depuis ce matin');
  await expect(finding(request, 'urgence.contexte')).toBeVisible();

  await page.goto(weda.fse());
  const panel = await openPanel(page);
  await expect(panel.getByText('repris de MonSisra')).toBeVisible();
  await prepareAndWrite(panel);
  expect((await fse(page)).prescriber.number).toBe(expert.numeroAm);
});

test('a program of the computer: its text is pasted into the panel, shown, then taken by a click', async ({
  page,
}) => {
  await page.goto(weda.fse());
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: 'Coller un texte' }).click();
  await panel
    .getByLabel('Texte de la demande ou de la réponse')
    .fill(
      `Réponse à votre demande du ${frenchDay(yesterday)}.\nMme DESMAUX, née le 15/06/1955, NIR 2 55 06 99 999 999 34\nDr Claire NOËL\nTél. 04 00 00 00 12\nAM 991 000 118`,
    );
  await expect(panel.getByRole('radio', { name: /Dr Claire NOËL AM 99 1 00011 8/ })).toBeChecked();
  await panel.getByRole('button', { name: 'Reprendre', exact: true }).click();
  await expect(panel.getByLabel('Numéro AM')).toHaveValue(/991000118/);
  await prepareAndWrite(panel);
  const sheet = await fse(page);
  expect(sheet.prescriber.number).toBe(expert.numeroAm);
  expect(sheet.prescriber.date).toBe(yesterday);
  expectUntouched(sheet);
});
