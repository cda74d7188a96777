/** Formulys: fieldsets and legends, yes/no questions, dates in three fields, a number apart from its key. */
import type { Software } from '../software.ts';
import { billRows, mention, options, shown } from './words.ts';

const yesNo = (name: string): string =>
  `<input type="radio" name="${name}" id="${name}1" value="1"><label for="${name}1">Oui</label> <input type="radio" name="${name}" id="${name}0" value="0"><label for="${name}0">Non</label>`;

const date = (name: string): string =>
  `<span class="dmy"><input name="${name}_j" size="2" maxlength="2"> / <input name="${name}_m" size="2" maxlength="2"> / <input name="${name}_a" size="4" maxlength="4"></span>`;

const boolean = { 1: 'true', 0: 'false' };

export const formulys: Software = {
  name: 'formulys',
  behaviour: () => ({
    bindings: [
      { find: '[name="lettre_cle"]', control: 'acte.code', kind: 'text', on: 'change' },
      { find: '[name="nombre"]', control: 'acte.quantite', kind: 'text', on: 'change' },
      { find: '[name="hono"]', control: 'acte.montant', kind: 'text', on: 'change' },
      { find: '[name="depass"]', control: 'acte.depassement', kind: 'text', on: 'change' },
      { find: '[name^="acte_"]', control: 'acte.date', kind: 'parts', on: 'change' },
      { find: '[name="tp_ro"]', control: 'tp.amo', kind: 'radio', on: 'change', values: boolean },
      { find: '[name="tp_rc"]', control: 'tp.amc', kind: 'radio', on: 'change', values: boolean },
      {
        find: '[name="secu"]',
        control: 'mode',
        kind: 'radio',
        on: 'change',
        values: { SES: 'vitale', SSV: 'sv', DEG: 'dg' },
      },
      { find: '[name="indic"]', control: 'parcours', kind: 'select', on: 'change' },
      {
        find: '[name="presc_am"],[name="presc_cle"]',
        control: 'prescripteur.numero',
        kind: 'parts',
        on: 'change',
        lengths: [8, 1],
      },
      { find: '[name="presc_nom"]', control: 'prescripteur.nom', kind: 'text', on: 'change' },
      { find: '[name^="ordo_"]', control: 'prescripteur.date', kind: 'parts', on: 'change' },
      { find: '[name="at"]', control: 'accident', kind: 'radio', on: 'change' },
    ],
    prescriber: '#prescription',
    total: '#total',
    messages: '#erreurs',
    final: '#envoi',
  }),
  page: ({ patient, newBox, head }) => {
    const who = shown(patient);
    return `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Formulys</title><link rel="icon" href="data:,">
<style>body{margin:0 auto;max-width:980px;font:15px/1.5 Verdana,sans-serif;color:#222;background:#e9eef5}.feuille{background:#fff;border:1px solid #99a;padding:18px 26px}h1{font-size:19px;border-bottom:3px double #335;text-align:center}fieldset{border:1px solid #99a;margin-bottom:10px;display:inline-block;vertical-align:top;min-width:200px}fieldset.large{display:block}legend{font-weight:bold;color:#335;font-size:13px}input,select{font:14px "Courier New",monospace;border:0;border-bottom:1px solid #335;background:#f4f7fb}input[type=radio]{border:0}ul.nav{display:flex;gap:20px;list-style:none;background:#335;margin:0;padding:8px 20px}ul.nav a{color:#fff}table{width:100%;font-size:12px;border-collapse:collapse}td,th{border:1px solid #ccd;padding:2px 6px;text-align:left}#erreurs{color:#b00}[hidden]{display:none!important}small{color:#667}</style>${head}</head><body>
<ul class="nav"><li><a href="#1">Patients</a></li><li><a href="#1">Feuilles</a></li><li><a href="#1">Lots</a></li><li><a href="#1">Retours</a></li></ul>
<div class="feuille"><h1>Feuille de soins électronique</h1><p><small>${mention}</small></p>
<fieldset class="large"><legend>Personne recevant les soins</legend>Nom de famille <b class="v-naiss">${who.birthName}</b> — Nom utilisé <b class="v-nom">${who.last}</b> — Prénom <b class="v-prenom">${who.first}</b><br>Né(e) le <b class="v-ddn">${who.birth}</b> — Numéro d’immatriculation <b class="v-nir">${who.nir}</b></fieldset>
<form><fieldset class="large"><legend>Acte</legend>Lettre clé <input name="lettre_cle" size="8"> Nombre <input name="nombre" size="2"> Honoraires <input name="hono" size="7"> Dépassement <input name="depass" size="7"> <b id="total"></b></fieldset>
<fieldset><legend>Date des soins</legend>${date('acte')}</fieldset>
<fieldset><legend>Mode de sécurisation</legend><input type="radio" name="secu" value="SES" id="m1"><label for="m1">SESAM Vitale</label> <input type="radio" name="secu" value="SSV" id="m2"><label for="m2">SESAM sans Vitale</label> <input type="radio" name="secu" value="DEG" id="m3"><label for="m3">Dégradé</label></fieldset>
<fieldset><legend>Tiers payant AMO</legend>${newBox}${yesNo('tp_ro')}</fieldset><fieldset><legend>Tiers payant AMC</legend>${yesNo('tp_rc')}</fieldset><fieldset><legend>Accident causé par un tiers</legend>${yesNo('at')}</fieldset>
<fieldset class="large"><legend>Parcours de soins</legend><select name="indic">${options([
      ['', '— à préciser —'],
      ['T', 'Médecin traitant'],
      ['N', 'Nouveau médecin traitant'],
      ['R', 'Médecin traitant de substitution'],
      ['O', 'Patient orienté par le médecin traitant'],
      ['U', 'Urgence'],
      ['H', 'Hors résidence habituelle'],
      ['D', 'Accès direct spécifique'],
      ['E', 'Exclusion du parcours de soins'],
      ['S', 'Hors parcours de soins'],
    ])}</select> Nom du médecin traitant <input name="mt_nom" size="18"></fieldset>
<fieldset class="large" id="prescription" hidden><legend>Médecin prescripteur</legend>Nom <input name="presc_nom" size="20"> Identifiant <span class="am"><input name="presc_am" size="8" maxlength="8"> clé <input name="presc_cle" size="1" maxlength="1"></span> Date de la prescription ${date('ordo')}</fieldset>
<p id="erreurs"></p><p><button type="button">Imprimer</button> <button type="button" id="envoi">Valider la feuille</button></p></form>
<fieldset class="large"><legend>Feuilles précédentes</legend><table><tr><th>Date</th><th>Actes</th><th>Montant</th><th>AMO</th><th>AMC</th><th>État</th></tr>${billRows()}</table></fieldset></div></body></html>`;
  },
};
