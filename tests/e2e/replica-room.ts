/** Fixtures of the runs that try the replica itself: a browser without the extension, and ways to act as a script. */
import { chromium, expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import { startPractice, type Practice } from '../practice/server.ts';
import type { FseTruth } from '../practice/weda/browser/fse-truth.ts';

export const PATIENT = 'PatDk=65407357|0|0|0&crypt=abc';
export const PATIENT_PAGE = '/FolderMedical/PatientViewForm.aspx';

export const test = base.extend<{ page: Page }, { practice: Practice; room: BrowserContext }>({
  practice: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the parameter's shape
    async ({}, use) => {
      const practice = await startPractice();
      await use(practice);
      await practice.close();
    },
    { scope: 'worker' },
  ],
  room: [
    async ({ practice }, use) => {
      const browser = await chromium.launch({
        executablePath: process.env['VOLET_CHROMIUM'] ?? '/usr/bin/chromium',
        args: ['--no-sandbox', `--host-resolver-rules=${practice.hostRules}`],
      });
      await use(
        await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 800 } }),
      );
      await browser.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ room }, use) => {
    const page = await room.newPage();
    await use(page);
    await page.close();
  },
});

export async function openFse(page: Page, query = ''): Promise<void> {
  await page.goto(`https://secure.weda.fr/vitalzen/fse.aspx?${PATIENT}${query}`);
  await page.waitForFunction(() => (window as unknown as { __fse?: FseTruth }).__fse?.ready);
}

export function openPatient(page: Page, query = ''): Promise<unknown> {
  return page.goto(`https://secure.weda.fr${PATIENT_PAGE}?${PATIENT}${query}`);
}

export function truth(page: Page): Promise<FseTruth> {
  return page.evaluate(() => (window as unknown as { __fse: FseTruth }).__fse);
}

/** Runs a lever of `window.__practice`. */
export function pull(page: Page, lever: string, argument?: string): Promise<unknown> {
  return page.evaluate(
    ([name = '', value]) => {
      const { __practice } = window as unknown as { __practice: Record<string, (value?: string) => unknown> };
      return __practice[name]?.(value);
    },
    [lever, argument],
  );
}

/** What a content script does: DOM work that no person did. `events` are dispatched on the element in turn. */
export function script(
  page: Page,
  selector: string,
  set: Record<string, unknown>,
  events: string[],
): Promise<void> {
  return page.evaluate(
    ([css, properties, names]) => {
      const element = document.querySelector(css);
      if (!element) throw new Error(`nothing at ${css}`);
      Object.assign(element, properties);
      for (const name of names) {
        const [type = '', how] = name.split('/');
        if (type === 'click') (element as HTMLElement).click();
        else if (type === 'tab')
          element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
        else element.dispatchEvent(new Event(type, { bubbles: how !== 'still' }));
      }
    },
    [selector, set, events] as const,
  );
}

export const codes = async (page: Page) => (await truth(page)).acts.map((act) => act.code);
export const firstCode = '[vz-acte] .acteCell input.mat-input-element';
export const renders = async (page: Page) => (await truth(page)).renders;

export async function typeCode(page: Page, text: string): Promise<void> {
  await script(page, firstCode, { value: text }, ['input']);
}

export { expect };
