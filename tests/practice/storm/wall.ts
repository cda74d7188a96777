/** A page of 1 000 settings around a sheet of twelve fields, in the three markups of detection.md 5. */
import { stormShell } from './pages.ts';

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
export function wallPage(count: number): string {
  const blocks = Array.from({ length: count }, (_, index) => noise(index));
  const third = Math.floor(count / 3);
  const content = [
    ...blocks.slice(0, third),
    acts,
    ...blocks.slice(third, 2 * third),
    payment,
    prescriber,
    ...blocks.slice(2 * third),
    '<p><button type="button">Sécuriser</button></p>',
  ];
  return stormShell('Paramètres et facturation', null, content.join('\n'));
}
