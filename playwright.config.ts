import { defineConfig } from '@playwright/test';

// Reporters come from scripts/test.mjs, which also starts the display and the keyring.
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  // Every test has windows of its own, and the machines that run them have two cores.
  workers: Number(process.env['PLANTAIN_E2E_WORKERS'] ?? 1),
  retries: 0,
  timeout: 60_000,
  globalTimeout: 40 * 60_000,
  forbidOnly: Boolean(process.env['CI']),
});
