/** The corpus is true: each page is served, and each field it tells of is exactly one element of its page. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { fieldIds } from '../../sites/model.ts';
import { addressOf, findAll, type CorpusEntry } from '../practice/corpus/entry.ts';
import { expect, test } from './replica-room.ts';

const practiceFolder = join(import.meta.dirname, '..', 'practice');
const corpus = JSON.parse(readFileSync(join(practiceFolder, 'corpus.json'), 'utf8')) as CorpusEntry[];

/** Pages open at a time: more of them only wait for one another. */
const LANES = 4;

/** Selectors of the entry that do not match one element, with their count. */
function wrongSelectors(page: Page, entry: CorpusEntry): Promise<string[]> {
  const selectors: Record<string, string> = { ...entry.fields };
  if (entry.ready !== undefined) selectors['ready'] = entry.ready;
  return page.evaluate(
    `(() => { const findAll = ${findAll.toString()};
      return Object.entries(${JSON.stringify(selectors)})
        .map(([name, selector]) => [name, findAll(selector).length])
        .filter(([name, count]) => (name === 'ready' ? count === 0 : count !== 1))
        .map(([name, count]) => name + ': ' + count); })()`,
  );
}

async function check(page: Page, entry: CorpusEntry): Promise<void> {
  const answer = await page.goto(addressOf(entry), { waitUntil: 'domcontentloaded' });
  expect(answer?.status(), entry.page).toBe(200);
  await expect
    .poll(() => wrongSelectors(page, entry).catch(() => ['page is changing']), {
      message: entry.page,
      intervals: [20],
    })
    .toEqual([]);
}

test('every field of every page of the corpus is one element', async ({ room }) => {
  const waiting = [...corpus];
  const lane = async () => {
    const page = await room.newPage();
    for (let entry = waiting.shift(); entry; entry = waiting.shift()) await check(page, entry);
    await page.close();
  };
  await Promise.all(Array.from({ length: LANES }, lane));
});

test('the corpus tells of known fields, of each page once, and of no page that is not there', () => {
  const pages = corpus.map((entry) => entry.page);
  expect(new Set(pages).size).toBe(pages.length);
  expect(pages.length).toBeGreaterThanOrEqual(60);
  const files = readdirSync(join(practiceFolder, 'corpus')).filter((name) => name.endsWith('.html'));
  const told = pages.filter((page) => page.startsWith('corpus/'));
  expect(told.map((page) => page.slice('corpus/'.length)).sort()).toEqual(files.sort());
  expect(told.filter((page) => !existsSync(join(practiceFolder, page)))).toEqual([]);
  const known: readonly string[] = fieldIds;
  for (const entry of corpus) {
    const names = [...Object.keys(entry.fields), ...(entry.either ?? [])];
    expect(
      names.filter((name) => !known.includes(name)),
      entry.page,
    ).toEqual([]);
    expect(new Set(names).size, `${entry.page}: a field is told twice`).toBe(names.length);
    if (entry.kind === 'none') expect(Object.keys(entry.fields), entry.page).toEqual([]);
  }
});
