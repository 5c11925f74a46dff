import { describe, expect, test } from 'vitest'
import { formulaFor, readingCounts, readingScore, sentencesIn } from '../../../src/shared/style/readability'
import { syllablesIn } from '../../../src/shared/style/syllables'

const exact = (language: string, perSentence: number, perWord: number): number => formulaFor(language)?.score(perSentence, perWord) ?? Number.NaN

describe('the formulas, worked by hand from their sources', () => {
  test('Flesch: six words of one syllable in a sentence give 116.145; 13 words with 24 syllables give 37.45', () => {
    expect(exact('en', 6, 1)).toBeCloseTo(116.145, 3)
    expect(exact('en-GB', 13, 24 / 13)).toBeCloseTo(37.455, 2)
  })
  test('Szigriszt: 20 words in a sentence and two syllables in a word give 62.235', () => expect(exact('es', 20, 2)).toBeCloseTo(62.235, 3))
  test('Kandel–Moles: 17 words and 1.7 syllables give 64.625', () => expect(exact('fr', 17, 1.7)).toBeCloseTo(64.625, 3))
  test('Portuguese lies 42 above Flesch for the same counts', () => expect(exact('pt-BR', 15, 2) - exact('en', 15, 2)).toBeCloseTo(42, 6))
  test('other languages have none, rather than a wrong one', () => {
    for (const language of ['ar', 'de', 'zh', '']) {
      expect(formulaFor(language)).toBeNull()
      expect(readingScore({ sentences: 1, words: 10, syllables: 15 }, language)).toBeNull()
    }
  })
})

test('a plain sentence is easy, an institutional one is hard', () => {
  expect(readingScore(readingCounts('The cat sat on the mat.', 'en'), 'en')).toBe(116)
  expect(readingScore(readingCounts('The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.', 'en'), 'en')).toBeLessThan(50)
  expect(readingScore(readingCounts('', 'en'), 'en')).toBeNull()
})

const syllables: readonly (readonly [language: keyof typeof syllablesIn, words: string])[] = [
  ['en', 'port:1 mayor:2 harbour:2 migration:3 responsibility:6 don’t:1'],
  ['es', 'ciudad:2 puerto:2 alcaldesa:4 país:2 migración:3 que:1 guía:2 caos:2 rey:1 ayuntamiento:5'],
  ['pt', 'cidade:3 ação:2 porto:2 países:3 mãe:1 quem:1 migração:3'],
  ['fr', 'ville:1 maire:1 accueil:2 réfugiés:3 quatre:1 arrivée:3 villes:1 migration:3'],
]
for (const [language, words] of syllables) {
  test(`syllables in ${language}`, () => {
    for (const entry of words.split(' ')) {
      const [word = '', count] = entry.split(':')
      expect(`${word}:${syllablesIn[language](word)}`).toBe(`${word}:${count}`)
    }
  })
}

test('sentences are told apart in scripts with other stops', () => {
  expect(sentencesIn('One. Two three? Four!', 'en').map(({ words }) => words)).toEqual([1, 2, 1])
  expect(sentencesIn('ما هذا؟ هذه مدينة.', 'ar')).toHaveLength(2)
})
