/** What a person does in the panel, in the words on its buttons. */
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { fse, panelOf, type FseModel } from './browser.ts';

export const expert = { name: 'Dr Paul EXEMPLE', numeroAm: '991000027' };

/** The panel, open. */
export async function openPanel(page: Page) {
  const panel = await panelOf(page);
  const root = panel.locator('[data-screen]');
  await root.waitFor();
  const tab = panel.getByRole('button', { name: /^Ouvrir le volet/ });
  if (await tab.count()) await tab.click();
  await panel.locator('main[data-screen]').waitFor();
  return panel;
}

export type OpenPanel = Awaited<ReturnType<typeof openPanel>>;

export const root = (panel: OpenPanel) => panel.locator('main[data-screen]');
export const finding = (panel: OpenPanel, rule: string) => panel.locator(`[data-rule="${rule}"]`);
export const line = (panel: OpenPanel, field: string) => panel.locator(`[data-field="${field}"]`);

export async function chooseRole(panel: OpenPanel, role: 'requerant' | 'requis') {
  const name = role === 'requerant' ? /Je demande/ : /Je réponds/;
  await panel.getByRole('button', { name }).or(panel.getByRole('radio', { name })).first().click();
  await expect(root(panel)).toHaveAttribute('data-role', role);
}

export async function giveOtherSide(panel: OpenPanel, side = expert) {
  const change = panel.getByRole('button', { name: 'Modifier' });
  if (await change.count()) await change.click();
  await panel.getByLabel('Nom', { exact: false }).first().fill(side.name);
  const number = panel.getByLabel(/^Numéro (AM|FINESS)/);
  await number.fill(side.numeroAm);
  await number.press('Tab');
  // The date of the request; the other one is that of the compte-rendu.
  await panel.getByRole('button', { name: 'Aujourd’hui' }).first().click();
}

export async function recordConsent(panel: OpenPanel) {
  await panel.getByRole('button', { name: 'Patient', exact: true }).click();
  await panel.getByRole('button', { name: 'Oral', exact: true }).click();
  await panel.getByText(/^Recueilli le/).waitFor();
}

/** One click for the preview, one on *Écrire*, then waits until nothing is being written. */
export async function prepareAndWrite(panel: OpenPanel, knowsOtherSide = true) {
  await panel.getByRole('button', { name: 'Préparer la FSE' }).click();
  if (knowsOtherSide) await line(panel, 'prescripteur.numero').waitFor();
  await panel.getByRole('button', { name: 'Écrire' }).click();
  await written(panel);
}

/** The sentence that ends a writing, whatever it says. */
export async function written(panel: OpenPanel, timeout = 40_000) {
  const end = panel.getByText(
    /^(Tout est écrit et relu|Une ligne reste|\d+ lignes restent|Les valeurs d’avant)|écriture arrêtée|n’a pas répondu/i,
  );
  await end.first().waitFor({ timeout });
}

/** The sheet a role wants, as the replica's model tells it. */
export function expectReady(
  sheet: FseModel,
  code: 'RQD' | 'TE2',
  prescriber: string | null = expert.numeroAm,
) {
  expect(sheet.acts.map((act) => `${act.code} × ${act.quantity}`)).toEqual([`${code} × 1`]);
  expect(sheet.tpAmo, 'TP AMO').toBe(true);
  expect(sheet.tpAmc, 'TP AMC').toBe(false);
  expect(sheet.mode, 'mode').toBe('sv');
  expect(sheet.orientation, 'parcours').toBe('01');
  if (prescriber !== null) {
    expect(sheet.prescriber.number, 'prescripteur').toBe(prescriber);
    expect(sheet.prescriber.date, 'date de prescription').toBe(sheet.acts[0]?.date);
  }
  expectUntouched(sheet);
}

/** What must hold after anything we did: nothing sent, nothing outside the wanted fields. */
export function expectUntouched(sheet: FseModel) {
  expect(sheet.omnidocBroken, 'Omnidoc broken').toBe(false);
  expectOnlyOurs(sheet);
}

/** No final button pressed, and no script of ours wrote anything but the fields of the sheet. */
export function expectOnlyOurs(sheet: FseModel, besides: readonly string[] = []) {
  expect(sheet.secured, 'final button pressed').toBe(false);
  const ours = (sheet.writes as Array<{ control: string; by: string }>).filter(({ by }) => by === 'script');
  const allowed = [
    ...besides,
    'acte.saisie',
    'acte.code',
    'acte.quantite',
    'favori',
    'tp.amo',
    'tp.amc',
    'mode',
    'parcours',
    'prescripteur.numero',
    'prescripteur.date',
  ];
  expect(ours.map(({ control }) => control).filter((control) => !allowed.includes(control))).toEqual([]);
}

export { fse };
