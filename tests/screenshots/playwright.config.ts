import { defineConfig } from '@playwright/test'

/** Not tests, but driven like them: each takes some pictures for the documentation. */
export default defineConfig({ testDir: '.', outputDir: '../../out/test-results/screenshots', workers: 1, timeout: 180_000, reporter: 'list' })
