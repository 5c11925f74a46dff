import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchTerms } from '../../../src/main/store/story-search'

test.each([
  ['ferry', '"ferry"*'],
  ['nine ports', '"nine" AND "ports"*'],
  ['  nine   ports  ', '"nine" AND "ports"*'],
  ['mayors’ pledge', '"mayors" AND "pledge"*'],
  ['"quoted" OR NOT -x', '"quoted" AND "OR" AND "NOT" AND "x"*'],
  ['2026-03', '"2026" AND "03"*'],
  ['São Tomé', '"São" AND "Tomé"*'],
  ['مجلس المدن', '"مجلس" AND "المدن"*'],
])('%j looks for %s', (text, terms) => {
  expect(searchTerms(text)).toBe(terms)
})

test.each(['', '   ', '"', '***', '()', '🙂', '\0', '- : ^'])('%j has no word in it', (text) => {
  expect(searchTerms(text)).toBeNull()
})

test('whatever is typed, the query is quoted words and nothing else', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => /^"[^"\0]+"( AND "[^"\0]+")*\*$/.test(searchTerms(text) ?? '"none"*')))
})

test('a very long text asks for its first words', () => {
  expect(searchTerms('word '.repeat(500))?.split(' AND ')).toHaveLength(16)
})
