/** The Weda replica keeps its own rules, without the extension: what the other runs prove rests on this. */
import type { FseTruth } from '../practice/weda/browser/fse-truth.ts';
import { site } from '../practice/weda/site.ts';
import {
  codes,
  expect,
  openFse,
  openPatient,
  PATIENT,
  PATIENT_PAGE,
  pull,
  renders,
  test,
  truth,
} from './replica-room.ts';

test('the patient page shows who, late islands, and a link that only a person can follow', async ({
  page,
  practice,
}) => {
  const refused: string[] = [];
  const seen = practice.requests.length;
  page.on('console', (message) => refused.push(message.text()));
  await openPatient(page);
  const civil = '#ContentPlaceHolder1_EtatCivilUCForm1_';
  await expect(page.locator(`${civil}LabelPatientNom`)).toHaveText('DESMAUX');
  await expect(page.locator(`${civil}LabelPatientSecuriteSocial`)).toHaveText('2 55 06 99 999 999 34');
  await expect(page.locator(`${civil}insiContainer span.label`)).toHaveText('2550699999999 34');
  await expect(page.locator('[name=dh9] table.stxrec')).not.toHaveCount(0);
  const link = page.locator('a.level2', { hasText: 'FSE' });
  await link.evaluate((element: HTMLElement) => element.click());
  await expect.poll(() => refused.join(' ')).toContain('Content Security Policy');
  expect(page.url()).toContain('PatientViewForm');
  await link.click();
  await page.waitForURL(/fse\.aspx\?PatDk=65407357/);
  expect(practice.requests[seen]).toEqual({
    host: 'secure.weda.fr',
    path: PATIENT_PAGE,
    method: 'GET',
    dest: 'document',
  });
});

test('a partial postback brings new nodes with the same ids, the island empty again', async ({ page }) => {
  await openPatient(page);
  await expect(page.locator('[id$=insiContainer] span.label')).toHaveCount(1);
  const panel = await page.locator('#ContentPlaceHolder1_PanelPatient').elementHandle();
  const days = await page.locator('.sc[name=divwc]').count();
  await page.locator('a', { hasText: 'Suite de l’historique' }).click();
  await expect.poll(() => panel?.evaluate((node) => node.isConnected)).toBe(false);
  await expect(page.locator('.sc[name=divwc]')).toHaveCount(days + 2);
  await expect(page.locator('[id$=insiContainer] span.label')).toHaveCount(1);
});

test('identity variants, the API, and past RQD counted from today', async () => {
  const ask = async (address: string, referer = '') => {
    const url = new URL(`https://secure.weda.fr${address}`);
    const request = {
      host: url.hostname,
      path: url.pathname,
      method: 'GET',
      query: url.searchParams,
      form: new URLSearchParams(),
      headers: { referer: referer || undefined },
    };
    return String((await site.handle(request)).body);
  };
  const patient = (query: string) => ask(`${PATIENT_PAGE}?${PATIENT}${query}`);
  const rqd = (body: string) => body.match(/<td>RQD<\/td>\s*<td>10\.00<\/td>/g)?.length ?? 0;
  expect(await patient('&variant=nobirthname')).not.toContain('LabelPatientJeuneFille');
  expect(await patient('&variant=nonir')).not.toContain('2 55 06 99');
  expect(await patient('&variant=homonym')).toContain('02/03/1984');
  expect(JSON.parse(await ask('/api/patients/65407357'))).toMatchObject({
    birthDate: '1955-06-15T00:00:00',
    nirCle: '34',
  });
  const asked = `https://secure.weda.fr${PATIENT_PAGE}?variant=nonir`;
  expect(JSON.parse(await ask('/api/patients/65407357', asked))).toMatchObject({ nir: null });
  expect(await patient('&motif=urgence')).toContain('douleur thoracique depuis 1 h');
  expect(rqd(await patient(''))).toBe(1);
  expect(rqd(await patient('&rqd=4'))).toBe(4);
  expect(rqd(await patient('&rqd=0&rqdautre=2'))).toBe(2);
  expect(await patient('&rqd=0')).not.toContain('RQD');
  await expect(patient('&variant=shfit')).rejects.toThrow('variant=shfit');
});

test('the FSE is drawn in its known structure, and the header of an infant has one span fewer', async ({
  page,
}) => {
  await openFse(page);
  const path =
    '#form1 > div:nth-child(14) > div > div:nth-child(2) > vz-feuille-de-soin > div.fseContainer > div';
  const card = `${path} > div.toolbarContainer.thinCards.flexRow > mat-card.mat-card.mat-focus-indicator.cvContainer`;
  await expect(page.locator(`${card} > vz-lecture-cv-widget > div > vz-mode-teletrans > div`)).toHaveText('');
  await expect(page.locator('.mat-icon.notranslate.material-icons.mat-icon-no-color').first()).toHaveText(
    'fingerprint',
  );
  await expect(page.locator('vz-orientation option')).toHaveCount(13);
  await expect(page.locator('.flexRow.favoris.ng-star-inserted')).toHaveCount(4);
  await expect(page.locator('[vz-acte]')).toHaveCount(1);
  const spans = page.locator('#LabelInfoPatientNom > span > span');
  await expect(spans).toHaveCount(4);
  await expect(spans.last()).toHaveAttribute('title', 'Date de naissance : 15/06/1955');
  expect((await truth(page)).writes).toEqual([]);
  await page.goto(`https://secure.weda.fr/vitalzen/fse.aspx?${PATIENT}&variant=infant`);
  await expect(spans).toHaveCount(3);
  await expect(spans.last()).toHaveText('4 mois');
});

test('the mode menu refuses haste, then settles; ADRi comes after', async ({ page }) => {
  await openFse(page);
  const entry = page.locator(
    '.cdk-overlay-container button.mat-menu-item > span[class="mat-button-wrapper"]',
  );
  const inHaste = await page.evaluate(async () => {
    document.querySelector<HTMLElement>('.mat-icon.notranslate.material-icons.mat-icon-no-color')?.click();
    while (!document.querySelector('.mat-menu-item')) await new Promise(requestAnimationFrame);
    document.querySelector<HTMLElement>('.mat-menu-item')?.click();
    return document.querySelectorAll('.mat-menu-item').length;
  });
  expect(inHaste).toBe(2);
  await page.waitForTimeout(250);
  await entry.filter({ hasText: 'Téléconsultation' }).click();
  await expect(page.locator('vz-mode-teletrans > div')).toHaveText('SV');
  await expect(page.locator('vz-lecture-cv-widget')).not.toContainText('non lue');
  await page.locator('img[src="/Images/adri.png"].actif').click();
  await expect.poll(async () => (await truth(page)).adri).toBe('done');
});

test('postback: a mode change is a new page, and the sheet comes back as it was', async ({ page }) => {
  await openFse(page, '&variant=postback');
  await page.locator('.favoris', { hasText: 'RQD' }).click();
  await page.locator('#mat-checkbox-1 label').click();
  await page.evaluate(() => Object.assign(window, { before: true }));
  await page.locator('mat-icon.fseMode').click();
  await page.locator('.mat-menu-item').first().waitFor();
  await page.waitForTimeout(250);
  await page.locator('.mat-menu-item', { hasText: 'Dégradé' }).click();
  await page.waitForFunction(
    () => !('before' in window) && (window as unknown as { __fse?: FseTruth }).__fse?.ready,
  );
  expect(await truth(page)).toMatchObject({ mode: 'dg', tpAmo: true, acts: [{ code: 'RQD' }] });
  await expect(page.locator('#mat-checkbox-11')).toContainText('SCOR');
});

test('Buffer: an onlooker breaks nothing; a request, a property, a node or a click does', async ({
  page,
}) => {
  await openFse(page, '&Buffer=1');
  expect(await truth(page)).toMatchObject({ mode: 'sv', tpAmo: true, acts: [{ code: 'RQD' }] });
  await page.evaluate(() => document.body.append(document.createElement('volet-host')));
  await pull(page, 'rerender');
  await page.locator('#mat-radio-9 label').click();
  await page.locator('#mat-checkbox-2 label').click();
  await expect.poll(() => renders(page)).toBe(2);
  await page.locator('#mat-checkbox-2 label').click();
  expect((await truth(page)).omnidocWhy).toEqual([]);
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const world = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'stranger',
  });
  const contextId = world.executionContextId;
  const stranger = (expression: string) =>
    session.send('Runtime.evaluate', { contextId, expression, awaitPromise: true });
  const why = async () => (await truth(page)).omnidocWhy.join();
  await stranger(`fetch('/api/patients/65407357').then((answer) => answer.text())`);
  await expect.poll(why).toContain('request: /api/patients/65407357');
  await stranger(`document.querySelector('#mat-checkbox-2-input').checked = true`);
  await expect.poll(why).toContain('property of mat-checkbox-2-input');
  await stranger(`document.querySelector('[vz-acte]').append('x')`);
  await expect.poll(why).toContain('DOM: childList on div');
  await stranger(`document.querySelector('#mat-checkbox-2-input').click()`);
  await expect.poll(why).toContain('event: click');
  expect((await truth(page)).omnidocBroken).toBe(true);
});

test('Sécuriser without a prescriber stays; complete, it leaves, and the act is in the history', async ({
  page,
}) => {
  await openFse(page);
  await page.locator('.favoris', { hasText: 'RQD' }).click();
  await expect(page.locator('vz-prescripteur')).toHaveCount(1);
  await page.locator('button', { hasText: /^Sécuriser$/ }).evaluate((button: HTMLElement) => button.click());
  expect(await truth(page)).toMatchObject({
    secured: true,
    secureTrusted: false,
    secureOutcome: 'incomplete',
  });
  await expect(page.locator('.mat-error')).toContainText('Prescripteur invalide');
  await page.locator('.prescripteur-number input').fill('691123456');
  await page.locator('.prescripteur-date input').fill('01/02/2026');
  await page.locator('button', { hasText: /^Sécuriser$/ }).click();
  await expect(page.locator('.fait')).toHaveText('FSE sécurisée');
  await page.waitForURL(/PatientViewForm/);
  const rows = page.locator('tr:has(.img16Fse)', { hasText: 'RQD' });
  await expect(rows).toHaveCount(2);
  const last = await page.evaluate(
    () => (window as unknown as { __practice: { lastSheet: FseTruth } }).__practice.lastSheet,
  );
  expect(last).toMatchObject({
    secureTrusted: true,
    secureOutcome: 'done',
    prescriber: { number: '691123456' },
  });
  await openPatient(page);
  await expect(rows).toHaveCount(1);
});

test('Weda-Helper stands there once, and its keys toggle', async ({ page }) => {
  await openFse(page, '&variant=wh');
  await expect(page.locator('div[id^=weda-helper-canary-]')).toHaveAttribute('data-version', /^\d/);
  await expect(page.locator('#targetValider')).toHaveCount(1);
  await page.locator('body').press('t');
  expect(await truth(page)).toMatchObject({
    tpAmo: true,
    writes: [{ control: 'tp.amo', by: 'weda-helper' }],
  });
  await page.locator('body').press('n');
  expect((await truth(page)).accident).toBe(false);
});

test('another patient in place: address, header and a fresh sheet', async ({ page }) => {
  await openFse(page);
  await page.locator('.favoris', { hasText: 'Défaut' }).first().click();
  await expect.poll(() => codes(page)).toEqual(['G']);
  await pull(page, 'switchPatient', '58120044');
  expect(page.url()).toContain('PatDk=58120044');
  await expect(page.locator('#LabelInfoPatientNom')).toContainText('LEBRUN');
  await expect(page.locator('[vz-acte]')).toHaveCount(1);
  expect(await truth(page)).toMatchObject({
    patientId: '58120044',
    acts: [],
    writes: [{ patientId: '65407357' }],
  });
});
