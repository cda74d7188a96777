/** The whole job in an MLM-like software: the sheet in a frame, the prescriber in a frame of that frame. */
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
import { expect, fse, panelOf, test } from './volet.ts';

const home = (query: string) =>
  `https://www.monlogicielmedical.com/suite-webapp/home.html?paciente=65407357&${query}`;

async function expectWanted(page: Page, code: 'RQD' | 'TE2') {
  const sheet = await fse(page);
  expect(sheet.acts.map((act) => `${act.code} × ${act.quantity}`)).toEqual([`${code} × 1`]);
  expect(sheet).toMatchObject({
    tpAmo: true,
    tpAmc: false,
    mode: 'sv',
    orientation: 'EX',
    prescriber: { number: expert.numeroAm, date: sheet.acts[0]?.date },
  });
  expectOnlyOurs(sheet);
}

const variants: Array<[code: 'RQD' | 'TE2', query: string]> = [
  ['RQD', 'vista=fse'],
  ['TE2', 'vista=fse'],
  ['RQD', 'vista=fse&etat=rqd'],
];

for (const [code, query] of variants) {
  test(`${code} is prepared, written and read back · ${query}`, async ({ page }) => {
    await page.goto(home(query));
    const panel = await openPanel(page);
    if (code === 'TE2') await chooseRole(panel, 'requis');
    await giveOtherSide(panel);
    await prepareAndWrite(panel);
    await expectWanted(page, code);
    await expect(line(panel, 'prescripteur.numero')).toHaveAttribute('data-result', 'written');
    await expect(panel.locator('[data-result="refused"], [data-result="changed-by-page"]')).toHaveCount(0);
  });
}

test('Rétablir puts back what was there, and takes the act away', async ({ page }) => {
  await page.goto(home('vista=fse'));
  const panel = await openPanel(page);
  await giveOtherSide(panel);
  await prepareAndWrite(panel);
  await panel.getByRole('button', { name: 'Rétablir' }).click();
  await panel.getByText(/^Les valeurs d’avant/).waitFor({ timeout: 40_000 });
  expect(await fse(page)).toMatchObject({ acts: [], tpAmo: false, mode: 'vitale', secured: false });
});

test('what changes in a frame of a frame is noticed, and its final button held', async ({ page }) => {
  await page.goto(home('vista=fse&etat=rqd'));
  const panel = await openPanel(page);
  await expect(root(panel)).toHaveAttribute('data-state', 'block');
  const sheet = page.frameLocator('#iframeCentro');
  const number = sheet.frameLocator('#iframePrescriptor').locator('[id="prescriptor.numero"]');
  await expect(finding(panel, 'prescripteur.absent')).toHaveCount(1);
  await number.fill(expert.numeroAm);
  await number.blur();
  await expect(finding(panel, 'prescripteur.absent')).toHaveCount(0);
  await sheet.getByRole('button', { name: 'Signer la FSE' }).click();
  await expect(panel.getByRole('button', { name: /Envoyer quand même/ })).toBeVisible();
  expect(await fse(page)).toMatchObject({ secured: false, errors: [] });
});

test('from the file in its frame to the sheet in another', async ({ page }) => {
  await page.goto(home('vista=personas'));
  const panel = await openPanel(page);
  await expect(root(panel)).toHaveAttribute('data-screen', 'patient');
  await expect(panel.getByText('DESMAUX', { exact: false }).first()).toBeVisible();
  await page.locator('#fse').click();
  await expect
    .poll(async () => {
      const now = await panelOf(page);
      return now.locator('main[data-screen="fse"]').count();
    })
    .toBe(1);
});
