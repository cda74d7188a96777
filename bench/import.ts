/**
 * Files in the register's page of the built extension, in a real Chromium: a file is dropped, controlled by the worker,
 * and its acts are sealed into the register by the page. 10,000 and 100,000 lines controlled, 1,000 and 10,000 acts
 * added, then a million lines. `VOLET_LINES=0` leaves the million out.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ask, doctor, launch } from '../tests/e2e/browser.ts';
import { startPractice } from '../tests/practice/server.ts';
import { exportOf } from './csv.ts';

const RUNS = 3;
const TARGETS = { seal: 3000, audit: 1000, growth: 11 } as const;
const MANY = Number(process.env['VOLET_LINES'] ?? '1000000');

const say = (line: string) => process.stdout.write(`${line}\n`);
const ms = (value: number) => `${Math.round(value).toLocaleString('en')} ms`;
const median = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const folder = mkdtempSync(join(tmpdir(), 'volet-bench-'));
/** A file of its own for each: the same one twice would bring nothing new. */
function fileOf(name: string, lines: number, share: number): string {
  const path = join(folder, `${name}.csv`);
  writeFileSync(path, exportOf(lines, share));
  return path;
}

/** Keeps, in the page, when each word of the worker came and the longest time the page did not answer. */
function watch(): void {
  const seen = { shares: [] as [number, number][], answered: 0, longest: 0 };
  Object.assign(globalThis, { benchSeen: seen });
  const post = Reflect.get(Worker.prototype, 'postMessage') as Worker['postMessage'];
  const known = new WeakSet<Worker>();
  Worker.prototype.postMessage = function (this: Worker, ...said: [never]) {
    if (!known.has(this)) {
      known.add(this);
      this.addEventListener('message', ({ data }: MessageEvent<{ kind: string; share: number }>) => {
        if (data.kind === 'progress') seen.shares.push([data.share, performance.now()]);
        else seen.answered = performance.now();
      });
    }
    post.apply(this, said);
  };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
  }).observe({ type: 'longtask' });
}

interface Seen {
  shares: [number, number][];
  answered: number;
  longest: number;
}
const seenIn = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const { benchSeen } = globalThis as never as { benchSeen: Seen };
    const now = { ...benchSeen };
    Object.assign(benchSeen, { shares: [], answered: 0, longest: 0 });
    return now;
  });

/** Resident memory of the extension's own processes, MB; the largest since it was begun. */
function memory(): { stop: () => number } {
  let most = 0;
  const look = () => {
    let sum = 0;
    for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        const command = readFileSync(`/proc/${id}/cmdline`, 'utf8');
        if (!command.includes('--type=renderer') || !command.includes('--extension-process')) continue;
        const [, pages = '0'] = readFileSync(`/proc/${id}/statm`, 'utf8').split(' ');
        sum += Number(pages) * 4096;
      } catch {
        // It ended meanwhile.
      }
    }
    most = Math.max(most, sum / 1e6);
  };
  const timer = setInterval(look, 200);
  return {
    stop() {
      clearInterval(timer);
      return most;
    },
  };
}

interface Controlled {
  /** Reading and judging, and judging alone: ms. */
  whole: number;
  judged: number;
  longest: number;
}

async function control(page: Page, path: string): Promise<Controlled> {
  await page.locator('input[type=file]').setInputFiles(path);
  const button = page.getByRole('button', { name: 'Contrôler', exact: true });
  await button.waitFor();
  await seenIn(page);
  const start = await page.evaluate(() => {
    const buttons = [...document.querySelectorAll('button')];
    const now = performance.now();
    buttons.find(({ textContent }) => textContent === 'Contrôler')?.click();
    return now;
  });
  await page.locator('[data-judged]').waitFor({ timeout: 280_000 });
  const { shares, answered, longest } = await seenIn(page);
  const judging = shares.find(([share]) => share >= 0.75)?.[1] ?? Number.NaN;
  // Rows are asked for once the file is judged: the last answer is theirs, a few milliseconds later.
  return { whole: answered - start, judged: answered - judging, longest };
}

/** Milliseconds from the click to the words that all is in the register. */
async function add(page: Page): Promise<number> {
  const taken = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const button = [...document.querySelectorAll('button')].find(
          ({ textContent }) => textContent === 'Ajouter au registre',
        );
        const start = performance.now();
        button?.click();
        const look = () => {
          const said = document.querySelector('.control [role=status]')?.textContent ?? '';
          if (said.includes('au registre')) resolve(performance.now() - start);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  return taken;
}

const practice = await startPractice();
const volet = await launch(practice);
await ask(volet, 'saveSettings', doctor);
const page = await volet.context.newPage();
await page.addInitScript(watch);
const address = `chrome-extension://${volet.extensionId}/register.html#controler`;
await page.goto(address);

const audits = new Map<number, number>();
for (const lines of [10_000, 100_000]) {
  const path = fileOf(`audit-${lines}`, lines, 4);
  const runs: Controlled[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    await page.goto('about:blank');
    await page.goto(address);
    runs.push(await control(page, path));
  }
  const judged = median(runs.map((run) => run.judged));
  audits.set(lines, judged);
  say(`\n${lines.toLocaleString('en')} lines controlled (reading and judging in the page's worker)`);
  say(`  the whole           median ${ms(median(runs.map((run) => run.whole)))}`);
  say(
    `  judged, once read   median ${ms(judged)}${lines === 100_000 ? `  (target ${TARGETS.audit} ms)` : ''}`,
  );
  say(`  longest block of the page ${ms(Math.max(...runs.map((run) => run.longest)))}`);
}

const seals = new Map<number, number>();
for (const acts of [1000, 10_000]) {
  const taken: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    await page.goto('about:blank');
    await page.goto(address);
    await control(page, fileOf(`acts-${acts}-${run}`, acts, 1 + run / 10));
    taken.push(await add(page));
  }
  seals.set(acts, median(taken));
  say(
    `\n${acts.toLocaleString('en')} acts of téléexpertise added (fetched from the worker, sealed and written by the page)`,
  );
  say(
    `  median ${ms(median(taken))}, worst ${ms(Math.max(...taken))}${acts === 10_000 ? `  (target ${TARGETS.seal} ms)` : ''}`,
  );
}
const growth = (of: Map<number, number>, small: number) =>
  ((of.get(small * 10) ?? 0) / (of.get(small) ?? 1)).toFixed(1);
say(
  `\n×10 costs: judging ×${growth(audits, 10_000)}, adding ×${growth(seals, 1000)}  (target ×${TARGETS.growth})`,
);

if (MANY > 0) {
  const path = fileOf('many', MANY, 4);
  await page.goto('about:blank');
  await page.goto(address);
  const used = memory();
  const { whole, judged, longest } = await control(page, path);
  say(`\n${MANY.toLocaleString('en')} lines controlled`);
  say(`  the whole ${ms(whole)}, of which judging ${ms(judged)}`);
  say(`  longest block of the page ${ms(longest)}`);
  say(`  memory of the extension's process, at most ${Math.round(used.stop())} MB`);
}
await volet.close();
await practice.close();
rmSync(folder, { recursive: true, force: true });
