import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { jsonc } from './scripts/jsonc-plugin.ts';

const executablePath = process.env['VOLET_CHROMIUM'] ?? '/usr/bin/chromium';

export default defineConfig({
  plugins: [jsonc()],
  test: {
    // Nothing is timed here: the limit only ends what hangs, on a machine that may be busy.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          testTimeout: 60_000,
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.browser.test.*', 'tests/e2e/**', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        // Found late, they would make the server reload in the middle of a run.
        optimizeDeps: {
          include: [
            'dexie',
            'uuid',
            'zod',
            'react',
            'react-dom',
            'react-dom/client',
            'react/jsx-runtime',
            'react/jsx-dev-runtime',
            '@tanstack/react-table',
            '@tanstack/react-virtual',
            'recharts',
            'papaparse',
            'write-excel-file/universal',
            'axe-core',
          ],
        },
        test: {
          name: 'browser',
          testTimeout: 60_000,
          include: ['tests/**/*.browser.test.{ts,tsx}'],
          exclude: ['**/node_modules/**'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath, args: ['--no-sandbox'] } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
