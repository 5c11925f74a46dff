import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { existsSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { dictionaries } from './scripts/build/dictionaries.ts'
import { oneByteCode } from './scripts/build/one-byte-code.ts'

const root = import.meta.dirname
const at = (...parts: string[]) => path.join(root, ...parts)

const alias = { '@shared': at('src/shared') }

// One build for every Electron from 33 (Chromium 130, Node 20.18) on.
const nodeTarget = 'node20.18'
const browserTarget = 'chrome130'

// Everything else is bundled: a packaged app carries only what has a binary of its own (SQLite, pictures, PDF pages).
const external = ['electron', 'better-sqlite3', 'sharp', '@hyzyla/pdfium', /^node:/, ...builtinModules]

const mainEntries = {
  index: at('src/main/index.ts'),
  job: at('src/main/jobs/job-process.ts'),
  pictures: at('src/main/assets/picture-process.ts'),
  cli: at('src/main/cli/index.ts'),
  language: at('src/main/language/language-process.ts'),
  compare: at('src/main/redline/compare-process.ts'),
}

export default defineConfig({
  main: {
    resolve: { alias },
    plugins: [dictionaries()],
    build: {
      target: nodeTarget,
      externalizeDeps: false,
      sourcemap: true,
      rolldownOptions: {
        input: existing(mainEntries),
        external,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      target: nodeTarget,
      // A sandboxed preload can require `electron` and little else, and must be CommonJS.
      externalizeDeps: false,
      rolldownOptions: {
        input: existing({ index: at('src/preload/index.ts') }),
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    resolve: { alias },
    plugins: [react(), oneByteCode()],
    build: {
      target: browserTarget,
      minify: true,
      // A window reads its one file from the disk: nothing is won by parts.
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: existing({ index: at('src/renderer/index.html') }) },
    },
  },
})

/** Entries whose file is there, so that a part of the app that is not written yet does not stop the build. */
function existing(entries: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file)))
}
