/** The screens known from a page-object suite (others.md 2.2): home, list, dossier médical, dossier administratif. */
import { appScript, appStyle, dataIsland, escapeHtml } from '../truth/answers.ts';
import { ageText, toFrench, today } from '../weda/days.ts';
import { doctors, patients, spacedNir, type Patient } from '../weda/people.ts';

export type View = 'listado' | 'tapiz' | 'personas' | 'fse';

export interface HomeData {
  patientId: string;
  view: View;
  /** Parameters of the test, handed to the frames. */
  rest: string;
}

export const head = (title: string): string =>
  `<head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">${appStyle('mlm/ext.css')}`;

const menu: Array<[id: string, text: string]> = [
  ['agendaMenu', 'Agenda'],
  ['patientsMenu', 'Patients'],
  ['fse', 'FSE'],
  ['fseManagementMenu', 'Gestion des FSE'],
  ['accountingMenu', 'Comptabilité'],
  ['messagesMenu', 'Messagerie'],
];

export function homePage(patient: Patient, data: HomeData): string {
  return `<!DOCTYPE html>
<html lang="fr">${head('Mon Logiciel Médical (réplique)')}${dataIsland(data)}${appScript('mlm/browser/home.ts')}</head>
<body class="ext-webkit ext-strict">
<div class="x-panel-tbar topbar"><img id="img_logo" alt="MLM logo" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='26' height='26'%3E%3Crect width='26' height='26' rx='6' fill='%2300838f'/%3E%3C/svg%3E">
<b>monlogicielmedical</b> <span class="version">23.07.2</span>
<span class="mention">Réplique de test : logiciel et personnes fictifs</span>
<span class="right"><span id="scanCardComponent" title="Lire la carte Vitale">▤ Vitale</span>
<button type="button" id="userOptionsBtn">Dr ${doctors.user.name} ▾</button></span></div>
<div class="x-toolbar menubar">${menu.map(([id, text]) => `<span class="x-btn" id="${id}"><em><button type="button" class="x-btn-text">${text}</button></em></span>`).join('')}
<span class="payments">Paiements en attente 0 €</span></div>
<div class="x-panel patientbar" id="patientBar"><span class="x-panel-header-text">${escapeHtml(patient.lastName)} ${escapeHtml(patient.firstName)}</span>
<span>${toFrench(patient.birthDate)} · ${ageText(patient.birthDate, today())}</span>
<a href="#1" title="Dossier Médical" data-view="tapiz">Dossier médical</a>
<a href="#1" title="Accès au dossier administratif" data-view="personas">Dossier administratif</a></div>
<div class="x-tab-panel-body" id="centro"></div>
<div class="postit-footer">Post-it : aucun</div>
</body></html>`;
}

export function listPage(): string {
  const rows = patients()
    .map(
      (patient) => `<tr class="x-grid3-row" data-paciente="${patient.id}">
<td class="listaDePacientes_col_apellido1">${escapeHtml(patient.lastName)}</td>
<td class="listaDePacientes_col_nombre">${escapeHtml(patient.firstName)}</td>
<td>${toFrench(patient.birthDate)}</td><td>${patient.city}</td><td>${patient.phone}</td></tr>`,
    )
    .join('\n');
  return `<!DOCTYPE html><html lang="fr">${head('Patients')}${appScript('mlm/browser/list.ts')}</head><body>
<div class="x-panel"><div class="x-panel-header">Liste des patients</div>
<div class="x-toolbar"><label for="apellido1">Nom</label> <input type="text" id="apellido1" class="x-form-text x-form-field">
<button type="button" id="btnSearchPat" class="x-btn-text">Rechercher</button>
<button type="button" id="actionButton_NEW_PATIENT" class="x-btn-text">Nouveau patient</button></div>
<table id="listaDePacientes" class="x-grid3"><thead><tr class="x-grid3-header"><th>Nom</th><th>Prénom</th><th>Naissance</th><th>Ville</th><th>Téléphone</th></tr></thead>
<tbody>${rows}</tbody></table></div></body></html>`;
}

export function medicalPage(patient: Patient): string {
  const list = (items: string[]): string =>
    `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
  return `<!DOCTYPE html><html lang="fr">${head('Dossier médical')}</head><body>
<div class="x-toolbar"><input type="text" id="searchPatientInput" class="x-form-text" placeholder="Rechercher un patient">
<a href="#1" title="Accès au dossier médical">Dossier</a></div>
<div class="columns"><div class="x-panel"><div class="x-panel-header"><span class="x-tool"></span>Antécédents</div><div class="x-panel-body x-tree">${list(patient.background)}</div></div>
<div class="x-panel"><div class="x-panel-header"><span class="x-tool"></span>Traitements en cours</div><div class="x-panel-body">${list(patient.treatment)}</div></div>
<div class="x-panel"><div class="x-panel-header"><span class="x-tool"></span>Consultations</div><div class="x-panel-body">
<p><b>14/10/2026</b> Motif : renouvellement. Examen : sans particularité. Conclusion : stable.</p></div></div></div></body></html>`;
}

const item = (label: string, field: string): string =>
  `<div class="x-form-item"><label class="x-form-item-label">${label}:</label><div class="x-form-element">${field}</div></div>`;

const text = (id: string, value: string, size = 22): string =>
  `<input type="text" id="${id}" name="${id}" class="x-form-text x-form-field" size="${size}" value="${escapeHtml(value)}">`;

export function administrativePage(patient: Patient): string {
  return `<!DOCTYPE html><html lang="fr">${head('Dossier administratif')}</head><body>
<ul id="stepperMenu" class="x-tab-strip"><li class="x-tab-strip-active">Identité</li><li>Adresses/Contact</li><li>Médecin traitant</li></ul>
<form class="x-form" id="formularioPersonas"><div class="columns"><div class="x-panel"><div class="x-panel-header">État civil</div><div class="x-panel-body">
${item('Nom', text('paciente.apellido1', patient.lastName))}
${item('Nom de naissance', text('paciente.apellido2', patient.birthName ?? ''))}
${item('Prénom', text('paciente.nombre', patient.firstName))}
${item('Sexe', `<select id="paciente.sexo" name="paciente.sexo" class="x-form-field"><option value="F"${patient.sex === 'F' ? ' selected' : ''}>Féminin</option><option value="M"${patient.sex === 'M' ? ' selected' : ''}>Masculin</option></select>`)}
${item('Date de naissance', text('nacimiento', toFrench(patient.birthDate), 10))}
${item('N° de sécurité sociale', `<span data-inferred>${text('paciente.nss', spacedNir(patient))}</span>`)}
${item('Ville', text('city-description', patient.city))}
</div></div><div class="x-panel"><div class="x-panel-header">Médecin traitant</div><div class="x-panel-body">
${item('Médecin', '<button type="button" id="formularioPersonas.paciente.button.medicinTraitant" class="x-btn-text">Choisir…</button>')}
${item('Déclaré le', text('medTraitant.fechaIni', '11/02/2019', 10))}
<div class="x-form-check-wrap"><input type="checkbox" id="checkAllCenter"> <label for="checkAllCenter">Partage avec le cabinet</label></div>
<div class="x-form-check-wrap"><input type="checkbox" id="checkOnlyUser"> <label for="checkOnlyUser">Praticien seul</label></div>
<button type="button" id="consentPopupAccept" class="x-btn-text">Enregistrer</button></div></div></div></form></body></html>`;
}
