/** Fixtures of the browser runs: one browser with the built extension for the life of a worker. */
import { expect, test as base, type Page } from '@playwright/test';
import { startPractice } from '../practice/server.ts';
import { ask, doctor, forget, launch, type Volet } from './browser.ts';

export * from './browser.ts';

export const test = base.extend<{ page: Page; fresh: Page }, { volet: Volet }>({
  volet: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the parameter's shape
    async ({}, use) => {
      const practice = await startPractice();
      const volet = await launch(practice);
      await ask(volet, 'saveSettings', doctor);
      await use(volet);
      await volet.close();
      await practice.close();
    },
    { scope: 'worker' },
  ],
  /** A page of a browser of its own, for tests that read what the register remembers. */
  fresh: async ({ volet }, use) => {
    const own = await launch(volet.practice);
    await ask(own, 'saveSettings', doctor);
    await use(await own.context.newPage());
    await own.close();
  },
  page: async ({ volet }, use) => {
    // What was carried from one page to the next belongs to one test; settings stay.
    await forget(volet);
    const page = await volet.context.newPage();
    await use(page);
    await page.close();
  },
});

export { expect };
