/** The pages that wear an observer out. Each holds a small sheet, so that there is something to watch. */
import { appScript, dataIsland } from '../truth/answers.ts';
import { smallSheet } from './sheet.ts';

export type StormName = 'insertions' | 'grid' | 'wall' | 'regex' | 'scroll';
export const stormNames: StormName[] = ['insertions', 'grid', 'wall', 'regex', 'scroll'];

export interface StormData {
  name: StormName;
  /** Nodes inserted by `insertions`, over `ticks` turns. */
  count: number;
  ticks: number;
  /** Milliseconds between two turns. */
  every: number;
}

const style = `<style>body{margin:0;font:13px Arial,sans-serif;color:#223}header{background:#34495e;color:#fff;padding:8px 14px}main{padding:10px 14px}.f{display:inline-block;margin:0 14px 8px 0}.f label{display:block;font-size:11px;color:#556}table{border-collapse:collapse}td,th{border:1px solid #ccd;padding:2px 5px;text-align:left}.grille input{width:90px;border:0}</style>`;

export function stormShell(title: string, data: StormData | null, content: string): string {
  const head = data ? dataIsland(data) + appScript('storm/browser/storm.ts') : '';
  return `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">${style}${head}</head>
<body><header><b>Tempête</b> — réplique de test, personnes fictives</header><main>${content}</main></body></html>`;
}

/** A page of 1 500 rows, into which nodes rain. */
export function insertionsPage(data: StormData): string {
  const rows = Array.from(
    { length: 1500 },
    (_, row) =>
      `<tr><td>${row + 1}</td><td>Patient fictif ${row}</td><td>${10 + (row % 18)}/0${1 + (row % 9)}/2026</td><td>${row % 3 ? 'G' : 'VG'}</td></tr>`,
  );
  return stormShell(
    'Insertions',
    data,
    `${smallSheet()}<table><thead><tr><th>N°</th><th>Nom</th><th>Date</th><th>Acte</th></tr></thead><tbody id="pluie">${rows.join('')}</tbody></table>`,
  );
}

/** 150 × 8 fields, drawn again as a whole at each turn. */
export function gridPage(data: StormData): string {
  return stormShell('Grille', data, `${smallSheet()}<div id="grille" class="grille"></div>`);
}

/** More and more rows as the page is scrolled. */
export function scrollPage(data: StormData): string {
  return stormShell('Défilement', data, `${smallSheet()}<div id="fil"></div><div id="fin">…</div>`);
}
