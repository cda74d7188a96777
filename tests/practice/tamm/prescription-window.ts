/** *Saisie de la prescription*: the window's content as the server draws it (others.md 2.3). */
import type { FseTruth } from '../truth/fse-truth.ts';
import { escapeHtml } from '../truth/answers.ts';
import { toFrench } from '../weda/days.ts';

const FORM = 'edit-prescribing-physician';

const row = (name: string, text: string, title: string, control: string, isRequired = false): string =>
  `<tr><th><label for="${FORM}_${name}" title="${title}"${isRequired ? ' class="notNull"' : ''}>${text}</label></th><td>${control}</td></tr>`;

/** Read-only until a doctor is chosen or *Ajouter un médecin prescripteur* is used. */
function locked(name: string, value: string, size: number): string {
  return `<input type="text" name="${name}" id="${FORM}_${name}" value="${escapeHtml(value)}" size="${size}" maxlength="${size}" readonly>`;
}

export function prescriptionWindow(truth: FseTruth): string {
  const { number, name, rpps, date } = truth.prescriber;
  const [lastName = '', firstName = ''] = (name ?? '').split(' ');
  return `<form name="${FORM}" method="post" action="?">
<table class="form">
${row('date', 'Date de la prescription', 'Date de la prescription', `<input type="text" name="date" id="${FORM}_date" class="date notNull" size="10" value="${date ? toFrench(date) : ''}" placeholder="JJ/MM/AAAA">`, true)}
${row(
  'origin',
  'Origine',
  'Origine de la prescription',
  `<select name="origin" id="${FORM}_origin" class="notNull"><option value="">— Choisir</option>
<option value="T">Médecin traitant</option><option value="O">Médecin correspondant</option>
<option value="P">Autre situation du parcours de soins</option><option value="S">Hors parcours de soins</option></select>`,
  true,
)}
<tr><th class="title" colspan="2">Médecin prescripteur</th></tr>
${row(
  'physician_autocomplete',
  'Médecin prescripteur',
  'Rechercher un médecin prescripteur',
  `<span class="autocomplete-holder"><input type="text" name="physician_autocomplete" id="${FORM}_physician_autocomplete" class="autocomplete" size="25" autocomplete="off">
<div class="autocomplete" id="${FORM}_physician_auto_complete" style="display:none"></div></span>
<button type="button" class="add notext" data-act="new-physician" title="Ajouter un médecin prescripteur"></button>`,
)}
${row('last_name', 'Nom', 'Nom du prescripteur', locked('last_name', lastName, 25))}
${row('first_name', 'Prénom', 'Prénom du prescripteur', locked('first_name', firstName, 25))}
${row('speciality', 'Spécialité', 'Code de la spécialité', locked('speciality', '', 2))}
${row('invoicing_number', 'N° facturation', 'Numéro de facturation', locked('invoicing_number', number ?? '', 9), true)}
${row('type', 'Type', "Condition d'exercice", `<select name="type" id="${FORM}_type" disabled><option value="0">Libéral</option><option value="1">Employé</option><option value="2">Bénévole</option></select>`)}
${row('national_id', 'RPPS', 'Identifiant national (RPPS)', locked('national_id', rpps ?? '', 11))}
${row('structure_id', 'Structure', 'Identifiant de la structure', locked('structure_id', '', 14))}
<tr><td colspan="2" class="button"><button type="button" class="save" data-act="save-prescription">Enregistrer</button>
<button type="button" class="cancel" data-act="close-window">Annuler</button></td></tr>
</table></form>`;
}
