/** Grille+: one grid of acts under a header row, a second grid of payments with the same word *Montant*. */
import type { Software } from '../software.ts';
import { billRows, mention, options, shown } from './words.ts';

const columns: Array<[cls: string, title: string, size: number]> = [
  ['c-dt', 'Date', 10],
  ['c-cod', 'Code', 8],
  ['c-lib', 'Libellé', 26],
  ['c-qte', 'Qté', 3],
  ['c-coef', 'Coef.', 4],
  ['c-mt', 'Montant', 8],
  ['c-dep', 'Dépassement', 8],
];

const actRow = `<tr class="ligne-acte"><td class="num">▸</td>${columns.map(([cls, , size]) => `<td><input class="${cls}" size="${size}"></td>`).join('')}<td><a href="#1">✕</a></td></tr>`;

export const grille: Software = {
  name: 'grille',
  behaviour: ({ id }) => ({
    rows: '.ligne-acte',
    addRow: '.plus-acte',
    bindings: [
      { find: '.ligne-acte .c-cod', control: 'acte.code', kind: 'text', on: 'change' },
      { find: '.ligne-acte .c-qte', control: 'acte.quantite', kind: 'text', on: 'change' },
      { find: '.ligne-acte .c-mt', control: 'acte.montant', kind: 'text', on: 'change' },
      { find: '.ligne-acte .c-dep', control: 'acte.depassement', kind: 'text', on: 'change' },
      { find: '.ligne-acte .c-dt', control: 'acte.date', kind: 'text', on: 'change' },
      { find: `#${id('tp')} .ro`, control: 'tp.amo', kind: 'check', on: 'change' },
      { find: `#${id('tp')} .rc`, control: 'tp.amc', kind: 'check', on: 'change' },
      {
        find: `#${id('tp')} select.tele`,
        control: 'mode',
        kind: 'select',
        on: 'change',
        values: { A: 'vitale', B: 'sv', C: 'dg' },
      },
      { find: `#${id('tp')} select.pds`, control: 'parcours', kind: 'select', on: 'change' },
      { find: `#${id('presc')} .p1`, control: 'prescripteur.numero', kind: 'text', on: 'change' },
      { find: `#${id('presc')} .p2`, control: 'prescripteur.nom', kind: 'text', on: 'change' },
      { find: `#${id('presc')} .p3`, control: 'prescripteur.rpps', kind: 'text', on: 'change' },
      { find: `#${id('presc')} .p4`, control: 'prescripteur.date', kind: 'text', on: 'change' },
    ],
    prescriber: `#${id('presc')}`,
    total: '.tot',
    messages: '.msg',
    final: '.teletrans',
  }),
  page: ({ patient, id, newBox, head }) => {
    const who = shown(patient);
    return `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Grille+</title><link rel="icon" href="data:,">
<style>body{margin:0;font:12px "Segoe UI",Calibri,sans-serif;background:#fff}.ruban{background:#217346;color:#fff;padding:4px 10px}.ruban span{padding:4px 12px;display:inline-block}.onglet{background:#fff;color:#217346}
table{border-collapse:collapse}.g{margin:8px 10px}.g th{background:#e7f2ec;border:1px solid #b7d3c3;font-weight:600;padding:3px 5px}.g td{border:1px solid #d4d4d4;padding:0}.g td.num{background:#f3f3f3;padding:0 4px;color:#777}.g input{border:0;font:inherit;padding:3px 4px;width:100%;box-sizing:border-box}.g .txt{padding:3px 6px}
h4{margin:12px 10px 2px;color:#217346}.fiche td{padding:2px 8px}.msg{color:#c00;margin:0 10px}button{font:inherit}.tot{font-weight:bold}[hidden]{display:none}.g select{border:0;font:inherit}</style>${head}</head><body>
<div class="ruban"><b>Grille+</b> <span>Accueil</span><span class="onglet">Facturation</span><span>Dossier</span><span>Tiers</span><span>Statistiques</span><small>${mention}</small></div>
<table class="fiche g"><tr><th>Nom</th><th>Prénom</th><th>Nom naiss.</th><th>Naissance</th><th>Âge</th><th>Sexe</th><th>Matricule</th></tr><tr><td class="txt f-nom">${who.last}</td><td class="txt f-prenom">${who.first}</td><td class="txt f-naiss">${who.birthName}</td><td class="txt f-ddn">${who.birth}</td><td class="txt">${who.age}</td><td class="txt f-sexe">${who.sex}</td><td class="txt f-nir">${who.nir}</td></tr></table>
<h4>Actes de la feuille de soins</h4><p class="msg"></p>
<table class="g"><thead><tr><th></th>${columns.map(([, title]) => `<th>${title}</th>`).join('')}<th></th></tr></thead><tbody>${actRow}${actRow}</tbody><tfoot><tr><td colspan="6" class="txt"><button type="button" class="plus-acte">+ ligne</button></td><td class="txt tot"></td><td colspan="2"></td></tr></tfoot></table>
<h4>Tiers payant et télétransmission</h4>
<table class="g" id="${id('tp')}"><thead><tr><th>Sécurisation</th><th>Parcours de soins</th><th>TP AMO</th><th>TP AMC</th><th>Caisse</th><th>Exo</th></tr></thead><tbody><tr><td><select class="tele">${options(
      [
        ['A', 'SESAM Vitale'],
        ['B', 'SESAM sans Vitale'],
        ['C', 'Dégradé'],
      ],
    )}</select></td><td><select class="pds">${options([
      ['', '…'],
      ['10', 'Médecin traitant'],
      ['20', 'Orienté par le médecin traitant'],
      ['30', 'Urgence'],
      ['40', 'Hors résidence'],
      ['50', 'Accès direct spécifique'],
      ['60', 'Exclusion du parcours de soins'],
      ['70', 'Hors parcours'],
    ])}</select></td><td>${newBox}<input type="checkbox" class="ro"></td><td><input type="checkbox" class="rc"></td><td class="txt">01 691</td><td class="txt">0</td></tr></tbody></table>
<div id="${id('presc')}" hidden><h4>Prescripteur</h4><table class="g"><thead><tr><th>N° identification</th><th>Nom</th><th>RPPS</th><th>Date prescription</th></tr></thead><tbody><tr><td><input class="p1" size="10"></td><td><input class="p2" size="24"></td><td><input class="p3" size="12"></td><td><input class="p4" size="10"></td></tr></tbody></table></div>
<h4>Règlements</h4><table class="g"><thead><tr><th>Date</th><th>Mode</th><th>Montant</th><th>Banque</th></tr></thead><tbody><tr><td><input size="10"></td><td><select><option>CB</option><option>CH</option><option>ES</option></select></td><td><input size="8"></td><td><input size="12"></td></tr></tbody></table>
<p style="margin:10px"><button type="button">Enregistrer</button> <button type="button" class="teletrans">Télétransmettre</button></p>
<h4>Historique des FSE</h4><table class="g"><thead><tr><th>Date</th><th>Actes</th><th>Montant</th><th>AMO</th><th>AMC</th><th>Retour</th></tr></thead><tbody>${billRows()}</tbody></table></body></html>`;
  },
};
