/** Flash FSE: a page for the telephone, placeholders only, boxes as chips. */
import type { Software } from '../software.ts';
import { mention, options, shown } from './words.ts';

export const flash: Software = {
  name: 'flash',
  behaviour: () => ({
    bindings: [
      { find: '.acte input:nth-of-type(1)', control: 'acte.code', kind: 'text', on: 'change' },
      { find: '.acte input:nth-of-type(2)', control: 'acte.quantite', kind: 'text', on: 'change' },
      { find: '.acte input:nth-of-type(3)', control: 'acte.montant', kind: 'text', on: 'change' },
      { find: '.acte input:nth-of-type(4)', control: 'acte.depassement', kind: 'text', on: 'change' },
      { find: '.puce input[value="ro"]', control: 'tp.amo', kind: 'check', on: 'change' },
      { find: '.puce input[value="rc"]', control: 'tp.amc', kind: 'check', on: 'change' },
      {
        find: 'select.m',
        control: 'mode',
        kind: 'select',
        on: 'change',
        values: { v: 'vitale', s: 'sv', d: 'dg' },
      },
      { find: 'select.p', control: 'parcours', kind: 'select', on: 'change' },
      { find: '.presc input:nth-of-type(1)', control: 'prescripteur.numero', kind: 'text', on: 'input' },
      { find: '.presc input:nth-of-type(2)', control: 'prescripteur.nom', kind: 'text', on: 'input' },
      { find: '.presc input:nth-of-type(3)', control: 'prescripteur.date', kind: 'text', on: 'input' },
    ],
    prescriber: '.presc',
    total: '.somme',
    messages: '.oups',
    final: '.go',
  }),
  page: ({ patient, newBox, head }) => {
    const who = shown(patient);
    return `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Flash FSE</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<style>body{margin:0;background:#eceff1;font:16px/1.4 Roboto,Arial,sans-serif;color:#263238}.app{max-width:460px;margin:0 auto;background:#fff;min-height:100vh;padding-bottom:80px}header{background:#6a1b9a;color:#fff;padding:14px 16px;font-size:19px;display:flex;justify-content:space-between}
.pat{padding:12px 16px;border-bottom:8px solid #eceff1}.pat b{font-size:18px}.bloc{padding:12px 16px;border-bottom:8px solid #eceff1}.bloc input:not([type=checkbox]),select{width:100%;box-sizing:border-box;border:0;border-bottom:1px solid #b0bec5;padding:10px 2px;font:inherit;background:none}
.puce{display:inline-block;border:1px solid #b0bec5;border-radius:20px;padding:6px 14px;margin:4px 6px 4px 0}.go{position:fixed;bottom:16px;left:50%;transform:translateX(-50%);border:0;border-radius:24px;background:#6a1b9a;color:#fff;padding:14px 40px;font:inherit}.somme{float:right;font-weight:bold}.oups{color:#c62828}nav{position:sticky;top:0;display:flex;justify-content:space-around;background:#f3e5f5;padding:8px;font-size:13px}[hidden]{display:none}</style>${head}</head><body><div class="app">
<header><span>Flash FSE</span><span>☰</span></header><nav><span>Patient</span><span><b>Facture</b></span><span>Journal</span></nav>
<div class="pat"><b class="n">${who.last}</b> <b class="pr">${who.first}</b><br><span class="nn">née ${who.birthName}</span> · <span class="d">${who.birth}</span> · ${who.age}<br><span class="i">${who.nir}</span></div>
<div class="bloc acte"><span class="somme"></span><input placeholder="Code acte"><input placeholder="Quantité" inputmode="numeric"><input placeholder="Montant facturé" inputmode="decimal"><input placeholder="Dépassement" inputmode="decimal"><div class="oups"></div></div>
<div class="bloc">${newBox}<label class="puce"><input type="checkbox" value="ro"> TP AMO</label><label class="puce"><input type="checkbox" value="rc"> TP AMC</label></div>
<div class="bloc"><select class="m" title="Mode de sécurisation">${options([
      ['v', 'Carte Vitale'],
      ['s', 'SESAM sans Vitale'],
      ['d', 'Dégradé'],
    ])}</select><select class="p" title="Parcours de soins">${options([
      ['', 'Parcours de soins'],
      ['mt', 'Médecin traitant'],
      ['or', 'Orienté par le MT'],
      ['ur', 'Urgence'],
      ['ad', 'Accès direct spécifique'],
      ['ex', 'Exclusion du parcours de soins'],
      ['hp', 'Hors parcours'],
    ])}</select></div>
<div class="bloc presc" hidden><input placeholder="Numéro AM du prescripteur" inputmode="numeric"><input placeholder="Nom du prescripteur"><input placeholder="Date de prescription (JJ/MM/AAAA)"></div>
<div class="bloc" style="color:#78909c;font-size:13px">${mention}</div><button type="button" class="go">Sécuriser</button></div></body></html>`;
  },
};
