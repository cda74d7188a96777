/** The replica keeps its own rules, without the extension: what the other runs prove rests on this. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import { startPractice, type Practice } from '../practice/server.ts';
import type { FseTruth } from '../practice/weda/browser/fse-truth.ts';
import { site } from '../practice/weda/site.ts';

const PATIENT = 'PatDk=65407357|0|0|0&crypt=abc';
const PATIENT_PAGE = '/FolderMedical/PatientViewForm.aspx';

const test = base.extend<{ page: Page }, { practice: Practice; room: BrowserContext }>({
  practice: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the parameter's shape
    async ({}, use) => {
      const practice = await startPractice();
      await use(practice);
      await practice.close();
    },
    { scope: 'worker' },
  ],
  room: [
    async ({ practice }, use) => {
      const browser = await chromium.launch({
        executablePath: process.env['VOLET_CHROMIUM'] ?? '/usr/bin/chromium',
        args: ['--no-sandbox', `--host-resolver-rules=${practice.hostRules}`],
      });
      await use(
        await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 800 } }),
      );
      await browser.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ room }, use) => {
    const page = await room.newPage();
    await use(page);
    await page.close();
  },
});

// Nearly all of the time is spent waiting for pages that draw late.
test.describe.configure({ mode: 'parallel' });

async function openFse(page: Page, query = ''): Promise<void> {
  await page.goto(`https://secure.weda.fr/vitalzen/fse.aspx?${PATIENT}${query}`);
  await page.waitForFunction(() => (window as unknown as { __fse?: FseTruth }).__fse?.ready);
}

function openPatient(page: Page, query = ''): Promise<unknown> {
  return page.goto(`https://secure.weda.fr${PATIENT_PAGE}?${PATIENT}${query}`);
}

function truth(page: Page): Promise<FseTruth> {
  return page.evaluate(() => (window as unknown as { __fse: FseTruth }).__fse);
}

/** Runs a lever of `window.__practice`. */
function pull(page: Page, lever: string, argument?: string): Promise<unknown> {
  return page.evaluate(
    ([name = '', value]) => {
      const { __practice } = window as unknown as { __practice: Record<string, (value?: string) => unknown> };
      return __practice[name]?.(value);
    },
    [lever, argument],
  );
}

/** What a content script does: DOM work that no person did. `events` are dispatched on the element in turn. */
function script(page: Page, selector: string, set: Record<string, unknown>, events: string[]): Promise<void> {
  return page.evaluate(
    ([css, properties, names]) => {
      const element = document.querySelector(css);
      if (!element) throw new Error(`nothing at ${css}`);
      Object.assign(element, properties);
      for (const name of names) {
        const [type = '', how] = name.split('/');
        if (type === 'click') (element as HTMLElement).click();
        else if (type === 'tab')
          element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
        else element.dispatchEvent(new Event(type, { bubbles: how !== 'still' }));
      }
    },
    [selector, set, events] as const,
  );
}

const codes = async (page: Page) => (await truth(page)).acts.map((act) => act.code);
const firstCode = '[vz-acte] .acteCell input.mat-input-element';
const renders = async (page: Page) => (await truth(page)).renders;

async function typeCode(page: Page, text: string): Promise<void> {
  await script(page, firstCode, { value: text }, ['input']);
}

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
