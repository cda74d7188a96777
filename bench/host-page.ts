/**
 * What the extension costs the page it stands on: sentinel size, the longest task that is ours on the host's main
 * thread at normal and at four times slower CPU, and how long after the last field it needs the panel shows a finding.
 * Times come from the browser's own trace: processor time of every event whose script is ours, summed by the task it
 * ran in.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import {
  ask,
  doctor,
  extensionFolder,
  forget,
  launch,
  panelOf,
  weda,
  type Volet,
} from '../tests/e2e/browser.ts';
import { startPractice } from '../tests/practice/server.ts';

const RUNS = 5;
const TARGETS = { sentinelBytes: 20_000, longestTask: { 1: 4, 4: 16 }, finding: 300 } as const;

interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  /** Processor time of the thread: what the machine's other work cannot lengthen. */
  tdur?: number;
  pid: number;
  tid: number;
  args?: { data?: { url?: string; stackTrace?: Array<{ url?: string }> } };
}

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const ms = (value: number): string => `${value.toFixed(1)} ms`;

async function trace(cdp: CDPSession, work: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => void events.push(...(value as TraceEvent[]));
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'toplevel', 'v8'] },
  });
  await work();
  const done = new Promise<void>((resolve) => cdp.once('Tracing.tracingComplete', () => resolve()));
  await cdp.send('Tracing.end');
  await done;
  cdp.off('Tracing.dataCollected', collect);
  return events;
}

/** Milliseconds of ours in each task of the host's main thread, longest first. */
function ourTasks(events: TraceEvent[]): number[] {
  const whole = events.filter(({ ph, dur }) => ph === 'X' && dur !== undefined);
  const ours = whole.filter(
    ({ name, args }) =>
      /^(EvaluateScript|FunctionCall|v8\.compile|v8\.run)$/.test(name) &&
      args?.data?.url?.startsWith('chrome-extension://') === true &&
      /sentinel|hand/.test(args.data.url),
  );
  const end = ({ ts, dur = 0 }: TraceEvent) => ts + dur;
  const inside = (inner: TraceEvent, outer: TraceEvent) =>
    inner !== outer &&
    inner.pid === outer.pid &&
    inner.tid === outer.tid &&
    inner.ts >= outer.ts &&
    end(inner) <= end(outer);
  const outermost = ours.filter((event) => !ours.some((other) => inside(event, other)));
  const tasks = whole.filter(({ name }) => /RunTask$/.test(name));
  const sums = new Map<TraceEvent | undefined, number>();
  for (const event of outermost) {
    const task = tasks.find((candidate) => inside(event, candidate));
    sums.set(task, (sums.get(task) ?? 0) + (event.tdur ?? event.dur ?? 0) / 1000);
  }
  sums.delete(undefined);
  return [...sums.values()].sort((a, b) => b - a);
}

/** One sheet, from its address to ten seconds of a person's work on it, seen by the trace. */
async function longestTask(volet: Volet, rate: 1 | 4): Promise<{ longest: number; total: number }> {
  await forget(volet);
  const page = await volet.context.newPage();
  const cdp = await volet.context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate });
  const events = await trace(cdp, async () => {
    await page.goto(weda.fse('accept=change'));
    const panel = await panelOf(page, 60_000);
    await panel.locator('[data-screen="fse"]').waitFor({ timeout: 60_000 });
    await page.waitForFunction(() => (window as never as { __fse: { ready: boolean } }).__fse.ready);
    await typeAct(page);
    await panel.locator('[data-state="block"]').waitFor({ timeout: 30_000 });
  });
  await page.close();
  const tasks = ourTasks(events);
  return { longest: tasks[0] ?? 0, total: tasks.reduce((sum, value) => sum + value, 0) };
}

async function typeAct(page: Page): Promise<void> {
  const input = page.locator('[vz-acte] .acteCell input.mat-input-element').first();
  await input.fill('RQD');
  await input.dispatchEvent('change');
}

/** Milliseconds from the page's last change to the finding it leads to. */
async function findingDelay(volet: Volet): Promise<number> {
  await forget(volet);
  const page = await volet.context.newPage();
  await page.goto(weda.fse('accept=change'));
  const panel = await panelOf(page);
  await panel.locator('[data-screen="fse"]').waitFor();
  await page.waitForFunction(() => (window as never as { __fse: { ready: boolean } }).__fse.ready);
  await page.evaluate(() => {
    const holder = window as never as { lastChange: number };
    holder.lastChange = Date.now();
    new MutationObserver(() => (holder.lastChange = Date.now())).observe(
      document.querySelector('vz-feuille-de-soin') as Element,
      { childList: true, subtree: true },
    );
  });
  const seen = panel.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => document.querySelector('[data-state="block"]') && resolve(Date.now());
        new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });
      }),
  );
  await typeAct(page);
  const shown = await seen;
  const changed = await page.evaluate(() => (window as never as { lastChange: number }).lastChange);
  await page.close();
  return shown - changed;
}

const practice = await startPractice();
const volet = await launch(practice);
await ask(volet, 'saveSettings', doctor);

const sentinelBytes = readFileSync(join(extensionFolder, 'sentinel.js')).length;
const results: Record<string, unknown> = { sentinelBytes };
process.stdout.write(`sentinel: ${sentinelBytes} bytes (budget ${TARGETS.sentinelBytes})\n`);
for (const rate of [1, 4] as const) {
  const runs = [];
  for (let run = 0; run < RUNS; run++) runs.push(await longestTask(volet, rate));
  const longest = median(runs.map((run) => run.longest));
  const total = median(runs.map((run) => run.total));
  const worst = Math.max(...runs.map((run) => run.longest));
  results[`cpu/${rate}`] = { longest, worst, total };
  process.stdout.write(
    `CPU/${rate}: longest task of ours ${ms(longest)} (worst of ${RUNS}: ${ms(worst)}, target ${TARGETS.longestTask[rate]} ms), ` +
      `all of ours on one sheet ${ms(total)}\n`,
  );
}
const delays = [];
for (let run = 0; run < RUNS; run++) delays.push(await findingDelay(volet));
results['finding'] = { median: median(delays), worst: Math.max(...delays) };
process.stdout.write(
  `finding shown ${ms(median(delays))} after the last change of the page (worst ${ms(Math.max(...delays))}, target ${TARGETS.finding} ms)\n`,
);
process.stdout.write(`${JSON.stringify({ bench: 'host-page', ...results })}\n`);
await volet.close();
await practice.close();
