import { defineConfig } from '@playwright/test'

/** Tests of the app as it is installed, from `release/`: see `scripts/test-packaged.mjs`. */
export default defineConfig({ testDir: '.', outputDir: '../../out/test-results/packaged', workers: 1, timeout: 180_000, expect: { timeout: 20_000 }, forbidOnly: Boolean(process.env['CI']), reporter: 'list' })
