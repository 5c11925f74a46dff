import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { placeOfQuote } from '../../../src/renderer/views/review/place-of-quote'
import { storyBody } from '../../../src/shared/story/story-doc'

/** A body of two paragraphs, the second with a word in bold. */
function twoParagraphs(): Y.Doc {
  const doc = new Y.Doc()
  const [first, second] = [new Y.XmlElement('paragraph'), new Y.XmlElement('paragraph')]
  storyBody(doc).insert(0, [first, second])
  first.insert(0, [new Y.XmlText('The quay opens on Monday.')])
  const words = new Y.XmlText()
  second.insert(0, [words])
  words.insert(0, 'It closes on ')
  words.insert(13, 'Tuesday', { bold: {} })
  words.insert(20, ' again.', { bold: null })
  return doc
}

test('the words that a comment is about are found in their block, also across formatting', () => {
  expect(placeOfQuote(twoParagraphs(), 'closes on Tuesday')).toEqual({ in: 'body', path: [1], excerpt: 'closes on Tuesday' })
  expect(placeOfQuote(twoParagraphs(), 'opens  on\nMonday')).toMatchObject({ path: [0] })
})

test('words that are no longer there have no place', () => {
  expect(placeOfQuote(twoParagraphs(), 'The pier')).toBeNull()
})
