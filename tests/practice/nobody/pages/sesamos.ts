/**
 * Sesamos: an old ASP page in a frameset. The label is the cell before; a change of mode posts the whole page, and the
 * server gives the sheet back.
 */
import type { Software } from '../software.ts';
import { billRows, mention, shown } from './words.ts';

const P = 'ctl00_Main_';
const N = 'ctl00$Main$';

const careWords = [
  'Sélectionnez',
  'Médecin traitant déclaré',
  'Orienté par le MT',
  'Urgence',
  'Hors résidence habituelle',
  'Accès direct spécifique',
  'Exclusion du parcours de soin',
  'Non respect du parcours de soin',
];

const text = (name: string, size: number): string =>
  `<input name="${N}${name}" type="text" id="${P}${name}" size="${size}" class="champ">`;

export const sesamos: Software = {
  name: 'sesamos',
  script: 'sesamos.ts',
  behaviour: () => ({
    bindings: [
      { find: `#${P}txtCode`, control: 'acte.code', kind: 'text', on: 'change' },
      { find: `#${P}txtQte`, control: 'acte.quantite', kind: 'text', on: 'change' },
      { find: `#${P}txtMontant`, control: 'acte.montant', kind: 'text', on: 'change' },
      { find: `#${P}txtDep`, control: 'acte.depassement', kind: 'text', on: 'change' },
      { find: `#${P}chkAMO`, control: 'tp.amo', kind: 'check', on: 'click' },
      { find: `#${P}chkAMC`, control: 'tp.amc', kind: 'check', on: 'click' },
      {
        find: `#${P}ddlMode`,
        control: 'mode',
        kind: 'select',
        on: 'change',
        values: { 0: 'vitale', 1: 'sv', 2: 'dg' },
      },
      { find: `#${P}ddlParcours`, control: 'parcours', kind: 'select', on: 'change' },
      { find: `#${P}txtPrescId`, control: 'prescripteur.numero', kind: 'text', on: 'change' },
      { find: `#${P}txtPrescNom`, control: 'prescripteur.nom', kind: 'text', on: 'change' },
      { find: `#${P}txtPrescDate`, control: 'prescripteur.date', kind: 'text', on: 'change' },
    ],
    prescriber: '.lignePresc',
    total: `#${P}lblTotal`,
    messages: `#${P}lblErreur`,
    final: `#${P}btnValider`,
  }),
  page: ({
    query,
  }) => `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>SESAMOS</title><link rel="icon" href="data:,"></head>
<frameset cols="170,*" border="1"><frame name="menu" src="/menu.asp"><frameset rows="64,*"><frame name="haut" src="/haut.asp${query}"><frame name="travail" src="/fse.asp${query}"></frameset></frameset></html>`,
  frames: {
    '/menu.asp': () =>
      `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>menu</title></head><body bgcolor="#000080" text="#ffffff" style="font:12px Verdana"><b>SESAMOS v4.2</b><hr>${[
        'Fichier patients',
        'Rendez-vous',
        'Feuilles de soins',
        'Télétransmission',
        'Retours NOEMIE',
        'Comptabilité',
        'Quitter',
      ]
        .map((name) => `<p><a href="#1" style="color:#ffff99">${name}</a></p>`)
        .join('')}<p style="font-size:10px">${mention}</p></body></html>`,
    '/haut.asp': ({ patient }) => {
      const who = shown(patient);
      return `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>patient</title></head><body style="margin:4px;font:12px Verdana;background:#c0c0c0"><table><tr><td><b>Nom :</b></td><td id="tdNom">${who.last}</td><td><b>Prénom :</b></td><td id="tdPrenom">${who.first}</td><td><b>Né(e) :</b></td><td id="tdNom2">${who.birthName}</td></tr><tr><td><b>Nais. :</b></td><td id="tdDdn">${who.birth}</td><td><b>N° sécu :</b></td><td id="tdNir" colspan="3">${who.nir}</td></tr></table></body></html>`;
    },
    '/fse.asp': ({
      newBox,
      head,
      query,
    }) => `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>FSE</title>
<style>body{font:12px Verdana,Arial;background:#ece9d8;margin:6px}.titre{background:#000080;color:#fff;font-weight:bold;padding:3px 6px}table.saisie{background:#fff;border:1px solid #808080;margin-bottom:6px;width:100%}table.saisie td{padding:2px 5px;white-space:nowrap}.champ{font:12px Verdana;border:1px inset #999}.hist{border-collapse:collapse;background:#fff}.hist td,.hist th{border:1px solid #999;padding:2px 6px;font-size:11px}[hidden]{display:none}</style>${head}</head><body>
<form name="aspnetForm" id="aspnetForm" method="post" action="/fse.asp${query}"><input type="hidden" name="__VIEWSTATE" value="dDwtMTQ1"><input type="hidden" name="etatFeuille" id="etatFeuille">
<div class="titre">Feuille de Soins Electronique</div>
<table class="saisie"><tr><td width="150">Acte :</td><td>${text('txtCode', 8)}</td><td>Quantité :</td><td>${text('txtQte', 3)}</td><td>Montant :</td><td>${text('txtMontant', 8)}</td><td>Dépassement :</td><td>${text('txtDep', 8)}</td></tr>
<tr><td>Code EP :</td><td>${text('txtEp', 4)}</td><td>Date EP :</td><td>${text('txtDateEp', 10)}</td><td>Total :</td><td><b id="${P}lblTotal"></b></td><td></td><td></td></tr></table>
<table class="saisie"><tr><td width="150">Mode de télétransmission :</td><td><select name="${N}ddlMode" id="${P}ddlMode" class="champ"><option value="0">Carte Vitale</option><option value="1">SESAM sans Vitale</option><option value="2">FSE dégradée</option></select></td></tr>
<tr><td>Parcours de soins :</td><td><select name="${N}ddlParcours" id="${P}ddlParcours" class="champ">${careWords.map((word, index) => `<option value="${index || ''}">${word}</option>`).join('')}</select></td></tr>
<tr><td>Tiers Payant AMO :</td><td>${newBox}<input type="checkbox" name="${N}chkAMO" id="${P}chkAMO"></td></tr>
<tr><td>Tiers Payant AMC :</td><td><input type="checkbox" name="${N}chkAMC" id="${P}chkAMC"></td></tr>
<tr class="lignePresc" hidden><td>N° prescripteur :</td><td>${text('txtPrescId', 10)} Nom ${text('txtPrescNom', 20)}</td></tr>
<tr class="lignePresc" hidden><td>Date Prescription :</td><td>${text('txtPrescDate', 10)}</td></tr>
<tr><td>Praticien :</td><td>MARTIN Jeanne 99 1 00001 9</td></tr></table>
<span id="${P}lblErreur" style="color:red"></span>
<p><input type="submit" value="Annuler" name="${N}btnAnnuler" disabled> <input type="submit" id="${P}btnValider" name="${N}btnValider" value="Valider"></p>
<table class="hist"><tr><th>Date acte</th><th>Actes</th><th>Montant</th><th>AMO</th><th>AMC</th><th>Etat</th></tr>${billRows()}</table></form></body></html>`,
  },
};
