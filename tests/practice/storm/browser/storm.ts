/**
 * `window.__storm`: the page's own work, started by the test. `run()` ends when the storm is over; `turns` tells how
 * far it has come, `longest` the longest turn of the page's own work in ms.
 */
import { readIsland } from '../../truth/expose.ts';
import type { StormData } from '../pages.ts';
import { addToThread, drawGrid, insertRows } from './turns.ts';

interface Storm {
  name: string;
  turns: number;
  longest: number;
  run(): Promise<void>;
}

const data = readIsland<StormData>();
const storm: Storm = { name: data.name, turns: 0, longest: 0, run };
(window as Window & { __storm?: Storm }).__storm = storm;

function turn(): void {
  const start = performance.now();
  if (data.name === 'insertions') insertRows(Math.ceil(data.count / data.ticks), storm.turns);
  if (data.name === 'grid') drawGrid(storm.turns);
  if (data.name === 'scroll') addToThread(storm.turns);
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

if (data.name === 'grid') drawGrid(0);
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
