/** Étapes: tabs to open, an advanced mode to unfold, rows to add, fields that are there before they are seen. */
import type { Software } from '../software.ts';
import { billRows, mention, options, shown } from './words.ts';

const row = `<div class="ligne-acte"><input aria-label="Code" size="9"><input aria-label="Libellé" size="26" readonly><input aria-label="Quantité" size="3"><input aria-label="Montant" size="8"><input aria-label="Dépassement" size="8"></div>`;

export const etapes: Software = {
  name: 'etapes',
  script: 'etapes.ts',
  behaviour: ({ id }) => ({
    rows: '.ligne-acte',
    addRow: '.ajout',
    bindings: [
      { find: '.ligne-acte [aria-label="Code"]', control: 'acte.code', kind: 'text', on: 'change' },
      { find: '.ligne-acte [aria-label="Quantité"]', control: 'acte.quantite', kind: 'text', on: 'change' },
      { find: '.ligne-acte [aria-label="Montant"]', control: 'acte.montant', kind: 'text', on: 'change' },
      {
        find: '.ligne-acte [aria-label="Dépassement"]',
        control: 'acte.depassement',
        kind: 'text',
        on: 'change',
      },
      { find: `#${id('amo')}`, control: 'tp.amo', kind: 'check', on: 'change' },
      { find: `#${id('amc')}`, control: 'tp.amc', kind: 'check', on: 'change' },
      {
        find: `#${id('secu')}`,
        control: 'mode',
        kind: 'select',
        on: 'change',
        values: { v: 'vitale', sv: 'sv', dg: 'dg' },
      },
      { find: `#${id('pds')}`, control: 'parcours', kind: 'select', on: 'change' },
      { find: `#${id('num')}`, control: 'prescripteur.numero', kind: 'text', on: 'change' },
      { find: `#${id('dat')}`, control: 'prescripteur.date', kind: 'text', on: 'change' },
      { find: `#${id('nom')}`, control: 'prescripteur.nom', kind: 'text', on: 'change' },
    ],
    openers: [[`#${id('avance')}`, `#${id('detail')}`]],
    total: '.total',
    messages: '.messages',
    final: `#${id('fin')}`,
  }),
  page: ({ patient, id, newBox, head }) => {
    const who = shown(patient);
    const tab = (name: string, label: string, isOn = false): string =>
      `<button type="button" role="tab" aria-selected="${isOn}" aria-controls="${id(name)}" id="${id(`onglet-${name}`)}">${label}</button>`;
    return `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Étapes</title><link rel="icon" href="data:,">
<style>body{margin:0;font:15px/1.4 Lato,Arial,sans-serif;background:#f6f4ff;color:#2b2540}header{background:#4b3f8f;color:#fff;padding:12px 24px;display:flex;gap:24px}.carte{max-width:900px;margin:18px auto;background:#fff;border-radius:14px;padding:18px 24px}[role=tablist]{display:flex;gap:6px;border-bottom:2px solid #d9d3f5;margin-bottom:14px}[role=tab]{border:0;background:none;font:inherit;padding:9px 16px}[role=tab][aria-selected=true]{border-bottom:3px solid #4b3f8f;font-weight:bold}.ligne-acte{display:flex;gap:6px;margin-bottom:6px}input:not([type=checkbox]),select{font:inherit;border:1px solid #c4bce8;border-radius:6px;padding:6px 8px}.ent{display:flex;gap:6px;font-size:12px;color:#766fa0}.ajout,.lien{border:0;background:none;color:#4b3f8f;text-decoration:underline;font:inherit;padding:6px 0}.fin{background:#4b3f8f;color:#fff;border:0;border-radius:20px;padding:10px 26px;font:inherit}.messages{color:#b00020}[hidden]{display:none!important}table{width:100%;font-size:13px}td,th{text-align:left;padding:3px}</style>${head}</head><body>
<header><b>Étapes</b><span>Patients</span><span>Factures</span><span>Agenda</span><small style="margin-left:auto">${mention}</small></header>
<div class="carte"><b class="w1">${who.last}</b> <b class="w2">${who.first}</b> — <span>Date de naissance :</span> <span class="w3">${who.birth}</span> — <span>Nom de naissance :</span> <span class="w4">${who.birthName}</span> — <span>N° de sécurité sociale :</span> <span class="w5">${who.nir}</span></div>
<div class="carte"><h2>Facturation</h2><div role="tablist">${tab('actes', '1. Actes', true)}${tab('prise', '2. Prise en charge')}${tab('presc', '3. Prescripteur')}</div>
<div role="tabpanel" id="${id('actes')}"><div class="ent"><span style="width:100px">Code</span><span style="width:260px">Libellé</span><span style="width:50px">Qté</span><span style="width:90px">Montant</span><span>Dépassement</span></div>${row}<button type="button" class="ajout">+ Ajouter un acte</button><p>Total : <b class="total"></b></p></div>
<div role="tabpanel" id="${id('prise')}" hidden>${newBox}<p><input type="checkbox" id="${id('amo')}"> <label for="${id('amo')}">TP AMO</label> &nbsp; <input type="checkbox" id="${id('amc')}"> <label for="${id('amc')}">TP AMC</label></p><button type="button" class="lien" id="${id('avance')}">Passer en mode avancé</button>
<div id="${id('detail')}" hidden><p><label for="${id('secu')}">Mode de sécurisation</label><br><select id="${id('secu')}">${options(
      [
        ['v', 'SESAM Vitale'],
        ['sv', 'SESAM sans Vitale'],
        ['dg', 'Dégradé'],
      ],
    )}</select></p><p><label for="${id('pds')}">Parcours de soins</label><br><select id="${id('pds')}">${options(
      [
        ['', 'Non précisé'],
        ['A', 'Médecin traitant'],
        ['B', 'Orienté par le médecin traitant'],
        ['C', 'Urgence'],
        ['D', 'Accès direct spécifique'],
        ['E', 'Exclusion du parcours de soins'],
        ['F', 'Hors parcours de soins'],
      ],
    )}</select></p></div></div>
<div role="tabpanel" id="${id('presc')}" hidden><p><label for="${id('nom')}">Nom du prescripteur</label><br><input id="${id('nom')}" size="26"></p><p><label for="${id('num')}">Numéro AM/code FINESS</label><br><input id="${id('num')}" size="11"></p><p><label for="${id('dat')}">Date prescription</label><br><input id="${id('dat')}" size="10"></p></div>
<p class="messages"></p><button type="button" class="fin" id="${id('fin')}">Valider la facture</button></div>
<div class="carte"><h3>Factures</h3><table><tr><th>Date</th><th>Actes</th><th>Montant</th><th>AMO</th><th>AMC</th><th>État</th></tr>${billRows()}</table></div></body></html>`;
  },
};
