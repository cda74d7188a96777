import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // One worker per core: each keeps one browser with the built extension for its whole life.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // A whole sheet takes 5 s on a quiet machine; a busy one may take ten times as long and is still right.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: { screenshot: 'only-on-failure' },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
});
