/** The built extension in a real Chromium, over the replica practice software on its real host names. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Frame, type Page } from 'playwright-core';
import type { Settings } from '../../messages/contract.ts';
import type { startPractice } from '../practice/server.ts';

const root = join(import.meta.dirname, '..', '..');
export const extensionFolder = join(root, '.output', 'chrome-mv3');

export interface Volet {
  context: BrowserContext;
  extensionId: string;
  practice: Awaited<ReturnType<typeof startPractice>>;
}

export const doctor: Settings = {
  version: 1,
  who: {
    name: 'Dr Jeanne MARTIN',
    profession: 'medecin',
    numeroAm: '991000019',
    rpps: '99900000011',
    cabinet: 'Cabinet des Tilleuls',
    territory: 'metropole',
  },
  software: ['weda'],
  lock: 'device',
  mention: 'Téléexpertise : {patient} a été informé(e) et a donné son accord le {date} ({comment}, {par}).',
  rulesOff: [],
  securing: 'sans-vitale',
};

/** Starts the browser with the extension. `options.headless` false needs a display. */
export async function launch(
  practice: Volet['practice'],
  options: { headless?: boolean; profile?: string; args?: string[]; extension?: string } = {},
): Promise<Volet & { close(): Promise<void> }> {
  const extension = options.extension ?? extensionFolder;
  if (!existsSync(join(extension, 'manifest.json')))
    throw new Error('Build the extension first: npx wxt build');
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'volet-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env['VOLET_CHROMIUM'] ?? '/usr/bin/chromium',
    headless: options.headless ?? true,
    ignoreHTTPSErrors: true,
    viewport: { width: 1360, height: 850 },
    locale: 'fr-FR',
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--host-resolver-rules=${practice.hostRules}`,
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      ...(options.args ?? []),
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const extensionId = new URL(worker.url()).host;
  if (!options.profile) await welcome(context);
  return {
    context,
    extensionId,
    practice,
    close: async () => {
      await context.close();
      if (!options.profile) rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** The settings open by themselves on a first run, in whatever tab is empty: waited for, lest they take a test's own. */
async function welcome(context: BrowserContext): Promise<void> {
  const [first] = context.pages();
  for (let tries = 0; tries < 100; tries++) {
    if (context.pages().some((page) => page.url().endsWith('/options.html'))) return;
    await first?.waitForTimeout(100);
  }
  throw new Error('The settings did not open on the first run.');
}

declare const chrome: {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  storage: { session: { clear(): Promise<void> } };
};

/** A page of the extension in a tab of its own, for as long as `work` takes. */
async function inExtension<T>(volet: Volet, work: (page: Page) => Promise<T>): Promise<T> {
  const page = await volet.context.newPage();
  try {
    await page.goto(`chrome-extension://${volet.extensionId}/popup.html`);
    return await work(page);
  } finally {
    await page.close();
  }
}

/** Speaks to the background as a page of the extension, e.g. to set the settings without typing them. */
export const ask = (volet: Volet, type: string, body: unknown): Promise<unknown> =>
  inExtension(volet, (page) =>
    page.evaluate((envelope) => chrome.runtime.sendMessage(envelope), { v: 1, type, body }),
  );

/** Empties what the extension keeps in memory between two pages. */
export const forget = (volet: Volet): Promise<void> =>
  inExtension(volet, (page) => page.evaluate(() => chrome.storage.session.clear()));

export const weda = {
  fse: (query = '') =>
    `https://secure.weda.fr/vitalzen/fse.aspx?PatDk=65407357|0|0|0&crypt=abc${query && `&${query}`}`,
  patient: (query = '') =>
    `https://secure.weda.fr/FolderMedical/PatientViewForm.aspx?PatDk=65407357|0|0|0&crypt=abc${query && `&${query}`}`,
};

/** The panel's frame; its root is closed to the page, so it is found by its address. It comes late: waited for. */
export async function panelOf(page: Page, timeout = 60_000): Promise<Frame> {
  const end = Date.now() + timeout;
  for (;;) {
    const frame = page.frames().find((one) => one.url().includes('/panel.html'));
    if (frame) return frame;
    if (Date.now() > end) throw new Error('The panel did not appear.');
    await page.waitForTimeout(50);
  }
}

export const hasPanel = (page: Page): boolean =>
  page.frames().some((one) => one.url().includes('/panel.html'));

/** The replica's own model: what the software would really transmit. */
export interface FseModel {
  acts: Array<{ code: string; quantity: number; amountCents: number; excessCents: number; date: string }>;
  tpAmo: boolean;
  tpAmc: boolean;
  mode: string;
  orientation: string;
  prescriber: { number: string; date: string; name: string; rpps: string };
  secured: boolean;
  omnidocBroken: boolean;
  writes: unknown[];
  clicks: unknown[];
  errors: unknown[];
}
export const fse = (page: Page): Promise<FseModel> =>
  page.evaluate(() => JSON.parse(JSON.stringify((window as never as { __fse: unknown }).__fse)) as never);
