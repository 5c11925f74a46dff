import { expect, test } from 'vitest'
import { findBlock, placeOfBlock, wordsOfBlock } from '../../../src/shared/comments/place-in-body'
import type { BlockPlace } from '../../../src/shared/comments/comment-place'
import { Draft } from './a-body'

const figure = (letter: string, caption: string) => ({ type: 'figure', attrs: { asset: letter.repeat(64), alt: 'A ferry', caption } })
const embed = { type: 'embed', attrs: { address: 'https://example.org/film', title: 'The film' } }
const cell = (text: string) => ({ type: 'tableCell', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })
const table = { type: 'table', content: [{ type: 'tableRow', content: [cell('Ports'), cell('9')] }] }

/** Where a block of the top stands, and the place that a comment on it is given. */
function commentOn(draft: Draft, index: number): { readonly from: number; readonly place: BlockPlace } {
  let from = 0
  for (let before = 0; before < index; before++) from += draft.doc.child(before).nodeSize
  const place = placeOfBlock(draft.body, from)
  if (place === null) throw new Error('There is no block')
  return { from, place }
}

test('a comment on a picture stays with it while its caption is written anew and the text before it grows', () => {
  const draft = Draft.of('Nine port cities.', figure('a', 'The quay'), embed, 'The end.')
  const { from, place } = commentOn(draft, 1)
  expect(findBlock(draft.body, place)).toEqual({ from, to: from + 1, by: 'anchor' })
  draft.edit((tr) => tr.setNodeAttribute(from, 'caption', 'The old quay').insert(1, tr.doc.type.schema.text('Today: ')))
  expect(findBlock(draft.body, place)).toEqual({ from: from + 7, to: from + 8, by: 'anchor' })
})

test('a block that is moved is found by what it shows, unless another shows the same', () => {
  const draft = Draft.of('One.', figure('a', 'The quay'), 'Two.', figure('b', 'The tram'), table)
  const [quay, ofTable] = [commentOn(draft, 1), commentOn(draft, 4)]
  draft.reorder([4, 3, 0, 2, 1])
  expect(findBlock(draft.body, quay.place)).toMatchObject({ from: draft.doc.content.size - 1 })
  expect(findBlock(draft.body, ofTable.place)).toMatchObject({ from: 0, to: draft.doc.child(0).nodeSize })

  const twins = Draft.of('One.', figure('a', 'Left'), 'Two.', figure('a', 'Right'))
  const { place, from } = commentOn(twins, 1)
  expect(place.key).toBe('')
  twins.edit((tr) => tr.delete(from, tr.doc.content.size))
  expect(findBlock(twins.body, place)).toBeNull()
})

test('a comment on a block is gone with it', () => {
  const draft = Draft.of('One.', embed, 'Two.')
  const { place, from } = commentOn(draft, 1)
  draft.edit((tr) => tr.delete(from, from + 1))
  expect(findBlock(draft.body, place)).toBeNull()
})

test('a paragraph that becomes a heading is still the same block', () => {
  const draft = Draft.of('One.', 'What the cities decided', 'Two.')
  const { place, from } = commentOn(draft, 1)
  draft.edit((tr) => tr.setBlockType(from + 1, from + 1, tr.doc.type.schema.nodes['heading'] ?? tr.doc.type, { level: 2 }))
  expect(findBlock(draft.body, place)).toMatchObject({ from })
})

test('a block is quoted by its words, or by those beside its picture', () => {
  const { doc } = Draft.of(figure('a', 'The quay at night'), table, { type: 'horizontalRule' }, embed)
  expect([0, 1, 2, 3].map((index) => wordsOfBlock(doc.child(index)))).toEqual(['The quay at night', 'Ports 9', '', 'The film'])
})
