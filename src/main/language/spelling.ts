import path from 'node:path'
import { dictionariesFor, languageBase, type DictionaryId } from '../../shared/language/dictionaries'
import type { SpellingVerdict } from '../../shared/language/desk-language'
import { plainWord } from '../../shared/language/words-to-check'
import type { Dictionary } from './dictionary'
import { openHunspell } from './hunspell-dictionary'
import { openWordList } from './word-list-dictionary'

/** Checks words by the dictionaries in a folder. One is read when it is first needed. */
export interface Spelling {
  check(language: string, words: readonly string[]): Promise<SpellingVerdict>
  suggest(language: string, word: string): Promise<string[]>
}

/** Languages whose dictionaries stay in memory; the one that was not asked for longest goes first. */
const mostOpen = 4
const mostSuggestions = 7

/** @param folder Where the build put the dictionaries (`scripts/build/dictionaries.ts`). */
export function openSpelling(folder: string): Spelling {
  const open = new Map<DictionaryId, Promise<Dictionary>>()

  function dictionary(id: DictionaryId): Promise<Dictionary> {
    const found = open.get(id) ?? read(folder, id)
    open.delete(id)
    open.set(id, found)
    const [oldest] = open.keys()
    if (open.size > mostOpen && oldest !== undefined) {
      const closing = open.get(oldest)
      open.delete(oldest)
      void closing?.then((gone) => gone.close())
    }
    return found
  }

  const dictionaries = (language: string): Promise<Dictionary[]> => Promise.all(dictionariesFor(language).map(dictionary))

  return {
    async check(language, words) {
      const all = await dictionaries(language)
      if (all.length === 0) return { available: false, wrong: [] }
      const base = languageBase(language)
      return { available: true, wrong: words.filter((word) => !isRight(word, base, all)) }
    },
    async suggest(language, word) {
      const all = await dictionaries(language)
      const plain = plainWord(word)
      const found = all.flatMap((one) => one.suggest(plain).slice(0, mostSuggestions))
      // Typewriter apostrophes become the ones of print, as in the text itself.
      return [...new Set(found.map((suggestion) => suggestion.replaceAll("'", '’')))].slice(0, mostSuggestions)
    },
  }
}

/** What French and Portuguese put before an apostrophe or behind a hyphen, and English behind a name, is judged apart where the whole is not known. */
function isRight(word: string, language: string, dictionaries: readonly Dictionary[]): boolean {
  const plain = plainWord(word)
  const has = (form: string): boolean => dictionaries.some((one) => one.has(form))
  if (plain === '' || has(plain) || (plain.includes("'") && has(plain.replaceAll("'", '’')))) return true
  if (plain.includes('-')) return plain.split('-').every((part) => part.length < 2 || has(part))
  if (language === 'en') return plain.endsWith("'s") && has(plain.slice(0, -2))
  return false
}

function read(folder: string, id: DictionaryId): Promise<Dictionary> {
  const inFolder = (name: string): string => path.join(folder, name)
  if (id === 'ar') return Promise.resolve(openWordList(inFolder('ar.trie.gz')))
  return openHunspell({ affixes: inFolder(`${id}.aff`), words: inFolder(`${id}.dic`), engine: inFolder('hunspell.wasm') })
}
