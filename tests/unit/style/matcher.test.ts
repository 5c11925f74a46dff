import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matcherFor } from '../../../src/shared/style/matcher'
import type { StyleTerm } from '../../../src/shared/style/term'
import { patternOfWords } from '../../../src/shared/style/word-forms'

let made = 0
const term = (avoid: string, more: Partial<StyleTerm> = {}): StyleTerm => ({ id: `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`, avoid, forms: true, matchCase: false, language: '', prefer: [], why: '', ...more })
const found = (terms: readonly StyleTerm[], language: string, text: string): string[] => matcherFor(terms, language)(text).map(({ words }) => words)

describe('words that the house style avoids', () => {
  const cases: readonly (readonly [language: string, avoid: string, text: string, found: readonly string[]])[] = [
    ['en', 'illegal migrant', 'Illegal migrants, an ILLEGAL MIGRANT and the illegal migrant’s papers', ['Illegal migrants', 'ILLEGAL MIGRANT', 'illegal migrant’s']],
    ['en', 'illegal migrant', 'illegal migrantship, unillegal migrant, illegal, migrant', []],
    ['en', 'illegal migrant', 'illegal\u00a0migrant and illegal\n migrant', ['illegal\u00a0migrant', 'illegal\n migrant']],
    ['en', 'country', 'countries and a country', ['countries', 'country']],
    ['en', 'business', 'businesses', ['businesses']],
    ['en-GB', 'asylum-seeker', 'asylum‑seekers', ['asylum‑seekers']],
    ['es', 'inmigrante ilegal', 'Los inmigrantes ilegales y una inmigrante ilegal', ['inmigrantes ilegales', 'inmigrante ilegal']],
    ['es', 'alcalde gordo', 'alcaldes gordas', ['alcaldes gordas']],
    ['fr', 'immigré clandestin', 'Des immigrées clandestines', ['immigrées clandestines']],
    ['pt', 'imigrante ilegal', 'os imigrantes ilegais', ['imigrantes ilegais']],
    ['ar', 'مهاجر غير شرعي', 'والمهاجرون غير شرعيين', ['والمهاجرون غير شرعيين']],
    ['ar', 'مهاجر', 'مُهاجِر وللمهاجرين', ['مُهاجِر', 'وللمهاجرين']],
    ['zh', '非法移民', '关于非法移民的报告', ['非法移民']],
  ]
  for (const [language, avoid, text, expected] of cases) {
    test(`${language}: ‘${avoid}’ in ‘${text.replaceAll('\n', '⏎')}’`, () => expect(found([term(avoid)], language, text)).toEqual(expected))
  }
  test('without forms only the words as they are count', () => expect(found([term('migrant', { forms: false })], 'en', 'migrants and a migrant')).toEqual(['migrant']))
  test('a capital counts where the term says so', () => expect(found([term('Council', { matchCase: true })], 'en', 'a council and the Council')).toEqual(['Council']))
  test('of two that begin at one place the longer counts', () => expect(found([term('migrant'), term('migrant crisis')], 'en', 'the migrant crisis')).toEqual(['migrant crisis']))
  test('a term of one language is silent in another, and holds for its regions', () => {
    expect(found([term('chat', { language: 'fr' })], 'en', 'a chat')).toEqual([])
    expect(found([term('chat', { language: 'fr' })], 'fr-CA', 'un chat')).toEqual(['chat'])
  })
})

const words = fc.array(fc.constantFrom('illegal', 'migrant', 'migrants', 'wave', 'of', 'port', 'Émigré', 'émigrés', 'مهاجر', 'مهاجرون', 'x'), { minLength: 1, maxLength: 4 }).map((list) => list.join(' '))
const texts = fc.array(fc.oneof(words, fc.constantFrom(', ', '. ', '“', '”', '-', '’s', '\u00a0', ' ')), { maxLength: 12 }).map((list) => list.join(' '))

describe('whatever the terms and the text are', () => {
  test('matches stand in order, apart, on whole words, and say what stands there; none is missed where all are tried one by one', () => {
    fc.assert(
      fc.property(fc.uniqueArray(words, { maxLength: 6 }), fc.boolean(), fc.constantFrom('en', 'fr', 'ar', ''), texts, (avoid, forms, language, text) => {
        const terms = avoid.map((one) => term(one, { forms }))
        const matches = matcherFor(terms, language)(text)
        let end = 0
        for (const { from, to, words } of matches) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(text.slice(from, to)).toBe(words)
          expect(/[\p{L}\p{N}]$/u.test(text.slice(0, from))).toBe(false)
          expect(/^[\p{L}\p{M}\p{N}]/u.test(text.slice(to))).toBe(false)
          end = to
        }
        expect(matches.map(({ from, to }) => [from, to])).toEqual(oneByOne(terms, language, text))
      }),
      { numRuns: 200 },
    )
  })
})

/** The plain way: at every place every term. */
function oneByOne(terms: readonly StyleTerm[], language: string, text: string): number[][] {
  const places: number[][] = []
  const patterns = terms.map(({ avoid, forms }) => new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_])${patternOfWords(avoid, forms ? language : null)}(?![\\p{L}\\p{M}\\p{N}_])`, 'yiu'))
  for (let at = 0; at < text.length; ) {
    const lengths = patterns.map((pattern) => {
      pattern.lastIndex = at
      return pattern.exec(text)?.[0].length ?? 0
    })
    const longest = Math.max(0, ...lengths)
    if (longest > 0) places.push([at, at + longest])
    at += Math.max(1, longest)
  }
  return places
}
