import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { ask, doctor, extensionFolder, hasPanel, launch, panelOf, weda, type Volet } from './browser.ts';
import { expectReady, expert, fse, giveOtherSide, line, openPanel, prepareAndWrite } from './panel.ts';
import { expect, test } from './volet.ts';

async function killWorker(context: BrowserContext, page: Page): Promise<void> {
  const cdp = await context.newCDPSession(page);
  const { targetInfos } = await cdp.send('Target.getTargets');
  const worker = targetInfos.find(({ type }) => type === 'service_worker');
  if (worker) await cdp.send('Target.closeTarget', { targetId: worker.targetId });
  await cdp.detach();
}

test('the worker is killed in the middle of a writing: the sheet is finished, and the panel knows it', async ({
  page,
  volet,
}) => {
  await page.goto(weda.fse());
  const panel = await openPanel(page);
  await giveOtherSide(panel);
  await panel.getByRole('button', { name: 'Préparer la FSE' }).click();
  await line(panel, 'prescripteur.numero').waitFor();
  await panel.getByRole('button', { name: 'Écrire' }).click();
  await page.waitForFunction(() => (window as never as { __fse: { acts: unknown[] } }).__fse.acts.length > 0);
  await killWorker(volet.context, page);
  await expect
    .poll(async () => (await fse(page)).prescriber.number, { timeout: 30_000 })
    .toBe(expert.numeroAm);
  await expect(panel.getByText('Tout est écrit et relu.')).toBeVisible({ timeout: 20_000 });
  expectReady(await fse(page), 'RQD');
});

test('the worker sleeps: what was typed and recorded is still there', async ({ page, volet }) => {
  await page.goto(weda.fse());
  const panel = await openPanel(page);
  await giveOtherSide(panel);
  await panel.getByRole('button', { name: 'Préparer la FSE' }).click();
  await line(panel, 'prescripteur.numero').waitFor();
  await killWorker(volet.context, page);
  await panel.getByRole('button', { name: 'Écrire' }).click();
  await expect(panel.getByText('Tout est écrit et relu.')).toBeVisible({ timeout: 30_000 });
});

test('malformed messages are refused, whoever sends them, and nothing breaks', async ({ page }) => {
  await page.goto(weda.fse());
  const panel = await openPanel(page);
  const replies = await panel.evaluate(async () => {
    const { runtime } = (
      globalThis as never as { chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } } }
    ).chrome;
    const junk: unknown[] = [
      null,
      42,
      'plan',
      {},
      { type: 'plan' },
      { type: 'plan', body: { kind: 'prepare', steps: [{ field: 'acte.montant; drop', want: 1 }] } },
      { type: 'getSettings', body: {} },
      { type: 'reading', body: { reading: null } },
      { type: '__proto__', body: {} },
    ];
    return Promise.all(junk.map((message) => runtime.sendMessage(message)));
  });
  for (const reply of replies) expect(reply).toMatchObject({ ok: false });
  expect((await fse(page)).writes).toEqual([]);
  await giveOtherSide(panel);
  await prepareAndWrite(panel);
  expectReady(await fse(page), 'RQD');
});

test('a frame that does not know the word is shown nothing', async ({ page, volet }) => {
  await page.goto(weda.fse());
  await openPanel(page);
  const stranger = await volet.context.newPage();
  await stranger.goto(`chrome-extension://${volet.extensionId}/panel.html#guess`);
  await expect(stranger.locator('[data-screen]')).toHaveCount(0);
  const reply = await ask(volet, 'plan', { kind: 'prepare', steps: [] });
  expect(reply).toMatchObject({ ok: false, error: { code: 'not-for-you' } });
  await stranger.close();
});

test('the page sees no trace of the extension: no message, no shadow root, no way in', async ({ page }) => {
  await page.addInitScript(() => {
    const seen: unknown[] = [];
    (window as never as { seen: unknown[] }).seen = seen;
    addEventListener('message', (event) => seen.push(event.data));
  });
  await page.goto(weda.fse());
  await openPanel(page);
  const found = await page.evaluate(() => {
    const host = document.querySelector('[data-volet-teleexpertise]');
    return {
      messages: (window as never as { seen: unknown[] }).seen.length,
      root: host?.shadowRoot ?? null,
      frames: window.length,
      text: host?.textContent ?? '',
    };
  });
  expect(found).toEqual({ messages: 0, root: null, frames: 0, text: '' });
});

test('no request of our own, from the first page to the written sheet', async ({ page, volet }) => {
  const asked: string[] = [];
  const note = (request: { url(): string }) => asked.push(request.url());
  volet.context.on('request', note);
  await page.goto(weda.fse());
  const panel = await openPanel(page);
  await giveOtherSide(panel);
  await prepareAndWrite(panel);
  volet.context.off('request', note);
  const foreign = asked.filter(
    (url) => !url.startsWith('https://secure.weda.fr/') && !url.startsWith('chrome-extension://'),
  );
  expect(foreign).toEqual([]);
  expect(asked.filter((url) => url.includes('/api/'))).toEqual([]);
});

test('the identity is asked of the software only on a click', async ({ page, volet }) => {
  const from = volet.practice.requests.length;
  const apiCalls = () =>
    volet.practice.requests.slice(from).filter(({ path }) => path.startsWith('/api/patients'));
  await page.goto(weda.patient('variant=nirhidden'));
  const panel = await openPanel(page);
  const button = panel.getByRole('button', { name: /Compléter l’identité/ });
  await button.waitFor();
  expect(apiCalls()).toEqual([]);
  await button.click();
  await expect(panel.getByText('2 55 06')).toBeVisible();
  await expect(panel.getByText('Identité lue')).toBeVisible();
  expect(apiCalls()).toHaveLength(1);
});

test('the API speaks of somebody else than the page: said, and nothing of his is taken over', async ({
  page,
}) => {
  await page.goto(weda.patient('variant=homonym,nirhidden'));
  const panel = await openPanel(page);
  const button = panel.getByRole('button', { name: /Compléter l’identité/ });
  await button.waitFor();
  await button.click();
  await expect(panel.getByText(/[Dd]ifférente/).first()).toBeVisible();
  await expect(panel.getByText('2 55 06')).toHaveCount(0);
});

test('storage is full: a sentence, and the sheet is written all the same', async ({ page, volet }) => {
  const cdp = await volet.context.newCDPSession(page);
  const origin = `chrome-extension://${volet.extensionId}`;
  await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  try {
    await page.goto(weda.fse('secure=stay'));
    const panel = await openPanel(page);
    await giveOtherSide(panel);
    await prepareAndWrite(panel);
    expectReady(await fse(page), 'RQD');
    await panel.getByRole('button', { name: 'Fermer l’aperçu' }).click();
    await panel.getByRole('button', { name: 'Patient', exact: true }).click();
    await panel.getByRole('button', { name: 'Oral', exact: true }).click();
    await expect(
      panel
        .getByRole('alert')
        .filter({ hasText: /plein|ne répond pas/ })
        .first(),
    ).toBeVisible();
  } finally {
    await cdp.send('Storage.overrideQuotaForOrigin', { origin });
    await cdp.detach();
  }
});

test('the extension is reloaded under an open page: the panel goes away, the page works, a reload brings it back', async ({
  volet,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'volet-extension-'));
  cpSync(extensionFolder, folder, { recursive: true });
  const own = await launch(volet.practice, { extension: folder });
  try {
    await ask(own as Volet, 'saveSettings', doctor);
    const page = await own.context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(weda.fse());
    await openPanel(page);
    const manager = await own.context.newPage();
    await manager.goto('chrome://extensions/');
    await manager.evaluate(async (id) => {
      interface Developer {
        updateProfileConfiguration(config: { inDeveloperMode: boolean }): Promise<void>;
        reload(id: string): Promise<void>;
      }
      const { developerPrivate } = (globalThis as never as { chrome: { developerPrivate: Developer } })
        .chrome;
      // Without it, a reloaded extension from a folder stays off.
      await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await developerPrivate.reload(id);
    }, own.extensionId);
    await manager.close();
    await expect.poll(() => hasPanel(page), { timeout: 15_000 }).toBe(false);
    await page.locator('[vz-acte] .acteCell input.mat-input-element').first().fill('G');
    expect(errors).toEqual([]);
    await page.reload();
    await panelOf(page);
  } finally {
    await own.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('Weda-Helper beside it: its keys do nothing in our fields, ours nothing to its page', async ({
  page,
}) => {
  await page.goto(weda.fse('variant=wh'));
  const panel = await openPanel(page);
  await panel.getByLabel('Nom', { exact: false }).first().pressSequentially('ntoc Contant');
  const { writes, tpAmo } = await fse(page);
  expect(writes).toEqual([]);
  expect(tpAmo).toBe(false);
  // Its own key still works on its own page.
  await page.locator('#mat-checkbox-1-input').waitFor({ state: 'attached' });
  await page.locator('body').click({ position: { x: 600, y: 620 } });
  await page.keyboard.press('t');
  await expect.poll(async () => (await fse(page)).tpAmo).toBe(true);
  await expect(page.locator('#targetValider')).toBeVisible();
});

test('something of the page lies over the panel: nothing is written until it is moved away', async ({
  page,
}) => {
  await page.goto(weda.fse());
  const panel = await openPanel(page);
  await giveOtherSide(panel);
  await panel.getByRole('button', { name: 'Préparer la FSE' }).click();
  await line(panel, 'prescripteur.numero').waitFor();
  await page.evaluate(() => {
    const veil = document.createElement('div');
    veil.id = 'veil';
    veil.popover = 'manual';
    Object.assign(veil.style, {
      position: 'fixed',
      inset: '0',
      width: '100vw',
      height: '100vh',
      opacity: '0.02',
    });
    veil.style.pointerEvents = 'none';
    document.body.append(veil);
    veil.showPopover();
  });
  const write = panel.getByRole('button', { name: 'Écrire' });
  await expect(async () => {
    await write.click();
    await expect(panel.getByText(/recouvert par un élément de la page/)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  expect((await fse(page)).writes).toEqual([]);
  await page.evaluate(() => document.querySelector('#veil')?.remove());
  await expect(async () => {
    if (await write.count()) await write.click();
    await expect(panel.getByText('Tout est écrit et relu.')).toBeVisible({ timeout: 12_000 });
  }).toPass();
});
