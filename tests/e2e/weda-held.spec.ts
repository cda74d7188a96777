import { ask, doctor, weda } from './browser.ts';
import {
  expectReady,
  finding,
  fse,
  giveOtherSide,
  openPanel,
  prepareAndWrite,
  recordConsent,
  root,
} from './panel.ts';
import { expect, test } from './volet.ts';
import type { Page } from '@playwright/test';

/** Types an act as the doctor would, without the panel. */
async function typeAct(page: Page, code: string) {
  const input = page.locator('[vz-acte] .acteCell input.mat-input-element').first();
  await input.fill(code);
  await input.press('Tab');
  await page.waitForFunction(
    (wanted) =>
      (window as never as { __fse: { acts: Array<{ code: string }> } }).__fse.acts.some(
        (act) => act.code === wanted,
      ),
    code,
  );
}

const secure = (page: Page) =>
  page.locator('vz-feuille-de-soin button', { hasText: /^\s*Sécuriser\s*$/ }).first();

/** How many acts the register counts, as the panel says it. */
const used = /(\d+)\s*\/\s*4 en \d{4}/;

test('a press is held once while something blocks, and the second press passes', async ({ page }) => {
  await page.goto(weda.fse('secure=stay'));
  const panel = await openPanel(page);
  await typeAct(page, 'RQD');
  await expect(finding(panel, 'tp.amo')).toBeVisible();
  await secure(page).click();
  await expect(panel.getByText('Envoi retenu une fois')).toBeVisible();
  expect((await fse(page)).secured).toBe(false);
  await secure(page).click();
  await expect.poll(async () => (await fse(page)).secured).toBe(true);
  expect(((await fse(page)) as unknown as { secureTrusted: boolean }).secureTrusted).toBe(true);
});

test('Envoyer quand même asks for a reason and lets the next press through', async ({ page }) => {
  await page.goto(weda.fse('secure=stay'));
  const panel = await openPanel(page);
  await typeAct(page, 'RQD');
  await expect(finding(panel, 'tp.amo')).toBeVisible();
  await secure(page).click();
  await panel.getByRole('button', { name: 'Envoyer quand même' }).click();
  await expect(panel.getByText('Indiquez une raison.')).toBeVisible();
  await panel.getByLabel(/Raison/).fill('Accord de la caisse au téléphone');
  await panel.getByRole('button', { name: 'Envoyer quand même' }).click();
  await expect(panel.getByText('Envoi retenu une fois')).toHaveCount(0);
  expect((await fse(page)).secured, 'nothing is ever pressed for the person').toBe(false);
  await secure(page).click();
  await expect.poll(async () => (await fse(page)).secured).toBe(true);
});

test('nothing blocks, nothing is held', async ({ page }) => {
  await page.goto(weda.fse('secure=stay'));
  const panel = await openPanel(page);
  await giveOtherSide(panel);
  await prepareAndWrite(panel);
  await expect(root(panel)).not.toHaveAttribute('data-state', 'block');
  await secure(page).click();
  await expect.poll(async () => (await fse(page)).secured).toBe(true);
});

test('a sheet without téléexpertise is none of our business', async ({ page }) => {
  await page.goto(weda.fse('secure=stay'));
  const panel = await openPanel(page);
  await typeAct(page, 'G');
  await expect(panel.locator('[data-rule]')).toHaveCount(0);
  await secure(page).click();
  await expect.poll(async () => (await fse(page)).secured).toBe(true);
});

async function countOf(page: Page): Promise<number> {
  await page.goto(weda.patient('rqd=0'));
  const panel = await openPanel(page);
  await expect(panel.getByText(used)).toBeVisible();
  const [, count] = used.exec((await panel.getByText(used).first().textContent()) ?? '') ?? [];
  return Number(count);
}

test('a secured sheet is kept in the register and counted once', async ({ fresh: page }) => {
  expect(await countOf(page)).toBe(0);
  await recordConsent(await openPanel(page));
  await page.goto(weda.fse('rqd=0'));
  const panel = await openPanel(page);
  await giveOtherSide(panel);
  await prepareAndWrite(panel);
  expectReady(await fse(page), 'RQD');
  await secure(page).click();
  // The replica leaves for the patient page, whose history now shows the act as well.
  await page.waitForURL(/PatientViewForm/);
  const back = await openPanel(page);
  await expect(back.getByText(used)).toContainText(/1\s*\/\s*4/);
  await expect(back.getByText(/^Recueilli le/)).toBeVisible();
});

test('a sheet that stayed after the press: the panel asks, and a no is believed', async ({ fresh: page }) => {
  await page.goto(weda.fse('rqd=0&secure=stay'));
  const panel = await openPanel(page);
  await giveOtherSide(panel);
  await prepareAndWrite(panel);
  await secure(page).click();
  await expect(panel.getByText(/La FSE a-t-elle été sécurisée/)).toBeVisible({ timeout: 15_000 });
  await panel.getByRole('button', { name: 'Non', exact: true }).click();
  await expect(panel.getByText(/La FSE a-t-elle été sécurisée/)).toHaveCount(0);
  expect(await countOf(page)).toBe(0);
});

test('four acts in the year: the fifth is blocked, and says what it counted', async ({ page }) => {
  await page.goto(weda.patient('rqd=4'));
  const first = await openPanel(page);
  await expect(finding(first, 'quota.atteint')).toHaveAttribute('data-severity', 'block');
  await page.goto(weda.fse('rqd=4'));
  const panel = await openPanel(page);
  await typeAct(page, 'RQD');
  await expect(finding(panel, 'quota.atteint')).toHaveAttribute('data-severity', 'block');
  await expect(finding(panel, 'quota.atteint')).toContainText('4');
});

test('acts of a colleague are not counted', async ({ fresh: page }) => {
  await page.goto(weda.patient('rqd=1&rqdautre=3'));
  const panel = await openPanel(page);
  await expect(panel.getByText(/1\s*\/\s*4 en \d{4}/)).toBeVisible();
});

test('urgency is read in the request, and its negation is understood', async ({ page }) => {
  await page.goto(weda.patient('motif=urgence'));
  await expect(finding(await openPanel(page), 'urgence.contexte')).toBeVisible();
  await page.goto(weda.patient('motif=negation'));
  const calm = await openPanel(page);
  await expect(calm.getByText('Motif lu')).toBeVisible();
  await expect(finding(calm, 'urgence.contexte')).toHaveCount(0);
});

test.describe('settings', () => {
  test.afterEach(async ({ volet }) => {
    await ask(volet, 'saveSettings', doctor);
  });

  test('a kiné has two a year, and may not answer', async ({ page, volet }) => {
    const who = { ...doctor.who, profession: 'masseur-kinesitherapeute', numeroAm: '997000013' };
    await ask(volet, 'saveSettings', { ...doctor, who });
    await page.goto(weda.patient('rqd=0'));
    const panel = await openPanel(page);
    await expect(panel.getByText(/0\s*\/\s*2 en \d{4}/)).toBeVisible();
  });
});
