/**
 * Which control carries which concept, told by labels: our reader beside fathom-web, Testing Library and the accessible
 * names of dom-accessibility-api, in one browser, on the same pages, with the same words. Cold = the first call in a page
 * just opened, its script evaluated before; warm = the calls after it. Times are the processor's, of the page's own
 * thread: the machine's other work cannot lengthen them much; the clock's are beside them. Then what our watching costs
 * while a page storms. Run alone: `node bench/labels.ts`; `ROUNDS=3` for a quick one.
 */
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { build } from 'vite';
import { addressOf, findAll, type CorpusEntry } from '../tests/practice/corpus/entry.ts';
import { readCorpus } from '../tests/practice/label-run.ts';
import { startPractice } from '../tests/practice/server.ts';

const ROUNDS = Number(process.env['ROUNDS'] ?? 9);
const WARM = 5;
const TARGETS = { cold: 15, timesFathom: 30, insertions: 2 } as const;

const wall = 'https://storm.practice.test/wall';
const pages = [
  wall,
  'https://atlas.nobody.test/facturation/feuille?etat=rqd',
  'https://cabinet360.nobody.test/facturation/feuille?etat=rqd',
  'https://kinea.nobody.test/facturation/feuille?etat=rqd',
];
const files = {
  ours: 'labels-ours.ts',
  fathom: 'labels-peers.ts',
  fathomTold: 'labels-peers.ts',
  fathomLean: 'labels-peers.ts',
  testingLibrary: 'labels-peers.ts',
  accessibleNames: 'labels-peers.ts',
};
type Contender = keyof typeof files;

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** One classic minified script that leaves `contender` on the window; only what `only` needs comes along. */
async function bundle(file: string, only: string): Promise<string> {
  const entry = '\0entry.ts';
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}' },
    plugins: [
      {
        name: 'one-contender',
        resolveId: (id) => (id.endsWith('one-contender') ? entry : null),
        load: (id) =>
          id === entry ? `export { ${only} } from ${JSON.stringify(join(import.meta.dirname, file))};` : null,
      },
    ],
    build: {
      write: false,
      minify: true,
      lib: { entry: 'one-contender', formats: ['iife'], name: 'contender', fileName: 'out' },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  if (!first || !('output' in first)) throw new Error(`${file} was not built`);
  // As our own build does with the reader (scripts/bare-scripts-plugin.ts), for all of them.
  return `//# allFunctionsCalledOnLoad\n${first.output[0].code.replace(/(?:var|const|let) contender\b/, 'window.contender')}`;
}

/** A page at `address`, and a way to know what a script costs its thread, in ms. */
async function open(room: BrowserContext, address: string) {
  const page = await room.newPage();
  await page.goto(address, { waitUntil: 'load' });
  const cdp = await room.newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async (): Promise<number> => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
  const run = async <Value>(expression: string): Promise<{ ms: number; value: Value }> => {
    await cdp.send('Runtime.evaluate', { expression: '0' });
    const before = await spent();
    const { result } = await cdp.send('Runtime.evaluate', { expression, returnByValue: true });
    return { ms: (await spent()) - before, value: result.value as Value };
  };
  const empty = median([(await run('1')).ms, (await run('2')).ms, (await run('3')).ms]);
  return {
    page,
    async timed<Value>(expression: string): Promise<{ ms: number; value: Value }> {
      const { ms, value } = await run<Value>(expression);
      return { ms: Math.max(0, ms - empty), value };
    },
  };
}

/** The fields of the page that a control carries, and whether an answer is one of them. */
const judge = ({ fields }: CorpusEntry): string => `
  window.findAll = ${findAll.toString()};
  window.truth = ${JSON.stringify(fields)};
  window.asked = Object.keys(truth).filter((field) => {
    const [place] = findAll(truth[field]);
    return place.matches('input,select,textarea,[role]') || place.querySelector('input,select,textarea,[role]');
  });
  window.judged = (found) => {
    const said = asked.filter((field) => found[field]);
    const right = said.filter((field) => findAll(truth[field])[0].contains(found[field])).length;
    return { right, wrong: said.length - right, asked: asked.length };
  };`;

interface Run {
  evaluated: number;
  cold: number;
  clock: number;
  warm: number;
  right: number;
  wrong: number;
  asked: number;
}

async function once(
  room: BrowserContext,
  script: string,
  contender: Contender,
  entry: CorpusEntry,
): Promise<Run> {
  const { page, timed } = await open(room, addressOf(entry));
  await page.waitForFunction(
    `(() => { const findAll = ${findAll.toString()}; return ${JSON.stringify(Object.values(entry.fields))}.every((one) => findAll(one).length > 0); })()`,
  );
  await page.evaluate(judge(entry));
  const evaluated = await timed(
    `{ const script = document.createElement('script'); script.textContent = ${JSON.stringify(script)}; document.head.append(script); }`,
  );
  const call = `contender.${contender}(asked)`;
  const cold = await timed<number>(
    `(() => { const begun = performance.now(); window.found = ${call}; return performance.now() - begun; })()`,
  );
  const warm = await timed(`for (let turn = 0; turn < ${WARM}; turn++) ${call};`);
  const verdict = (await page.evaluate('judged(found)')) as Pick<Run, 'right' | 'wrong' | 'asked'>;
  await page.close();
  return {
    evaluated: evaluated.ms,
    cold: cold.ms,
    clock: cold.value,
    warm: warm.ms / WARM,
    ...verdict,
  };
}

interface Storm {
  /** ms of the processor in our code, from the first turn to a second and a half after the last; and in the page's own. */
  ms: number;
  page: number;
  looks: number;
  /** Whole readings of the page. */
  passes: number;
}

interface TraceEvent {
  name: string;
  ph: string;
  dur?: number;
  tdur?: number;
  args?: { data?: { url?: string } };
}

const nap = '(ms) => new Promise((done) => setTimeout(done, ms))';
const OURS = 'https://volet.invalid/watching.js';

async function storm(room: BrowserContext, script: string, address: string): Promise<Storm> {
  const page = await room.newPage();
  await page.goto(address, { waitUntil: 'load' });
  await page.evaluate(`${script}\n//# sourceURL=${OURS}`);
  await page.evaluate(`(async () => { window.counted = contender.start(); await (${nap})(1_500); })()`);
  const cdp = await room.newCDPSession(page);
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as unknown as TraceEvent[])));
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'toplevel', 'v8'] },
  });
  const counts = (await page.evaluate(`(async () => {
    const before = counted();
    await window.__storm.run();
    await (${nap})(1_500);
    const after = counted();
    return { looks: after.looks - before.looks, passes: after.passes - before.passes };
  })()`)) as Pick<Storm, 'looks' | 'passes'>;
  const done = new Promise<void>((resolve) => cdp.once('Tracing.tracingComplete', () => resolve()));
  await cdp.send('Tracing.end');
  await done;
  await page.close();
  const spent = (url: string): number =>
    events
      .filter(({ name, ph, args }) => name === 'FunctionCall' && ph === 'X' && args?.data?.url?.includes(url))
      .reduce((sum, { tdur, dur = 0 }) => sum + (tdur ?? dur) / 1000, 0);
  return { ms: spent(OURS), page: spent('/storm'), ...counts };
}

const practice = await startPractice();
const browser = await chromium.launch({
  executablePath: process.env['VOLET_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', `--host-resolver-rules=${practice.hostRules}`],
});
// A page's own CSP must not refuse the contenders.
const room = await browser.newContext({ ignoreHTTPSErrors: true, bypassCSP: true, locale: 'fr-FR' });
const corpus = readCorpus();
const scripts = new Map<Contender, string>();
for (const [contender, file] of Object.entries(files) as Array<[Contender, string]>) {
  scripts.set(contender, await bundle(file, contender));
}
const results: Record<string, Record<string, unknown>> = {};
const column = (value: number): string => value.toFixed(1).padStart(6);
let [coldWall, fathomWall, toldWall, leanWall] = [NaN, NaN, NaN, NaN];

for (const address of pages) {
  const entry = corpus.find(({ page }) => page === address);
  if (!entry) throw new Error(`${address} is not in the corpus`);
  const runs = new Map<Contender, Run[]>();
  // In turns, so that what the machine does meanwhile falls on all of them.
  for (let round = 0; round < ROUNDS; round++) {
    for (const [contender, script] of scripts) {
      const had = runs.get(contender) ?? [];
      had.push(await once(room, script, contender, entry));
      runs.set(contender, had);
    }
  }
  const of = (contender: Contender, figure: keyof Run): number[] =>
    (runs.get(contender) ?? []).map((run) => run[figure]);
  const ours = median(of('ours', 'cold'));
  say(`\n${address} (${runs.get('ours')?.[0]?.asked} fields to find), ms`);
  for (const contender of runs.keys()) {
    const [cold, warm] = [median(of(contender, 'cold')), median(of(contender, 'warm'))];
    const [best, clock] = [Math.min(...of(contender, 'cold')), median(of(contender, 'clock'))];
    const evaluated = median(of(contender, 'evaluated'));
    const [right = 0, wrong = 0] = [of(contender, 'right')[0], of(contender, 'wrong')[0]];
    (results[address] ??= {})[contender] = { cold, best, clock, evaluated, warm, right, wrong };
    say(
      `  ${contender.padEnd(15)} cold ${column(cold)} (best ${column(best)}, by the clock ${column(clock)}), ` +
        `×${(cold / ours).toFixed(1)}; evaluation ${column(evaluated)}; warm ${column(warm)}; right ${right}, wrong ${wrong}`,
    );
  }
  if (address === wall) {
    [coldWall, fathomWall] = [ours, median(of('fathom', 'cold'))];
    [toldWall, leanWall] = [median(of('fathomTold', 'cold')), median(of('fathomLean', 'cold'))];
  }
}

const watching = await bundle('labels-storm.ts', 'start');
const storms: Array<[string, string]> = [
  ['1 000 insertions', '/insertions?count=1000&ticks=20&every=50'],
  ['grid of 150 × 8, 30 times', '/grid?ticks=30&every=200'],
];
say('');
for (const [name, path] of storms) {
  const runs: Storm[] = [];
  for (let round = 0; round < Math.min(ROUNDS, 5); round++)
    runs.push(await storm(room, watching, `https://storm.practice.test${path}`));
  const of = (figure: keyof Storm): number => median(runs.map((run) => run[figure]));
  const best = Math.min(...runs.map(({ ms }) => ms));
  results[name] = { ms: of('ms'), best, page: of('page'), looks: of('looks'), passes: of('passes') };
  say(
    `${name}: ${of('ms').toFixed(1)} ms of ours (best ${best.toFixed(1)}), the page's own work ${of('page').toFixed(1)} ms; ` +
      `${of('looks')} looks, ${of('passes')} readings`,
  );
}
say(
  `\nwall: cold ${coldWall.toFixed(1)} ms (target ${TARGETS.cold}); fathom-web ×${(fathomWall / coldWall).toFixed(1)} ` +
    `(target ${TARGETS.timesFathom}), told what to look for ×${(toldWall / coldWall).toFixed(1)}, in the fewest rules ×${(leanWall / coldWall).toFixed(1)}`,
);
say(`1 000 insertions: target ${TARGETS.insertions} ms`);
say(JSON.stringify({ bench: 'labels', ...results }));
await browser.close();
await practice.close();
