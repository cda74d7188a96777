/** The billing form: text fields are taken when they are left, boxes when they are clicked. */
import { byOf, expose, readIsland } from '../../truth/expose.ts';
import type { Mode } from '../../truth/fse-truth.ts';
import { Binder, type Binding } from '../../truth/bind.ts';
import { Sheet, showCents } from '../../truth/sheet.ts';
import type { FseData } from '../fse-page.ts';
import { showCombo, startCombos, type Combo } from './combo.ts';

const data = readIsland<FseData>();
const sheet = new Sheet(data.patientId, { mode: 'vitale' });
expose(sheet);

const modes: Record<string, string> = {
  'SESAM-Vitale': 'vitale',
  'SESAM sans Vitale': 'sv',
  Dégradé: 'dg',
  Désynchronisé: 'autre',
};
const carePaths: Record<string, string> = {
  'Médecin traitant': 'MT',
  'Orienté par le médecin traitant': 'OR',
  'Orienté par un autre médecin': 'OA',
  Urgence: 'UR',
  'Hors résidence habituelle': 'HR',
  'Accès direct spécifique': 'AD',
  'Exclusion du parcours de soins': 'EX',
  'Non respect du parcours': 'NR',
};

const textOf = (options: Record<string, string>, value: string | null): string =>
  Object.entries(options).find(([, one]) => one === value)?.[0] ?? '';

const combos: Combo[] = [
  {
    id: 'fse.modoSeguridad',
    options: modes,
    onChosen: (value, by) => sheet.setMode(value as Mode, by),
    shown: () => textOf(modes, sheet.truth.mode),
  },
  {
    id: 'fse.recorrido',
    options: carePaths,
    onChosen: (value, by) => sheet.setOrientation(value, by),
    shown: () => textOf(carePaths, sheet.truth.orientation),
  },
  {
    id: 'fse.naturaleza',
    options: { Maladie: '10', Maternité: '30', 'Accident du travail': '41' },
    onChosen: (value, by) => sheet.setOther('assurance', value, by),
    shown: () => 'Maladie',
  },
];

const bindings: Binding[] = [
  { find: '[id="fse.tercero.amo"]', control: 'tp.amo', kind: 'check', on: 'click' },
  { find: '[id="fse.tercero.amc"]', control: 'tp.amc', kind: 'check', on: 'click' },
  { find: '[id="fse.teletransmision.amc"]', control: 'teletransmission.amc', kind: 'check', on: 'click' },
  { find: '[id="fse.medTraitant.numero"]', control: 'mt.numero', kind: 'text', on: 'blur' },
  { find: '[id^="fse.acto.codigo."]', control: 'acte.code', kind: 'text', on: 'blur' },
  { find: '[id^="fse.acto.cantidad."]', control: 'acte.quantite', kind: 'text', on: 'blur' },
  { find: '[id^="fse.acto.importe."]', control: 'acte.montant', kind: 'text', on: 'blur' },
  { find: '[id^="fse.acto.exceso."]', control: 'acte.depassement', kind: 'text', on: 'blur' },
  { find: '[id^="fse.acto.fecha."]', control: 'acte.date', kind: 'text', on: 'blur' },
];
const prescriberBindings: Binding[] = [
  { find: '[id="prescriptor.numero"]', control: 'prescripteur.numero', kind: 'text', on: 'blur' },
  { find: '[id="prescriptor.nombre"]', control: 'prescripteur.nom', kind: 'text', on: 'blur' },
  { find: '[id="prescriptor.rpps"]', control: 'prescripteur.rpps', kind: 'text', on: 'blur' },
  { find: '[id="prescriptor.fecha"]', control: 'prescripteur.date', kind: 'text', on: 'blur' },
];

const binder = new Binder(sheet, bindings, '.x-grid3-row');
let prescriberBinder: Binder | null = null;

/** The frame in the frame says it is there; its fields answer to the sheet of this one. */
interface WithPrescriber extends Window {
  prescriptorListo?: (view: Window) => void;
}
(window as WithPrescriber).prescriptorListo = (view) => {
  prescriberBinder = new Binder(sheet, prescriberBindings);
  prescriberBinder.attach(view.document);
  prescriberBinder.show();
};

function show(): void {
  binder.show();
  prescriberBinder?.show();
  for (const combo of combos) showCombo(combo);
  const total = document.getElementById('fse.total');
  if (total) total.textContent = `${showCents(sheet.totalCents)} €`;
  const messages = document.getElementById('fse.mensajes');
  if (messages) messages.textContent = sheet.truth.errors.join(' · ');
  const zone = document.getElementById('zonaPrescriptor');
  if (zone && sheet.isTeleexpertise && !zone.firstChild) {
    const frame = document.createElement('iframe');
    frame.id = 'iframePrescriptor';
    frame.src = '/jenomi/formularioPrescriptor.htm';
    zone.append(frame);
  }
  if (!sheet.isTeleexpertise && zone?.firstChild) {
    zone.replaceChildren();
    prescriberBinder = null;
  }
  sheet.truth.renders += 1;
}

document.getElementById('fse.btnFirmar')?.addEventListener('click', (event) => {
  const { number, date } = sheet.truth.prescriber;
  if (sheet.truth.acts.length === 0) sheet.fail('Aucun acte saisi');
  else if (sheet.isTeleexpertise && (number === null || date === null))
    sheet.fail('Prescripteur obligatoire');
  else sheet.secure(byOf(event) === 'user');
});

binder.attach(document);
startCombos(combos);
if (data.state === 'rqd') sheet.addAct('RQD', 'page');
sheet.onChange = show;
show();
sheet.truth.ready = true;
