/** Atlas Médical: a Bootstrap page of 2021, `label for` everywhere, switches that are checkboxes. */
import type { Software } from '../software.ts';
import { billRows, mention, options, shown } from './words.ts';

const carePaths: Array<[string, string]> = [
  ['', 'Choisir…'],
  ['1', 'Je suis le médecin traitant'],
  ['2', 'Orienté par le médecin traitant'],
  ['3', 'Orienté par un autre médecin'],
  ['4', 'Accès direct spécifique'],
  ['5', 'Urgence'],
  ['6', 'Hors résidence habituelle'],
  ['7', 'Exclusion du parcours de soins'],
  ['8', 'Non-respect du parcours'],
];

export const atlas: Software = {
  name: 'atlas',
  behaviour: ({ id }) => ({
    bindings: [
      { find: `#${id('codeActe')}`, control: 'acte.code', kind: 'text', on: 'change' },
      { find: `#${id('quantite')}`, control: 'acte.quantite', kind: 'text', on: 'change' },
      { find: `#${id('montantActe')}`, control: 'acte.montant', kind: 'text', on: 'change' },
      { find: `#${id('depassement')}`, control: 'acte.depassement', kind: 'text', on: 'change' },
      { find: `#${id('dateSoins')}`, control: 'acte.date', kind: 'text', on: 'change' },
      { find: `#${id('swAmo')}`, control: 'tp.amo', kind: 'check', on: 'change' },
      { find: `#${id('swAmc')}`, control: 'tp.amc', kind: 'check', on: 'change' },
      {
        find: `#${id('modeSecu')}`,
        control: 'mode',
        kind: 'select',
        on: 'change',
        values: { CV: 'vitale', SSV: 'sv', DEG: 'dg', DES: 'autre' },
      },
      { find: `#${id('parcours')}`, control: 'parcours', kind: 'select', on: 'change' },
      { find: `#${id('prescNum')}`, control: 'prescripteur.numero', kind: 'text', on: 'input' },
      { find: `#${id('prescNom')}`, control: 'prescripteur.nom', kind: 'text', on: 'input' },
      { find: `#${id('prescDate')}`, control: 'prescripteur.date', kind: 'text', on: 'input' },
      { find: `#${id('mtNum')}`, control: 'mt.numero', kind: 'text', on: 'change' },
    ],
    prescriber: `#${id('blocPresc')}`,
    total: `#${id('total')}`,
    due: `#${id('du')}`,
    messages: `#${id('alertes')}`,
    final: `#${id('btnSecuriser')}`,
  }),
  page: ({ patient, id, newBox, head }) => {
    const who = shown(patient);
    const field = (name: string, label: string, cls: string): string =>
      `<div class="${cls}"><label for="${id(name)}" class="form-label">${label}</label><input type="text" class="form-control" id="${id(name)}" autocomplete="off"></div>`;
    const toggle = (name: string, label: string): string =>
      `<div class="form-check form-switch"><input class="form-check-input" type="checkbox" role="switch" id="${id(name)}"><label class="form-check-label" for="${id(name)}">${label}</label></div>`;
    return `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Atlas Médical — Facturation</title><link rel="icon" href="data:,">
<style>
*{box-sizing:border-box}body{margin:0;font:15px/1.5 system-ui,"Segoe UI",sans-serif;color:#212529;background:#f8f9fa}
.navbar{background:#0d6efd;color:#fff;display:flex;gap:22px;padding:10px 20px;align-items:center}.navbar a{color:#dbe7ff;text-decoration:none}.navbar b{font-size:18px}
.container{max-width:1140px;margin:16px auto;padding:0 12px}.row{display:flex;flex-wrap:wrap;margin:0 -8px}.row>*{padding:0 8px 10px}
.col-2{width:16.6%}.col-3{width:25%}.col-4{width:33.3%}.col-6{width:50%}.col-8{width:66.6%}
.card{background:#fff;border:1px solid #dee2e6;border-radius:6px;margin-bottom:14px}.card-header{background:#f1f3f5;padding:8px 16px;font-weight:600;border-bottom:1px solid #dee2e6}.card-body{padding:14px 16px}
.form-label{display:block;margin-bottom:4px;font-size:14px}.form-control,.form-select{width:100%;padding:6px 10px;border:1px solid #ced4da;border-radius:6px;font:inherit;background:#fff}
.form-switch{display:flex;gap:10px;align-items:center;margin-bottom:6px}.form-switch input{appearance:none;width:34px;height:18px;border:1px solid #adb5bd;border-radius:10px;margin:0;position:relative;background:#fff}.form-switch input:checked{background:#0d6efd}.form-switch input::after{content:"";position:absolute;width:12px;height:12px;border-radius:50%;background:#adb5bd;top:2px;left:3px}.form-switch input:checked::after{left:17px;background:#fff}
.btn{border:1px solid #0d6efd;border-radius:6px;padding:7px 16px;background:#fff;color:#0d6efd;font:inherit}.btn-primary{background:#0d6efd;color:#fff}.text-end{text-align:right}
.table{width:100%;border-collapse:collapse;font-size:14px}.table td,.table th{padding:5px 8px;border-bottom:1px solid #dee2e6;text-align:left}.badge{background:#e7f1ff;color:#0a58ca;border-radius:10px;padding:2px 8px;font-size:12px}.alert{color:#b02a37}[hidden]{display:none}
</style>${head}</head><body>
<nav class="navbar"><b>Atlas Médical</b><a href="#1">Agenda</a><a href="#1">Patients</a><a href="#1">Facturation</a><a href="#1">Comptabilité</a><span style="margin-left:auto">${mention} · Dr Jeanne MARTIN</span></nav>
<div class="container"><div class="card"><div class="card-body"><div class="row"><div class="col-6"><h5 style="margin:0;font-size:18px"><span id="${id('hdrNom')}">${who.last}</span> <span id="${id('hdrPrenom')}">${who.first}</span></h5>Né(e) <b>${who.birthName}</b></div><div class="col-3">Date de naissance<br><b id="${id('hdrNais')}">${who.birth}</b> <span class="badge">${who.age}</span></div><div class="col-3">N° sécurité sociale<br><b id="${id('hdrNir')}">${who.nir}</b></div></div></div></div>
<h4>Feuille de soins électronique</h4><div class="alert" id="${id('alertes')}"></div>
<div class="card"><div class="card-header">Actes</div><div class="card-body"><div class="row">
${field('codeActe', "Code de l'acte", 'col-2')}${field('quantite', 'Quantité', 'col-2')}${field('dateSoins', 'Date des soins', 'col-2')}${field('montantActe', 'Montant', 'col-3')}${field('depassement', "Dépassement d'honoraires", 'col-3')}</div>
<div class="text-end">Total FSE : <b id="${id('total')}"></b> · Part patient : <b id="${id('du')}"></b></div></div></div>
<div class="row"><div class="col-6"><div class="card"><div class="card-header">Tiers payant</div><div class="card-body">${newBox}
${toggle('swAmo', 'Tiers payant AMO')}${toggle('swAmc', 'Tiers payant AMC')}${toggle('swTele', 'Télétransmission AMC')}</div></div></div>
<div class="col-6"><div class="card"><div class="card-header">Sécurisation et parcours</div><div class="card-body">
<label class="form-label" for="${id('modeSecu')}">Mode de sécurisation</label><select class="form-select" id="${id('modeSecu')}"><option value="CV">SESAM-Vitale</option><option value="SSV">SESAM sans Vitale</option><option value="DEG">Dégradé</option><option value="DES">Désynchronisé</option></select>
<label class="form-label" for="${id('parcours')}" style="margin-top:8px">Parcours de soins</label><select class="form-select" id="${id('parcours')}">${options(carePaths)}</select>
<div class="row" style="margin-top:8px">${field('mtNom', 'Médecin traitant', 'col-6')}${field('mtNum', 'N° facturation', 'col-6')}</div></div></div></div></div>
<div class="card" id="${id('blocPresc')}" hidden><div class="card-header">Prescripteur</div><div class="card-body"><div class="row">${field('prescNum', 'N° AM', 'col-4')}${field('prescNom', 'Nom du prescripteur', 'col-4')}${field('prescDate', 'Date de prescription', 'col-4')}</div></div></div>
<div class="card"><div class="card-header">Règlement</div><div class="card-body"><div class="row"><div class="col-4"><label class="form-label" for="${id('regMode')}">Mode de règlement</label><select class="form-select" id="${id('regMode')}"><option>CB</option><option>Chèque</option><option>Espèces</option></select></div>${field('regMontant', 'Montant encaissé', 'col-4')}</div></div></div>
<p class="text-end"><button type="button" class="btn">Suspendre</button> <button type="button" class="btn btn-primary" id="${id('btnSecuriser')}">Sécuriser</button></p>
<div class="card"><div class="card-header">Dernières factures</div><div class="card-body"><table class="table"><thead><tr><th>Date</th><th>Actes</th><th>Montant</th><th>AMO</th><th>AMC</th><th>Statut</th></tr></thead><tbody>${billRows()}</tbody></table></div></div></div></body></html>`;
  },
};
