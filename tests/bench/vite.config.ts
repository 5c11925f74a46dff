import path from 'node:path'
import { defineConfig } from 'vite'

const root = path.resolve(import.meta.dirname, '..', '..')
const alias = { '@shared': path.join(root, 'src/shared') }

/** The programs of the bench: `store` runs in Node on the app's own modules, `page` is the bare editor. */
export default defineConfig(({ mode }) =>
  mode === 'page'
    ? { root: path.join(import.meta.dirname, 'floor/bare-editor'), base: './', build: { outDir: path.join(root, 'out/bench/bare-editor'), emptyOutDir: true, modulePreload: false } }
    : {
        root,
        resolve: { alias },
        // What uses `__filename` can't be part of an ES module.
        ssr: { noExternal: true, external: ['better-sqlite3', 'write-file-atomic'] },
        build: { ssr: path.join(import.meta.dirname, 'store.ts'), target: 'node20', outDir: path.join(root, 'out/bench'), emptyOutDir: false, rolldownOptions: { output: { entryFileNames: 'store.mjs' } } },
      },
)
