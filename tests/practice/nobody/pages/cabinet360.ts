/** Cabinet 360: words after the boxes as bare text, definition lists, spans before fields; nothing is tied to anything. */
import type { Software } from '../software.ts';
import { billRows, mention, options, shown } from './words.ts';

export const cabinet360: Software = {
  name: 'cabinet360',
  behaviour: () => ({
    bindings: [
      { find: '[name="a_cod"]', control: 'acte.code', kind: 'text', on: 'blur' },
      { find: '[name="a_nb"]', control: 'acte.quantite', kind: 'text', on: 'blur' },
      { find: '[name="a_mt"]', control: 'acte.montant', kind: 'text', on: 'blur' },
      { find: '[name="a_dp"]', control: 'acte.depassement', kind: 'text', on: 'blur' },
      { find: '[name="a_dt"]', control: 'acte.date', kind: 'text', on: 'change' },
      { find: '[name="c17"]', control: 'tp.amo', kind: 'check', on: 'click' },
      { find: '[name="c18"]', control: 'tp.amc', kind: 'check', on: 'click' },
      { find: '[name="c19"]', control: 'ald', kind: 'check', on: 'click' },
      {
        find: '[name="lst_secu"]',
        control: 'mode',
        kind: 'select',
        on: 'change',
        values: { sv: 'vitale', ssv: 'sv', dg: 'dg' },
      },
      { find: '[name="lst_pds"]', control: 'parcours', kind: 'select', on: 'change' },
      { find: '[name="px1"]', control: 'prescripteur.numero', kind: 'text', on: 'blur' },
      { find: '[name="px2"]', control: 'prescripteur.rpps', kind: 'text', on: 'blur' },
      { find: '[name="px3"]', control: 'prescripteur.date', kind: 'text', on: 'change' },
      { find: '[name="px4"]', control: 'prescripteur.nom', kind: 'text', on: 'blur' },
    ],
    prescriber: 'dl.ordonnance',
    total: '.t',
    messages: '.m',
    final: 'a.securiser',
  }),
  page: ({ patient, newBox, head }) => {
    const who = shown(patient);
    const line = (term: string, content: string): string => `<dt>${term}</dt><dd>${content}</dd>`;
    return `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Cabinet 360</title><link rel="icon" href="data:,">
<style>body{margin:0;font:14px/1.45 "Open Sans",Arial,sans-serif;color:#3a3a3a;background:#fffdf9}.haut{background:#e4572e;color:#fff;padding:10px 22px}.haut a{color:#fff;margin-left:18px}.cols{display:grid;grid-template-columns:250px 1fr;gap:20px;padding:16px 22px}.g dt{font-size:11px;text-transform:uppercase;color:#a08c7a;margin-top:8px}.g dd{margin:0;font-weight:600}dl.f{display:grid;grid-template-columns:170px 1fr;gap:6px 10px;margin:0 0 14px;background:#fff;border:1px solid #f0e2d6;padding:12px;border-radius:8px}dl.f dt{color:#7c6a5a;align-self:center}dl.f dd{margin:0}input:not([type=checkbox]),select{font:inherit;border:1px solid #d8c6b6;border-radius:4px;padding:4px 6px}.o span{color:#7c6a5a;margin:0 4px 0 10px}.securiser{background:#e4572e;color:#fff;padding:8px 18px;border-radius:4px;text-decoration:none}table{width:100%;font-size:12px;border-collapse:collapse}td,th{padding:3px 5px;border-bottom:1px solid #f0e2d6;text-align:left}.m{color:#c1121f}[hidden]{display:none!important}h4{margin:6px 0}</style>${head}</head><body>
<div class="haut"><b>Cabinet 360</b><a href="#1">Dossiers</a><a href="#1">Agenda</a><a href="#1">Recettes</a><a href="#1">Messages (2)</a><small style="float:right">${mention}</small></div>
<div class="cols"><div class="g"><h3>${who.last} ${who.first}</h3><dl><dt>Nom utilisé</dt><dd class="e1">${who.last}</dd><dt>Nom de naissance</dt><dd class="e2">${who.birthName}</dd><dt>Premier prénom de naissance</dt><dd class="e3">${who.first}</dd><dt>Naissance</dt><dd class="e4">${who.birth}</dd><dt>Sexe</dt><dd class="e5">${who.sex}</dd><dt>Matricule INS</dt><dd class="e6">${who.nir}</dd><dt>Dernière venue</dt><dd>14/10/2026</dd></dl></div>
<div><h4>Facturation</h4><p class="m"></p>
<dl class="f">${line('Acte', '<span class="o"><input name="a_cod" size="8"><span>Qté</span><input name="a_nb" size="2"><span>Montant</span><input name="a_mt" size="7"><span>DH</span><input name="a_dp" size="6"><span>Date</span><input name="a_dt" size="10"></span>')}
${line('Tiers payant', `${newBox}<input type="checkbox" name="c17"> TP AMO &nbsp; <input type="checkbox" name="c18"> TP AMC &nbsp; <input type="checkbox" name="c19"> ALD`)}
${line(
  'Sécurisation',
  `<select name="lst_secu">${options([
    ['sv', 'SESAM Vitale'],
    ['ssv', 'SESAM sans Vitale'],
    ['dg', 'Dégradé'],
  ])}</select>`,
)}
${line(
  'Parcours de soins',
  `<select name="lst_pds">${options([
    ['', ''],
    ['MT', 'Je suis le médecin traitant'],
    ['OR', 'Orienté par le MT'],
    ['UR', 'Urgence'],
    ['HR', 'Hors résidence'],
    ['AD', 'Accès direct spécifique'],
    ['EX', 'Exclusion du parcours de soins'],
    ['NR', 'Non respect du parcours'],
  ])}</select>`,
)}
${line('Total FSE', '<b class="t"></b>')}</dl>
<dl class="f ordonnance" hidden>${line('Prescripteur', '<input name="px4" size="26" placeholder="Nom, prénom">')}${line('Identifiant Assurance Maladie', '<input name="px1" size="10">')}${line('Identifiant national', '<input name="px2" size="12">')}${line('Date prescription', '<input name="px3" type="date">')}</dl>
<p><a href="#2" class="securiser">Sécuriser</a> &nbsp; <a href="#3">Suspendre</a></p>
<h4>Facturations passées</h4><table><tr><th>Date</th><th>Actes</th><th>Montant</th><th>AMO</th><th>AMC</th><th>État</th></tr>${billRows()}</table>
<h4>Envoyer un message au secrétariat</h4><form><textarea rows="2" cols="50"></textarea><br><button type="button">Envoyer</button></form></div></div></body></html>`;
  },
};
