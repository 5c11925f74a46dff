import { describe, expect, test } from 'vitest'
import { asTyped, corrected } from '../../../src/shared/typography/as-typed'
import { quotesOf } from '../../../src/shared/typography/quotes'
import { characterGroups, matchingCharacters } from '../../../src/shared/typography/special-characters'

/** What stands there after someone typed all of this, key by key. */
function typed(keys: string, language = 'en'): string {
  let text = ''
  for (const key of keys) {
    const correction = corrected.has(key) ? asTyped(text, key, language) : null
    text = correction === null ? text + key : text.slice(0, text.length - correction.back) + correction.insert
  }
  return text
}

describe('quotation marks', () => {
  test.each([
    ['en', '"Yes," he said ("no").', '“Yes,” he said (“no”).'],
    ['en-GB', "'Yes'", '‘Yes’'],
    ['de', '"Ja", sagte er', '„Ja“, sagte er'],
    ['de-CH', '"Ja"', '«Ja»'],
    ['de', "'Ja'", '‚Ja‘'],
    ['fr', '"Oui"', '«\u202fOui\u202f»'],
    ['fr', '"Oui "', '«\u202fOui\u202f»'],
    ['es', '"Sí"', '«Sí»'],
    ['es-MX', '"Sí"', '“Sí”'],
    ['pt', '"Sim"', '«Sim»'],
    ['pt-BR', '"Sim"', '“Sim”'],
    ['ar', '"نعم"', '”نعم“'],
    ['sv', '"Ja" och "nej"', '”Ja” och ”nej”'],
    ['pl', '"Tak"', '„Tak”'],
    ['ja', '"はい"', '「はい」'],
    ['xx', '"Ok"', '“Ok”'],
    ['', '"Ok"', '“Ok”'],
  ])('in %s: %s', (language, keys, text) => expect(typed(keys, language)).toBe(text))
})

describe('apostrophes', () => {
  test.each([
    ['en', "It's the mayors' turn", 'It’s the mayors’ turn'],
    ['fr', "l'eau", 'l’eau'],
    ['de', "Geht's?", 'Geht’s?'],
  ])('in %s: %s', (language, keys, text) => expect(typed(keys, language)).toBe(text))
})

describe('dashes and ellipses', () => {
  test.each([
    ['two--three', 'two–three'],
    ['two---three', 'two—three'],
    ['one - two', 'one – two'],
    ['one, - two', 'one, – two'],
    ['well-known', 'well-known'],
    ['- item', '- item'],
    ['---', '---'],
    ['wait...', 'wait…'],
    ['wait....', 'wait….'],
    ['1. First', '1. First'],
  ])('%s', (keys, text) => expect(typed(keys)).toBe(text))
})

describe('French signs of two parts', () => {
  test('stand after a narrow space, the colon after a whole one, where someone typed a space', () => expect(typed('Quoi ? Non ! Oui : si ; là?', 'fr')).toBe('Quoi\u202f? Non\u202f! Oui\u00a0: si\u202f; là?'))
  test('but not in Canada, nor in other languages', () => {
    expect(typed('Quoi ?', 'fr-CA')).toBe('Quoi ?')
    expect(typed('What ?', 'en')).toBe('What ?')
  })
})

test('a region is known in any spelling, and a script is none', () => {
  expect(quotesOf('PT-br').outer).toEqual(['“', '”'])
  expect(quotesOf('pt-Latn-BR').outer).toEqual(['“', '”'])
  expect(quotesOf('uk-Cyrl').outer).toEqual(['«', '»'])
})

describe('special characters', () => {
  const all = characterGroups.flatMap(({ characters }) => characters)
  test('each is listed once, with a name', () => {
    expect(new Set(all.map(({ character }) => character)).size).toBe(all.length)
    expect(all.every(({ name }) => name.length > 2)).toBe(true)
    expect(all.length).toBeGreaterThan(200)
  })
  test('are found by words of their names, in any order, and by themselves', () => {
    const names = (query: string) => matchingCharacters(query).flatMap(({ characters }) => characters.map(({ name }) => name))
    expect(names('dash em')).toEqual(['Em dash'])
    expect(names('€')).toEqual(['Euro'])
    expect(names('acute small e')).toEqual(['Small E with acute'])
    expect(names('xylophone')).toEqual([])
  })
})
