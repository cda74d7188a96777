/** Files in the register: an export controlled and added, returns matched and noted, acts exported. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './volet.ts';

const shots = join(import.meta.dirname, '..', '..', 'test-results', 'imports');

const header =
  'N° FSE;Date acte;Nom;Prénom;Né(e) le;N° patient;Code acte;Montant;TP AMO;Mode de sécurisation;Corresp.;Divers';
const line = (number: number, day: string, name: string, code: string, amount: string, amo = 'Oui') =>
  `${number};${day};${name};Zoé;02/08/1955;${number % 2 === 0 ? 40 : 41};${code};${amount};${amo};SSV;991000027;x`;
const exported = [
  header,
  line(101, '12/03/2026', 'MODÈLE', 'RQD', '10,00'),
  line(102, '13/03/2026', 'ESSAI', 'TE2', '23,00', 'Non'),
  line(103, '14/03/2026', 'MODÈLE', 'RQD', '10,00'),
  line(104, '14/03/2026', 'ESSAI', 'G', '30,00'),
  'Total;;;;;;;73,00;;;;',
  line(105, '99/99/2026', 'ESSAI', 'RQD', '10,00'),
].join('\r\n');
const returned = [
  'N° facture;Date acte;Nom;Prénom;Code acte;Montant;État;Montant payé;Date de paiement;Motif du rejet;Code rejet',
  '101;12/03/2026;MODÈLE;Zoé;RQD;10,00;Payé;10,00;30/03/2026;;',
  '102;13/03/2026;ESSAI;Zoé;TE2;23,00;Rejeté;0,00;;Prescripteur inconnu au fichier national;0460 053',
  '103;14/03/2026;MODÈLE;Zoé;RQD;10,00;Accepté;;;;',
  '900;01/02/2026;INCONNU;Paul;RQD;10,00;Payé;10,00;02/03/2026;;',
].join('\r\n');
const windows1252 = (text: string) => Buffer.from(Array.from(text, (character) => character.charCodeAt(0)));

async function drop(page: Page, name: string, content: string): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: windows1252(content) });
}
const shoot = (page: Page, name: string) =>
  page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });

async function saved(page: Page, kind: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByText('Exporter', { exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: kind, exact: true }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test('an export is controlled, added once, paid and refused by its returns, and exported again', async ({
  fresh: page,
}) => {
  const extension = page.context().serviceWorkers()[0]?.url().split('/')[2] ?? '';
  expect(extension).not.toBe('');
  await page.goto(`chrome-extension://${extension}/register.html#controler`);
  await expect(page.locator('[data-step=empty]')).toBeVisible();
  await shoot(page, 'control-empty');

  await test.step('a workbook is refused in words', async () => {
    await drop(page, 'mars.xlsx', 'PK\u0003\u0004 rien');
    await expect(page.getByRole('alert')).toContainText('classeur');
  });

  await test.step('columns are shown with the guess, corrected, and remembered', async () => {
    await drop(page, 'mars.csv', exported);
    await expect(page.locator('[data-column="Code acte"]')).toHaveAttribute('data-read', 'acte.code');
    const unknown = page.locator('[data-column="Corresp."]');
    await expect(unknown).toHaveAttribute('data-read', '');
    await unknown.getByRole('combobox').selectOption('prescripteur.numero');
    await expect(unknown).toHaveAttribute('data-read', 'prescripteur.numero');
    await shoot(page, 'control-preview');
    await drop(page, 'avril.csv', exported);
    await expect(unknown).toHaveAttribute('data-read', 'prescripteur.numero');
  });

  await test.step('findings come by amount, by rule, by patient; nothing is stored', async () => {
    await page.getByRole('button', { name: 'Contrôler', exact: true }).click();
    await expect(page.locator('[data-judged="4"]')).toBeVisible();
    const blocked = page.locator('[data-sheet="102"] [data-rule="tp.amo"]');
    await expect(blocked).toHaveAttribute('data-severity', 'block');
    await page.getByText('remarques de lecture').or(page.getByText('remarque de lecture')).first().waitFor();
    await expect(page.getByText('Ligne de total.')).toBeVisible();
    await expect(page.getByText('date illisible', { exact: false })).toBeVisible();
    await shoot(page, 'control-result');
    await page.getByRole('button', { name: 'Par règle' }).click();
    await page.locator('[data-rule="tp.amo"] > .group-line').click();
    await expect(page.locator('[data-sheet="102"]')).toBeVisible();
    await shoot(page, 'control-rules');
    await page.getByRole('button', { name: 'Par patient' }).click();
    await expect(page.getByRole('button', { name: /ESSAI Zoé/ })).toBeVisible();
    await page.getByRole('link', { name: 'Actes' }).click();
    await expect(page.getByText('Aucun acte', { exact: false }).first()).toBeVisible();
  });

  await test.step('added to the register, once whatever happens', async () => {
    await page.getByRole('link', { name: 'Contrôler un export' }).click();
    for (const words of ['3 actes ajoutés au registre, 1 acte laissé de côté', '3 actes déjà au registre']) {
      await drop(page, 'mars.csv', exported);
      await page.getByRole('button', { name: 'Contrôler', exact: true }).click();
      await page.getByRole('button', { name: 'Ajouter au registre' }).click();
      await expect(page.getByRole('status')).toContainText(words.replace(/ /g, ' '));
    }
    await shoot(page, 'control-added');
  });

  await test.step('returns: paid, refused with its cause, unmatched; written after a look, once, and undone', async () => {
    await page.getByRole('link', { name: 'Rapprocher les retours' }).click();
    await drop(page, 'retours.csv', returned);
    await expect(page.locator('[data-heap=paid] tr[data-line="2"]')).toBeVisible();
    const refused = page.locator('[data-heap=refused] tr[data-line="3"]');
    await expect(refused).toContainText('Prescripteur inconnu');
    await expect(refused).toContainText('numéro AM du correspondant');
    await expect(page.locator('[data-heap=waiting] tr[data-line="4"]')).toBeVisible();
    await expect(page.locator('[data-heap=unmatched] tr[data-line="5"]')).toBeVisible();
    await shoot(page, 'returns-preview');
    await page.setViewportSize({ width: 420, height: 900 });
    await shoot(page, 'returns-narrow');
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await shoot(page, 'returns-dark');
    await page.emulateMedia({ colorScheme: 'light' });
    const write = page.getByRole('button', { name: 'Noter 1 payé et 1 refusé' });
    await write.click();
    await expect(page.getByRole('status')).toContainText('2 retours notés');
    await drop(page, 'retours.csv', returned);
    await expect(page.getByRole('button', { name: 'Rien à noter' })).toBeDisabled();
  });

  await test.step('exports hold what is shown, and no patient in their names', async () => {
    await page.getByRole('link', { name: 'Actes' }).click();
    await expect(page.getByText('3 actes', { exact: false }).first()).toBeVisible();
    const csv = await saved(page, 'CSV');
    expect(csv.name).toMatch(/^actes-\d{4}-\d{2}-\d{2}\.csv$/);
    const lines = csv.bytes.toString('utf8').split('\r\n');
    expect(lines[0]?.startsWith('\ufeffDate;Code;État;Montant')).toBe(true);
    expect(lines).toContain(
      '12/03/2026;RQD;Payé;10,00;10,00;30/03/2026;;MODÈLE;Zoé;02/08/1955;;991000027;' +
        `${lines[1]?.split(';')[12] ?? ''};`,
    );
    expect(lines.find((one) => one.includes('TE2'))).toContain('Prescripteur inconnu');
    const workbook = await saved(page, 'Excel (XLSX)');
    expect(workbook.name).toMatch(/\.xlsx$/);
    expect(workbook.bytes.subarray(0, 2).toString()).toBe('PK');
  });

  await test.step('columns of returns are corrected by hand, and remembered', async () => {
    await page.getByRole('link', { name: 'Rapprocher les retours' }).click();
    const unknown = returned.replace(';État;', ';Divers 2;');
    await drop(page, 'retours.csv', unknown);
    await page.locator('summary', { hasText: 'Colonnes lues' }).click();
    const column = page.locator('[data-column="Divers 2"]');
    await expect(column).toHaveAttribute('data-read', '');
    await column.getByRole('combobox').selectOption('retour.etat');
    await expect(page.locator('[data-column="Divers 2"]')).toHaveAttribute('data-read', 'retour.etat');
    await shoot(page, 'returns-columns');
    await drop(page, 'avril.csv', unknown);
    await page.locator('summary', { hasText: 'Colonnes lues' }).click();
    await expect(page.locator('[data-column="Divers 2"]')).toHaveAttribute('data-read', 'retour.etat');
  });

  await test.step('what returns wrote can be taken back', async () => {
    await page.getByRole('link', { name: 'Rapprocher les retours' }).click();
    const again = returned.replace('Accepté;;;;', 'Payé;10,00;31/03/2026;;');
    await drop(page, 'retours.csv', again);
    await page.getByRole('button', { name: 'Noter 1 payé', exact: true }).click();
    // Not the one of the progress bar, which goes as the words come.
    await expect(page.getByRole('status')).toContainText('1 retour noté');
    await page.getByRole('status').getByRole('button', { name: 'Annuler' }).click();
    await expect(page.getByRole('status')).toContainText('Retours annulés');
    await drop(page, 'retours.csv', again);
    await expect(page.getByRole('button', { name: 'Noter 1 payé', exact: true })).toBeEnabled();
  });

  await test.step('each file is listed with its lines, and an import is erased with what followed it', async () => {
    await page.getByRole('link', { name: 'Fichiers importés' }).click();
    await expect(page.locator('[data-import=acts]')).toContainText('3 actes · 2 lignes laissées de côté');
    await expect(page.locator('[data-import=returns]')).toHaveCount(2);
    await shoot(page, 'imported');
    await page.getByRole('button', { name: /^Effacer cet import/ }).click();
    await expect(page.getByText('ont été suivis depuis', { exact: false })).toBeVisible();
    await page.getByLabel('Tapez EFFACER pour confirmer').fill('EFFACER');
    await page.getByRole('button', { name: 'Effacer cet import', exact: true }).click();
    await expect(page.getByRole('status')).toContainText('3 actes effacés');
    await page.getByRole('link', { name: 'Actes' }).click();
    await expect(page.getByText('Aucun acte pour l’instant')).toBeVisible();
  });
});

test('a tab closed in the middle of an import: the same file ends it, and nothing is there twice', async ({
  fresh: page,
}) => {
  const total = 4000;
  const day = (index: number) => `${String(1 + (index % 28)).padStart(2, '0')}/03/2026`;
  const long = [
    'N° FSE;Date acte;Nom;Prénom;Né(e) le;N° patient;Code acte;Montant;TP AMO;Mode de sécurisation',
    ...Array.from(
      { length: total },
      (_, index) => `${index};${day(index)};MODÈLE;Zoé;02/08/1955;${5000 + index};RQD;10,00;Oui;SSV`,
    ),
  ].join('\r\n');
  const extension = page.context().serviceWorkers()[0]?.url().split('/')[2] ?? '';
  const address = `chrome-extension://${extension}/register.html#controler`;
  const begin = async (tab: Page) => {
    await drop(tab, 'annee.csv', long);
    await tab.getByRole('button', { name: 'Contrôler', exact: true }).click();
    await tab.getByRole('button', { name: 'Ajouter au registre' }).click();
  };
  await page.goto(address);
  await begin(page);
  await page.waitForFunction(() => {
    const line = document.querySelector('.progress-line');
    return (
      line?.textContent?.includes('Ajout au registre') && (line.querySelector('progress')?.value ?? 0) > 0
    );
  });
  const again = await page.context().newPage();
  await page.close();
  await again.goto(address);
  await expect(again.getByText('Un ajout au registre a été interrompu.', { exact: false })).toBeVisible();
  await begin(again);
  const said = again.getByRole('status').first();
  await expect(said).toContainText(/actes ajoutés au registre, .* actes déjà au registre/);
  const numbers = [...((await said.textContent()) ?? '').replace(/[\s\u202f]/g, '').matchAll(/(\d+)actes/g)];
  expect(numbers.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(total);
  await again.getByRole('link', { name: 'Fichiers importés' }).click();
  await expect(again.locator('[data-import=acts]')).toHaveCount(1);
  await expect(again.locator('[data-import=acts]')).toContainText(/4\s000 actes/);
  await again.getByRole('link', { name: 'Actes' }).click();
  await expect(again.getByRole('status').first()).toContainText(/^4\s000 actes/);
  await again.close();
});
