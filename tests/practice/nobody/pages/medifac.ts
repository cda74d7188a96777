/** Médifac: labels that wrap their controls, radios for the mode, unit signs after the inputs. */
import type { Software } from '../software.ts';
import { billRows, mention, options, shown } from './words.ts';

export const medifac: Software = {
  name: 'medifac',
  behaviour: () => ({
    bindings: [
      { find: 'input[name="prestation"]', control: 'acte.code', kind: 'text', on: 'blur' },
      { find: 'input[name="nb"]', control: 'acte.quantite', kind: 'text', on: 'blur' },
      { find: 'input[name="honoraires"]', control: 'acte.montant', kind: 'text', on: 'blur' },
      { find: 'input[name="dh"]', control: 'acte.depassement', kind: 'text', on: 'blur' },
      { find: 'input[name="exec"]', control: 'acte.date', kind: 'text', on: 'blur' },
      { find: 'input[name="tpro"]', control: 'tp.amo', kind: 'check', on: 'click' },
      { find: 'input[name="tprc"]', control: 'tp.amc', kind: 'check', on: 'click' },
      {
        find: 'input[name="modefse"]',
        control: 'mode',
        kind: 'radio',
        on: 'change',
        values: { s: 'vitale', v: 'sv', d: 'dg' },
      },
      { find: 'select[name="situmt"]', control: 'parcours', kind: 'select', on: 'change' },
      { find: 'input[name="p_id"]', control: 'prescripteur.numero', kind: 'text', on: 'blur' },
      { find: 'input[name="p_rpps"]', control: 'prescripteur.rpps', kind: 'text', on: 'blur' },
      { find: 'input[name="p_dt"]', control: 'prescripteur.date', kind: 'text', on: 'blur' },
    ],
    prescriber: '.zone-presc',
    total: 'output.total',
    messages: '.erreurs',
    final: 'button.signer',
  }),
  page: ({ patient, newBox, head }) => {
    const who = shown(patient);
    return `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Médifac</title><link rel="icon" href="data:,">
<style>
body{margin:0;font:14px/1.4 Georgia,"Times New Roman",serif;background:#fbfaf6;color:#2c2a26;display:grid;grid-template-columns:190px 1fr}
aside{background:#33453b;color:#e8efe9;min-height:100vh;padding:14px}aside a{display:block;color:#cfe0d4;padding:5px 0;text-decoration:none}
main{padding:16px 26px;max-width:900px}.patient{border-bottom:2px solid #33453b;padding-bottom:8px;margin-bottom:12px}.patient p{margin:2px 0}
label{display:inline-block;margin:0 18px 10px 0}label input[type=text],label select{font:inherit;display:block;border:1px solid #b8b2a2;padding:3px 6px;background:#fff}
section{background:#fff;border:1px solid #e2dccb;padding:10px 14px;margin-bottom:12px}h3{margin:0 0 8px;font-size:15px;color:#33453b}
button{font:inherit;padding:5px 14px}.signer{background:#33453b;color:#fff;border:0}table{width:100%;border-collapse:collapse;font-size:13px}td,th{border-bottom:1px solid #e2dccb;text-align:left;padding:3px}.erreurs{color:#a33}[hidden]{display:none}small{color:#8a8371}
</style>${head}</head><body>
<aside><h2>Médifac</h2><a href="#1">Salle d’attente</a><a href="#1">Dossiers</a><a href="#1">Facturer</a><a href="#1">Recettes</a><a href="#1">Bordereaux</a><a href="#1">Paramètres</a><p><small>${mention}</small></p></aside>
<main><div class="patient"><p>Patient : <strong class="nom">${who.last}</strong> <strong class="prenom">${who.first}</strong></p><p>Nom de naissance : <span class="nais">${who.birthName}</span> — DDN : <span class="ddn">${who.birth}</span> (${who.age}) — Sexe : <span class="sx">${who.sex}</span></p><p>N° SS : <span class="ss">${who.nir}</span></p></div>
<form><section><h3>Prestation</h3>
<label>Cotation <input type="text" name="prestation" size="9"></label><label>Nb <input type="text" name="nb" size="2"></label><label>Date d’exécution <input type="text" name="exec" size="10"></label><label>Honoraires <input type="text" name="honoraires" size="7"> <small>€</small></label><label>DH <input type="text" name="dh" size="7"> <small>€</small></label>
<p>Total : <output class="total"></output></p><p class="erreurs"></p></section>
<section><h3>Mode de la FSE</h3><label><input type="radio" name="modefse" value="s"> SESAM Vitale (avec la carte)</label><label><input type="radio" name="modefse" value="v"> SESAM sans Vitale</label><label><input type="radio" name="modefse" value="d"> Dégradé (sans)</label></section>
<section><h3>Paiement</h3>${newBox}<label><input type="checkbox" name="tpro"> Tiers-payant AMO</label><label><input type="checkbox" name="teleamc"> Télétransmission AMC</label><label><input type="checkbox" name="tprc"> Tiers-payant AMC</label><br>
<label>Règlement <select name="rgl"><option>CB</option><option>Chèque</option><option>Virement</option></select></label><label>Reçu <input type="text" name="recu" size="7"></label></section>
<section><h3>Parcours</h3><label>Situation (MT) <select name="situmt">${options([
      ['', ''],
      ['T', 'Médecin traitant'],
      ['O', 'Orienté par le MT'],
      ['M', 'Orienté par un médecin autre que le MT'],
      ['U', 'Urgence'],
      ['H', 'Hors résidence'],
      ['D', 'Accès direct spécifique'],
      ['X', 'Exclusion du parcours de soin'],
      ['S', 'Hors parcours de soins'],
    ])}</select></label></section>
<section class="zone-presc" hidden><h3>Médecin prescripteur</h3><label>Numéro prescripteur <input type="text" name="p_id" size="10"></label><label>N° RPPS <input type="text" name="p_rpps" size="12"></label><label>Dt prescription <input type="text" name="p_dt" size="10"></label></section>
<button type="button">Annuler</button> <button type="button" class="signer">Finaliser la facture</button></form>
<section style="margin-top:14px"><h3>Historique</h3><table><tr><th>Date</th><th>Désignation</th><th>Montant</th><th>AMO</th><th>AMC</th><th>État</th></tr>${billRows()}</table></section></main></body></html>`;
  },
};
