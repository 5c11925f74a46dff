import { syllable } from 'syllable'

/** How many syllables a word has, by the spelling of its language; at least one. Close, not exact: loan words have rules of their own. */
export const syllablesIn: Readonly<Record<'en' | 'es' | 'fr' | 'pt', (word: string) => number>> = {
  en: (word) => Math.max(1, syllable(word.replaceAll('’', "'"))),
  // Spanish: a weak vowel (i, u) makes a diphthong with its neighbour unless it is stressed; two strong ones are apart. The u of que, gui is silent.
  es: (word) => nuclei(word.toLowerCase().replace(/([qg])u(?=[eiéí])/g, '$1').replace(/y(?![aeiouáéíóúü])/g, 'i').replaceAll('y', 'j')),
  // Portuguese: the same, and nasal diphthongs (ão, õe, ãe) are one.
  pt: (word) => nuclei(word.toLowerCase().replace(/([qg])u(?=[eiéíê])/g, '$1').replace(/ão|õe|ãe/g, 'a').replace(/[âãà]/g, 'á').replace(/[êẽ]/g, 'é').replace(/[ôõ]/g, 'ó')),
  fr: frenchSyllables,
}

/** Vowel sounds of a word in which í and ú stand for stressed weak vowels. */
function nuclei(word: string): number {
  const groups = word.normalize('NFC').match(/[aeiouáéíóúü]+/g) ?? []
  return Math.max(1, groups.reduce((count, group) => count + soundsIn(group), 0))
}

function soundsIn(group: string): number {
  const strong = [...group].filter((letter) => !/[iuü]/.test(letter)).length
  // Weak vowels alone: ‘iu’, ‘ui’ are one sound.
  return Math.max(1, strong)
}

/** French: groups of vowels; a last e is not heard (-e, -es, and -ent of verbs), unless it is all there is. */
function frenchSyllables(word: string): number {
  const spoken = word
    .toLowerCase()
    .normalize('NFC')
    .replace(/([qg])u(?=[eiéèêy])/g, '$1')
    .replace(/(?<=[aeiouyâàéèêëîïôûù].*[^aeiouyâàéèêëîïôûù])(?:e|es|ent)$/, '')
    .replace(/(?<=[iuéoy])es?$/, '')
  const groups = spoken.replace(/ï|ü|ë/g, ' i').match(/[aeiouyâàéèêîôûùœæ]+/g) ?? []
  return Math.max(1, groups.reduce((count, group) => count + (/[iu]/.test(group) ? 1 : /é[aoi]|ao|éo/.test(group) ? 2 : 1), 0))
}
