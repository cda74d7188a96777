/** Ombre: web components, open shadow roots one in the other; a field's caption is inside the field's own root. */
import type { Software } from '../software.ts';
import { billRows, mention, shown } from './words.ts';

export const ombre: Software = {
  name: 'ombre',
  script: 'ombre.ts',
  behaviour: () => ({ bindings: [], final: '.jamais' }),
  page: ({ patient, newBox, head }) => {
    const who = shown(patient);
    return `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Ombre</title><link rel="icon" href="data:,">
<style>body{margin:0;font:15px "Source Sans Pro",Arial,sans-serif;background:#eef6f6;color:#123}header{background:#006d77;color:#fff;padding:12px 22px;display:flex;gap:22px}main{padding:16px 22px;max-width:1000px}table{width:100%;background:#fff;border-collapse:collapse}td,th{padding:5px 8px;border-bottom:1px solid #d5e5e5;text-align:left}</style>${head}</head><body>
<header><b>Ombre</b><span>Patients</span><span>Soins</span><span>Facturer</span><small style="margin-left:auto">${mention}</small></header>
<main><om-patient nom="${who.last}" naissance="${who.birth}" prenom="${who.first}" nomnaissance="${who.birthName}" nir="${who.nir}"></om-patient>
<om-feuille>${newBox}</om-feuille>
<h3>Factures passées</h3><table><thead><tr><th>Date</th><th>Actes</th><th>Montant</th><th>AMO</th><th>AMC</th><th>État</th></tr></thead><tbody>${billRows()}</tbody></table></main></body></html>`;
  },
};
