/** Divine: divs all the way down, captions above in another branch of the tree, boxes that are not inputs. */
import type { Software } from '../software.ts';
import { billRows, mention, shown } from './words.ts';

export const divine: Software = {
  name: 'divine',
  script: 'divine.ts',
  behaviour: () => ({
    bindings: [
      { find: '.x7 input', control: 'acte.code', kind: 'text', on: 'input' },
      { find: '.x8 input', control: 'acte.quantite', kind: 'text', on: 'change' },
      { find: '.x9 input', control: 'acte.montant', kind: 'text', on: 'change' },
      { find: '.x10 input', control: 'acte.depassement', kind: 'text', on: 'change' },
      { find: '.x21 select', control: 'parcours', kind: 'select', on: 'change' },
      {
        find: '.x20 select',
        control: 'mode',
        kind: 'select',
        on: 'change',
        values: { q: 'vitale', r: 'sv', s: 'dg' },
      },
      { find: '.x31 input', control: 'prescripteur.numero', kind: 'text', on: 'input' },
      { find: '.x32 input', control: 'prescripteur.nom', kind: 'text', on: 'input' },
      { find: '.x33 input', control: 'prescripteur.date', kind: 'text', on: 'input' },
    ],
    prescriber: '.x30',
    total: '.x50',
    messages: '.x51',
    final: '.x60',
  }),
  page: ({ patient, newBox, head }) => {
    const who = shown(patient);
    const cell = (cls: string, caption: string, inside = '<input autocomplete="off">'): string =>
      `<div class="k"><div class="kh"><div class="kt">${caption}</div></div><div class="kb"><div class="${cls}">${inside}</div></div></div>`;
    const box = (cls: string, caption: string): string =>
      `<div class="cb ${cls}" role="checkbox" aria-checked="false" tabindex="0"><div class="sq"></div><div class="ct">${caption}</div></div>`;
    return `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Divine</title><link rel="icon" href="data:,">
<style>body{margin:0;font:14px Inter,"Segoe UI",sans-serif;background:#16181d;color:#e6e8ee}.top{display:flex;gap:20px;padding:12px 22px;background:#1f232b}.wrap{padding:16px 22px}.pt{display:flex;gap:28px;background:#1f232b;border-radius:10px;padding:14px 18px;margin-bottom:16px}.kt{font-size:11px;color:#8d95a5;margin-bottom:4px}.kk{display:flex;flex-wrap:wrap;gap:14px;background:#1f232b;border-radius:10px;padding:14px 18px;margin-bottom:14px}.k{min-width:120px}input,select{background:#2a2f3a;border:1px solid #3a4150;color:inherit;border-radius:6px;padding:7px 9px;font:inherit;width:150px}select{width:240px}.cb{display:flex;gap:8px;align-items:center;cursor:pointer}.sq{width:16px;height:16px;border:2px solid #5b6476;border-radius:4px}.cb[aria-checked=true] .sq{background:#5b8cff;border-color:#5b8cff}.x60{display:inline-block;background:#5b8cff;color:#fff;border-radius:8px;padding:10px 22px;cursor:pointer}.ligne{display:grid;grid-template-columns:repeat(6,110px);padding:4px 0;color:#8d95a5}.tt{font-weight:600;width:100%}.x51{color:#ff7b7b}[hidden]{display:none!important}.x50{font-size:20px}</style>${head}</head><body>
<div class="top"><div><b>divine</b></div><div>Agenda</div><div>Patients</div><div>Facturation</div><div style="margin-left:auto;color:#8d95a5">${mention}</div></div>
<div class="wrap"><div class="pt"><div class="k"><div class="kt">Nom</div><div class="y1">${who.last}</div></div><div class="k"><div class="kt">Prénom</div><div class="y2">${who.first}</div></div><div class="k"><div class="kt">Nom de naissance</div><div class="y3">${who.birthName}</div></div><div class="k"><div class="kt">Date de naissance</div><div class="y4">${who.birth}</div></div><div class="k"><div class="kt">INS</div><div class="y5">${who.nir}</div></div></div>
<div class="kk"><div class="tt">Nouvelle FSE</div>${cell('x7', 'Code acte')}${cell('x8', 'Quantité')}${cell('x9', 'Montant')}${cell('x10', 'Dépassement')}<div class="k"><div class="kt">Total</div><div class="x50"></div></div><div class="x51"></div></div>
<div class="kk">${newBox}${box('x15', 'Tiers payant AMO')}${box('x16', 'Tiers payant AMC')}${box('x17', 'Accident de droit commun')}</div>
<div class="kk">${cell('x20', 'Mode de sécurisation', '<select><option value="q">SESAM Vitale</option><option value="r">SESAM sans Vitale</option><option value="s">Dégradé</option></select>')}${cell('x21', 'Parcours de soins', '<select><option value=""></option><option value="a">Médecin traitant</option><option value="b">Orienté par le MT</option><option value="c">Urgence</option><option value="d">Accès direct spécifique</option><option value="e">Exclusion du parcours de soins</option><option value="f">Hors parcours de soins</option></select>')}</div>
<div class="kk x30" hidden><div class="tt">Médecin prescripteur</div>${cell('x31', 'Numéro AM')}${cell('x32', 'Nom du prescripteur')}${cell('x33', 'Date de prescription')}</div>
<div class="x60" role="button" tabindex="0">Sécuriser</div>
<div class="kk" style="margin-top:14px"><div class="tt">Historique</div><div style="width:100%"><div class="ligne"><div>Date</div><div>Actes</div><div>Montant</div><div>AMO</div><div>AMC</div><div>État</div></div>${billRows('div')}</div></div></div></body></html>`;
  },
};
