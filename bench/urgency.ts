/**
 * Reading urgency in letters of 2, 20 and 200 kB, the growth between them, and texts made to be slow. The letters are
 * those of the labelled corpus, one after the other: no two sentences alike, a wording of urgency in nearly each. The
 * ordinary letter is made of those that hold none. Run alone: `node bench/urgency.ts`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { readUrgency } from '../rules/urgency/read.ts';

export interface UrgencyFigure {
  name: string;
  /** UTF-16 units. */
  size: number;
  /** Milliseconds: median and best by the clock, and the processor's own time, garbage collection included. */
  median: number;
  best: number;
  processor: number;
}

const corpus = new URL('../tests/rules/urgency-corpus/', import.meta.url);

/** A text of so many units, made of the texts of the corpus that `keep` keeps. */
export function letterOf(size: number, keep: (text: string) => boolean = () => true): string {
  const texts = readdirSync(corpus)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => JSON.parse(readFileSync(new URL(name, corpus), 'utf8')) as { text: string }[]);
  const once = texts
    .map(({ text }) => text)
    .filter(keep)
    .join('\n\n');
  return once.repeat(Math.ceil(size / once.length)).slice(0, size);
}

const slow: Record<string, string> = {
  '20 kB of « pas »': 'pas '.repeat(5_000),
  '20 kB of one letter': 'a'.repeat(20_000),
  '20 kB of line ends': '\n'.repeat(20_000),
  '20 kB of emoji': '🚑'.repeat(10_000),
  '20 kB of brackets': '('.repeat(20_000),
  '20 kB of « depuis »': 'depuis '.repeat(2_857),
  '20 kB of one term': 'avc '.repeat(5_000),
  '20 kB of terms and denials': 'pas avc, '.repeat(2_222),
  '20 kB of a term never ended': `douleur ${'de la '.repeat(3_332)}`,
};

function measure(name: string, text: string, runs: number): UrgencyFigure {
  readUrgency(text);
  const before = process.cpuUsage();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    readUrgency(text);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const { user } = process.cpuUsage(before);
  return {
    name,
    size: text.length,
    median: times[times.length >> 1] ?? Number.NaN,
    best: times[0] ?? Number.NaN,
    processor: user / 1000 / runs,
  };
}

export function urgencyFigures(): UrgencyFigure[] {
  const whole = letterOf(200_000);
  const ordinary = letterOf(20_000, (text) => readUrgency(text).hits.length === 0);
  measure('warm-up', whole.slice(0, 20_000), 50);
  return [
    measure('2 kB letter', whole.slice(0, 2_000), 400),
    measure('20 kB letter', whole.slice(0, 20_000), 100),
    measure('200 kB letter', whole, 20),
    measure('20 kB ordinary letter', ordinary, 100),
    ...Object.entries(slow).map(([name, text]) => measure(name, text, 30)),
  ];
}

if (import.meta.main) {
  const start = performance.now();
  readUrgency('');
  const first = performance.now() - start;
  const figures = urgencyFigures();
  const ms = (value: number) => `${value.toFixed(2).padStart(7)} ms`;
  const lines = figures.map(
    ({ name, median, best, processor }) =>
      `${name.padEnd(28)} median ${ms(median)}   best ${ms(best)}   processor ${ms(processor)}`,
  );
  const [small, middle, large] = figures;
  const growth = (of: 'median' | 'best' | 'processor') => ({
    to20: (middle?.[of] ?? Number.NaN) / (small?.[of] ?? Number.NaN),
    to200: (large?.[of] ?? Number.NaN) / (middle?.[of] ?? Number.NaN),
  });
  const grown = { median: growth('median'), best: growth('best'), processor: growth('processor') };
  for (const [of, { to20, to200 }] of Object.entries(grown)) {
    lines.push(
      `ten times the text, ${of}: ×${to20.toFixed(1)} from 2 to 20 kB, ×${to200.toFixed(1)} from 20 to 200 kB`,
    );
  }
  lines.push(`first reading, with the lexicons built: ${first.toFixed(0)} ms`);
  process.stdout.write(
    `${lines.join('\n')}\n${JSON.stringify({ bench: 'urgency', figures, grown, first })}\n`,
  );
}
