/** BarreFac: a bar of pictures and bare fields; the only words are the tooltips. */
import type { Software } from '../software.ts';
import { billRows, mention, options, shown } from './words.ts';

export const barre: Software = {
  name: 'barre',
  behaviour: ({ id }) => ({
    bindings: [
      { find: `#${id('z1')}`, control: 'acte.code', kind: 'text', on: 'change' },
      { find: `#${id('z2')}`, control: 'acte.quantite', kind: 'text', on: 'change' },
      { find: `#${id('z3')}`, control: 'acte.montant', kind: 'text', on: 'change' },
      { find: `#${id('z4')}`, control: 'acte.depassement', kind: 'text', on: 'change' },
      { find: `#${id('z5')}`, control: 'acte.date', kind: 'text', on: 'change' },
      { find: `#${id('b1')}`, control: 'tp.amo', kind: 'check', on: 'click' },
      { find: `#${id('b2')}`, control: 'tp.amc', kind: 'check', on: 'click' },
      {
        find: `#${id('s1')}`,
        control: 'mode',
        kind: 'select',
        on: 'change',
        values: { 1: 'vitale', 2: 'sv', 3: 'dg', 4: 'autre' },
      },
      { find: `#${id('s2')}`, control: 'parcours', kind: 'select', on: 'change' },
      { find: `#${id('z7')}`, control: 'prescripteur.numero', kind: 'text', on: 'change' },
      { find: `#${id('z8')}`, control: 'prescripteur.rpps', kind: 'text', on: 'change' },
      { find: `#${id('z9')}`, control: 'prescripteur.date', kind: 'text', on: 'change' },
    ],
    prescriber: '.barre3',
    total: '.afficheur',
    messages: '.etat',
    final: `#${id('ok')}`,
  }),
  page: ({ patient, id, newBox, head }) => {
    const who = shown(patient);
    const field = (name: string, title: string, size: number): string =>
      `<input type="text" id="${id(name)}" title="${title}" size="${size}">`;
    const icon = (sign: string, title: string): string =>
      `<button type="button" class="ic" title="${title}">${sign}</button>`;
    return `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>BarreFac</title><link rel="icon" href="data:,">
<style>body{margin:0;font:13px "MS Sans Serif",Arial,sans-serif;background:#d4d0c8}.b{background:#d4d0c8;border-bottom:1px solid #808080;border-top:1px solid #fff;padding:4px 6px;display:flex;gap:6px;align-items:center}.ic{width:30px;height:28px;border:1px outset #fff;background:#d4d0c8;font-size:15px}input,select{font:inherit;border:2px inset #eee;height:20px}.fen{margin:8px;background:#fff;border:2px inset #eee;padding:8px}.afficheur{font:bold 20px "Courier New",monospace;background:#022;color:#3f6;padding:4px 12px;margin-left:auto}.etat{position:fixed;bottom:0;left:0;right:0;background:#d4d0c8;border-top:1px solid #fff;padding:3px 8px;color:#900;min-height:16px}table{border-collapse:collapse;width:100%}td,th{border:1px solid #c0c0c0;padding:2px 6px;text-align:left}[hidden]{display:none!important}</style>${head}</head><body>
<div class="b"><b>BarreFac 9</b>${icon('⌂', 'Ouvrir un dossier')}${icon('☻', 'Fiche patient')}${icon('▦', 'Agenda')}${icon('✉', 'Messagerie')}${icon('€', 'Comptabilité')}<span>${mention}</span></div>
<div class="b"><span title="Nom du patient" class="pn">${who.last}</span><span title="Prénom du patient" class="pp">${who.first}</span><span title="Date de naissance" class="pd">${who.birth}</span><span title="Numéro de sécurité sociale" class="pi">${who.nir}</span><span>${who.age}</span></div>
<div class="b">${field('z5', "Date de l'acte", 10)}${field('z1', "Code de l'acte", 8)}${field('z2', 'Quantité', 3)}${field('z3', "Montant de l'acte", 8)}${field('z4', 'Dépassement', 8)}<span class="afficheur"></span></div>
<div class="b">${newBox}<select id="${id('s1')}" title="Mode de sécurisation">${options([
      ['1', 'SESAM Vitale'],
      ['2', 'SESAM sans Vitale'],
      ['3', 'Dégradé'],
      ['4', 'FSE en visite'],
    ])}</select><select id="${id('s2')}" title="Parcours de soins">${options([
      ['', '(parcours)'],
      ['T', 'Médecin traitant'],
      ['O', 'Orienté par le MT'],
      ['U', 'Urgence'],
      ['D', 'Accès direct spécifique'],
      ['E', 'Exclusion du parcours de soins'],
      ['S2', 'Non-respect du parcours'],
    ])}</select><input type="checkbox" id="${id('b1')}" title="Tiers payant AMO"><img alt="" width="16" height="16" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E"><input type="checkbox" id="${id('b2')}" title="Tiers payant AMC"><img alt="" width="16" height="16" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E"><input type="checkbox" id="${id('b3')}" title="Concerne l'ALD">${field('z6', 'Montant réglé par le patient', 8)}</div>
<div class="b barre3" hidden>${field('z7', "N° d'identification du prescripteur", 10)}${field('z8', 'N° RPPS du prescripteur', 12)}${field('z9', 'Date de la prescription', 10)}</div>
<div class="b">${icon('≡', 'Imprimer')}${icon('‖', 'Suspendre')}<button type="button" class="ic" id="${id('ok')}" title="Sécuriser la feuille de soins">✔</button></div>
<div class="fen"><table><tr><th>Date</th><th>Actes</th><th>Montant</th><th>AMO</th><th>AMC</th><th>État</th></tr>${billRows()}</table></div><div class="etat"></div></body></html>`;
  },
};
