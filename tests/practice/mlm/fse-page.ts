/**
 * The billing form of the MLM-like replica. Nobody has published the real one: the style (ExtJS markup, Spanish ids
 * with dots, frames in frames) is the software's, every field is inferred and says so (`data-inferred`).
 */
import { appScript, dataIsland, escapeHtml } from '../truth/answers.ts';
import { toFrench, today } from '../weda/days.ts';
import { doctors, spacedNir, type Patient } from '../weda/people.ts';
import { head } from './pages.ts';

export interface FseData {
  patientId: string;
  /** The sheet as the test wants it opened: RQD already coded or not. */
  state: 'vide' | 'rqd';
}

const item = (label: string, field: string): string =>
  `<div class="x-form-item" tabindex="-1"><label class="x-form-item-label">${label}:</label><div class="x-form-element">${field}</div><div class="x-form-clear-left"></div></div>`;

/** An ExtJS combo: a text field, its trigger, and a list drawn at the end of the body when it opens. */
const combo = (id: string, value: string, size: number): string =>
  `<div class="x-form-field-wrap x-form-field-trigger-wrap"><input type="hidden" name="${id}.valor" id="${id}.valor"><input type="text" size="${size}" autocomplete="off" id="${id}" name="${id}" class="x-form-text x-form-field" value="${value}"><img class="x-form-trigger x-form-arrow-trigger" alt="" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" data-combo="${id}"></div>`;

const check = (id: string, label: string): string =>
  `<div class="x-form-check-wrap"><input type="checkbox" autocomplete="off" id="${id}" name="${id}" class="x-form-checkbox x-form-field"><label for="${id}" class="x-form-cb-label">${label}</label></div>`;

const text = (id: string, size: number, value = ''): string =>
  `<input type="text" size="${size}" autocomplete="off" id="${id}" name="${id}" class="x-form-text x-form-field" value="${value}">`;

const columns: Array<[name: string, text: string, size: number]> = [
  ['codigo', 'Code acte', 8],
  ['cantidad', 'Qté', 3],
  ['importe', 'Montant', 7],
  ['exceso', 'Dépassement', 7],
  ['fecha', 'Date', 10],
];

/** Three rows are always there; the ids tell the row. */
function grid(): string {
  const headers = columns.map(
    ([, label]) => `<td class="x-grid3-hd"><div class="x-grid3-hd-inner">${label}</div></td>`,
  );
  const rows = [0, 1, 2].map((row) => {
    const cells = columns.map(
      ([name, , size]) => `<td class="x-grid3-cell">${text(`fse.acto.${name}.${row}`, size)}</td>`,
    );
    return `<div class="x-grid3-row"><table class="x-grid3-row-table"><tbody><tr>${cells.join('')}</tr></tbody></table></div>`;
  });
  return `<div class="x-grid3"><div class="x-grid3-header"><table><thead><tr class="x-grid3-hd-row">${headers.join('')}</tr></thead></table></div>
<div class="x-grid3-body">${rows.join('')}</div></div>`;
}

const panel = (title: string, body: string): string =>
  `<div class="x-panel"><div class="x-panel-header x-unselectable"><span class="x-panel-header-text">${title}</span></div><div class="x-panel-bwrap"><div class="x-panel-body">${body}</div></div></div>`;

export function fsePage(patient: Patient, data: FseData): string {
  return `<!DOCTYPE html><html lang="fr">${head('Feuille de soins')}${dataIsland(data)}${appScript('mlm/browser/fse.ts')}</head>
<body><div class="x-window-header">Feuille de soins électronique — ${escapeHtml(patient.lastName)} ${escapeHtml(patient.firstName)}</div>
<form class="x-form x-form-label-left" id="formularioFse" data-inferred>
<div class="columns"><div>
${panel(
  'Assuré et bénéficiaire',
  `${item('Bénéficiaire', `<span class="x-form-display-field" id="fse.beneficiario">${escapeHtml(patient.lastName)} ${escapeHtml(patient.firstName)}</span>`)}
${item('Date de naissance', `<span class="x-form-display-field" id="fse.nacimiento">${toFrench(patient.birthDate)}</span>`)}
${item('N° SS', `<span class="x-form-display-field" id="fse.nss">${spacedNir(patient)}</span>`)}
${item('Caisse', '<span class="x-form-display-field">01 691 0000</span>')}`,
)}
${panel(
  'Parcours de soins',
  `${item('Parcours', combo('fse.recorrido', '', 34))}
${item('Médecin traitant', text('fse.medTraitant.nombre', 22, `Dr ${doctors.user.name}`))}
${item('N° facturation', text('fse.medTraitant.numero', 10))}`,
)}
</div><div>
${panel(
  'Sécurisation et tiers payant',
  `${item('Mode de sécurisation', combo('fse.modoSeguridad', 'SESAM-Vitale', 22))}
${check('fse.tercero.amo', 'Tiers payant AMO')}
${check('fse.tercero.amc', 'Tiers payant AMC')}
${check('fse.teletransmision.amc', 'Télétransmission AMC')}`,
)}
${panel('Nature', `${item('Nature d’assurance', combo('fse.naturaleza', 'Maladie', 16))}${item('Date de la feuille', text('fse.fecha', 10, toFrench(today())))}`)}
</div></div>
${panel('Actes', grid())}
<div id="zonaPrescriptor"></div>
<div class="x-panel-footer"><span class="total">Total : <b id="fse.total">0,00 €</b></span>
<span class="x-btn" id="fse.btnCancelar"><button type="button" class="x-btn-text">Annuler</button></span>
<span class="x-btn" id="fse.btnFirmar"><button type="button" class="x-btn-text">Signer la FSE</button></span></div>
<div id="fse.mensajes" class="messages"></div></form></body></html>`;
}

/** The frame in the frame: the prescriber, asked for when the act wants one. */
export function prescriberPage(): string {
  return `<!DOCTYPE html><html lang="fr">${head('Prescripteur')}${appScript('mlm/browser/prescriptor.ts')}</head>
<body class="inner" data-inferred>${panel(
    'Prescripteur',
    `<div class="columns"><div>${item('N° identification', text('prescriptor.numero', 10))}
${item('Nom du prescripteur', text('prescriptor.nombre', 24))}</div><div>${item('Date prescription', text('prescriptor.fecha', 10))}
${item('RPPS', text('prescriptor.rpps', 12))}${item('Condition d’exercice', combo('prescriptor.condicion', 'Libéral', 12))}</div></div>`,
  )}</body></html>`;
}
