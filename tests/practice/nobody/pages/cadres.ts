/** Cadres: a page, a frame for the sheet, a frame in it for the prescriber; captions in the cells before. */
import type { Software } from '../software.ts';
import { billRows, mention, options, shown } from './words.ts';

const style = `<style>body{margin:8px;font:13px "Trebuchet MS",sans-serif;color:#2d3142;background:#fff}table{border-collapse:collapse}td{padding:4px 8px}th{text-align:left;background:#bfc0c0;padding:4px 8px}input,select{font:inherit}iframe{border:1px solid #bfc0c0;width:100%}[hidden]{display:none!important}.bandeau{background:#2d3142;color:#fff;padding:8px 14px}.bandeau i{margin-left:14px}</style>`;

export const cadres: Software = {
  name: 'cadres',
  behaviour: () => ({
    frames: true,
    bindings: [
      { find: '[name="cot"]', control: 'acte.code', kind: 'text', on: 'change' },
      { find: '[name="qt"]', control: 'acte.quantite', kind: 'text', on: 'change' },
      { find: '[name="mtf"]', control: 'acte.montant', kind: 'text', on: 'change' },
      { find: '[name="dhf"]', control: 'acte.depassement', kind: 'text', on: 'change' },
      { find: '[name="tpo"]', control: 'tp.amo', kind: 'check', on: 'click' },
      { find: '[name="tpc"]', control: 'tp.amc', kind: 'check', on: 'click' },
      {
        find: '[name="mod"]',
        control: 'mode',
        kind: 'select',
        on: 'change',
        values: { 1: 'vitale', 2: 'sv', 3: 'dg' },
      },
      { find: '[name="prc"]', control: 'parcours', kind: 'select', on: 'change' },
      { find: '[name="ps_num"]', control: 'prescripteur.numero', kind: 'text', on: 'change' },
      { find: '[name="ps_rpps"]', control: 'prescripteur.rpps', kind: 'text', on: 'change' },
      { find: '[name="ps_date"]', control: 'prescripteur.date', kind: 'text', on: 'change' },
    ],
    prescriber: '#cadrePrescripteur',
    total: '.total',
    messages: '.messages',
    final: '.valider',
  }),
  page: ({ patient, head, query }) => {
    const who = shown(patient);
    return `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Cadres</title><link rel="icon" href="data:,">${style}${head}</head><body style="margin:0">
<div class="bandeau"><b>Cadres Santé</b><i>Patients</i><i>Facturation</i><i>Télétransmission</i><i>Aide</i><small style="float:right">${mention}</small></div>
<table style="background:#eef0f2;width:100%"><tr><td>Nom : <b class="n1">${who.last}</b></td><td>Prénom : <b class="n2">${who.first}</b></td><td>Nom de naissance : <b class="n3">${who.birthName}</b></td><td>Né(e) le : <b class="n4">${who.birth}</b></td><td>N° SS : <b class="n5">${who.nir}</b></td></tr></table>
<iframe id="cadreFeuille" src="/feuille/corps${query}" height="560"></iframe></body></html>`;
  },
  frames: {
    '/feuille/corps': ({
      newBox,
      query,
    }) => `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Feuille</title>${style}</head><body>
<h3>Feuille de soins</h3><table><tr><td>Cotation</td><td><input name="cot" size="8"></td><td>Qté</td><td><input name="qt" size="2"></td><td>Montant facturé</td><td><input name="mtf" size="7"></td><td>Dépassement</td><td><input name="dhf" size="7"></td></tr>
<tr><td>Mode de la FSE</td><td><select name="mod">${options([
      ['1', 'SESAM Vitale'],
      ['2', 'SESAM sans Vitale'],
      ['3', 'Dégradé'],
    ])}</select></td><td>Parcours</td><td colspan="5"><select name="prc">${options([
      ['', ''],
      ['11', 'Médecin traitant'],
      ['12', 'Orienté par le MT'],
      ['13', 'Urgence'],
      ['14', 'Hors résidence'],
      ['15', 'Exclusion du parcours de soins'],
      ['16', 'Hors parcours de soins'],
    ])}</select></td></tr>
<tr><td>TP AMO</td><td>${newBox}<input type="checkbox" name="tpo"></td><td>TP AMC</td><td><input type="checkbox" name="tpc"></td><td>Total</td><td class="total"></td><td colspan="2" class="messages" style="color:#b00"></td></tr></table>
<iframe id="cadrePrescripteur" src="/feuille/prescripteur${query}" height="90" hidden></iframe>
<p><button type="button">Annuler</button> <button type="button" class="valider">Valider</button></p>
<table><tr><th>Date</th><th>Actes</th><th>Montant</th><th>AMO</th><th>AMC</th><th>État</th></tr>${billRows()}</table></body></html>`,
    '/feuille/prescripteur': () =>
      `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Prescripteur</title>${style}</head><body><table><tr><th colspan="6">PS prescripteur</th></tr><tr><td>N° Identification</td><td><input name="ps_num" size="10"></td><td>RPPS</td><td><input name="ps_rpps" size="12"></td><td>Date de prescription</td><td><input name="ps_date" size="10"></td></tr></table></body></html>`,
  },
};
