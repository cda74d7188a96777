/** The other replicas keep their own rules, without the extension: what the other runs prove rests on this. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { CorpusEntry } from '../practice/corpus/entry.ts';
import type { FseTruth } from '../practice/truth/fse-truth.ts';
import type { RequestTruth } from '../practice/truth/request-form.ts';
import { expect, test } from './replica-room.ts';
import { fieldText, place, setAsScript } from './replica-fields.ts';

const truth = (page: Page) =>
  page.evaluate(() => {
    const { __fse } = window as unknown as { __fse?: FseTruth };
    return __fse ? (JSON.parse(JSON.stringify(__fse)) as FseTruth) : null;
  });
const demande = (page: Page) =>
  page.evaluate(() => (window as unknown as { __demande: RequestTruth }).__demande);

const invoice = 'https://pro.doctolib.fr/patients/65407357/invoices/new';
const tamm = 'https://tamm.clinique-des-tilleuls.test/index.php?m=cabinet&tab=edit_consultation';
const mlm = 'https://www.monlogicielmedical.com/suite-webapp/home.html?vista=fse';

test.describe('Doctolib-like', () => {
  test('screens change without a page load, and the act comes from a search that answers late', async ({
    page,
  }) => {
    await page.goto('https://pro.doctolib.fr/patients/65407357?latence=400');
    await page.evaluate(() => ((window as unknown as { stamp: number }).stamp = 1));
    await page.getByRole('button', { name: 'Nouvelle facture' }).click();
    expect(page.url()).toContain('/invoices/new');
    const search = page.getByRole('combobox', { name: 'Rechercher une prestation' });
    await search.fill('RQD');
    await expect(page.getByRole('listbox')).toHaveCount(0);
    await page.getByRole('option', { name: /RQD/ }).click();
    expect((await truth(page))?.acts).toMatchObject([{ code: 'RQD', quantity: 1, amountCents: 1000 }]);
    expect(await page.evaluate(() => (window as unknown as { stamp: number }).stamp)).toBe(1);
  });

  test('a value nobody told of is lost; the box answers to a click, the field to input', async ({ page }) => {
    await page.goto(`${invoice}?etat=prescripteur`);
    const number = page.getByLabel('Numéro AM/code FINESS');
    await number.evaluate((input: HTMLInputElement) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, '111111111');
    });
    await page.getByLabel('Date prescription').fill('20/11/2026');
    await expect(number).toHaveValue('');
    await number.fill('991 000 118');
    const box = page.getByLabel('TP AMO');
    await box.evaluate((input: HTMLInputElement) => {
      input.checked = true;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect((await truth(page))?.tpAmo).toBe(false);
    await box.evaluate((input: HTMLInputElement) => {
      input.checked = false;
      input.click();
    });
    const after = await truth(page);
    expect(after).toMatchObject({ tpAmo: true, secured: false });
    expect(after?.prescriber).toMatchObject({ number: '991000118', date: '2026-11-20' });
    expect(after?.writes.find((write) => write.control === 'tp.amo')?.by).toBe('script');
  });

  test('the prescriber is in the advanced mode only, and class names change with the release', async ({
    page,
  }) => {
    await page.goto(`${invoice}?etat=rqd&modale=valider`);
    await expect(page.getByText('Saisie prescripteur')).toHaveCount(0);
    const before = await page.locator('main').getAttribute('class');
    await page.getByRole('button', { name: 'Passer en mode avancé' }).click();
    await page.getByRole('button', { name: 'Saisie prescripteur' }).click();
    await page.getByLabel('Numéro AM/code FINESS').fill('991000118');
    expect((await truth(page))?.prescriber.number).toBeNull();
    await page.getByLabel('Date prescription').fill('20/11/2026');
    await page.getByRole('button', { name: 'Enregistrer le prescripteur' }).click();
    expect((await truth(page))?.prescriber.number).toBe('991000118');
    await page.getByRole('button', { name: 'Valider', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Envoyer la facture' })).toBeVisible();
    await page.goto(`${invoice}?release=2`);
    expect(await page.locator('main').getAttribute('class')).not.toBe(before);
  });
});

test.describe('TAMM-like', () => {
  test('the view is drawn by the server; mode locked, prescription asked for by the act', async ({
    page,
  }) => {
    await page.goto(tamm);
    await page.getByRole('button', { name: 'FSE en mode dégradé' }).click();
    await expect(page.locator('[name=securing]')).toBeDisabled();
    expect((await truth(page))?.mode).toBe('dg');
    await expect(page.getByText('Saisir la prescription')).toHaveCount(0);
    const view = await page.locator('[id^=CJfseInvoice]').elementHandle();
    await page.locator('#thirdPartyPayment_third_party_amo_1').check();
    await expect.poll(() => view?.evaluate((node) => node.isConnected)).toBe(false);
    await page.locator('[name=editActNGAP] [name=code]').fill('RQ');
    await page.locator('#editActNGAP_code_auto_complete li').click();
    await expect(page.locator('[name=montant_base]')).toHaveValue('10,00');
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
    await expect(page.getByText('Saisir la prescription')).toBeVisible();
    await page.locator('button.lock').click();
    await page.locator('[name=securing]').selectOption({ label: 'SESAM sans Vitale' });
    await expect.poll(async () => (await truth(page))?.mode).toBe('sv');
    expect(await truth(page)).toMatchObject({ tpAmo: true, acts: [{ code: 'RQD' }], secured: false });
  });

  test('the prescription window is read-only until a doctor is chosen or added', async ({ page }) => {
    await page.goto(`${tamm}&etat=prescription`);
    const field = (name: string) => page.locator(`form[name=edit-prescribing-physician] [name=${name}]`);
    await expect(field('invoicing_number')).not.toBeEditable();
    await page.getByTitle('Ajouter un médecin prescripteur').click();
    await field('invoicing_number').fill('99100011');
    await field('date').fill('20/11/2026');
    await field('origin').selectOption('P');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page.getByText('Le numéro de facturation doit contenir 9 caractères')).toBeVisible();
    await field('physician_autocomplete').fill('NO');
    await page.locator('.modal li').click();
    await expect(field('invoicing_number')).toHaveValue('991000118');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page.getByText('(991000118)')).toBeVisible();
    expect((await truth(page))?.prescriber).toMatchObject({ number: '991000118', date: '2026-11-20' });
  });
});

test('MLM-like: the sheet is in a frame, the prescriber in a frame of it, taken when left', async ({
  page,
}) => {
  await page.goto(mlm);
  const sheet = page.frameLocator('#iframeCentro');
  const code = sheet.locator('[id="fse.acto.codigo.0"]');
  await code.fill('TE2');
  expect((await truth(page))?.acts).toEqual([]);
  await code.blur();
  await expect.poll(async () => (await truth(page))?.acts[0]?.code).toBe('TE2');
  const number = sheet.frameLocator('#iframePrescriptor').locator('[id="prescriptor.numero"]');
  await number.fill('991000019');
  await number.blur();
  await sheet.locator('[data-combo="fse.modoSeguridad"]').click();
  await sheet.getByText('SESAM sans Vitale').click();
  await sheet.locator('[id="fse.recorrido"]').fill('Exclusion du parcours de soins');
  await sheet.locator('[id="fse.recorrido"]').blur();
  await sheet.locator('[id="fse.tercero.amo"]').click();
  await expect
    .poll(() => truth(page))
    .toMatchObject({ mode: 'sv', orientation: 'EX', tpAmo: true, prescriber: { number: '991000019' } });
});

test('the platforms take what is typed, refuse what is missing, and show the other side', async ({
  page,
}) => {
  await page.goto('https://app.omnidoc.fr/requests/new');
  await page.locator('#request_patient_birth_name').fill('DESMAUX');
  await page.getByLabel('Motif de la demande').fill('Lésion du dos');
  await page.getByRole('button', { name: 'Envoyer la demande' }).click();
  expect(await demande(page)).toMatchObject({
    fields: { 'patient.nomNaissance': 'DESMAUX', 'demande.motif': 'Lésion du dos' },
    sent: false,
  });
  await page.goto('https://app.omnidoc.fr/requests/4312/billing?role=requerant');
  await expect(page.getByText('991 000 118')).toBeVisible();
  await page.goto('https://www.sante-ra.fr/teleexpertise/demande');
  await page.getByLabel('Prénom de naissance').fill('NATHALIE');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'dos.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from('photo'),
    });
  const request = await demande(page);
  expect(request.fields['patient.prenom']).toBe('NATHALIE');
  expect(request.attachments).toEqual(['dos.jpg']);
});

const corpusFile = join(import.meta.dirname, '..', 'practice', 'corpus.json');
const nobody = (JSON.parse(readFileSync(corpusFile, 'utf8')) as CorpusEntry[]).filter((entry) =>
  entry.page.includes('.nobody.test'),
);
/** `tp.amo` is set first, apart. The mode comes last: one of the pages posts itself when it changes. */
const wanted: Array<[field: keyof CorpusEntry['fields'], value: string]> = [
  ['acte.code', 'TE2'],
  ['prescripteur.numero', '991000019'],
  ['prescripteur.date', '20/11/2026'],
  ['parcours', 'xclusion du parcours'],
  ['mode', 'SESAM sans Vitale'],
];

test('in nobody’s software, the corpus’ controls are the true ones, and silence changes nothing', async ({
  page,
}) => {
  expect(nobody.length).toBeGreaterThanOrEqual(8);
  for (const entry of nobody) {
    await page.goto(entry.page);
    await expect.poll(async () => (await truth(page))?.ready, { message: entry.page }).toBe(true);
    const amount = entry.fields['acte.montant'] ?? '';
    await expect.poll(() => fieldText(page, amount), { message: entry.page }).toBe('10,00');
    await fieldText(page, amount, '99,00');
    await setAsScript(page, entry.fields['tp.amo'] ?? '', true);
    await expect.poll(() => fieldText(page, amount), { message: entry.page }).toBe('10,00');
    for (const [field, value] of wanted) {
      const selector = entry.fields[field] ?? '';
      await expect.poll(() => place(page, selector), { message: `${entry.page} ${field}` }).toBe(1);
      await setAsScript(page, selector, value);
    }
    const message = entry.page;
    await expect.poll(async () => (await truth(page))?.mode, { message }).toBe('sv');
    const after = await truth(page);
    expect(after, message).toMatchObject({
      acts: [{ code: 'TE2', quantity: 1, excessCents: 0 }],
      tpAmo: true,
      tpAmc: false,
      secured: false,
      prescriber: { number: '991000019', date: '2026-11-20' },
    });
    expect(after?.orientation, message).not.toBeNull();
    expect(after?.errors, message).toEqual([]);
    expect(
      new Set(after?.writes.filter((write) => write.by !== 'page').map((write) => write.by)),
      message,
    ).toEqual(new Set(['script']));
  }
});

test('nobody’s next release renames every id', async ({ page }) => {
  await page.goto('https://atlas.nobody.test/facturation/feuille?release=2');
  await expect(page.getByLabel('Tiers payant AMO')).toHaveCount(1);
  await expect(page.locator('#swAmo')).toHaveCount(0);
  await page.getByLabel('Tiers payant AMO').check();
  await expect.poll(async () => (await truth(page))?.tpAmo).toBe(true);
  expect((await truth(page))?.writes.at(-1)?.by).toBe('user');
});

test('a storm breaks when it is asked for, and ends', async ({ page }) => {
  await page.goto('https://storm.practice.test/insertions?count=200&ticks=4&every=5');
  const rows = page.locator('#pluie tr');
  await expect(rows).toHaveCount(1500);
  await page.evaluate(() => (window as unknown as { __storm: { run(): Promise<void> } }).__storm.run());
  await expect(rows).toHaveCount(1700);
  await page.goto('https://storm.practice.test/wall');
  await expect(page.locator('input:visible, select:visible')).toHaveCount(1012);
});
