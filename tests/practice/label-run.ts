/** What the label reader answers on every page of the corpus, held against the truth. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import type { FieldId } from '../../sites/model.ts';
import { addressOf, findAll, type CorpusEntry } from './corpus/entry.ts';

/** Pages open at a time: more of them only wait for one another. */
const LANES = 4;
/** ms between two looks at a page that is being built, and how many of them. */
const TURN = 30;
const MOST_TURNS = 1_000;

export interface Judged {
  page: string;
  kind: CorpusEntry['kind'];
  screen: CorpusEntry['kind'];
  right: FieldId[];
  wrong: string[];
  missed: FieldId[];
}

/** One classic script that leaves `name` on the window of the page it is run in. */
export async function bundle(entry: string, name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry, formats: ['iife'], name, fileName: 'out' },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  if (!first || !('output' in first)) throw new Error(`${entry} was not built`);
  return first.output[0].code;
}

interface Answer {
  screen: string | null;
  fields: Record<string, string>;
}

/** Runs in the page: the answer, each field judged against the selectors of the truth. */
function judgeInPage(find: string, fields: string): string {
  return `(() => {
    const findAll = ${find};
    const truth = ${fields};
    const known = window.vocabulary.understand(document);
    const up = (node) => node.parentNode ?? node.host ?? node.defaultView?.frameElement ?? null;
    const fields = {};
    for (const [field, seen] of known?.fields ?? []) {
      const selector = truth[field];
      if (selector === undefined) {
        fields[field] = 'stranger ' + seen.evidence + ' ' + seen.element.outerHTML.slice(0, 90);
        continue;
      }
      const [place] = findAll(selector);
      let right = false;
      for (let at = seen.element; at; at = up(at)) right ||= at === place;
      fields[field] = right ? 'right' : 'wrong ' + seen.evidence + ' ' + seen.element.outerHTML.slice(0, 90);
    }
    return { screen: known?.screen ?? null, fields };
  })()`;
}

async function judgePage(page: Page, entry: CorpusEntry, script: string): Promise<Judged> {
  await page.goto(addressOf(entry), { waitUntil: 'domcontentloaded' });
  const wait = [...Object.values(entry.fields), ...(entry.ready === undefined ? [] : [entry.ready])];
  // Asked again until it is there: a page's own CSP refuses what Playwright would wait with.
  const ready = `(() => { const findAll = ${findAll.toString()}; return ${JSON.stringify(wait)}.every((one) => findAll(one).length > 0); })()`;
  for (let turn = 0; !(await page.evaluate(ready).catch(() => false)); turn++) {
    if (turn > MOST_TURNS) throw new Error(`${entry.page} never became what the corpus says`);
    await page.waitForTimeout(TURN);
  }
  await page.evaluate(script);
  const answer = (await page.evaluate(
    judgeInPage(findAll.toString(), JSON.stringify(entry.fields)),
  )) as Answer;
  const screen = (answer.screen ?? 'none') as CorpusEntry['kind'];
  const free: readonly string[] = [...(entry.either ?? []), 'utilisateur.nom', 'patient.ecart'];
  const told = Object.entries(answer.fields);
  const right = told.filter(([, verdict]) => verdict === 'right').map(([field]) => field as FieldId);
  return {
    page: entry.page,
    kind: entry.kind,
    screen,
    right,
    wrong: told
      .filter(([field, verdict]) => verdict !== 'right' && !free.includes(field))
      .map(([field, verdict]) => `${field} (${verdict})`),
    missed: (Object.keys(entry.fields) as FieldId[]).filter((field) => !(field in answer.fields)),
  };
}

export function readCorpus(): CorpusEntry[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'corpus.json'), 'utf8')) as CorpusEntry[];
}

export async function judgeAll(room: BrowserContext, corpus: readonly CorpusEntry[]): Promise<Judged[]> {
  const entry = join(import.meta.dirname, '../../sites/vocabulary/understand.ts');
  if (!existsSync(entry)) throw new Error('no label reader');
  const script = (await bundle(entry, 'vocabulary')).replace(/^(var|const) vocabulary/m, 'window.vocabulary');
  const waiting = [...corpus];
  const done: Judged[] = [];
  const lane = async (): Promise<void> => {
    const page = await room.newPage();
    for (let next = waiting.shift(); next; next = waiting.shift())
      done.push(await judgePage(page, next, script));
    await page.close();
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return done.sort((one, other) => one.page.localeCompare(other.page));
}
