/**
 * The vendor has shipped a new page: how it is built can be kept, with nothing of the patient in it, and what moved can
 * be shown, after which the whole main job is done again.
 */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { picture } from './picture.ts';
import { pressOn, saveFields } from './pointing.ts';
import {
  expectReady,
  fse,
  giveOtherSide,
  openPanel,
  prepareAndWrite,
  root,
  type OpenPanel,
} from './panel.ts';
import { ask, expect, test, weda } from './volet.ts';

/** Everything of the patient, the user and the address that the page holds. */
const canaries =
  /desmaux|nathalie|2\s*55\s*06|255069|15\/06\/1955|1955|65407357|crypt|https:|fse\.aspx|\d{4,}(?!$)/i;

async function showAgain(page: Page, panel: OpenPanel, element: string): Promise<OpenPanel> {
  await panel.getByRole('button', { name: 'Montrer le champ' }).click();
  await panel.locator('[data-pointing]').waitFor();
  await pressOn(page, page.locator(element));
  await expect(panel.locator('[data-pointing="summary"]')).toBeVisible();
  await saveFields(page, panel);
  return openPanel(page);
}

test('the field is named and nothing is written; a report holds the structure and nobody; shown again, all is written', async ({
  volet,
  page,
}) => {
  await page.goto(weda.fse('variant=changed'));
  let panel = await openPanel(page);
  await expect(root(panel)).toHaveAttribute('data-state', 'changed');
  await expect(panel.getByText(/Weda a changé.*TP AMO.*Rien ne sera écrit/)).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Préparer la FSE' })).toHaveCount(0);
  await panel.getByRole('button', { name: 'Enregistrer un rapport' }).click();
  const shown = await panel.getByRole('region', { name: 'Contenu du rapport' }).textContent();
  expect(shown).toContain('Profil : weda, du ');
  expect(shown).toContain('Site : secure.weda.fr');
  expect(shown).toMatch(/Champs introuvables : .*tp\.amo/);
  expect(shown).toContain('vz-feuille-de-soin');
  expect(shown).toMatch(/input#mat-slide-toggle-#\S* type=checkbox/);
  const dates = /du \d\d\/\d\d\/\d{4}|Chrome \d+|Version : [\d.]+|Éléments : .*/g;
  expect(shown?.replace(dates, '')).not.toMatch(canaries);

  await picture(page, 'report');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: 'Enregistrer', exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('volet-structure-weda.txt');
  expect(await readFile(await download.path(), 'utf8')).toBe(shown);
  expect((await fse(page)).writes).toEqual([]);

  await panel.getByRole('button', { name: 'Fermer', exact: true }).click();
  try {
    panel = await showAgain(page, panel, '#mat-slide-toggle-7 label');
    await expect(panel.getByText(/Weda a changé.*TP AMC.*Rien ne sera écrit/)).toBeVisible();
    panel = await showAgain(page, panel, '#mat-slide-toggle-8 label');
    await expect(root(panel)).toHaveAttribute('data-profile', 'weda');
    await giveOtherSide(panel);
    await prepareAndWrite(panel);
    expectReady(await fse(page), 'RQD');
  } finally {
    await ask(volet, 'forgetTaught', { id: 'taught-weda' });
  }
});
