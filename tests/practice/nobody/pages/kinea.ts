/** Kinéa Web: an application in the manner of Ant Design. No label element, no native select, switches that are buttons. */
import type { Software } from '../software.ts';
import { billRows, mention, shown } from './words.ts';

export const kinea: Software = {
  name: 'kinea',
  script: 'kinea.ts',
  behaviour: ({ id }) => ({
    bindings: [
      { find: `#${id('rc_qte')}`, control: 'acte.quantite', kind: 'text', on: 'blur' },
      { find: `#${id('rc_mt')}`, control: 'acte.montant', kind: 'text', on: 'blur' },
      { find: `#${id('rc_dep')}`, control: 'acte.depassement', kind: 'text', on: 'blur' },
      { find: `#${id('rc_num')}`, control: 'prescripteur.numero', kind: 'text', on: 'input' },
      { find: `#${id('rc_nom')}`, control: 'prescripteur.nom', kind: 'text', on: 'input' },
      { find: `#${id('rc_dat')}`, control: 'prescripteur.date', kind: 'text', on: 'blur' },
    ],
    prescriber: '.carte-prescripteur',
    total: '.ant-statistic-content',
    messages: '.ant-message',
    final: '.ant-btn-primary',
  }),
  page: ({ patient, id, newBox, head }) => {
    const who = shown(patient);
    const item = (name: string, label: string, control: string): string =>
      `<div class="ant-form-item"><div class="ant-form-item-label"><span id="${id(`l_${name}`)}" title="${label}">${label}</span></div><div class="ant-form-item-control">${control}</div></div>`;
    const input = (name: string, label: string): string =>
      item(
        name,
        label,
        `<input class="ant-input" id="${id(`rc_${name}`)}" aria-labelledby="${id(`l_${name}`)}" autocomplete="off">`,
      );
    const select = (name: string, label: string, placeholder: string): string =>
      item(
        name,
        label,
        `<div class="ant-select" data-select="${name}"><div class="ant-select-selector"><span class="ant-select-search"><input role="combobox" aria-haspopup="listbox" aria-expanded="false" aria-labelledby="${id(`l_${name}`)}" id="${id(`rc_${name}`)}" class="ant-select-input" autocomplete="off"></span><span class="ant-select-item-text">${placeholder}</span></div></div>`,
      );
    const toggle = (name: string, label: string): string =>
      item(
        name,
        label,
        `<button type="button" role="switch" aria-checked="false" aria-labelledby="${id(`l_${name}`)}" id="${id(`rc_${name}`)}" class="ant-switch"><span class="ant-switch-handle"></span></button>`,
      );
    return `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Kinéa Web</title><link rel="icon" href="data:,">
<style>body{margin:0;font:14px/1.57 -apple-system,"Segoe UI",Roboto,sans-serif;color:rgba(0,0,0,.88);background:#f5f5f5}.ant-layout{display:grid;grid-template-columns:200px 1fr}.ant-sider{background:#001529;color:#fff;min-height:100vh;padding:16px}.ant-sider p{color:#a6adb4}.ant-content{padding:20px 24px}.ant-card{background:#fff;border:1px solid #f0f0f0;border-radius:8px;padding:16px 20px;margin-bottom:14px}.ant-card-head{font-weight:600;margin-bottom:10px}.ant-row{display:flex;flex-wrap:wrap;gap:8px 20px}.ant-form-item{width:230px}.ant-form-item-label{padding-bottom:4px}.ant-input{width:100%;box-sizing:border-box;border:1px solid #d9d9d9;border-radius:6px;padding:4px 11px;font:inherit}.ant-select-selector{position:relative;border:1px solid #d9d9d9;border-radius:6px;height:30px;padding:0 11px;background:#fff}.ant-select-input{position:absolute;inset:0;border:0;background:none;padding:0 11px;font:inherit;width:100%;box-sizing:border-box;outline:none}.ant-select-item-text{line-height:30px}.ant-select-dropdown{position:absolute;z-index:50;background:#fff;border-radius:8px;box-shadow:0 6px 16px #0003;padding:4px}.ant-select-item{padding:5px 12px;border-radius:4px;cursor:pointer}.ant-select-item:hover{background:#f5f5f5}.ant-switch{width:44px;height:22px;border:0;border-radius:22px;background:#bfbfbf;position:relative}.ant-switch[aria-checked=true]{background:#1677ff}.ant-switch-handle{position:absolute;width:18px;height:18px;border-radius:50%;background:#fff;top:2px;left:2px}.ant-switch[aria-checked=true] .ant-switch-handle{left:24px}.ant-btn{border:1px solid #d9d9d9;border-radius:6px;background:#fff;padding:5px 16px;font:inherit}.ant-btn-primary{background:#1677ff;color:#fff;border-color:#1677ff}.ant-tag{background:#e6f4ff;border-radius:4px;padding:0 7px;margin-right:4px}.ant-message{color:#cf1322}table{width:100%;border-collapse:collapse}td,th{padding:6px 8px;border-bottom:1px solid #f0f0f0;text-align:left}[hidden]{display:none!important}.ant-descriptions{display:flex;gap:26px}.ant-descriptions-label{color:#0008}</style>${head}</head><body><div class="ant-layout">
<div class="ant-sider"><b>Kinéa Web</b><p>Planning</p><p>Patients</p><p>Bilans</p><p>Facturation</p><p>Télétransmission</p><small>${mention}</small></div>
<div class="ant-content"><div class="ant-card"><div class="ant-descriptions"><div><span class="ant-descriptions-label">Nom :</span> <span class="d1">${who.last}</span></div><div><span class="ant-descriptions-label">Prénom :</span> <span class="d2">${who.first}</span></div><div><span class="ant-descriptions-label">Né(e) le :</span> <span class="d3">${who.birth}</span></div><div><span class="ant-descriptions-label">NIR :</span> <span class="d4">${who.nir}</span></div></div></div>
<div class="ant-card"><div class="ant-card-head">Prestation</div><div class="ant-row">${select('code', 'Prestation', '')}${input('qte', 'Quantité')}${input('mt', 'Montant')}${input('dep', 'Dépassement')}</div><div>Total <b class="ant-statistic-content"></b></div><div class="ant-message"></div></div>
<div class="ant-card"><div class="ant-card-head">Facturation</div><div class="ant-row">${newBox}${select('mode', 'Mode de sécurisation', 'SESAM Vitale')}${select('pds', 'Parcours de soins', 'Choisir')}${toggle('amo', 'TP AMO')}${toggle('amc', 'TP AMC')}</div></div>
<div class="ant-card carte-prescripteur" hidden><div class="ant-card-head">Prescripteur</div><div class="ant-row">${input('num', 'Numéro AM')}${input('nom', 'Nom du prescripteur')}${input('dat', 'Date prescription')}</div></div>
<p><button type="button" class="ant-btn">Annuler</button> <button type="button" class="ant-btn ant-btn-primary">Valider</button></p>
<div class="ant-card"><div class="ant-card-head">Factures du patient</div><table><thead><tr><th>Date</th><th>Actes</th><th>Montant</th><th>AMO</th><th>AMC</th><th>État</th></tr></thead><tbody>${billRows()}</tbody></table></div></div></div></body></html>`;
  },
};
