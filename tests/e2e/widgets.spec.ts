/**
 * The widget matrix, library × control: the real drivers write, read back and undo in the real libraries. A cell passes, or
 * `widget-pages/failures.json` says why it does not: a failure that is not listed fails here, and so does a listed one that
 * has come to pass. `VOLET_WIDGETS=all` runs the heavy libraries too.
 */
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { chromium, type Browser } from 'playwright-core';
import { build } from 'vite';
import { acts, cells, controls, mapOf, type Control } from '../practice/widget-pages/cells.ts';
import { libraries, type Library } from '../practice/widget-pages/libraries.ts';
import type { Asked } from '../practice/widget-pages/hands.ts';
import type { WriteReport } from '../../sites/model.ts';

const practice = join(import.meta.dirname, '..', 'practice');
const failures = JSON.parse(readFileSync(join(practice, 'widget-pages', 'failures.json'), 'utf8')) as Record<
  string,
  Partial<Record<Control, string>>
>;

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};
const TOGETHER = 6;
/** One cell alone, while mending it. */
const only = process.env['VOLET_CELL'];
const origin = 'https://widgets.test';

/** One classic script of a module and all it imports, and its style sheet. */
async function bundle(entry: string): Promise<{ code: string; css: string }> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}' },
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'page' } },
  });
  const files = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  const text = (kind: 'chunk' | 'asset') =>
    files.map((file) => (file.type === kind ? String(file.type === 'chunk' ? file.code : file.source) : ''));
  return { code: text('chunk').join('\n'), css: text('asset').join('\n') };
}

const test = base.extend<object, { browser: Browser; hands: string }>({
  browser: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the parameter's shape
    async ({}, use) => {
      const browser = await chromium.launch({
        executablePath: process.env['VOLET_CHROMIUM'] ?? '/usr/bin/chromium',
        args: ['--no-sandbox'],
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  hands: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the parameter's shape
    async ({}, use) => use((await bundle(join(practice, 'widget-pages', 'hands.ts'))).code),
    { scope: 'worker' },
  ],
});

interface Shown {
  page: Page;
  /** Progress of the writing at hand. */
  reports: WriteReport[];
}

/** Opens pages of a library, made once. */
async function pages(browser: Browser, library: Library, hands: string): Promise<() => Promise<Shown>> {
  const { page: source } = library;
  const made = 'bundle' in source ? await bundle(join(practice, source.bundle)) : null;
  const scripts = 'scripts' in source ? source.scripts : ['bundle.js'];
  const styles = 'scripts' in source ? (source.styles ?? []) : ['bundle.css'];
  const context = await browser.newContext({ locale: 'fr-FR' });
  await context.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const path = pathname.slice(1);
    if (path === '') {
      const html = `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>${library.name}</title><link rel="icon" href="data:,">${styles
        .map((href) => `<link rel="stylesheet" href="/${href}">`)
        .join(
          '',
        )}</head><body>${scripts.map((src) => `<script defer src="/${src}"></script>`).join('')}</body></html>`;
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    }
    if (path === 'bundle.js')
      return route.fulfill({ contentType: types['.js'] ?? '', body: made?.code ?? '' });
    if (path === 'bundle.css')
      return route.fulfill({ contentType: types['.css'] ?? '', body: made?.css ?? '' });
    const file = join(practice, path.startsWith('pages/') ? 'widget-pages' : '', path);
    if (!existsSync(file)) return route.fulfill({ status: 404, body: path });
    return route.fulfill({
      contentType: types[extname(file)] ?? 'application/octet-stream',
      body: readFileSync(file),
    });
  });
  await context.addInitScript({ content: hands });
  return async () => {
    const page = await context.newPage();
    const reports: WriteReport[] = [];
    await page.exposeFunction('__progress', (report: WriteReport) => reports.push(report));
    return { page, reports };
  };
}

interface InPage {
  __ready?: boolean;
  __model: Record<string, unknown>;
}
const modelOf = (page: Page, control: Control): Promise<unknown> =>
  page.evaluate((name) => (window as unknown as InPage).__model[name], control);
const isReady = (page: Page) =>
  page.waitForFunction(
    () => (window as unknown as InPage).__ready === true && document.readyState === 'complete',
    undefined,
    { timeout: 30_000 },
  );

/** Carries a plan out; a page that posts itself is waited for and gone on with, as the background does. */
async function write(page: Page, told: () => WriteReport | undefined, asked: Asked): Promise<WriteReport> {
  for (let reloads = 0; reloads < 5; reloads++) {
    const before = reloads > 0 ? told()?.before : undefined;
    const plan = { ...asked, ...(before && { before }) };
    const report = await page
      .evaluate((body) => window.__hands.write(body), plan)
      .catch((error: unknown) => {
        if (/context was destroyed|navigation/i.test(String(error))) return null;
        throw error;
      });
    if (report) return report;
    await isReady(page);
  }
  throw new Error('the page posts itself for ever');
}

/** What went wrong in a cell, or nothing. */
async function tryCell(
  page: Page,
  library: Library,
  control: Control,
  reports: WriteReport[],
): Promise<string[]> {
  const cell = cells[control];
  const { field } = cell;
  const map = mapOf(control, library.maps?.[control]);
  const told = () => reports.at(-1);
  const faults: string[] = [];
  await page.goto(`${origin}/?patient=7`);
  await isReady(page);
  if ((await modelOf(page, control)) !== cell.before) return ['the page does not start as it should'];
  const report = await write(page, told, { field, map, want: cell.want });
  const outcome = report.results[0]?.outcome ?? report.why;
  if ((await modelOf(page, control)) !== cell.after) faults.push(`not written (${outcome})`);
  const read = await page.evaluate((asked) => window.__hands.read(asked), { field, map });
  if (outcome !== 'written' || String(read).replace(/\s/g, '') !== String(cell.want).replace(/\s/g, ''))
    faults.push(`not read back (${outcome}, ${JSON.stringify(read)})`);
  reports.length = 0;
  const undone = await write(page, told, { field, map, undo: report });
  if ((await modelOf(page, control)) !== cell.before)
    faults.push(
      `not undone (${undone.results[0]?.outcome ?? undone.why}, ${JSON.stringify(await modelOf(page, control))})`,
    );
  const trouble = await page.evaluate(() => window.__trouble);
  return trouble ? [...faults, trouble] : faults;
}

const asked = libraries.filter(
  ({ folder }) => folder !== 'widgets-heavy' || process.env['VOLET_WIDGETS'] === 'all',
);
for (const library of asked) {
  test(`widgets · ${library.name}: every control is written, read back and undone, or listed`, async ({
    browser,
    hands,
  }) => {
    test.setTimeout(180_000);
    const shown = await pages(browser, library, hands);
    let wrong: Record<string, string> = {};
    const due = controls.filter((one) => !library.absent[one] && (!only || one === only));
    const left = [...due];
    // Most of the time is waited for the page to be quiet: several cells wait together.
    const work = async (): Promise<void> => {
      for (let control = left.shift(); control; control = left.shift()) {
        const { page, reports } = await shown();
        const faults = await tryCell(page, library, control, reports).catch((error) => [String(error)]);
        if (faults.length > 0) wrong[control] = faults.join(', ');
        if (only) await page.screenshot({ path: `test-results/${library.id}-${only}.png` });
        await page.close();
      }
    };
    await Promise.all(Array.from({ length: TOGETHER }, work));
    // A busy machine may have made a list come later than a hand waits for it: a cell is wrong when it fails alone too.
    left.push(...due.filter((control) => wrong[control]));
    wrong = {};
    await work();
    const listed = failures[library.id] ?? {};
    const unlisted = Object.entries(wrong).filter(([control]) => !listed[control as Control]);
    const mended = Object.keys(listed).filter((control) => !wrong[control] && (!only || control === only));
    expect({ unlisted: Object.fromEntries(unlisted), mended }).toEqual({ unlisted: {}, mended: [] });
  });
}

test('the matrix leaves no cell out, and lists none that is not there', () => {
  expect(acts.columns.titles.code).toEqual(['Code']);
  for (const { id, absent } of libraries) {
    const listed = Object.keys(failures[id] ?? {}) as Control[];
    expect(listed.filter((control) => absent[control] || !controls.includes(control))).toEqual([]);
  }
  expect(Object.keys(failures).filter((id) => !libraries.some((library) => library.id === id))).toEqual([]);
});
