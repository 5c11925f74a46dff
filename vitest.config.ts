import path from 'node:path'
import { defineConfig } from 'vitest/config'

const resolve = { alias: { '@shared': path.join(import.meta.dirname, 'src/shared') } }

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          setupFiles: ['tests/property-seed.ts'],
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          environment: 'node',
          // Pure functions leave nothing behind: files share a process, which spares each of them the loading of the editor's libraries.
          isolate: false,
          maxWorkers: 2,
        },
      },
      {
        resolve,
        test: {
          name: 'integration',
          setupFiles: ['tests/property-seed.ts'],
          include: ['tests/integration/**/*.test.ts'],
          environment: 'node',
          // Real files, real databases, real HTTP: each file in its own process, few at a time.
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
