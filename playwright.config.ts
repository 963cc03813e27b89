import { defineConfig } from '@playwright/test';

// Reporters come from scripts/test.mjs, which also starts the display and the keyring.
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  // One in each display: windows share its clipboard and focus. scripts/test.mjs runs two displays at once.
  workers: 1,
  retries: 0,
  timeout: 60_000,
  globalTimeout: 40 * 60_000,
  forbidOnly: Boolean(process.env['CI']),
});
