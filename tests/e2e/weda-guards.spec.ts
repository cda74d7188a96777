import { hasPanel, weda } from './browser.ts';
import {
  expectReady,
  expectUntouched,
  finding,
  fse,
  giveOtherSide,
  line,
  openPanel,
  prepareAndWrite,
  root,
} from './panel.ts';
import { expect, test } from './volet.ts';

test('shift: the C2S box that took the id of TP AMO is never touched', async ({ page }) => {
  await page.goto(weda.fse('variant=shift'));
  const panel = await openPanel(page);
  await expect(root(panel)).toHaveAttribute('data-state', 'changed', { timeout: 20_000 });
  await expect(panel.getByText(/Weda a changé/)).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Préparer la FSE' })).toHaveCount(0);
  const sheet = (await fse(page)) as unknown as { gestionUnique: boolean } & Awaited<ReturnType<typeof fse>>;
  expect(sheet.gestionUnique).toBe(false);
  expect(sheet.writes).toEqual([]);
});

test('c2s: the gestion unique box stays as it was', async ({ page }) => {
  await page.goto(weda.fse('variant=c2s'));
  const panel = await openPanel(page);
  await giveOtherSide(panel);
  await prepareAndWrite(panel);
  const sheet = (await fse(page)) as unknown as { gestionUnique: boolean } & Awaited<ReturnType<typeof fse>>;
  expect(sheet.gestionUnique).toBe(false);
  expectReady(sheet, 'RQD');
});

test('homonym: the page and the API are two people, the sheet is refused', async ({ page }) => {
  await page.goto(weda.patient('variant=homonym'));
  const first = await openPanel(page);
  await expect(root(first)).toHaveAttribute('data-screen', 'patient');
  await page.goto(weda.fse());
  const panel = await openPanel(page);
  await expect(panel.getByText(/ne montrent pas le même patient/)).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Préparer la FSE' })).toHaveCount(0);
  expect((await fse(page)).writes).toEqual([]);
});

test('the patient changes in the middle of a writing: it stops before the next field', async ({ page }) => {
  await page.goto(weda.fse());
  const panel = await openPanel(page);
  await giveOtherSide(panel);
  await panel.getByRole('button', { name: 'Préparer la FSE' }).click();
  await panel.getByRole('button', { name: 'Écrire' }).click();
  await page.waitForFunction(() => (window as never as { __fse: { acts: unknown[] } }).__fse.acts.length > 0);
  await page.evaluate(() =>
    (window as never as { __practice: { switchPatient(id: string): void } }).__practice.switchPatient(
      '58120044',
    ),
  );
  const written = (await fse(page)).writes.length;
  // Nothing tells when nothing happens: the longest single step of a writing is given twice its time.
  await page.waitForTimeout(6_000);
  const after = await fse(page);
  expect(after.writes.length).toBe(written);
  expect(after.secured).toBe(false);
});

test('mismatch: Weda says card and record differ, nothing is written', async ({ page }) => {
  await page.goto(weda.fse('variant=mismatch'));
  const panel = await openPanel(page);
  await expect(panel.getByText(/ne montrent pas le même patient/)).toBeVisible({ timeout: 20_000 });
  expect((await fse(page)).writes).toEqual([]);
});

test('Buffer=1: the sheet is checked and nothing of ours touches it', async ({ page, volet }) => {
  const asked = volet.practice.requests.length;
  await page.goto(weda.fse('Buffer=1'));
  const panel = await openPanel(page);
  await expect(panel.getByText(/il n’écrit rien/).first()).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Préparer la FSE' })).toHaveCount(0);
  await expect(
    finding(panel, 'prescripteur.absent').or(panel.locator('[data-unchecked="prescripteur.absent"]')),
  ).toHaveCount(1);
  const sheet = await fse(page);
  expect(sheet.omnidocBroken, JSON.stringify((sheet as unknown as { omnidocWhy: string[] }).omnidocWhy)).toBe(
    false,
  );
  expect(sheet.writes).toEqual([]);
  const ours = volet.practice.requests.slice(asked).filter(({ path }) => /api|Historique/i.test(path));
  expect(ours).toEqual([]);
});

test('presc=none: the prescriber is said not found, never fine', async ({ page }) => {
  await page.goto(weda.fse('presc=none'));
  const panel = await openPanel(page);
  await giveOtherSide(panel);
  await prepareAndWrite(panel);
  await expect(line(panel, 'prescripteur.numero')).toHaveAttribute('data-result', 'not-found');
  await expect(line(panel, 'prescripteur.numero')).toContainText('non trouvé');
  await panel.getByRole('button', { name: 'Fermer l’aperçu' }).click();
  await expect(panel.locator('[data-unchecked="prescripteur.absent"]')).toBeVisible();
  await expect(root(panel)).not.toHaveAttribute('data-state', 'clean');
  expectUntouched(await fse(page));
});

test('TP AMO unticked afterwards, by the page without any event: said at once, put back on a click', async ({
  page,
}) => {
  await page.goto(weda.fse());
  const panel = await openPanel(page);
  await giveOtherSide(panel);
  await prepareAndWrite(panel);
  await expect(finding(panel, 'tp.amo')).toHaveCount(0);
  await page.evaluate(() =>
    (window as never as { __practice: { untickAmo(): void } }).__practice.untickAmo(),
  );
  await expect(finding(panel, 'tp.amo')).toHaveAttribute('data-severity', 'block', { timeout: 3_000 });
  await finding(panel, 'tp.amo').getByRole('button', { name: 'Corriger' }).click();
  await expect.poll(async () => (await fse(page)).tpAmo).toBe(true);
});

test('the panel never covers the final button', async ({ page }) => {
  for (const width of [900, 1100, 1360]) {
    await page.setViewportSize({ width, height: 700 });
    await page.goto(weda.fse());
    await openPanel(page);
    const button = page.locator('vz-feuille-de-soin button', { hasText: 'Sécuriser' }).first();
    await button.scrollIntoViewIfNeeded();
    await expect
      .poll(() =>
        button.evaluate((element) => {
          const { left, top, width, height } = element.getBoundingClientRect();
          const over = document.elementFromPoint(left + width / 2, top + height / 2);
          return over === element || element.contains(over);
        }),
      )
      .toBe(true);
  }
});

test('no known screen, no tab', async ({ page }) => {
  await page.goto('https://secure.weda.fr/FolderMedical/FindPatientForm.aspx');
  await page.waitForTimeout(1_500);
  expect(hasPanel(page)).toBe(false);
});
