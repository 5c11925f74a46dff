import { describe, expect, test } from 'vitest'
import { nameWords, namesIn } from '../../../src/shared/redline/names'
import { quotedIn } from '../../../src/shared/redline/quoted'
import { redline } from '../../../src/shared/redline/redline'
import type { ChangeClass } from '../../../src/shared/redline/redline-shape'
import type { DocumentNode } from '../../../src/shared/story/revision'
import { doc, link, p, revision, text } from './stories'

const none = nameWords([])
/** What a redline of two paragraphs counts. */
const classesOf = (before: string | DocumentNode, after: string | DocumentNode, language = 'en', names = none): ChangeClass[] => {
  const body = (given: string | DocumentNode): DocumentNode => doc(typeof given === 'string' ? p(given) : given)
  return redline(revision(body(before), { language }), revision(body(after), { language }), { names }).changes
}

describe('a change is counted once, as the first of these that it touches:', () => {
  test('a number, in digits or in words, also inside a quotation and beside a name', () => {
    expect(classesOf('He said “it ends in 2031” there.', 'He said “it ends in 2030” there.')).toEqual(['number'])
    expect(classesOf('In all nine ports agree on it.', 'In all ten ports agree on it.')).toEqual(['number'])
    expect(classesOf('Il y a vingt ports.', 'Il y a trente ports.', 'fr')).toEqual(['number'])
    expect(classesOf('اتفقت تسعة موانئ على الخطة.', 'اتفقت عشرة موانئ على الخطة.', 'ar')).toEqual(['number'])
    expect(classesOf('They meet on Friday in the port.', 'They meet on Monday in the port.')).toEqual(['number'])
  })

  test('words that are numbers in another language, and a month that is a verb, are none', () => {
    expect(classesOf('They may meet.', 'They will meet.')).toEqual(['wording'])
    expect(classesOf('A dix-metre pier.', 'A new pier.')).not.toContain('number')
  })

  test('a quotation: in a quote block, a pull quote, or in quotation marks', () => {
    const quote = (words: string): DocumentNode => ({ type: 'blockquote', content: [p(words)] })
    const pull = (words: string): DocumentNode => ({ type: 'pullQuote', attrs: { attribution: 'Inês Valadão' }, content: [text(words)] })
    expect(classesOf(quote('It ends in our time.'), quote('It ends in our lifetime.'))).toEqual(['quotation'])
    expect(classesOf(pull('It ends in our time.'), pull('It ends in our lifetime.'))).toEqual(['quotation'])
    expect(classesOf('She said: “It ends in our time,” and left.', 'She said: “It ends in our lifetime,” and left.')).toEqual(['quotation'])
    expect(classesOf('She said: “It ends in our time,” and left.', 'She said: “It ends in our time,” and stayed.')).toEqual(['wording'])
  })

  test('a name: words with a capital inside a sentence, and what the desk knows', () => {
    expect(classesOf('They agreed in Port Merrow on a plan.', 'They agreed in Port Sundhavn on a plan.')).toEqual(['name'])
    expect(classesOf('Ports agree.', 'Cities agree.')).toEqual(['wording'])
    expect(classesOf('Merrow agrees.', 'Tidewick agrees.')).toEqual(['wording'])
    expect(classesOf('Merrow agrees.', 'Tidewick agrees.', 'en', nameWords(['Harbour of Merrow']))).toEqual(['name'])
    expect(classesOf('زارت رئيسة البلدية ميرو أمس.', 'زارت رئيسة البلدية لاغوا أمس.', 'ar', nameWords(['ميرو']))).toEqual(['name'])
  })

  test('a link: where it leads, or that it is there', () => {
    const linked = (href: string): DocumentNode => p('Read ', text('the plan', link(href)), ' now.')
    expect(classesOf(linked('https://a.example/'), linked('https://b.example/'))).toEqual(['link'])
    expect(classesOf(linked('https://a.example/'), p('Read it now.'))).toEqual(['link'])
  })

  test('or other wording', () => {
    expect(classesOf('They met in the old hall.', 'They met in the new hall.')).toEqual(['wording'])
  })
})

describe('names in a text', () => {
  const found = (words: string, language = 'en', listed = none): string[] => namesIn(words, language, listed).map(({ from, to }) => words.slice(from, to))

  test('do not begin a sentence, a quotation or a list', () => {
    expect(found('Ports agree. The mayor of Lagoa Nova said: “Nobody asked Inês.”')).toEqual(['Lagoa', 'Nova', 'Inês'])
  })
  test('are not told by capitals in a title that has them everywhere', () => {
    expect(found('What The Mayors Agreed In Merrow')).toEqual([])
  })
  test('are two words in a row where all nouns have capitals', () => {
    expect(found('Wir haben die Kabel mit Ana Ruiz an der Mole verlegt.', 'de')).toEqual(['Ana', 'Ruiz'])
  })
  test('are not ‘I’', () => {
    expect(found('Then I asked whether I’m right.')).toEqual([])
  })
  test('of a list leave out its small words', () => {
    expect(found('the harbour of merrow and of Merrow', 'en', nameWords(['Harbour of Merrow']))).toEqual(['Merrow'])
  })
  test('of a list are found behind what Arabic writes at the beginning of a word, and before an English ’s', () => {
    expect(found('سافر إلى القاهرة وبالقاهرة', 'ar', nameWords(['القاهرة']))).toEqual(['القاهرة', 'وبالقاهرة'])
    expect(found('it was merrow’s and Merrow’s plan', 'en', nameWords(['Merrow']))).toEqual(['Merrow’s'])
  })
})

describe('quotations in a text', () => {
  const found = (words: string, language: string): string[] => quotedIn(words, language).map(({ from, to }) => words.slice(from, to))

  test.each([
    ['en', 'She said “it ends” and left.', '“it ends”'],
    ['de', 'Sie sagte „es endet“ und ging.', '„es endet“'],
    ['de', 'Sie sagte »es endet« und ging.', '»es endet«'],
    ['fr', 'Elle a dit « cela finit » et partit.', '« cela finit »'],
    ['sv', 'Hon sade ”det tar slut” och gick.', '”det tar slut”'],
    ['ar', 'قالت ”ينتهي هذا“ وغادرت.', '”ينتهي هذا“'],
    ['ja', '彼女は「終わる」と言った。', '「終わる」'],
    ['hu', 'Azt mondta: „vége”, és elment.', '„vége”'],
  ])('%s', (language, words, quoted) => {
    expect(found(words, language)).toEqual([quoted])
  })

  test('an apostrophe quotes nothing', () => {
    expect(found('The harbour’s plan and the cities’ fund', 'en')).toEqual([])
  })
})
