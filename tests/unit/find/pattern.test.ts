import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { matchesIn, snippetOf } from '../../../src/shared/find/find-in-text'
import type { FindOptions } from '../../../src/shared/find/find-options'
import { indexTerms } from '../../../src/shared/find/index-terms'
import { expressionOf, patternOf } from '../../../src/shared/find/pattern'

const plain: FindOptions = { text: '', matchCase: false, ignoreAccents: false, wholeWord: false, regexp: false }
function found(text: string, options: Partial<FindOptions>): string[] {
  const pattern = patternOf({ ...plain, ...options })
  return pattern.kind === 'pattern' ? matchesIn(text, expressionOf(pattern)).map(({ from, to }) => text.slice(from, to)) : []
}

describe('what a search finds', () => {
  test('a literal text, whatever signs it has', () => {
    expect(found('1.5 (of 15) or 1x5', { text: '1.5' })).toEqual(['1.5'])
    expect(found('a (b) [c]', { text: '(b) [' })).toEqual(['(b) ['])
  })
  test('capitals only when they are asked for', () => {
    expect(found('Port port', { text: 'port' })).toEqual(['Port', 'port'])
    expect(found('Port port', { text: 'port', matchCase: true })).toEqual(['port'])
  })
  test('whole words, in any alphabet', () => {
    expect(found('port ports report', { text: 'port', wholeWord: true })).toEqual(['port'])
    expect(found('порт порты', { text: 'порт', wholeWord: true })).toEqual(['порт'])
    expect(found('in 2025 and 20 more', { text: '20', wholeWord: true })).toEqual(['20'])
    expect(found('café cafés', { text: 'café', wholeWord: true })).toEqual(['café'])
  })
  test('where words have no spaces between them, any place may be the border of one', () => expect(found('港口城市会议', { text: '城市', wholeWord: true })).toEqual(['城市']))
  test('straight quotes and plain spaces also as typography writes them', () => {
    expect(found('the mayor’s “city”', { text: "mayor's \"city\"" })).toEqual(['mayor’s “city”'])
    expect(found('10\u00a0km', { text: '10 km' })).toEqual(['10\u00a0km'])
  })
  test('accents as they are written, in whichever of Unicode’s two ways', () => {
    expect(found('Mexico, México, Me\u0301xico', { text: 'México' })).toEqual(['México', 'Me\u0301xico'])
    expect(found('Mexico, México, Me\u0301xico', { text: 'Me\u0301xico' })).toEqual(['México', 'Me\u0301xico'])
    expect(found('cafe, cafe\u0301, café', { text: 'cafe' })).toEqual(['cafe'])
  })
  test('words with any accents, or without, when accents are ignored', () => {
    expect(found('Mexico, México, Me\u0301xico, MÉXICO', { text: 'mexico', ignoreAccents: true })).toEqual(['Mexico', 'México', 'Me\u0301xico', 'MÉXICO'])
    expect(found('Mexico, México', { text: 'México', ignoreAccents: true })).toEqual(['Mexico', 'México'])
    expect(found('MEXICO, México', { text: 'Mexico', ignoreAccents: true, matchCase: true })).toEqual(['México'])
    expect(found('São, Sao, Saone', { text: 'são', ignoreAccents: true, wholeWord: true })).toEqual(['São', 'Sao'])
    expect(found('élève', { text: 'eleve', ignoreAccents: true, wholeWord: true })).toEqual(['élève'])
    expect(found('Việt Nam', { text: 'viet nam', ignoreAccents: true })).toEqual(['Việt Nam'])
    expect(found('1.5 (of 15) or 1x5', { text: '1.5', ignoreAccents: true })).toEqual(['1.5'])
  })
  test('Arabic and Hebrew words with their vowels or without, but no other word of a script whose signs are letters', () => {
    expect(found('مُدُن و مدن و مـــدن', { text: 'مدن', ignoreAccents: true })).toEqual(['مُدُن', 'مدن', 'مـــدن'])
    expect(found('أحمد و احمد', { text: 'احمد', ignoreAccents: true })).toEqual(['أحمد', 'احمد'])
    expect(found('שָׁלוֹם שלום', { text: 'שלום', ignoreAccents: true })).toEqual(['שָׁלוֹם', 'שלום'])
    expect(found('की का', { text: 'की', ignoreAccents: true })).toEqual(['की'])
    expect(found('мой мои, ёлка елка', { text: 'мои', ignoreAccents: true })).toEqual(['мои'])
    expect(found('мой мои, ёлка елка', { text: 'елка', ignoreAccents: true })).toEqual(['ёлка', 'елка'])
  })
  test('nothing for accents alone', () => expect(patternOf({ ...plain, text: '\u0301', ignoreAccents: true })).toEqual({ kind: 'empty' }))
  test('an expression, but nothing that crosses the end of a block, and nothing empty', () => {
    expect(found('one\ntwo', { text: 'one\\stwo', regexp: true })).toEqual([])
    expect(found('aXb', { text: 'x*', regexp: true })).toEqual(['X'])
    expect(found('one\ntwo', { text: '^\\w', regexp: true })).toEqual(['o', 't'])
  })
  test('a wrong expression says what is wrong, a missing one nothing', () => {
    expect(patternOf({ ...plain, text: '(a', regexp: true })).toEqual({ kind: 'wrong', why: 'unterminated group' })
    expect(patternOf(plain)).toEqual({ kind: 'empty' })
  })
  test('any text finds itself', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => !/[\n\r]/.test(text)), (text) => found(`before ${text} after`, { text, matchCase: true }).includes(text)))
  })
  test('any text finds itself where accents are ignored, with them and without', () => {
    const word = fc.string({ unit: fc.constantFrom(...'aàeéxñçåοόеёاأمש'), minLength: 1, maxLength: 8 })
    fc.assert(fc.property(word, (text) => [text, text.normalize('NFD'), text.normalize('NFD').replace(/\p{M}/gu, '')].every((written) => found(`. ${written} .`, { text, ignoreAccents: true, wholeWord: true })[0] === written)))
  })
})

describe('the words around a match', () => {
  const text = `${'long words before it '.repeat(10)}harbour${' and long words behind'.repeat(10)}\nAnother line`
  const snippet = snippetOf(text, { from: text.indexOf('harbour'), to: text.indexOf('harbour') + 7 })
  test('are some of each side, cut at words', () => {
    expect(snippet.match).toBe('harbour')
    expect(snippet.before).toMatch(/^…(long|words|before|it) .* $/)
    expect(snippet.after).toMatch(/^ and .*(long|words|behind|and)…$/)
    expect(snippet.before.length).toBeLessThan(60)
  })
  test('stay in the line of the match', () => expect(snippetOf('One\nTwo\nThree', { from: 4, to: 7 })).toEqual({ before: '', match: 'Two', after: '' }))
})

describe('what the index of words can say beforehand', () => {
  const terms = (text: string, options: Partial<FindOptions> = {}) => indexTerms({ ...plain, text, ...options })
  test('nothing of a single word, which may be part of another', () => expect(terms('arbour')).toBeNull())
  test('all of a whole word', () => expect(terms('harbour', { wholeWord: true })).toBe('"harbour"'))
  test('of several words those in the middle, and how the last one begins', () => expect(terms('the harbour cit')).toBe('"harbour" AND "cit"*'))
  test('nothing of an expression, or of a script without spaces', () => {
    expect(terms('harbour|port', { regexp: true })).toBeNull()
    expect(terms('港口', { wholeWord: true })).toBeNull()
  })
  test('of words without their accents only what it keeps without them: Latin ones', () => {
    expect(terms('são paulo', { wholeWord: true, ignoreAccents: true })).toBe('"são" AND "paulo"')
    expect(terms('مدن', { wholeWord: true, ignoreAccents: true })).toBeNull()
  })
})
