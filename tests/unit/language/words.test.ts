import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { knownWords, wordsOfList } from '../../../src/shared/language/desk-word'
import { dictionariesFor } from '../../../src/shared/language/dictionaries'
import { plainWord, wordsToCheck } from '../../../src/shared/language/words-to-check'

const words = (text: string): string[] => wordsToCheck(text).map(({ word }) => word)

describe('what can be misspelt', () => {
  const cases: readonly (readonly [text: string, words: readonly string[]])[] = [
    ['The mayors don’t say ‘yes’.', ['The', 'mayors', 'don’t', 'say', 'yes']],
    ['Write to press@harbour.example or https://harbour.example/a?b=c now', ['Write', 'to', 'or', 'now']],
    ['See www.harbour.example, harbour.org/news and report.pdf.', ['See', 'and']],
    ['UN and UNHCR met 12 NGOs, COVID-19, G20', ['and', 'met', 'NGOs']],
    ['#ports @mayor harbour_2', []],
    ['a I é x', []],
    ['well-being, fá-lo-íamos, l’hôtel', ['well-being', 'fá-lo-íamos', 'l’hôtel']],
    ['المُدُن والمهاجرين', ['المُدُن', 'والمهاجرين']],
    ['港口城市 and ports', ['and', 'ports']],
    ['harb\u00adour e\u0301te\u0301', ['harb\u00adour', 'e\u0301te\u0301']],
    ['the end.Then', ['the', 'end', 'Then']],
  ]
  for (const [text, expected] of cases) test(`‘${text}’`, () => expect(words(text)).toEqual(expected))
  test('each word stands where it is said to stand', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => wordsToCheck(text).every(({ from, to, word }) => text.slice(from, to) === word)))
  })
})

test('a word is looked up without what nobody sees', () => {
  expect(plainWord('harb\u00adour')).toBe('harbour')
  expect(plainWord('مُدُن')).toBe('مدن')
  expect(plainWord('e\u0301te\u0301')).toBe('été')
  expect(plainWord('don’t')).toBe("don't")
})

describe('the desk’s dictionary', () => {
  const known = knownWords([{ word: 'Okafor', language: '' }, { word: 'dashboard', language: 'es' }, { word: 'Cote', language: 'fr-CA' }])
  test('a name is right as it is written, in capitals and with ’s', () => {
    expect(['Okafor', 'OKAFOR', 'Okafor’s', 'okafor', 'Okaforr'].map((word) => known(word, 'en'))).toEqual([true, true, true, false, false])
  })
  test('a word in small letters is right with a capital, in its language alone', () => {
    expect(['dashboard', 'Dashboard'].map((word) => known(word, 'es-MX'))).toEqual([true, true])
    expect(known('dashboard', 'en')).toBe(false)
    expect(known('Cote', 'fr')).toBe(true)
  })
  test('a list is read as people keep them, and as Hunspell does', () => expect(wordsOfList('\uFEFF3\r\nPortomar\nValdeluz/SM\n\n# names\nOkafor\tperson\nPortomar')).toEqual(['Portomar', 'Valdeluz', 'Okafor']))
})

test('a language has the dictionaries of its region, or those of all its spellings', () => {
  expect(['en', 'en-GB', 'en-US', 'en-KE', 'pt', 'pt-BR', 'pt-AO', 'es-MX', 'ar-EG', 'nl', '', '??'].map((tag) => dictionariesFor(tag).join(' '))).toEqual(['en-GB en-US', 'en-GB', 'en-US', 'en-GB', 'pt-PT pt-BR', 'pt-BR', 'pt-PT', 'es', 'ar', '', '', ''])
})
