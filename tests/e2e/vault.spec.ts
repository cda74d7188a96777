/**
 * The register locked by a passphrase, in the built extension: from the sheet to the register, and what a thief of the
 * browser's profile would find.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ask, doctor, launch, weda } from './browser.ts';
import {
  chooseRole,
  expert,
  giveOtherSide,
  openPanel,
  prepareAndWrite,
  recordConsent,
  root,
} from './panel.ts';
import { expect, test } from './volet.ts';

const phrase = 'la marée monte sans bruit';
const phraseAfter = 'le phare tourne toute la nuit';
/** The replica's patient, and what was typed of the other side: nobody real. */
const shown = ['DESMAUX', 'NATHALIE', '2550699999999', expert.name];
/** What no page of the practice software shows: no memory has any business with it. */
const secrets = ['IMPORTINETTE', 'Canarinette-motif', phrase, phraseAfter];
const canaries = [...shown, ...secrets];
const exported = [
  'N° FSE;Date acte;Nom;Prénom;Né(e) le;N° patient;Code acte;Montant;N° AM facturant',
  '7001;12/03/2026;IMPORTINETTE;Zoé;02/08/1955;4711;RQD;10,00;991000019',
].join('\n');

const secure = (page: Page) =>
  page.locator('vz-feuille-de-soin button', { hasText: /^\s*Sécuriser\s*$/ }).first();

/** Every storage an extension page can read, as text: bytes in the encodings a reader might try. */
const dumpStorage = (page: Page) =>
  page.evaluate(async () => {
    const texts: string[] = [];
    const visit = (value: unknown): void => {
      if (typeof value === 'string' || typeof value === 'number') texts.push(String(value));
      else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
        const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : new Uint8Array(value.buffer);
        for (const encoding of ['utf-8', 'latin1', 'utf-16le'])
          texts.push(new TextDecoder(encoding).decode(bytes));
      } else if (value !== null && typeof value === 'object') {
        for (const [key, part] of Object.entries(value)) {
          texts.push(key);
          visit(part);
        }
      }
    };
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('IndexedDB'));
      });
    let rows = 0;
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name));
      for (const table of database.objectStoreNames) {
        const store = database.transaction(table).objectStore(table);
        const all = await answer(store.getAll());
        rows += all.length;
        visit(all);
        visit(await answer(store.getAllKeys()));
      }
      database.close();
    }
    visit({ ...localStorage });
    visit({ ...sessionStorage });
    visit(document.cookie);
    visit(await caches.keys());
    const areas = (
      globalThis as never as {
        chrome: { storage: Record<'local' | 'session', { get(keys: null): Promise<unknown> }> };
      }
    ).chrome.storage;
    visit(await areas.local.get(null));
    return { rows, kept: texts.join('\n'), memory: JSON.stringify(await areas.session.get(null)) };
  });

/** All the files of the extension's own storage in the browser's profile, as bytes. */
function profileFiles(profile: string, extensionId: string): string {
  const own =
    /IndexedDB|Local Storage|Session Storage|Local Extension Settings|Sync Extension Settings|Extension/;
  const texts: string[] = [];
  const walk = (folder: string): void => {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      const stat = statSync(path, { throwIfNoEntry: false });
      if (stat?.isDirectory()) walk(path);
      // The practice software's own storage is its own business.
      else if (stat && own.test(path) && !/secure\.weda/.test(path)) {
        const bytes = readFileSync(path);
        texts.push(bytes.toString('latin1'), bytes.toString('utf16le'), bytes.toString('utf8'));
      }
    }
  };
  walk(profile);
  expect(texts.join('').includes(extensionId), 'the files of the extension were found').toBe(true);
  return texts.join('\n');
}

const found = (text: string) => canaries.filter((word) => text.includes(word));

/**
 * The memory of the session is gone with the browser. Of a patient it may hold what the page in front shows, under the
 * tab and the patient file (docs/house.md), and nothing else anywhere.
 */
function expectMemoryInBounds(memory: string, when: string): void {
  for (const [key, value] of Object.entries(JSON.parse(memory) as Record<string, unknown>)) {
    const words = found(JSON.stringify([key, value]));
    const isOfPage = /^(tab|file)\b/.test(key);
    expect(isOfPage ? words.filter((word) => secrets.includes(word)) : words, `${when}, ${key}`).toEqual([]);
  }
}

test('from the sheet to a locked register: nothing of a patient outside the seals', async ({ volet }) => {
  test.setTimeout(180_000);
  const profile = mkdtempSync(join(tmpdir(), 'volet-vault-'));
  const own = await launch(volet.practice, { profile });
  try {
    await ask(own, 'saveSettings', doctor);
    await ask(own, 'setPassphrase', { next: phrase });
    const page = await own.context.newPage();
    await page.goto(weda.patient());
    await recordConsent(await openPanel(page));
    await page.goto(weda.fse('secure=stay'));
    const panel = await openPanel(page);
    await chooseRole(panel, 'requerant');
    await giveOtherSide(panel);
    await prepareAndWrite(panel);
    await secure(page).click();
    await panel.getByText('La FSE a-t-elle été sécurisée').waitFor({ timeout: 30_000 });
    await panel.getByRole('button', { name: 'Oui', exact: true }).click();

    const register = await own.context.newPage();
    await register.goto(`chrome-extension://${own.extensionId}/register.html#patient`);
    await register.getByLabel('Nom du patient').fill('desm');
    await register.getByRole('button', { name: /DESMAUX/ }).click();
    await expect(register.getByRole('heading', { name: /^RQD du/ })).toBeVisible();
    await expect(register.getByText(/Recueilli le/)).toBeVisible();
    await expect(register.getByText('Journal vérifié', { exact: false })).toBeVisible();
    await register.screenshot({ path: 'test-results/images/register-patient.png', fullPage: true });

    await register.goto(`chrome-extension://${own.extensionId}/register.html#controler`);
    await register
      .locator('input[type=file]')
      .setInputFiles({ name: 'mars.csv', mimeType: 'text/csv', buffer: Buffer.from(exported) });
    await register.getByRole('button', { name: 'Contrôler', exact: true }).click();
    await register.getByRole('button', { name: 'Ajouter au registre' }).click();
    await expect(register.getByRole('status')).toContainText('1 acte ajouté au registre');
    const recovery = (await ask(own, 'makeRecoveryFile', {})) as { value: string };

    await register.goto(`chrome-extension://${own.extensionId}/register.html#sauvegarde`);
    await register.getByLabel('Phrase de passe de la sauvegarde').fill(phrase);
    await register.getByLabel('La même, encore une fois').fill(phrase);
    const downloading = register.waitForEvent('download');
    await register.getByRole('button', { name: 'Enregistrer la sauvegarde' }).click();
    const backup = await downloading;
    expect(found(backup.suggestedFilename())).toEqual([]);
    const file = await backup.path();
    expect(found(readFileSync(file, 'latin1'))).toEqual([]);
    await register.getByLabel('Choisir la sauvegarde…').setInputFiles({
      name: 'sauvegarde.volet',
      mimeType: 'application/octet-stream',
      buffer: readFileSync(file),
    });
    await register.getByLabel('Phrase de passe de cette sauvegarde').fill('une autre phrase');
    await register.getByRole('button', { name: 'Restaurer', exact: true }).click();
    await expect(register.getByText('Ce n’est pas la phrase de passe de cette sauvegarde.')).toBeVisible();
    await register.getByLabel('Phrase de passe de cette sauvegarde').fill(phrase);
    await register.getByRole('button', { name: 'Restaurer', exact: true }).click();
    await expect(register.getByText(/Restauration terminée/)).toBeVisible();
    await register.screenshot({ path: 'test-results/images/register-backup.png' });

    const open = await dumpStorage(register);
    expect(open.rows).toBeGreaterThan(5);
    expect(found(open.kept), 'on the disk, while unlocked').toEqual([]);
    expect(open.memory).toContain('ledger.unlocked');
    expectMemoryInBounds(open.memory, 'unlocked');

    await panel.getByRole('button', { name: 'Verrouiller' }).click();
    await expect(root(panel)).toHaveAttribute('data-state', 'locked');
    await expect(register.getByRole('heading', { name: 'Registre verrouillé' })).toBeVisible();
    await expect(panel.getByText('Non vérifié : le registre est verrouillé.')).toBeAttached();
    expect(found(await register.content())).toEqual([]);
    await register.screenshot({ path: 'test-results/images/register-locked.png' });
    await page.screenshot({ path: 'test-results/images/panel-locked.png' });

    // What is recorded meanwhile waits, sealed.
    await page.goto(weda.patient());
    const locked = await openPanel(page);
    await recordConsent(locked);
    await page.goto('about:blank');
    await page.close();
    const closed = await dumpStorage(register);
    expect(found(closed.kept), 'on the disk, while locked').toEqual([]);
    expect(closed.memory).not.toContain('ledger.unlocked');
    expectMemoryInBounds(closed.memory, 'locked');

    await register.getByLabel('Phrase de passe').fill('une mauvaise phrase');
    await register.getByRole('button', { name: 'Déverrouiller' }).click();
    await expect(register.getByText('Ce n’est pas la phrase de passe de ce registre.')).toBeVisible();
    // Forgotten: the recovery file opens it, under a passphrase that takes the other's place.
    await register.getByRole('button', { name: 'Phrase de passe oubliée' }).click();
    await register.getByLabel('Choisir le fichier de récupération…').setInputFiles({
      name: 'recuperation.json',
      mimeType: 'application/json',
      buffer: Buffer.from(recovery.value),
    });
    await register.getByLabel('Nouvelle phrase de passe').fill(phraseAfter);
    await register.getByLabel('La même, encore une fois').fill(phraseAfter);
    await register.getByRole('button', { name: 'Ouvrir avec ce fichier' }).click();
    await expect(register.getByRole('button', { name: 'Enregistrer la sauvegarde' })).toBeVisible();
    const recovered = await dumpStorage(register);
    expect(found(recovered.kept), 'on the disk, once recovered').toEqual([]);
    expectMemoryInBounds(recovered.memory, 'recovered');
    await own.context.close();
    expect(found(profileFiles(profile, own.extensionId)), 'files of the profile').toEqual([]);

    // The browser was closed: the register is locked again, and the passphrase opens it.
    const again = await launch(volet.practice, { profile });
    const reopened = await again.context.newPage();
    await reopened.goto(`chrome-extension://${again.extensionId}/register.html#conservation`);
    // Read through the browser too: on the disk, blocks may lie compressed, where no word is found by its bytes.
    await expect(reopened.getByRole('heading', { name: 'Registre verrouillé' })).toBeVisible();
    const restarted = await dumpStorage(reopened);
    expect(restarted.rows).toBeGreaterThan(10);
    expect(found(restarted.kept + restarted.memory), 'after a restart, still locked').toEqual([]);
    await reopened.getByLabel('Phrase de passe').fill(phraseAfter);
    await reopened.getByRole('button', { name: 'Déverrouiller' }).click();
    await reopened.getByRole('button', { name: 'Vérifier le registre' }).click();
    await expect(reopened.getByText('Tout se lit, et tout s’accorde avec le journal.')).toBeVisible();
    await reopened.getByLabel('Tapez TOUT EFFACER pour confirmer').fill('TOUT EFFACER');
    await reopened.getByRole('button', { name: 'Effacer tout le registre' }).click();
    await expect(reopened.getByText('Le registre est vide.')).toBeVisible();
    await reopened.screenshot({ path: 'test-results/images/register-keeping.png', fullPage: true });
    await again.close();
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});
