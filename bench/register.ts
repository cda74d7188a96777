/**
 * The register's page in a real Chromium, with the built extension and a register of 10,000 and then 100,000 acts (and as
 * many payments): until the page is usable (its first lines and the count of all drawn, a line opens) and until it is
 * whole (searched, sorted, exported), one key of a search, frames while scrolling, an act remembered by the background
 * while the page is open.
 */
import type { Page } from 'playwright-core';
import { ask, doctor, launch } from '../tests/e2e/browser.ts';
import { fillRegister, timeAdds } from '../tests/e2e/register-fill.ts';
import { startPractice } from '../tests/practice/server.ts';

const RUNS = 5;
const TARGETS = { usable: 1000, key: 100, frame: 1000 / 60, add: 10, growth: 11 } as const;
const TYPED = 'durieu anais 1';

const sorted = (values: number[]) => [...values].sort((a, b) => a - b);
const at = (values: number[], share: number): number =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;
const say = (line: string) => process.stdout.write(`${line}\n`);
const ms = (value: number) => `${value.toFixed(1)} ms`;

interface Opening {
  usable: number;
  whole: number;
}

/** Milliseconds since the navigation started, until all `acts` are counted over drawn lines, and until all are here. */
function opening(page: Page, acts: number): Promise<Opening> {
  return page.evaluate(
    (count) =>
      new Promise<Opening>((resolve) => {
        let usable = 0;
        const look = () => {
          const said = document.querySelector('.counted [role="status"]')?.textContent ?? '';
          const isCounted = said.replace(/\s/g, '').startsWith(`${count}acte`);
          if (usable === 0 && isCounted && document.querySelector('.grid-row')) usable = performance.now();
          const isWhole = document.querySelector('.counted > button:enabled') !== null;
          if (usable > 0 && isWhole) resolve({ usable, whole: performance.now() });
          else requestAnimationFrame(look);
        };
        look();
      }),
    acts,
  );
}

/** Milliseconds from each key to the next frame that shows its answer. */
function keys(page: Page): Promise<number[]> {
  return page.evaluate(async (typed) => {
    const input = document.querySelector<HTMLInputElement>('.bar input');
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    if (!input || !set) return [];
    const painted = () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve();
          channel.port2.postMessage(null);
        }),
      );
    const taken: number[] = [];
    for (let length = 1; length <= typed.length; length += 1) {
      await painted();
      const start = performance.now();
      set.call(input, typed.slice(0, length));
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await painted();
      taken.push(performance.now() - start);
    }
    set.call(input, '');
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await painted();
    return taken;
  }, TYPED);
}

/** Milliseconds between frames over four seconds of scrolling through everything. */
function frames(page: Page): Promise<number[]> {
  return page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const grid = document.querySelector('.grid');
        const taken: number[] = [];
        let last = performance.now();
        const end = last + 4000;
        const step = (now: number) => {
          taken.push(now - last);
          last = now;
          grid?.scrollBy(0, 240);
          if (now < end) requestAnimationFrame(step);
          else resolve(taken.slice(2));
        };
        requestAnimationFrame(step);
      }),
  );
}

interface Measured {
  opened: number;
  usable: number[];
  whole: number[];
  keys: number[];
  frames: number[];
  adds: number[];
}

async function measure(acts: number): Promise<Measured> {
  const practice = await startPractice();
  const volet = await launch(practice);
  await ask(volet, 'saveSettings', doctor);
  const [background] = volet.context.serviceWorkers();
  if (!background) throw new Error('no background');
  const page = await volet.context.newPage();
  const address = `chrome-extension://${volet.extensionId}/register.html`;
  await page.goto(`chrome-extension://${volet.extensionId}/popup.html`);
  await fillRegister(page, { acts });
  // No block tells of anything yet: every record is opened once.
  await page.goto(`${address}#actes`, { waitUntil: 'commit' });
  await opening(page, acts);
  const opened = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () =>
          document.querySelector('progress') ? setTimeout(look, 50) : resolve(performance.now());
        look();
      }),
  );
  await page.waitForTimeout(3000);
  const times: Opening[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    await page.goto('about:blank');
    await page.goto(`${address}#actes`, { waitUntil: 'commit' });
    times.push(await opening(page, acts));
  }
  await page.waitForTimeout(1000);
  const measured = {
    opened,
    usable: times.map(({ usable }) => usable),
    whole: times.map(({ whole }) => whole),
    keys: [...(await keys(page)), ...(await keys(page))],
    frames: await frames(page),
    adds: await timeAdds(background, 50),
  };
  await volet.close();
  await practice.close();
  return measured;
}

function tell(acts: number, measured: Measured): void {
  const late = measured.frames.filter((frame) => frame > TARGETS.frame * 1.5).length;
  say(`\n${acts.toLocaleString('en')} acts and as many payments`);
  say(`  first opening, every record opened once   ${ms(measured.opened)}`);
  say(
    `  page usable      median ${ms(at(measured.usable, 0.5))}, worst ${ms(at(measured.usable, 1))}  (target ${TARGETS.usable} ms)`,
  );
  say(`  all acts here    median ${ms(at(measured.whole, 0.5))}, worst ${ms(at(measured.whole, 1))}`);
  say(
    `  search, per key  median ${ms(at(measured.keys, 0.5))}, worst ${ms(at(measured.keys, 1))}  (target ${TARGETS.key} ms)`,
  );
  say(
    `  scrolling        median ${ms(at(measured.frames, 0.5))} a frame, 95 % under ${ms(at(measured.frames, 0.95))}, ${late} of ${measured.frames.length} frames late`,
  );
  say(
    `  add an act       median ${ms(at(measured.adds, 0.5))}, 95 % under ${ms(at(measured.adds, 0.95))}  (target ${TARGETS.add} ms)`,
  );
}

const sizes = (process.env['VOLET_ACTS'] ?? '10000,100000').split(',').map(Number);
const all: Measured[] = [];
for (const acts of sizes) {
  const measured = await measure(acts);
  tell(acts, measured);
  all.push(measured);
}
const [small, large] = all;
if (small && large) {
  const growth = (of: (measured: Measured) => number) => (of(large) / of(small)).toFixed(1);
  say(`\n×${(sizes[1] ?? 0) / (sizes[0] ?? 1)} acts costs`);
  say(
    `  first opening ×${growth((m) => m.opened)}, page usable ×${growth((m) => at(m.usable, 0.5))}, all here ×${growth((m) => at(m.whole, 0.5))}, search ×${growth((m) => at(m.keys, 0.5))}, add ×${growth((m) => at(m.adds, 0.5))}  (target ×${TARGETS.growth})`,
  );
}
