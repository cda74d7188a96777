/**
 * The invoicing view as the server draws it (others.md 2.3): fieldsets in the templates' order, form and field names
 * as they are there. It is replaced as a whole after each call.
 */
import { escapeHtml } from '../truth/answers.ts';
import type { Act, FseTruth } from '../truth/fse-truth.ts';
import { actNames, showCents } from '../truth/sheet.ts';
import { toFrench, today } from '../weda/days.ts';
import { doctors } from '../weda/people.ts';

export const INVOICE_ID = '5512';

const option = (value: string, label: string, chosen: string): string =>
  `<option value="${value}"${value === chosen ? ' selected' : ''}>${label}</option>`;

const options = (list: Array<[string, string]>, chosen: string): string =>
  list.map(([value, label]) => option(value, label, chosen)).join('');

/** A boolean field of the framework: two radios, `1` and `0`. */
const yesNo = (form: string, name: string, isOn: boolean): string =>
  [
    ['1', 'Oui'],
    ['0', 'Non'],
  ]
    .map(
      ([value, label]) =>
        `<input type="radio" name="${name}" id="${form}_${name}_${value}" value="${value}"${
          (value === '1') === isOn ? ' checked' : ''
        }><label for="${form}_${name}_${value}" class="me-radio">${label}</label>`,
    )
    .join(' ');

const securings: Array<[string, string]> = [
  ['0', 'Non sécurisé'],
  ['1', 'SESAM sans Vitale'],
  ['2', 'FSE en visite'],
  ['3', 'Sécurisé'],
  ['4', 'Désynchronisé'],
  ['5', 'Dégradé'],
];

const indicators: Array<[string, string]> = [
  ['', '— Choisir un indicateur'],
  ['T', 'Médecin traitant'],
  ['N', 'Nouveau médecin traitant'],
  ['R', 'Médecin traitant de substitution'],
  ['O', 'Patient orienté par le médecin traitant'],
  ['M', 'Patient orienté par un autre médecin'],
  ['J', 'Généraliste récemment installé'],
  ['B', 'Médecin installé en zone sous médicalisée'],
  ['D', 'Accès direct spécifique'],
  ['H', 'Hors résidence habituelle'],
  ['S1', 'Hors accès direct spécifique'],
  ['S2', 'Non-respect du parcours / autre médecin'],
  ['U', 'Urgence'],
];

const amcChoices: Array<[string, string]> = [
  ['0', 'Pas de tiers payant AMC'],
  ['1', 'Tiers payant AMC'],
  ['2', 'Hors tiers payant AMC'],
];

const fieldset = (legend: string, content: string, id = ''): string =>
  `<fieldset class="me-small"${id ? ` id="${id}"` : ''}><legend>${legend}</legend>${content}</fieldset>`;

/** The engine asks for a prescription when the act wants one; until then the row does not exist. */
function prescriptionRow(truth: FseTruth): string {
  const isAsked = truth.acts.some((act) => act.code === 'RQD' || act.code === 'TE2');
  if (!isAsked) return '';
  const { number, name, date } = truth.prescriber;
  const shown = number ? `Dr ${escapeHtml(name ?? '')} (${number}) le ${date ? toFrench(date) : ''}` : '';
  return `<tr><th>Prescription</th><td>${shown}
    <button type="button" class="edit" data-act="prescription" title="Saisir la prescription">Saisir la prescription</button></td></tr>`;
}

function actRow(act: Act, row: number): string {
  const cells = [
    `<strong>${act.code}</strong> ${act.quantity > 1 ? `× ${act.quantity}` : ''}`,
    '',
    toFrench(act.date),
    showCents(act.amountCents),
    showCents(act.excessCents),
    '100 %',
    showCents(act.amountCents),
    '0,00',
    showCents(act.amountCents + act.excessCents),
    `<button type="button" class="trash notext" data-act="remove" data-row="${row}" title="Supprimer l'acte"></button>`,
  ];
  return `<tr title="${escapeHtml(actNames[act.code] ?? '')}">${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

const actHeaders = [
  'Code',
  'Suppléments',
  'Date',
  'Base',
  'Dépassement',
  'taux',
  'AMO',
  'AMC',
  'Montant total',
  '',
];

function actEditor(): string {
  const form = 'editActNGAP';
  const label = (name: string, text: string, title: string): string =>
    `<label for="${form}_${name}" title="${title}">${text}</label>`;
  const input = (name: string, value: string, size: number): string =>
    `<input type="text" name="${name}" id="${form}_${name}" value="${value}" size="${size}" autocomplete="off">`;
  return `<form name="${form}" method="post" action="?" class="me-form">
<table class="form"><tr>
  <th>${label('quantite', 'Quantité', "Quantité de l'acte")}</th><td>${input('quantite', '1', 2)}</td>
  <th>${label('code', 'Code', "Code NGAP de l'acte")}</th>
  <td><span class="autocomplete-holder">${input('code', '', 6)}<div class="autocomplete" id="${form}_code_auto_complete" style="display:none"></div></span></td>
  <th>${label('coefficient', 'Coef', "Coefficient de l'acte")}</th><td>${input('coefficient', '1', 3)}</td>
  <th>${label('montant_base', 'Montant de base', "Montant de base de l'acte")}</th><td>${input('montant_base', '', 6)} €</td>
  <th>${label('montant_depassement', 'DH', "Dépassement d'honoraires")}</th><td>${input('montant_depassement', '', 6)} €</td>
</tr><tr>
  <th>${label('execution', 'Exécution', "Date d'exécution de l'acte")}</th><td>${input('execution', toFrench(today()), 10)}</td>
  <th>${label('executant_id', 'Exécutant', "Exécutant de l'acte")}</th><td><select name="executant_id" id="${form}_executant_id"><option value="12">Dr ${doctors.user.name}</option></select></td>
  <th>${label('prescripteur_id', 'Prescripteur', "Prescripteur de l'acte")}</th><td><select name="prescripteur_id" id="${form}_prescripteur_id"><option value="">—</option><option value="12">Dr ${doctors.user.name}</option><option value="14">Dr ${doctors.other.name}</option></select></td>
  <th>${label('lieu', 'Lieu', "Lieu d'exécution")}</th><td><select name="lieu" id="${form}_lieu"><option value="C">Cabinet</option><option value="D">Domicile</option></select></td>
  <th>${label('qualif_depense', 'Qualif. dépense', 'Qualificatif de la dépense')}</th><td><select name="qualif_depense" id="${form}_qualif_depense"><option value="">—</option><option value="D">Dépassement</option><option value="E">Exigence du patient</option><option value="G">Gratuit</option></select></td>
</tr><tr>
  <th>${label('exoneration', 'Exo.', 'Exonération')}</th><td><select name="exoneration" id="${form}_exoneration"><option value="N">Aucune</option><option value="7">Soins conformes au protocole ALD</option></select></td>
  <th>${label('ald', 'ALD', "Concerne l'ALD")}</th><td><input type="checkbox" name="ald" id="${form}_ald" value="1"></td>
  <td colspan="6" class="button"><button type="button" class="add" data-act="add">Ajouter</button></td>
</tr></table></form>`;
}

function acts(truth: FseTruth): string {
  const rows = truth.acts.map(actRow).join('');
  return `<table class="tbl"><tr>${actHeaders.map((header) => `<th>${header}</th>`).join('')}</tr>
${rows || '<tr><td colspan="10" class="empty">Aucun acte</td></tr>'}</table>
<div class="small-title">Ajouter un code NGAP</div>${actEditor()}`;
}

function reimbursement(truth: FseTruth): string {
  const amc = String(truth.other['third_party_amc'] ?? '0');
  return `<form name="thirdPartyPayment" method="post" action="?">
<table class="form"><tr><th><label title="Tiers payant sur la part obligatoire">Tiers payant AMO</label></th>
  <td>${yesNo('thirdPartyPayment', 'third_party_amo', truth.tpAmo)}</td></tr>
<tr><th><label for="thirdPartyPayment_third_party_amc" title="Tiers payant sur la part complémentaire">Tiers payant AMC</label></th>
  <td><select name="third_party_amc" id="thirdPartyPayment_third_party_amc">${options(amcChoices, amc)}</select></td></tr></table></form>`;
}

function information(truth: FseTruth): string {
  const securing = String(truth.other['securing'] ?? '3');
  return `<form name="invoiceInformations" method="post" action="?"><table class="form">
<tr><th><label for="invoiceInformations_securing" title="Mode de sécurisation de la facture">Mode de sécurisation</label></th>
  <td><select name="securing" id="invoiceInformations_securing" disabled>${options(securings, securing)}</select>
  <button type="button" class="lock notext" data-act="unlock" title="Modifier le mode de sécurisation"></button></td></tr>
<tr><th>N° de facture</th><td>000${INVOICE_ID}</td></tr>
<tr><th>Date</th><td>${toFrench(today())}</td></tr>
${prescriptionRow(truth)}</table></form>`;
}

function messages(truth: FseTruth): string {
  const lines = truth.errors.map(
    (message) => `<tr><td colspan="2"><div class="error">${escapeHtml(message)}</div></td></tr>`,
  );
  return `<tbody id="invoice_messages">${lines.join('')}</tbody>`;
}

export function invoiceView(truth: FseTruth, consultationId: string): string {
  const carePath = `<form name="care_path_edit" method="post" action="?"><table class="form">
<tr><th><label for="care_path_edit_indicator" title="Indicateur du parcours de soins">Parcours de soins</label></th>
<td><select name="indicator" id="care_path_edit_indicator">${options(indicators, truth.orientation ?? '')}</select></td></tr>
<tr><th><label for="care_path_edit_invoicing_number" title="Numéro de facturation du médecin">N° facturation</label></th>
<td><input type="text" name="invoicing_number" id="care_path_edit_invoicing_number" size="9" maxlength="9" value=""></td></tr></table></form>`;
  const accident = `<form name="commonLawAccident" method="post" action="?"><label>Accident du droit commun</label> ${yesNo(
    'commonLawAccident',
    'common_law_accident',
    truth.other['common_law_accident'] === '1',
  )}</form>`;
  const insurance = `<form name="insuranceEdit" method="post" action="?"><label for="insuranceEdit_type" title="Nature de l'assurance">Assurance</label>
<select name="type" id="insuranceEdit_type"><option value="0">Maladie</option><option value="1">AT/MP</option><option value="2">Maternité</option><option value="3">SMG</option></select></form>`;
  return `<table class="main me-align-auto" id="CJfseInvoice-${INVOICE_ID}-view" data-consultation_id="${consultationId}" data-invoice_id="${INVOICE_ID}">
${messages(truth)}
<tbody><tr><td class="halfPane">
${fieldset('CPS', `<span class="ok">●</span> Dr ${doctors.user.name}, médecin généraliste, situation 1`)}
${fieldset('Carte vitale', '<span class="warn">●</span> Carte Vitale absente <button type="button" class="carte_vitale">Lire la carte Vitale</button>')}
${fieldset('Remboursement', reimbursement(truth))}
${fieldset('Accident du droit commun', accident)}
</td><td class="halfPane">
${fieldset('Assurance', insurance)}
${fieldset('Parcours de soins', carePath)}
${fieldset('Informations', information(truth))}
</td></tr>
<tr><td colspan="2">${fieldset('Actes', acts(truth), 'invoice_acts')}</td></tr>
<tr><td colspan="2" class="button">
<button type="button" class="tick" data-act="validate">Valider la facture</button>
<button type="button" class="print">Imprimer</button>
<button type="button" class="cancel" data-act="cancel">Annuler</button></td></tr></tbody></table>`;
}
