/**
 * `window.__storm`: the page's own work, started by the test. `run()` ends when the storm is over; `turns` tells how
 * far it has come, `longest` the longest turn of the page's own work in ms.
 */
import { readIsland } from '../../truth/expose.ts';
import type { StormData } from '../pages.ts';

interface Storm {
  name: string;
  turns: number;
  longest: number;
  run(): Promise<void>;
}

const data = readIsland<StormData>();
const storm: Storm = { name: data.name, turns: 0, longest: 0, run };
(window as Window & { __storm?: Storm }).__storm = storm;

const labels = ['Date', 'Code', 'Libellé', 'Qté', 'Base', 'Montant', 'AMO', 'AMC'];

function insert(): void {
  const place = document.getElementById('pluie');
  const each = Math.ceil(data.count / data.ticks);
  for (let index = 0; index < each; index += 1) {
    const row = document.createElement('tr');
    for (const content of [`+${storm.turns}`, `Patient fictif ${index}`, '23/11/2026', 'G']) {
      row.insertCell().textContent = content;
    }
    place?.append(row);
  }
}

function drawGrid(): void {
  const place = document.getElementById('grille');
  if (!place) return;
  const table = document.createElement('table');
  const head = table.createTHead().insertRow();
  for (const label of labels) {
    const cell = document.createElement('th');
    cell.textContent = label;
    head.append(cell);
  }
  const body = table.createTBody();
  for (let row = 0; row < 150; row += 1) {
    const line = body.insertRow();
    for (const label of labels) {
      const input = document.createElement('input');
      input.value = `${label} ${row}.${storm.turns}`;
      line.insertCell().append(input);
    }
  }
  place.replaceChildren(table);
}

function addToThread(): void {
  const place = document.getElementById('fil');
  for (let index = 0; index < 40; index += 1) {
    const line = document.createElement('div');
    line.className = 'f';
    const label = document.createElement('label');
    label.textContent = `Note ${storm.turns * 40 + index}`;
    const input = document.createElement('input');
    label.append(input);
    line.append(label);
    place?.append(line);
  }
}

function turn(): void {
  const start = performance.now();
  if (data.name === 'insertions') insert();
  if (data.name === 'grid') drawGrid();
  if (data.name === 'scroll') addToThread();
  storm.turns += 1;
  storm.longest = Math.max(storm.longest, performance.now() - start);
}

function run(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (data.name === 'scroll') window.scrollTo(0, document.body.scrollHeight);
      else turn();
      if (storm.turns < data.ticks) return;
      clearInterval(timer);
      resolve();
    }, data.every);
  });
}

if (data.name === 'grid') drawGrid();
if (data.name === 'scroll') {
  const end = document.getElementById('fin');
  if (end) {
    new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting) && storm.turns < data.ticks * 5) turn();
      },
      { rootMargin: '200px' },
    ).observe(end);
  }
}
