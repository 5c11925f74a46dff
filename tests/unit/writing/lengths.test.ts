import { Node } from '@tiptap/pm/model'
import { describe, expect, test } from 'vitest'
import { lengthBetween } from '../../../src/renderer/editor/counts'
import { documentSchema } from '../../../src/shared/document/schema'
import { lengthOfText, noLength, readingTime, speakingTime } from '../../../src/shared/story/text-length'

describe('how long a text is', () => {
  test('in words, characters and sentences', () => {
    expect(lengthOfText('Nine cities met. They agreed.')).toEqual({ words: 5, characters: 29, withoutSpaces: 25, sentences: 2, paragraphs: 1, unspaced: 0 })
  })
  test('what is seen as one character counts as one', () => {
    expect(lengthOfText('e\u0301🇵🇹👩‍👧').characters).toBe(3)
    expect(lengthOfText('café').characters).toBe(4)
  })
  test('in Arabic, and where words have no spaces between them', () => {
    expect(lengthOfText('اجتمعت تسع مدن.')).toMatchObject({ words: 3, sentences: 1 })
    expect(lengthOfText('港口城市开会。他们同意。')).toMatchObject({ sentences: 2, unspaced: 10 })
    expect(lengthOfText('港口城市开会。').words).toBeGreaterThan(1)
  })
  test('nothing without words', () => {
    expect(lengthOfText('')).toEqual(noLength)
    expect(lengthOfText('— …')).toMatchObject({ words: 0, sentences: 0, paragraphs: 0 })
  })
})

describe('how long reading takes', () => {
  const of = (words: number, unspaced = 0) => ({ ...noLength, words, unspaced })
  test('a minute at least, at 220 words a minute; aloud at 140', () => {
    expect([0, 1, 220, 500, 2200].map((words) => readingTime(of(words)))).toEqual([0, 1, 1, 2, 10])
    expect([1, 1400].map((words) => speakingTime(of(words)))).toEqual([1, 10])
  })
  test('by characters where there are no spaces', () => expect(readingTime(of(2900, 5000))).toBe(10))
})

describe('of a part of the story', () => {
  const doc = Node.fromJSON(documentSchema, {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Two words' }] },
      { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'one' }, { type: 'footnote', content: [{ type: 'text', text: 'its note' }] }] }] }] },
      { type: 'horizontalRule' },
    ],
  })
  test('all blocks together, a footnote’s words apart from the word before it', () => expect(lengthBetween(doc, 0, doc.content.size)).toMatchObject({ words: 5, paragraphs: 2 }))
  test('only what lies between', () => {
    expect(lengthBetween(doc, 1, 4).words).toBe(1)
    expect(lengthBetween(doc, 5, 17).words).toBe(2)
    expect(lengthBetween(doc, 3, 3)).toEqual(noLength)
  })
})
