import { describe, expect, test } from 'vitest'
import { flowOf } from '../../../src/shared/language/flows'
import { languageNotesIn } from '../../../src/shared/style/language-notes'
import { matcherFor } from '../../../src/shared/style/matcher'
import { quotationsIn } from '../../../src/shared/style/quotation'
import { replacementsFor, withCapitalsOf } from '../../../src/shared/style/replacement'
import { startingTerms } from '../../../src/shared/style/starting-terms'
import { StyleTerm } from '../../../src/shared/style/term'
import { termsFromCsv, termsToCsv } from '../../../src/shared/style/terms-csv'

let made = 0
const newId = (): string => `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`
const terms = startingTerms(newId)
const notes = (text: string, language = 'en') => languageNotesIn(flowOf([{ text, language: null }]), language, (of) => matcherFor(terms, of))

describe('the fix', () => {
  const term = { avoid: 'illegal migrant', prefer: [{ one: 'undocumented migrant', many: 'undocumented migrants' }, { one: 'person in an irregular situation', many: '' }] }
  test('has the number and the capitals of what it replaces', () => {
    expect(replacementsFor(term, 'Illegal migrants', 'en')).toEqual(['Undocumented migrants', 'Person in an irregular situation'])
    expect(replacementsFor(term, 'illegal migrant', 'en')).toEqual(['undocumented migrant', 'person in an irregular situation'])
    expect(replacementsFor(term, 'illegal migrant’s', 'en')[0]).toBe('undocumented migrant')
    expect(replacementsFor(term, 'ILLEGAL MIGRANT', 'en')[0]).toBe('UNDOCUMENTED MIGRANT')
  })
  test('keeps capitals of its own, and knows no capitals in Arabic', () => {
    expect(withCapitalsOf('the flood', 'UN figures', 'en')).toBe('UN figures')
    expect(withCapitalsOf('مهاجر', 'شخص', 'ar')).toBe('شخص')
    expect(withCapitalsOf('Istanbul', 'istanbul', 'tr')).toBe('İstanbul')
  })
})

describe('a direct quotation', () => {
  test('is noted, and no fix is offered: the words are the speaker’s', () => {
    const [own, said] = notes('Illegal migrants came. “Illegal migrants must go,” the minister said.')
    expect(own?.offers).toEqual(['Undocumented migrants', 'People in an irregular situation'])
    expect(said).toMatchObject({ quoted: true, offers: [] })
    expect(said?.message).toContain('It stands in a quotation')
  })
  test('is told by the marks of many languages; one that goes on in the next paragraph reaches to the end', () => {
    for (const text of ['He said “yes” now', 'Er sagte „ja“ nun', 'Il dit « oui » puis', 'He said "yes" now']) expect(quotationsIn(text)).toHaveLength(1)
    expect(quotationsIn('“It goes on')).toEqual([{ from: 0, to: 11 }])
    expect(quotationsIn('A 7" screen')).toEqual([])
    expect(quotationsIn('the mayors’ town, don’t')).toEqual([])
  })
})

test('a sentence of more than 35 words is noted with its length', () => {
  const sentence = `Then ${'word '.repeat(34)}end.`
  expect(notes(`Short one. ${sentence} Another.`)).toMatchObject([{ kind: 'sentence', words: sentence, rule: 'sentence' }])
  expect(notes(`${'word '.repeat(34)}end.`)).toEqual([])
})

test('words of another language go by the rules of that language', () => {
  const flow = flowOf([{ text: 'The word ', language: null }, { text: 'inmigrante ilegal', language: 'es' }, { text: ' and inmigrante ilegal.', language: null }])
  expect(languageNotesIn(flow, 'en', (of) => matcherFor(terms, of)).map(({ words, from }) => [words, from])).toEqual([['inmigrante ilegal', 9]])
})

describe('a house style as a file', () => {
  test('comes back as it was', () => {
    const back = termsFromCsv(termsToCsv(terms), newId)
    expect(back.problems).toEqual([])
    expect(back.terms.map(({ id: _, ...term }) => term)).toEqual(terms.map(({ id: _, ...term }) => term))
  })
  test('quotes, commas, line breaks and what a spreadsheet takes for a formula survive', () => {
    const odd = StyleTerm.parse({ id: newId(), avoid: 'so-called', forms: false, matchCase: true, language: 'en', prefer: [{ one: '=plain, "words"', many: '' }], why: '-one,\n"two"' })
    expect(termsToCsv([odd])).not.toMatch(/(^|,)"?=/m)
    const [back] = termsFromCsv(termsToCsv([odd]), newId).terms
    expect(back).toMatchObject({ prefer: odd.prefer, why: odd.why })
  })
  test('a bad line is named by its number in the file, and the others are read', () => {
    const { terms, problems } = termsFromCsv('\uFEFFavoid;why\r\n"two\r\nlines";x\r\n???;x\r\nfine;\r\na;b;c\r\n', newId)
    expect(terms.map(({ avoid }) => avoid)).toEqual(['two lines', 'fine'])
    expect(problems.map(({ message }) => message)).toEqual(['Line 4: The words to avoid must begin and end with a letter or a digit.', 'Line 6: there are 3 cells under 2 columns. Put quotation marks around a text with commas.'])
  })
  test('without a column of words to avoid nothing is read', () => expect(termsFromCsv('a,b\n1,2', newId).problems[0]?.message).toContain('‘avoid’ is missing'))
})

test('every term of the starting list is a good one, and no two say the same', () => {
  for (const term of terms) expect(StyleTerm.safeParse(term).success).toBe(true)
  expect(new Set(terms.map(({ avoid, language }) => `${language} ${avoid}`)).size).toBe(terms.length)
})
