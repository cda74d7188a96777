/**
 * Pictures of every state, for looking: `node tests/components/gallery/shoot.ts FOLDER [part of a state's name]`.
 * Each in light and dark at 360 px, and in light at 320 px and at 200 % zoom (half the height in CSS pixels).
 */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { createViteServer } from 'vitest/node';
import { optionStates } from '../option-states.ts';
import { states } from '../sessions.ts';

const [folder, part = ''] = process.argv.slice(2);
if (!folder) throw new Error('Say where the pictures go.');
mkdirSync(folder, { recursive: true });

const looks = [
  { name: 'light', width: 360, height: 860, colorScheme: 'light', deviceScaleFactor: 1 },
  { name: 'dark', width: 360, height: 860, colorScheme: 'dark', deviceScaleFactor: 1 },
  { name: 'narrow', width: 320, height: 860, colorScheme: 'light', deviceScaleFactor: 1 },
  { name: 'zoom', width: 360, height: 430, colorScheme: 'dark', deviceScaleFactor: 2 },
] as const;

const server = await createViteServer({
  root: dirname(fileURLToPath(import.meta.url)),
  configFile: false,
  logLevel: 'error',
  server: {
    port: 0,
    host: '127.0.0.1',
    fs: { allow: [join(dirname(fileURLToPath(import.meta.url)), '../../..')] },
  },
});
await server.listen();
const address = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch({
  executablePath: process.env['VOLET_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  for (const look of looks) {
    const { name: lookName, width, height, ...options } = look;
    const page = await browser.newPage({ ...options, viewport: { width, height } });
    for (const name of [...Object.keys(states), ...Object.keys(optionStates)]) {
      if (!name.includes(part)) continue;
      const tab = name.startsWith('tab-');
      const wide = name.startsWith('options');
      await page.setViewportSize({
        width: tab ? 36 : wide && width > 320 ? 1000 : width,
        height: tab ? 120 : height,
      });
      await page.goto(`${address}?state=${name}`);
      await page.locator('#root > *').first().waitFor();
      if (name.endsWith('-open')) {
        await page
          .getByRole('button', { name: 'Préparer la FSE' })
          .click({ timeout: 1000 })
          .catch(() => undefined);
      }
      await page.screenshot({ path: join(folder, `${name}.${lookName}.png`), fullPage: wide });
    }
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
