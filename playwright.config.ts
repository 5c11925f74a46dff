import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'out/test-results/e2e-artifacts',
  // Each test opens the whole app; two at once would only take turns with the focus.
  workers: 1,
  // A test that passes at the second try hides a race of the app or one of its own. A build machine may be so busy that it has a second
  // try all the same; the list calls such a test flaky.
  retries: process.env['CI'] ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: 'out/test-results/e2e.json' }]],
  use: { trace: 'retain-on-failure' },
})
