/**
 * What judging costs: 100 000 sheets under every rule; the ten common rules against json-rules-engine and
 * json-logic-js in the same run, on the same sheets, with the same hits; growth from 10 000 to 1 000 000 sheets.
 * `node bench/rules.ts`; a table, then one line of JSON. Medians; ratios are what should be compared between machines.
 */
import { lintAll } from '../rules/batch.ts';
import { checks } from '../rules/checks/index.ts';
import { lint } from '../rules/lint.ts';
import { factsOf, logicData, logicHits, ourHits, rulesEngine, type Hits } from './rule-engines.ts';
import { practiceContext, practiceSheets } from './rule-sheets.ts';

const whole = 100_000;
/** json-rules-engine is timed on fewer sheets and scaled: the whole would take half a minute a run. */
const sample = 2_000;
const rounds = 7;

const median = (times: readonly number[]) => [...times].sort((a, b) => a - b)[times.length >> 1]!;

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Stops when two engines do not find the same: a ratio between different answers says nothing. */
function sameHits(name: string, ours: readonly Hits[], theirs: readonly Hits[]): void {
  const sorted = (hits: Hits) => [...hits].sort().join(' ');
  const at = theirs.findIndex((hits, index) => sorted(hits) !== sorted(ours[index]!));
  if (at >= 0)
    throw new Error(`${name} differs on sheet ${at}: ${sorted(theirs[at]!)} / ${sorted(ours[at]!)}`);
}

async function sideBySide() {
  const sheets = practiceSheets(whole);
  const logic = sheets.map(logicData);
  const facts = sheets.slice(0, sample).map(factsOf);
  const run = rulesEngine();
  const times = { all: [] as number[], ours: [] as number[], logic: [] as number[], engine: [] as number[] };
  let ours: Hits[] = [];
  let theirs: Hits[] = [];
  let sampled: Hits[] = [];
  let findings = 0;
  // Interleaved, so that a busy moment of the machine falls on all of them.
  for (let round = 0; round < rounds; round++) {
    findings = 0;
    times.all.push(
      await timed(() => {
        for (const sheet of sheets) findings += lint(sheet, practiceContext).findings.length;
      }),
    );
    times.ours.push(await timed(() => (ours = sheets.map((sheet) => ourHits(sheet, practiceContext)))));
    times.logic.push(await timed(() => (theirs = logic.map(logicHits))));
    times.engine.push(
      await timed(async () => {
        sampled = [];
        for (const each of facts) sampled.push(await run(each));
      }),
    );
  }
  sameHits('json-logic-js', ours, theirs);
  sameHits('json-rules-engine', ours, sampled);
  return {
    findings,
    hits: ours.reduce((sum, hits) => sum + hits.length, 0),
    all: median(times.all),
    ours: median(times.ours),
    logic: median(times.logic),
    engine: (median(times.engine) * whole) / sample,
  };
}

interface Grown {
  sheets: number;
  one: number;
  file: number;
  /** Against ten times fewer sheets, in the same round; 0 for the first size. */
  oneRatio: number;
  fileRatio: number;
}

/** Every size in every round: a busy moment of the machine then falls on the sizes alike, and ratios stay honest. */
async function growth(): Promise<Grown[]> {
  const sizes = [10_000, 100_000, 1_000_000];
  const inputs = sizes.map((size) => practiceSheets(size).map((sheet) => ({ sheet })));
  const one: number[][] = sizes.map(() => []);
  const file: number[][] = sizes.map(() => []);
  for (let round = 0; round < 5; round++) {
    for (const [at, items] of inputs.entries()) {
      const each = () => {
        for (const { sheet } of items) lint(sheet, practiceContext);
      };
      // The smaller the file, the more often: one run of a few milliseconds says little.
      const repeats = at === 0 ? 10 : at === 1 ? 3 : 1;
      const runs = async (work: () => unknown) => {
        const many: number[] = [];
        for (let i = 0; i < repeats; i++) many.push(await timed(work));
        return median(many);
      };
      one[at]!.push(await runs(each));
      file[at]!.push(await runs(() => lintAll(items, '2026-12-31')));
    }
  }
  const ratio = (times: number[][], at: number) =>
    at === 0 ? 0 : median(times[at]!.map((time, round) => time / times[at - 1]![round]!));
  return sizes.map((sheets, at) => ({
    sheets,
    one: median(one[at]!),
    file: median(file[at]!),
    oneRatio: ratio(one, at),
    fileRatio: ratio(file, at),
  }));
}

const ms = (value: number) => `${value.toFixed(value < 100 ? 1 : 0)} ms`;
const times = (value: number) => `×${value.toFixed(1)}`;

if (import.meta.main) {
  const compared = await sideBySide();
  const grown = await growth();
  const rows: [string, string, string][] = [
    ['what', 'median', 'ratio'],
    [`lint, ${checks.length} rules, ${whole} sheets, ${compared.findings} findings`, ms(compared.all), ''],
    [`lint, 10 common rules, ${compared.hits} hits`, ms(compared.ours), times(1)],
    ['json-logic-js, the same 10', ms(compared.logic), times(compared.logic / compared.ours)],
    [
      `json-rules-engine, the same 10 (${sample} sheets, scaled)`,
      ms(compared.engine),
      times(compared.engine / compared.ours),
    ],
    ...grown.flatMap(({ sheets, one, file, oneRatio, fileRatio }): [string, string, string][] => [
      [`lint, one by one, ${sheets} sheets`, ms(one), oneRatio ? times(oneRatio) : ''],
      [`lintAll, one file, ${sheets} sheets`, ms(file), fileRatio ? times(fileRatio) : ''],
    ]),
  ];
  const width = Math.max(...rows.map(([what]) => what.length));
  for (const [what, time, ratio] of rows) {
    process.stdout.write(`${what.padEnd(width)}  ${time.padStart(9)}  ${ratio.padStart(8)}\n`);
  }
  process.stdout.write(`${JSON.stringify({ bench: 'rules', compared, grown })}\n`);
}
