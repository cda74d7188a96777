import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // One worker per core: each keeps one browser with the built extension for its whole life.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  use: { screenshot: 'only-on-failure' },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
});
