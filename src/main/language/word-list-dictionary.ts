import { gunzipSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { decodeTrie } from 'cspell-trie-lib'
import type { Dictionary } from './dictionary'
import { byLikelihood } from './likelihood'

/** Enough to choose from; milliseconds that the search for them may take. */
const candidates = { numSuggestions: 40, timeout: 400, changeLimit: 3 }

/** A dictionary that lists every form of every word, packed as a tree of letters: what there is for Arabic. */
export function openWordList(file: string): Dictionary {
  const words = decodeTrie(gunzipSync(readFileSync(file)))
  return {
    has: (word) => words.has(word),
    suggest: (word) => byLikelihood(word, words.suggest(word, candidates)),
    close: () => undefined,
  }
}
