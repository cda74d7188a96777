/**
 * A regional portal in the manner of the nineties' best: tabs of applets, generated ids, tables, attachments. The name of
 * the service and its words come from others.md 5 (MonSisra, Ortif); every node is inferred.
 */
import { appScript, appStyle, dataIsland, escapeHtml } from '../truth/answers.ts';
import { correspondents } from '../truth/correspondents.ts';
import type { RequestData } from '../truth/request-form.ts';
import { addDays, toFrench, today } from '../weda/days.ts';
import { spacedNir, type Patient } from '../weda/people.ts';

const { expert, requester } = correspondents;

function page(title: string, content: string, head = ''): string {
  return `<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">${appStyle('portail/portail.css')}${head}</head>
<body class="ui-widget" data-inferred><div id="entete"><span class="logo">◆ Mon Portail Santé</span><span class="mention">Réplique de test : portail et personnes fictifs</span>
<span class="utilisateur">Dr ${requester.firstName} ${requester.lastName} — CPS connectée</span></div>
<div class="ui-tabmenu"><ul><li>Accueil</li><li>Messagerie</li><li>Annuaire</li><li>Dossiers partagés</li><li class="ui-state-active">Téléexpertise</li><li>Agenda régional</li></ul></div>
<div id="corps"><div id="menu-gauche"><h3>Appliquette Téléexpertise</h3><ul><li><a href="/teleexpertise/demande"><b class="plus">+</b> Solliciter un avis</a></li><li><a href="#1">Conversations (3)</a></li><li><a href="/teleexpertise/teledossier/881">Télédossiers</a></li><li><a href="/teleexpertise/expert">Devenir expert</a></li></ul></div>
<div id="contenu">${content}</div></div></body></html>`;
}

const F = 'formDemande';
const row = (id: string, label: string, control: string, isRequired = false): string =>
  `<tr><td class="libelle"><label id="${F}:${id}_lbl" for="${F}:${id}">${label}${isRequired ? '<span class="ui-rfi">*</span>' : ''}</label></td><td>${control}</td></tr>`;
const text = (id: string, size = 28): string =>
  `<input id="${F}:${id}" name="${F}:${id}" type="text" size="${size}" class="ui-inputfield ui-inputtext">`;
const area = (id: string, rows = 3): string =>
  `<textarea id="${F}:${id}" name="${F}:${id}" cols="70" rows="${rows}" class="ui-inputfield ui-inputtextarea"></textarea>`;

const controls: Array<[id: string, field: string]> = [
  ['j_idt81', 'patient.nomNaissance'],
  ['j_idt83', 'patient.nom'],
  ['j_idt85', 'patient.prenom'],
  ['j_idt87_input', 'patient.naissance'],
  ['j_idt89_input', 'patient.sexe'],
  ['j_idt91', 'patient.ins'],
  ['j_idt93', 'patient.lieuNaissance'],
  ['j_idt101', 'demande.motif'],
  ['j_idt103', 'demande.renseignements'],
  ['j_idt105', 'demande.traitement'],
  ['j_idt107_input', 'demande.urgence'],
  ['j_idt115_input', 'demande.consentement'],
];

const documents = [
  ['Photographies (3 au plus)', 'obligatoire', 'photo-dos.jpg (412 Ko)'],
  ['Courrier médical', 'obligatoire', ''],
  ['Dernier compte rendu anatomopathologique', 'facultatif', ''],
];

/** Request for a generic opinion, with the list of documents the expert wants. */
export function requestPage(): string {
  const data: RequestData = {
    controls: Object.fromEntries(controls.map(([id, field]) => [`${F}:${id}`, field])),
    required: ['patient.nomNaissance', 'patient.prenom', 'patient.naissance', 'demande.motif'],
  };
  const files = documents.map(
    ([name, need, file], index) =>
      `<tr><td>${name}</td><td>${need}</td><td>${file || '<i>aucun fichier</i>'}</td><td><input type="file" id="${F}:docs:${index}:fichier" name="${F}:docs:${index}:fichier"></td></tr>`,
  );
  const content = `<h2>Avis générique — nouvelle demande</h2>
<div id="messages" class="ui-messages" hidden></div>
<form id="${F}" name="${F}" method="post" action="/teleexpertise/demande" enctype="application/x-www-form-urlencoded">
<div class="ui-panel"><div class="ui-panel-titlebar">Expert sollicité</div><div class="ui-panel-content">Dr ${expert.firstName} ${expert.lastName}, ${expert.speciality} — <i>Descriptif de l’activité : lésions pigmentées, dermatoses inflammatoires</i></div></div>
<div class="ui-panel"><div class="ui-panel-titlebar">Traits d’identité du patient</div><div class="ui-panel-content"><table class="ui-panelgrid">
${row('j_idt81', 'Nom de naissance', text('j_idt81'), true)}
${row('j_idt83', 'Nom utilisé', text('j_idt83'))}
${row('j_idt85', 'Prénom de naissance', text('j_idt85'), true)}
${row('j_idt87_input', 'Date de naissance', `<span id="${F}:j_idt87" class="ui-calendar">${text('j_idt87_input', 10)}<button type="button" class="ui-datepicker-trigger">▦</button></span>`, true)}
${row('j_idt89_input', 'Sexe', `<select id="${F}:j_idt89_input" name="${F}:j_idt89_input"><option value=""></option><option value="F">Féminin</option><option value="M">Masculin</option><option value="I">Indéterminé</option></select>`)}
${row('j_idt91', 'Matricule INS', text('j_idt91', 18))}
${row('j_idt93', 'Lieu de naissance (code INSEE)', text('j_idt93', 6))}
</table></div></div>
<div class="ui-panel"><div class="ui-panel-titlebar">Demande</div><div class="ui-panel-content"><table class="ui-panelgrid">
${row('j_idt101', 'Objet de la demande', area('j_idt101', 2), true)}
${row('j_idt103', 'Renseignements cliniques', area('j_idt103', 4))}
${row('j_idt105', 'Traitements', area('j_idt105', 2))}
${row('j_idt107_input', 'Degré d’urgence', `<select id="${F}:j_idt107_input" name="${F}:j_idt107_input"><option>Sous une semaine</option><option>Sous 48 heures</option><option>Sans urgence</option></select>`)}
</table>
<div><input type="checkbox" id="${F}:j_idt115_input" name="${F}:j_idt115_input"> <label for="${F}:j_idt115_input">Le patient a donné son consentement à la téléexpertise</label></div></div></div>
<div class="ui-panel"><div class="ui-panel-titlebar">Documents prérequis</div><div class="ui-panel-content"><table class="ui-datatable"><thead><tr><th>Document</th><th>Demandé</th><th>Fichier</th><th>Ajouter</th></tr></thead><tbody>${files.join('')}</tbody></table></div></div>
<div class="ui-toolbar"><button type="button" class="ui-button">Enregistrer le brouillon</button> <button type="submit" class="ui-button ui-priority-primary" id="${F}:envoyer">Démarrer la conversation</button></div></form>`;
  return page('Téléexpertise', content, dataIsland(data) + appScript('portail/browser/form.ts'));
}

const cell = (label: string, value: string): string =>
  `<tr><td class="libelle">${label}</td><td>${escapeHtml(value)}</td></tr>`;

/** A télédossier: the answered request, with the module *Gestion de la facturation*. */
export function filePage(patient: Patient): string {
  const content = `<h2>Télédossier n° 881 — avis rendu</h2>
<div class="ui-panel"><div class="ui-panel-titlebar">Patient</div><div class="ui-panel-content"><table class="ui-panelgrid">
${cell('Nom de naissance', patient.birthName ?? '')}${cell('Nom utilisé', patient.lastName)}${cell('Prénom de naissance', patient.firstName)}${cell('Date de naissance', toFrench(patient.birthDate))}${cell('Matricule INS', spacedNir(patient))}</table></div></div>
<div class="ui-panel"><div class="ui-panel-titlebar">Échanges</div><div class="ui-panel-content"><p><b>${toFrench(addDays(today(), -2))} — Dr ${requester.lastName} :</b> lésion pigmentée évolutive du dos, conduite à tenir ?</p><p><b>${toFrench(today())} — Dr ${expert.lastName} :</b> nævus atypique, exérèse sous trois semaines.</p></div></div>
<div class="ui-panel"><div class="ui-panel-titlebar">Gestion de la facturation</div><div class="ui-panel-content"><table class="ui-datatable"><thead><tr><th>Rôle</th><th>Praticien</th><th>N° RPPS</th><th>N° AM</th><th>Acte</th><th>Montant</th></tr></thead><tbody>
<tr><td>Requérant</td><td>Dr ${requester.firstName} ${requester.lastName}</td><td>${requester.rpps}</td><td>${requester.numeroAm}</td><td>RQD</td><td>10,00</td></tr>
<tr><td>Requis</td><td>Dr ${expert.firstName} ${expert.lastName}</td><td>${expert.rpps}</td><td>${expert.numeroAm}</td><td>TE2</td><td>23,00</td></tr></tbody></table>
<button type="button" class="ui-button">Exporter en PDF</button></div></div>`;
  return page('Télédossier', content);
}

/** The expert's own settings: words of the published form, nothing of a patient. */
export function expertPage(): string {
  return page(
    'Expert',
    `<h2>Mon activité d’expert</h2><form id="formExpert"><table class="ui-panelgrid">
<tr><td class="libelle"><label for="formExpert:desc">Descriptif de l’activité</label></td><td><textarea id="formExpert:desc" cols="70" rows="4"></textarea></td></tr>
<tr><td class="libelle"><label for="formExpert:docs">Documents prérequis</label></td><td><textarea id="formExpert:docs" cols="70" rows="3"></textarea></td></tr>
<tr><td></td><td><input type="checkbox" id="formExpert:annuaire"> <label for="formExpert:annuaire">Je souhaite apparaître dans l’annuaire régional des experts</label></td></tr></table>
<button type="button" class="ui-button">Enregistrer</button></form>`,
  );
}
