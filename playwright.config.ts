import { defineConfig } from '@playwright/test';

/** End to end in a real Chromium with the built extension; the side panel is the real one. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  // The machine has few cores and the tests measure what a person would see: one browser at a time.
  workers: 1,
  timeout: 90_000,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
});
