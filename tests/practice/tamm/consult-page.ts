/** The consultation page around the invoice: header of modules, patient banner, the examination, the start buttons. */
import { appScript, appStyle, dataIsland, escapeHtml } from '../truth/answers.ts';
import { ageText, toFrench, today } from '../weda/days.ts';
import { doctors, spacedNir, type Patient } from '../weda/people.ts';
import type { TammData } from './options.ts';

const modules = [
  'Tableau de bord',
  'Consultation',
  'Dossiers patients',
  'Planning',
  'Messagerie',
  'Facturation',
];

const startButtons = [
  ['start-vitale', 'Nouvelle FSE avec la carte Vitale'],
  ['start-apcv', "Nouvelle FSE avec l'ApCV"],
  ['start-vitale', 'Lire la carte Vitale et créer une FSE'],
  ['start-sv', 'FSE en mode SESAM sans Vitale'],
  ['start-dg', 'FSE en mode dégradé'],
  ['start-none', 'Facturer sans faire de FSE'],
];

function banner(patient: Patient): string {
  const birthName = patient.birthName
    ? ` (${patient.sex === 'F' ? 'née' : 'né'} ${escapeHtml(patient.birthName)})`
    : '';
  return `<table class="patient_banner"><tr>
<td><a href="?m=patients&tab=vw_full_patients&patient_id=${patient.id}"><strong>${escapeHtml(patient.lastName)} ${escapeHtml(patient.firstName)}</strong></a>${birthName}
&mdash; ${ageText(patient.birthDate, today())} (${toFrench(patient.birthDate)})</td>
<td>Matricule : ${spacedNir(patient) || '—'}</td><td>Tél. ${patient.phone}</td></tr></table>`;
}

const examination: Array<[name: string, label: string, text: string]> = [
  ['motif', 'Motif', 'Lésion pigmentée du dos'],
  ['rques', 'Remarques', ''],
  ['histoire_maladie', 'Histoire de la maladie', 'Apparition il y a six mois, extension lente'],
  ['examen', 'Examen clinique', 'Macule brune de 8 mm, bords irréguliers'],
  ['traitement', 'Traitements', 'AMLODIPINE 5 mg'],
  ['conclusion', 'Au total', ''],
];

export function consultPage(patient: Patient, data: TammData): string {
  const areas = examination
    .map(
      ([name, label, content]) =>
        `<td><fieldset><legend><label for="editFrmExams_${name}">${label}</label></legend><textarea name="${name}" id="editFrmExams_${name}" rows="2">${content}</textarea></fieldset></td>`,
    )
    .reduce((rows, cell, index) => rows + (index % 3 === 0 ? '<tr>' : '') + cell, '');
  return `<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>Consultation — ${escapeHtml(patient.lastName)}</title><link rel="icon" href="data:,">
${appStyle('tamm/mediboard.css')}${dataIsland(data)}${appScript('tamm/browser/consult.ts')}</head>
<body>
<div id="main_header"><span class="logo">TAMM</span>
${modules.map((name) => `<a href="#1">${name}</a>`).join('')}
<span class="user">Dr ${doctors.user.name} — Cabinet des Tilleuls</span></div>
<div class="mention">Réplique de test : logiciel et personnes fictifs</div>
<div id="main">${banner(patient)}
<ul class="control_tabs"><li><a href="#1">Antécédents</a></li><li><a href="#1">Examens</a></li><li><a href="#1">Documents</a></li><li class="active"><a href="#1">Consultation et facturation</a></li></ul>
<form name="editFrmExams" method="post" action="?"><table class="form exams">${areas}</table></form>
<div id="jfse-container"><div class="jfse-start">
${startButtons.map(([act, label]) => `<button type="button" class="new" data-act="${act}">${label}</button>`).join('\n')}
</div></div></div>
<div id="systemMsg"></div></body></html>`;
}

/** The administrative file, `?m=patients`. */
export function patientPage(patient: Patient): string {
  const fields: Array<[string, string]> = [
    ['Nom de naissance', patient.birthName ?? ''],
    ['Nom utilisé', patient.lastName],
    ['Premier prénom de naissance', patient.firstName],
    ['Sexe', patient.sex === 'F' ? 'Féminin' : 'Masculin'],
    ['Date de naissance', toFrench(patient.birthDate)],
    ['Rang de naissance', '1'],
    ['Matricule', spacedNir(patient)],
    ['Qualité bénéficiaire', 'Assuré'],
    ['Code régime', '01'],
    ['Code caisse', '691'],
    ['Code gestion', '10'],
  ];
  const rows = fields
    .map(([name, value]) => `<tr><th>${name}</th><td>${escapeHtml(value)}</td></tr>`)
    .join('\n');
  return `<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>Dossier patient</title><link rel="icon" href="data:,">${appStyle('tamm/mediboard.css')}</head>
<body><div id="main_header"><span class="logo">TAMM</span>${modules.map((name) => `<a href="#1">${name}</a>`).join('')}
<span class="user">Dr ${doctors.user.name} — Cabinet des Tilleuls</span></div>
<div id="main">${banner(patient)}
<fieldset><legend>Identité</legend><table class="form identity">${rows}</table></fieldset>
<fieldset><legend>Consultations</legend><table class="tbl"><tr><th>Date</th><th>Praticien</th><th>Motif</th></tr>
<tr><td>14/10/2026</td><td>Dr ${doctors.user.name}</td><td>Renouvellement</td></tr></table></fieldset></div></body></html>`;
}
