import { readFileSync } from 'node:fs'
import { Hunspell } from 'hunspell-wasm/dist/Hunspell.js'
import makeModule from 'hunspell-wasm/wasm/hunspell.js'
import type { Dictionary } from './dictionary'

/** The engine takes its own code as an option, which the package's types leave out. */
const make: (options: { readonly wasmBinary: Uint8Array }) => Promise<unknown> = makeModule

/**
 * A dictionary for Hunspell, the engine for which these files are written: its endings, prefixes and compounds, and its suggestions.
 * Each has a WebAssembly memory of its own, which goes with it.
 * @param files The affixes (`.aff`) and the words (`.dic`), both in UTF-8, and the engine.
 */
export async function openHunspell(files: { readonly affixes: string; readonly words: string; readonly engine: string }): Promise<Dictionary> {
  const engine = await make({ wasmBinary: readFileSync(files.engine) })
  const hunspell = new Hunspell(engine, readFileSync(files.affixes, 'utf8'), readFileSync(files.words, 'utf8'))
  return {
    has: (word) => hunspell.testSpelling(word),
    suggest: (word) => hunspell.getSpellingSuggestions(word),
    close: () => hunspell.dispose(),
  }
}
