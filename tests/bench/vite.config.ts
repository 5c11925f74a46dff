import path from 'node:path'
import { defineConfig } from 'vite'

const root = path.resolve(import.meta.dirname, '..', '..')
const alias = { '@shared': path.join(root, 'src/shared') }
const here = (name: string): string => path.join(import.meta.dirname, name)

/** The programs of the bench: `modules` run in Node on the app's own modules, `page` is the bare editor. */
export default defineConfig(({ mode }) =>
  mode === 'page'
    ? { root: here('floor/bare-editor'), base: './', build: { outDir: path.join(root, 'out/bench/bare-editor'), emptyOutDir: true, modulePreload: false } }
    : {
        root,
        resolve: { alias },
        // What uses `__filename` can't be part of an ES module.
        ssr: { noExternal: true, external: ['better-sqlite3', 'write-file-atomic'] },
        build: {
          ssr: true,
          target: 'node20',
          outDir: path.join(root, 'out/bench'),
          emptyOutDir: false,
          rolldownOptions: { input: { store: here('store.ts'), 'long-stories': here('long-stories.ts'), redline: here('redline.ts'), 'edit-story': here('edit-story.ts') }, output: { entryFileNames: '[name].mjs' } },
        },
      },
)
