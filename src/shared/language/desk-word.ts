import { z } from 'zod'
import { languageBase } from './dictionaries'
import { plainWord } from './words-to-check'

/** A name or a word that is right on this desk, in one language or (empty) in all. */
export const DeskWord = z.object({
  word: z.string().trim().min(1, 'Write a word').max(80).regex(/^\S+$/u, 'One word at a time: leave out the spaces'),
  language: z.string().max(20),
})
export type DeskWord = z.infer<typeof DeskWord>

/** Whether a word counts as right because the desk, or somebody for this story, said so. */
export type KnownWords = (word: string, language: string) => boolean

/**
 * A name is right as it is written and in capitals; a word in small letters also with a capital. The English ’s of a name, and words
 * that a hyphen joins, are known when their parts are.
 */
export function knownWords(words: readonly DeskWord[]): KnownWords {
  const byLanguage = new Map<string, Set<string>>()
  for (const { word, language } of words) {
    const key = languageBase(language)
    const forms = byLanguage.get(key) ?? new Set<string>()
    const plain = plainWord(word)
    for (const form of [plain, plain.toUpperCase(), ...(plain === plain.toLowerCase() ? [capitalised(plain)] : [])]) forms.add(form)
    byLanguage.set(key, forms)
  }
  return (word, language) => {
    if (byLanguage.size === 0) return false
    const base = languageBase(language)
    const has = (form: string): boolean => byLanguage.get('')?.has(form) === true || byLanguage.get(base)?.has(form) === true
    const plain = plainWord(word)
    return has(plain) || has(plain.replace(/'s$/i, ''))
  }
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** The words of a text that someone imports: one a line, what follows a tab, a comma or a slash (a Hunspell flag) left out, and the count that a Hunspell file starts with. */
export function wordsOfList(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/).map((line) => line.split(/[\t,;/]/)[0]?.trim() ?? '')
  return [...new Set(lines.filter((line) => line !== '' && !line.startsWith('#') && !/^\d+$/.test(line)))]
}
