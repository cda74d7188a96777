/**
 * Software that nobody has mapped, after its user has shown its fields: the whole main job, the same as where a profile
 * was shipped.
 */
import type { Locator, Page } from '@playwright/test';
import { openPopup } from './activate.ts';
import { chooseRole, expert, giveOtherSide, openPanel, prepareAndWrite } from './panel.ts';
import { picture } from './picture.ts';
import { saveFields, showByKeyboard, showFields, startPointing, type Shown } from './pointing.ts';
import { expect, fse, test } from './volet.ts';

/** What a person would press on for each field, in the order they are asked; an empty place is not on the page. */
const order = [
  'acte.code',
  'tp.amo',
  'tp.amc',
  'mode',
  'parcours',
  'prescripteur.numero',
  'prescripteur.date',
  'patient.nom',
  'patient.prenom',
  'patient.naissance',
  'final',
  'acte.quantite',
  'acte.montant',
] as const;
const places: Record<string, string> = {
  atlas:
    '#codeActe | #swAmo | #swAmc | #modeSecu | #parcours | #prescNum | #prescDate | #hdrNom | #hdrPrenom | #hdrNais | #btnSecuriser | #quantite | #montantActe',
  medifac:
    '[name=prestation] | [name=tpro] | [name=tprc] | [name=modefse] >> nth=1 | [name=situmt] | [name=p_id] | [name=p_dt] | .nom | .prenom | .ddn | .signer | [name=nb] | [name=honoraires]',
  sesamos:
    'travail: [name$=txtCode] | travail: [name$=chkAMO] | travail: [name$=chkAMC] | travail: [name$=ddlMode] | travail: [name$=ddlParcours] | travail: [name$=txtPrescId] | travail: [name$=txtPrescDate] | haut: #tdNom | haut: #tdPrenom | haut: #tdDdn | travail: [name$=btnValider] | travail: [name$=txtQte] | travail: [name$=txtMontant]',
  grille:
    '.c-cod >> nth=0 | .ro | .rc | .tele | .pds | .p1 | .p4 | .f-nom | .f-prenom | .f-ddn | .teletrans | .c-qte >> nth=0 | .c-mt >> nth=0',
  flash:
    '[placeholder="Code acte"] | [value=ro] | [value=rc] | select.m | select.p | .presc input >> nth=0 | .presc input >> nth=2 | .n | .pr | .d | .go | [placeholder=Quantité] | [placeholder^=Montant]',
  barre: '#z1 | #b1 | #b2 | #s1 | #s2 | #z7 | #z9 | .pn | .pp | .pd | #ok | #z2 | #z3',
  formulys:
    '[name=lettre_cle] | [for=tp_ro1] | [for=tp_rc0] | [for=m2] | [name=indic] | [name=presc_am] | [name=ordo_j] | .v-nom | .v-prenom | .v-ddn | #envoi | [name=nombre] | [name=hono]',
  cabinet360:
    '[name=a_cod] | [name=c17] | [name=c18] | [name=lst_secu] | [name=lst_pds] | [name=px1] | [name=px3] | .e1 | .e3 | .e4 | .securiser | [name=a_nb] | [name=a_mt]',
  divine:
    '.x7 input | .x15 | .x16 | .x20 select | .x21 select | .x31 input | .x33 input | .y1 | .y2 | .y4 | .x60 | .x8 input | .x9 input',
  cadres:
    'corps: [name=cot] | corps: [name=tpo] | corps: [name=tpc] | corps: [name=mod] | corps: [name=prc] | prescripteur: [name=ps_num] | prescripteur: [name=ps_date] | .n1 | .n2 | .n4 | corps: .valider | corps: [name=qt] | corps: [name=mtf]',
  etapes:
    '[aria-label=Code] | [role=tab] >> nth=1 => #amo | #amc | #avance => #secu | #pds | [role=tab] >> nth=2 => #num | #dat | .w1 | .w2 | .w3 | #fin | [role=tab] >> nth=0 => [aria-label=Quantité] | [aria-label=Montant]',
  kinea:
    '[data-select=code] | #rc_amo | #rc_amc | [data-select=mode] | [data-select=pds] | #rc_num | #rc_dat | .d1 | .d2 | .d3 | .ant-btn-primary | #rc_qte | #rc_mt',
  ombre:
    '#code input | #amo input | #amc input | #mode select | #parcours select | #number input | #date input | .nom | .prenom | .naissance | om-feuille button | #quantite input | #montant input',
};

/** How each of them says « exclusion du parcours de soins ». */
const exclusion: Record<string, string> = {
  atlas: '7',
  medifac: 'X',
  sesamos: '6',
  grille: '60',
  flash: 'ex',
  barre: 'E',
  formulys: 'E',
  cabinet360: 'EX',
  divine: 'e',
  cadres: '15',
  etapes: 'E',
  kinea: 'E',
  ombre: 'E',
};

/** What the main job writes; anything else would be a wrong field. */
const written = [
  'acte.saisie',
  'acte.code',
  'acte.quantite',
  'tp.amo',
  'tp.amc',
  'mode',
  'parcours',
  'prescripteur.numero',
  'prescripteur.date',
];

/** Fields that are tried, with their names on the panel. */
const tried = {
  'acte.code': 'Acte',
  'tp.amo': 'TP AMO',
  'tp.amc': 'TP AMC',
  mode: 'Mode de sécurisation',
  parcours: 'Parcours de soins',
  'prescripteur.numero': 'N° AM du prescripteur',
  'prescripteur.date': 'Date de prescription',
};

/** `frame: selector`, and `tab => selector` where something is opened first. */
function shownOn(page: Page, name: string): Shown {
  const at = (text: string): Locator => {
    const [, frame, selector = text] = /^(\w+): (.+)$/.exec(text) ?? [];
    if (!frame) return page.locator(text);
    return page
      .frames()
      .find((one) => one.name() === frame || one.url().includes(frame))!
      .locator(selector);
  };
  return Object.fromEntries(
    (places[name] ?? '').split(' | ').map((text, index) => {
      const [on = '', open] = text.split(' => ').reverse();
      return [order[index] ?? '', { on: at(on), ...(open && { open: at(open) }) }];
    }),
  );
}

const addressOf = (name: string, query = '') => `https://${name}.nobody.test/facturation/feuille?${query}`;

/** Nobody's page becomes one like any other: opened empty, prepared, written, and nothing else of it touched. */
async function mainJob(page: Page, name: string): Promise<void> {
  await page.goto(addressOf(name));
  const panel = await openPanel(page);
  await expect(panel.locator('main')).toHaveAttribute('data-profile', 'taught');
  await chooseRole(panel, 'requerant');
  await giveOtherSide(panel);
  await prepareAndWrite(panel);
  const sheet = await fse(page);
  expect(sheet.acts.map((act) => `${act.code} × ${act.quantity}`)).toEqual(['RQD × 1']);
  expect(sheet.tpAmo, 'TP AMO').toBe(true);
  expect(sheet.tpAmc, 'TP AMC').toBe(false);
  expect(sheet.mode, 'mode').toBe('sv');
  expect(sheet.orientation, 'parcours').toBe(exclusion[name]);
  expect(sheet.prescriber.number, 'prescripteur').toBe(expert.numeroAm);
  expect(sheet.prescriber.date, 'date de prescription').toBe(sheet.acts[0]?.date);
  expect(sheet.secured, 'final button pressed').toBe(false);
  const ours = (sheet.writes as Array<{ control: string; by: string }>).filter(({ by }) => by === 'script');
  expect(ours.map(({ control }) => control).filter((control) => !written.includes(control))).toEqual([]);
}

function fewPresses(presses: Record<string, number>): void {
  for (const [concept, count] of Object.entries(presses)) {
    expect(count, `presses for ${concept}`).toBeLessThanOrEqual(2);
  }
}

for (const name of Object.keys(places).filter((one) => one !== 'atlas')) {
  test(`${name}: shown once, then prepared and written whole`, async ({ volet, page }) => {
    await page.goto(addressOf(name, 'etat=rqd'));
    const guide = await startPointing(volet, page);
    fewPresses(await showFields(page, guide, shownOn(page, name)));
    await saveFields(page, guide);
    await mainJob(page, name);
  });
}

test('atlas: shown by keyboard, tried field by field, then prepared and written whole; after its next release renamed everything, nothing is written and the panel says so', async ({
  volet,
  page,
}) => {
  await page.goto(addressOf('atlas', 'etat=rqd'));
  if (process.env['VOLET_IMAGES']) {
    const popup = await openPopup(volet, page);
    await popup.setViewportSize({ width: 330, height: 230 });
    await popup.getByRole('button', { name: 'Activer sur ce site' }).waitFor();
    await picture(popup, 'popup-activate');
    await popup.close();
  }
  const guide = await startPointing(volet, page);
  // The seven fields by keyboard alone; texts that have no focus by the mouse, as a person would.
  const { took } = await showByKeyboard(page, guide, shownOn(page, 'atlas'), order.slice(0, 7));
  process.stdout.write(`seven fields shown by keyboard in ${(took / 1000).toFixed(1)} s\n`);
  await page.locator('#hdrNom').hover({ force: true });
  await picture(page, 'pointing');
  fewPresses(await showFields(page, guide, shownOn(page, 'atlas')));

  // *Tester*: written, read back, and put back as it was.
  const before = await fse(page);
  for (const [concept, name] of Object.entries(tried)) {
    const line = guide.locator(`[data-pointed="${concept}"]`);
    await line.getByRole('button', { name: `Tester ${name}` }).click();
    await expect(line).toHaveAttribute('data-test', 'kept');
    const said = (await fse(page)).writes as Array<{ control: string; by: string }>;
    expect(said.filter(({ control, by }) => control === concept && by === 'script').length).toBeGreaterThan(
      1,
    );
  }
  await picture(page, 'pointing-list');
  const after = await fse(page);
  for (const value of ['acts', 'tpAmo', 'tpAmc', 'mode', 'orientation', 'prescriber', 'secured'] as const) {
    expect(after[value], value).toEqual(before[value]);
  }
  await saveFields(page, guide);
  await mainJob(page, 'atlas');

  await page.goto(addressOf('atlas', 'etat=vide&release=2'));
  const panel = await openPanel(page);
  // The patient's name has no words beside it: what it was named by is gone, and the panel says so.
  await expect(panel.locator('main')).toHaveAttribute('data-state', 'changed');
  await expect(panel.getByRole('button', { name: 'Montrer le champ' })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Préparer la FSE' })).toHaveCount(0);
  expect((await fse(page)).writes).toEqual([]);

  // The settings name it, and forget it.
  const settings = await volet.context.newPage();
  await settings.goto(`chrome-extension://${volet.extensionId}/options.html`);
  const line = settings.locator('[data-taught="taught-atlas-nobody-test"]');
  await expect(line).toContainText('atlas.nobody.test');
  // One field is taken away, and one is shown again on the page that is open.
  await line.getByText('13\u00a0champs').click();
  // Tall: what stays at the foot of the window would lie over the picture.
  await settings.setViewportSize({ width: 1000, height: 3_200 });
  await picture(settings.locator('.group', { has: line }), 'taught');
  await line.getByRole('button', { name: 'Retirer Montant' }).click();
  await expect(line.getByText('12\u00a0champs')).toBeVisible();
  await line.getByRole('button', { name: 'Montrer à nouveau TP AMO' }).click();
  await expect(panel.locator('[data-pointing="tp.amo"]')).toBeVisible();
  await showFields(page, panel, { 'tp.amo': { on: page.locator('#v2-omAws') } });
  await expect(panel.locator('[data-pointing="summary"]')).toBeVisible();
  await expect(panel.locator('[data-pointed="tp.amo"]')).toContainText('case');
  await panel.getByRole('button', { name: 'Annuler' }).click();
  await settings.bringToFront();
  await line.getByRole('button', { name: 'Oublier' }).click();
  await expect(line).toHaveCount(0);
  await settings.close();
});
