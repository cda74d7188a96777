import { weda } from './browser.ts';
import {
  chooseRole,
  expectReady,
  expert,
  finding,
  fse,
  giveOtherSide,
  line,
  openPanel,
  prepareAndWrite,
  recordConsent,
  root,
} from './panel.ts';
import { expect, test } from './volet.ts';

/** Every variant in which the whole job must end with the wanted sheet. */
const variants = [
  '',
  'variant=nobirthname',
  'variant=nonir',
  'variant=maternite',
  'variant=c2s',
  'variant=at',
  'variant=infant',
  'variant=wh',
  'presc=inline&labels=1',
  'presc=inline&labels=2',
  'presc=inline&labels=3',
  'presc=inline&labels=4',
  'presc=dialog&labels=1',
  'presc=dialog&labels=3',
  'accept=blur',
  'accept=change',
  'accept=tab',
  'accept=never',
  'accept=change&favoris=none',
  'accept=tab&presc=dialog&labels=4&variant=c2s',
];

for (const variant of variants) {
  test(`RQD is prepared, written and read back · ${variant || 'as it comes'}`, async ({ page }) => {
    await page.goto(weda.fse(variant));
    const panel = await openPanel(page);
    await giveOtherSide(panel);
    await prepareAndWrite(panel);
    expectReady(await fse(page), 'RQD');
    await expect(line(panel, 'tp.amo')).toHaveAttribute('data-result', 'written');
    await expect(line(panel, 'prescripteur.numero')).toHaveAttribute('data-result', 'written');
    await expect(panel.locator('[data-result="refused"], [data-result="changed-by-page"]')).toHaveCount(0);
  });
}

for (const variant of ['', 'presc=dialog', 'accept=tab', 'variant=maternite']) {
  test(`TE2 is prepared, written and read back · ${variant || 'as it comes'}`, async ({ page }) => {
    await page.goto(weda.fse(variant));
    const panel = await openPanel(page);
    await chooseRole(panel, 'requis');
    await giveOtherSide(panel);
    await prepareAndWrite(panel);
    expectReady(await fse(page), 'TE2');
  });
}

test('postback: the whole page is posted back in the middle of the writing, which goes on', async ({
  page,
}) => {
  await page.goto(weda.fse('variant=postback'));
  const panel = await openPanel(page);
  await giveOtherSide(panel);
  await panel.getByRole('button', { name: 'Préparer la FSE' }).click();
  await line(panel, 'prescripteur.numero').waitFor();
  const reloaded = page.waitForEvent('load');
  await panel.getByRole('button', { name: 'Écrire' }).click();
  await reloaded;
  await expect
    .poll(async () => (await fse(page)).prescriber.number, { timeout: 30_000 })
    .toBe(expert.numeroAm);
  const again = await openPanel(page);
  await again.getByRole('button', { name: 'Rétablir' }).waitFor({ timeout: 20_000 });
  expectReady(await fse(page), 'RQD');
});

test('slow: the same job on a page five times slower', async ({ page }) => {
  test.setTimeout(90_000);
  await page.goto(weda.fse('variant=slow'));
  const panel = await openPanel(page);
  await giveOtherSide(panel);
  await panel.getByRole('button', { name: 'Préparer la FSE' }).waitFor({ timeout: 30_000 });
  await prepareAndWrite(panel);
  expectReady(await fse(page), 'RQD');
});

test('real Angular Material widgets: the same job', async ({ page }) => {
  await page.goto(weda.fse('widgets=material'));
  const panel = await openPanel(page);
  await giveOtherSide(panel);
  await prepareAndWrite(panel);
  expectReady(await fse(page), 'RQD');
});

test('from the patient page to the sheet: consent, expert and history are carried over', async ({
  fresh: page,
}) => {
  await page.goto(weda.patient('rqd=2'));
  const first = await openPanel(page);
  await expect(root(first)).toHaveAttribute('data-screen', 'patient');
  await expect(first.getByText('DESMAUX', { exact: false }).first()).toBeVisible();
  await recordConsent(first);
  await giveOtherSide(first);
  await expect(first.getByText(/2\s*\/\s*4 en \d{4}/)).toBeVisible();

  await page.goto(weda.fse('rqd=2'));
  const panel = await openPanel(page);
  await expect(panel.getByText(expert.name)).toBeVisible();
  await expect(panel.getByText(/^Recueilli le/)).toBeVisible();
  await prepareAndWrite(panel);
  expectReady(await fse(page), 'RQD');
  await panel.getByRole('button', { name: 'Fermer l’aperçu' }).click();
  await expect(panel.getByText(/2\s*\/\s*4 en \d{4}/)).toBeVisible();
  await expect(finding(panel, 'consentement.absent')).toHaveCount(0);
  await expect(root(panel)).not.toHaveAttribute('data-state', 'block');
});

test('writing twice writes nothing the second time', async ({ page }) => {
  await page.goto(weda.fse());
  const panel = await openPanel(page);
  await giveOtherSide(panel);
  await prepareAndWrite(panel);
  const { writes } = await fse(page);
  await panel.getByRole('button', { name: 'Fermer l’aperçu' }).click();
  await panel.getByRole('button', { name: 'Préparer la FSE' }).click();
  await expect(panel.getByText('Rien à écrire')).toBeVisible();
  expect((await fse(page)).writes.length).toBe(writes.length);
});

test('Rétablir puts back what was there', async ({ page }) => {
  await page.goto(weda.fse());
  const panel = await openPanel(page);
  await giveOtherSide(panel);
  const before = await fse(page);
  await prepareAndWrite(panel);
  await panel.getByRole('button', { name: 'Rétablir' }).click();
  await expect.poll(async () => (await fse(page)).tpAmo, { timeout: 30_000 }).toBe(before.tpAmo);
  await expect.poll(async () => (await fse(page)).acts.length, { timeout: 30_000 }).toBe(0);
  expect((await fse(page)).secured).toBe(false);
});

test('a sheet made by hand with everything wrong is put right finding by finding', async ({ page }) => {
  await page.goto(weda.fse('accept=change'));
  const panel = await openPanel(page);
  const code = page.locator('[vz-acte] .acteCell input.mat-input-element').first();
  await code.fill('RQD');
  await code.dispatchEvent('change');
  await expect(finding(panel, 'tp.amo')).toHaveAttribute('data-severity', 'block');
  await expect(finding(panel, 'prescripteur.absent')).toHaveAttribute('data-severity', 'block');
  await expect(root(panel)).toHaveAttribute('data-state', 'block');
  await finding(panel, 'tp.amo').getByRole('button', { name: 'Corriger' }).click();
  await expect.poll(async () => (await fse(page)).tpAmo).toBe(true);
  await expect(finding(panel, 'tp.amo')).toHaveCount(0);
});
