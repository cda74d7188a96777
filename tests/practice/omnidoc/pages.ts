/** The pages of one téléexpertise: the form, the request as the expert sees it, the answer, the billing help. */
import { appScript, dataIsland, escapeHtml } from '../truth/answers.ts';
import { correspondents, type Correspondent } from '../truth/correspondents.ts';
import type { RequestData } from '../truth/request-form.ts';
import { priceOf, showCents } from '../truth/sheet.ts';
import { addDays, ageText, toFrench, today } from '../weda/days.ts';
import { spacedNir, type Patient } from '../weda/people.ts';
import { platformPage } from './shell.ts';

export const REQUEST = '4312';
const { expert, requester } = correspondents;
const fullName = (one: Correspondent): string => `Dr ${one.firstName} ${one.lastName}`;
/** `991 000 118`: the platform shows numbers in groups of three. */
const spaced = (number: string): string => number.replace(/(\d{3})(?=\d)/g, '$1 ');

const question = 'Lésion pigmentée du dos évolutive : exérèse nécessaire ? Dans quel délai ?';

interface FormField {
  name: string;
  label: string;
  field: string;
  kind: 'text' | 'area' | 'select' | 'radio' | 'check';
  isRequired?: boolean;
  options?: Array<[string, string]>;
  hint?: string;
}

const patientFields: FormField[] = [
  {
    name: 'birth_name',
    label: 'Nom de naissance',
    field: 'patient.nomNaissance',
    kind: 'text',
    isRequired: true,
  },
  { name: 'used_name', label: 'Nom utilisé', field: 'patient.nom', kind: 'text' },
  {
    name: 'first_name',
    label: 'Premier prénom de naissance',
    field: 'patient.prenom',
    kind: 'text',
    isRequired: true,
  },
  {
    name: 'birth_date',
    label: 'Date de naissance',
    field: 'patient.naissance',
    kind: 'text',
    isRequired: true,
    hint: 'jj/mm/aaaa',
  },
  {
    name: 'sex',
    label: 'Sexe',
    field: 'patient.sexe',
    kind: 'radio',
    isRequired: true,
    options: [
      ['F', 'Féminin'],
      ['M', 'Masculin'],
    ],
  },
  {
    name: 'nir',
    label: 'Numéro de sécurité sociale',
    field: 'patient.nir',
    kind: 'text',
    hint: '15 chiffres, clé comprise',
  },
  {
    name: 'scheme',
    label: 'Régime',
    field: 'patient.regime',
    kind: 'select',
    options: [
      ['', 'Sélectionner'],
      ['01', 'Régime général'],
      ['02', 'MSA'],
      ['99', 'Autre'],
    ],
  },
  { name: 'phone', label: 'Téléphone', field: 'patient.telephone', kind: 'text' },
];

const requestFields: FormField[] = [
  {
    name: 'question',
    label: 'Motif de la demande',
    field: 'demande.motif',
    kind: 'area',
    isRequired: true,
    hint: 'Une seule question, précise',
  },
  { name: 'context', label: 'Contexte et histoire de la maladie', field: 'demande.contexte', kind: 'area' },
  { name: 'history', label: 'Antécédents', field: 'demande.antecedents', kind: 'area' },
  { name: 'treatment', label: 'Traitements en cours', field: 'demande.traitement', kind: 'area' },
];

const consent: FormField = {
  name: 'consent',
  label: 'Le patient a été informé de la téléexpertise et a donné son accord',
  field: 'demande.consentement',
  kind: 'check',
  isRequired: true,
};

function control(one: FormField, group: string): string {
  const id = `request_${group}_${one.name}`;
  const name = `request[${group}][${one.name}]`;
  const mark = one.isRequired ? ' <abbr title="obligatoire">*</abbr>' : '';
  const hint = one.hint ? `<small class="hint">${one.hint}</small>` : '';
  if (one.kind === 'radio') {
    const choices = (one.options ?? []).map(
      ([value, text]) =>
        `<span class="radio"><label for="${id}_${value.toLowerCase()}"><input type="radio" value="${value}" name="${name}" id="${id}_${value.toLowerCase()}">${text}</label></span>`,
    );
    return `<fieldset class="input radio_buttons"><legend>${one.label}${mark}</legend>${choices.join('')}</fieldset>`;
  }
  if (one.kind === 'check') {
    return `<div class="input boolean"><label for="${id}"><input type="checkbox" value="1" name="${name}" id="${id}"> ${one.label}${mark}</label></div>`;
  }
  const options = (one.options ?? [])
    .map(([value, text]) => `<option value="${value}">${text}</option>`)
    .join('');
  const element = {
    text: `<input class="string" type="text" name="${name}" id="${id}" autocomplete="off">`,
    area: `<textarea class="text" rows="3" name="${name}" id="${id}"></textarea>`,
    select: `<select class="select" name="${name}" id="${id}">${options}</select>`,
  }[one.kind];
  return `<div class="input ${one.kind}"><label for="${id}">${one.label}${mark}</label>${element}${hint}</div>`;
}

/** `patient` only when the platform was opened with one (the hand-off of a practice software). */
export function formPage(speciality: string): string {
  const groups: Array<[string, FormField[]]> = [
    ['patient', patientFields],
    ['details', [...requestFields, consent]],
  ];
  const named = groups.flatMap(([group, list]) =>
    list.map((one) => ({ name: `request[${group}][${one.name}]`, one })),
  );
  const data: RequestData = {
    controls: Object.fromEntries(named.map(({ name, one }) => [name, one.field])),
    required: named.filter(({ one }) => one.isRequired).map(({ one }) => one.field),
  };
  const content = `<h1>Nouvelle demande de téléexpertise</h1>
<div id="flash" class="flash" hidden></div>
<form class="simple_form new_request" id="new_request" method="post" action="/requests">
<section class="card"><h2>Expert sollicité</h2><p><strong>${fullName(expert)}</strong> — ${expert.speciality}, ${expert.city} <span class="tag">${speciality}</span></p></section>
<section class="card"><h2>Patient</h2><div class="two">${patientFields.map((one) => control(one, 'patient')).join('\n')}</div></section>
<section class="card"><h2>Demande</h2>${requestFields.map((one) => control(one, 'details')).join('\n')}
<div class="input file"><label for="request_attachments">Pièces jointes</label><input type="file" multiple name="request[attachments][]" id="request_attachments"><small class="hint">Photos, comptes rendus, résultats</small></div>
${control(consent, 'details')}</section>
<section class="card muted"><h2>Requérant</h2><p>${fullName(requester)} · RPPS ${requester.rpps} · N° AM ${spaced(requester.numeroAm)}</p></section>
<p class="actions"><a class="btn" href="/requests">Annuler</a> <button type="submit" class="btn btn-primary" id="send_request">Envoyer la demande</button></p></form>`;
  return platformPage(
    'Nouvelle demande',
    fullName(requester),
    content,
    dataIsland(data) + appScript('omnidoc/browser/form.ts'),
  );
}

const detail = (label: string, value: string): string =>
  `<div><dt>${label}</dt><dd>${escapeHtml(value) || '—'}</dd></div>`;

function patientCard(patient: Patient): string {
  return `<section class="card patient-card"><h2>Patient</h2><dl class="details">
${detail('Nom de naissance', patient.birthName ?? '')}
${detail('Nom utilisé', patient.lastName)}
${detail('Prénom', patient.firstName)}
${detail('Date de naissance', `${toFrench(patient.birthDate)} (${ageText(patient.birthDate, today())})`)}
${detail('Sexe', patient.sex === 'F' ? 'Féminin' : 'Masculin')}
${detail('NIR', spacedNir(patient))}
${detail('Régime', 'Régime général, caisse 01 691')}</dl></section>`;
}

/** The expert's side: the request as it came. */
export function receivedPage(patient: Patient): string {
  const day = toFrench(addDays(today(), -1));
  const content = `<h1>Demande reçue n° ${REQUEST}</h1><p class="status">Reçue le ${day} · <b>à traiter</b></p>
<div class="columns"><div>${patientCard(patient)}
<section class="card"><h2>Médecin requérant</h2><dl class="details">
${detail('Nom', fullName(requester))}
${detail('Spécialité', requester.speciality)}
${detail('RPPS', requester.rpps)}
${detail('Numéro AM', spaced(requester.numeroAm))}
${detail('Ville', requester.city)}</dl></section></div>
<div><section class="card"><h2>Demande</h2><dl class="details wide">
${detail('Motif de la demande', question)}
${detail('Contexte et histoire de la maladie', 'Apparition il y a six mois, extension lente, pas de saignement.')}
${detail('Antécédents', patient.background.join(' ; '))}
${detail('Traitements en cours', patient.treatment.join(' ; '))}
${detail('Consentement du patient', `Recueilli le ${day}, oral`)}</dl>
<ul class="files"><li>lesion-dos-1.jpg</li><li>lesion-dos-2.jpg</li></ul></section>
<section class="card"><h2>Votre réponse</h2><form method="post" action="/requests/${REQUEST}/answer">
<div class="input area"><label for="answer_body">Compte rendu</label><textarea id="answer_body" name="answer[body]" rows="5"></textarea></div>
<p class="actions"><button type="button" class="btn">Demander un complément</button> <button type="button" class="btn btn-primary">Envoyer la réponse</button></p></form></section></div></div>`;
  return platformPage(`Demande ${REQUEST}`, fullName(expert), content);
}

/** The requérant's side, once answered. */
export function answerPage(patient: Patient): string {
  const content = `<h1>Réponse à votre demande n° ${REQUEST}</h1><p class="status">Répondue le ${toFrench(today())}</p>
<div class="columns"><div>${patientCard(patient)}
<section class="card"><h2>Médecin requis</h2><dl class="details">
${detail('Nom', fullName(expert))}
${detail('Spécialité', expert.speciality)}
${detail('RPPS', expert.rpps)}
${detail('Numéro AM', spaced(expert.numeroAm))}</dl></section></div>
<div><section class="card"><h2>Votre demande</h2><dl class="details wide">${detail('Motif de la demande', question)}${detail('Date de la demande', toFrench(addDays(today(), -1)))}</dl></section>
<section class="card"><h2>Compte rendu</h2><p>Lésion évocatrice d’un nævus atypique. Exérèse à programmer sous trois semaines, examen anatomopathologique. Surveillance annuelle ensuite.</p>
<p class="actions"><a class="btn" href="/requests/${REQUEST}/report.pdf">Télécharger le compte rendu</a> <a class="btn btn-primary" href="/requests/${REQUEST}/billing?role=requerant">Facturer</a></p></section></div></div>`;
  return platformPage(`Réponse ${REQUEST}`, fullName(requester), content);
}

/** The billing help: what to type in one's own software, with the other side's AM number. */
export function billingPage(patient: Patient, role: 'requerant' | 'requis'): string {
  const isRequester = role === 'requerant';
  const other = isRequester ? expert : requester;
  const code = isRequester ? 'RQD' : 'TE2';
  const price = `${showCents(priceOf(code, today()) ?? 0)} €`;
  const content = `<h1>Facturer la téléexpertise n° ${REQUEST}</h1>
<p class="status">Ces éléments sont à saisir dans votre logiciel de facturation.</p>
<div class="columns"><div><section class="card"><h2>Votre acte</h2><dl class="details">
${detail("Code de l'acte", code)}
${detail('Montant', price)}
${detail("Date de l'acte", toFrench(today()))}
${detail('Tiers payant AMO', 'Oui')}
${detail('Mode', 'SESAM sans Vitale, à défaut dégradé')}</dl></section>
<section class="card"><h2>${isRequester ? 'Médecin requis (à saisir comme prescripteur)' : 'Médecin requérant (à saisir comme prescripteur)'}</h2><dl class="details">
${detail('Nom', fullName(other))}
${detail('Numéro AM', spaced(other.numeroAm))}
${detail('RPPS', other.rpps)}
${detail('Date de la demande', toFrench(addDays(today(), -1)))}</dl>
<p class="actions"><button type="button" class="btn">Copier le numéro AM</button></p></section></div>
<div>${patientCard(patient)}<section class="card muted"><h2>Tutoriels par logiciel</h2><ul><li>Weda</li><li>Doctolib Médecin</li><li>AxiSanté</li><li>HelloDoc</li></ul></section></div></div>`;
  return platformPage(`Facturation ${REQUEST}`, fullName(isRequester ? requester : expert), content);
}

export function listPage(): string {
  const rows = [
    [REQUEST, 'DESMAUX N.', 'Dermatologie', 'Répondue'],
    ['4298', 'LEBRUN M.', 'Cardiologie', 'En attente'],
    ['4251', 'PETIT L.', 'Pédiatrie', 'Clôturée'],
  ].map(
    ([id, name, speciality, state]) =>
      `<tr><td><a href="/requests/${id}/answer">${id}</a></td><td>${name}</td><td>${speciality}</td><td>${state}</td></tr>`,
  );
  return platformPage(
    'Mes demandes',
    fullName(requester),
    `<h1>Mes demandes</h1><p><a class="btn btn-primary" href="/requests/new?specialty=derm_venero">Nouvelle demande</a></p>
<table class="list"><thead><tr><th>N°</th><th>Patient</th><th>Spécialité</th><th>État</th></tr></thead><tbody>${rows.join('')}</tbody></table>`,
  );
}
