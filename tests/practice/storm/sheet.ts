/** What the storm pages hold, as plain HTML: nothing of the server comes along, so that a page of tests can hold it too. */
const field = (id: string, label: string, control = `<input id="${id}" autocomplete="off">`): string =>
  `<div class="f"><label for="${id}">${label}</label>${control}</div>`;

const modeOptions = '<option>SESAM Vitale</option><option>SESAM sans Vitale</option><option>Dégradé</option>';
const careOptions =
  '<option></option><option>Médecin traitant</option><option>Orienté par le MT</option><option>Urgence</option><option>Exclusion du parcours de soins</option><option>Hors parcours</option>';

/** A small sheet of twelve fields, all with `label for`. */
export function smallSheet(): string {
  return `<section id="feuille"><h2>Feuille de soins électronique</h2><p>Patient : <b>DESMAUX Nathalie</b>, date de naissance <b>15/06/1955</b></p>
${field('acte', 'Code acte')}${field('qte', 'Quantité')}${field('montant', 'Montant')}${field('depassement', 'Dépassement')}
${field('amo', 'TP AMO', '<input type="checkbox" id="amo">')}${field('amc', 'TP AMC', '<input type="checkbox" id="amc">')}
${field('mode', 'Mode de sécurisation', `<select id="mode">${modeOptions}</select>`)}${field('parcours', 'Parcours de soins', `<select id="parcours">${careOptions}</select>`)}
<h3>Prescripteur</h3>${field('pnum', 'N° AM')}${field('pnom', 'Nom du prescripteur')}${field('prpps', 'RPPS')}${field('pdate', 'Date de prescription')}
<p><button type="button">Sécuriser</button></p></section>`;
}

// The wall: a page of settings around a sheet of twelve fields, in the three markups of detection.md 5.

const nouns = [
  'Seuil',
  'Délai',
  'Durée',
  'Libellé',
  'Modèle',
  'Couleur',
  'Imprimante',
  'Dossier',
  'Numéro de poste',
  'Code postal',
  'Adresse',
  'Montant minimal',
  'Date de début',
  'Date de fin',
  'Nombre de lignes',
  'Format',
  'Préfixe',
  'Utilisateur',
  'Agenda',
  'Relance',
];
const places = [
  'du secrétariat',
  'de la salle d’attente',
  'du courrier',
  'des rappels SMS',
  'de l’archivage',
  'du bilan',
  'de la sauvegarde',
  'du fax',
  'des certificats',
  'du scanner',
];

function noise(index: number): string {
  const label = `${nouns[index % nouns.length] ?? ''} ${places[Math.floor(index / nouns.length) % places.length] ?? ''} ${1 + (index % 7)}`;
  const id = `p${index}`;
  if (index % 3 === 0) return `<div class="f"><label for="${id}">${label}</label><input id="${id}"></div>`;
  if (index % 3 === 1)
    return `<div class="f"><table><tr><td>${label}</td><td><input name="${id}"></td></tr></table></div>`;
  return `<div class="f"><span id="l${id}">${label}</span><input id="${id}" aria-labelledby="l${id}"></div>`;
}

const acts = `<fieldset><legend>Feuille de soins électronique</legend>
<div class="f"><label for="w_code">Code acte</label><input id="w_code"></div><div class="f"><label for="w_qte">Quantité</label><input id="w_qte"></div>
<div class="f"><label for="w_mt">Montant</label><input id="w_mt"></div><div class="f"><label for="w_dep">Dépassement</label><input id="w_dep"></div></fieldset>`;
const payment = `<fieldset><legend>Tiers payant</legend><table><tr><td>TP AMO</td><td><input type="checkbox" name="w_amo"></td></tr><tr><td>TP AMC</td><td><input type="checkbox" name="w_amc"></td></tr>
<tr><td>Mode de sécurisation</td><td><select name="w_mode"><option>SESAM Vitale</option><option>SESAM sans Vitale</option><option>Dégradé</option></select></td></tr>
<tr><td>Parcours de soins</td><td><select name="w_pds"><option></option><option>Médecin traitant</option><option>Orienté par le MT</option><option>Urgence</option><option>Exclusion du parcours de soins</option></select></td></tr></table></fieldset>`;
const prescriber = `<fieldset><legend>Prescripteur</legend>
<div class="f"><span id="lw1">Numéro AM</span><input id="w_num" aria-labelledby="lw1"></div><div class="f"><span id="lw2">Nom du prescripteur</span><input id="w_nom" aria-labelledby="lw2"></div>
<div class="f"><span id="lw3">N° RPPS</span><input id="w_rpps" aria-labelledby="lw3"></div><div class="f"><span id="lw4">Date de prescription</span><input id="w_date" aria-labelledby="lw4"></div></fieldset>`;

/** `count` fields of noise; the sheet's three parts stand in their midst. */
export function wall(count: number): string {
  const blocks = Array.from({ length: count }, (_, index) => noise(index));
  const third = Math.floor(count / 3);
  return [
    ...blocks.slice(0, third),
    acts,
    ...blocks.slice(third, 2 * third),
    payment,
    prescriber,
    ...blocks.slice(2 * third),
    '<p><button type="button">Sécuriser</button></p>',
  ].join('\n');
}

// The bomb: labels, options, attributes and paragraphs that nearly match what a label reader looks for, over and over.

const KB = 1000;

const nearly = [
  'n° n° n° numéro num. no. n º ',
  'date de date de la date d’la prescription de la date ',
  'a-'.repeat(40),
  ' '.repeat(60) + ':',
  '((((((((*******::::::::??????',
  'tiers payant tiers-payant tiers payant am am am a m o ',
  '1 23 45 67 890 123 45 6 78 90 ',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!',
  'é́́́́́́́́́́́́́́́́́́́́́́́́',
  '00/00/0000/00/00/0000/',
];

function fill(seed: number, length: number): string {
  let content = '';
  for (let turn = seed; content.length < length; turn += 1) content += nearly[turn % nearly.length] ?? '';
  return content.slice(0, length);
}

export function bomb(): string {
  const parts: string[] = [];
  for (let index = 0; index < 60; index += 1) {
    const id = `b${index}`;
    parts.push(
      `<p>${fill(index, 4 * KB)}</p>`,
      `<div class="f"><label for="${id}">${fill(index + 3, 2 * KB)}</label><input id="${id}" title="${fill(index + 5, KB)}" placeholder="${fill(index + 7, KB)}"></div>`,
      `<select><option>${fill(index + 1, KB)}</option><option>${fill(index + 2, KB)}</option></select>`,
    );
  }
  return parts.join('\n');
}
