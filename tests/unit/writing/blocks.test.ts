import { Node } from '@tiptap/pm/model'
import { EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { blockAround, blocksOf, duplicatedBlocks, movedBlocks, withoutBlocks } from '../../../src/renderer/editor/blocks/block-range'
import { BlockSelection } from '../../../src/renderer/editor/blocks/block-selection'
import { headingIdAt } from '../../../src/renderer/editor/blocks/heading-link'
import { movedSection, sectionAt, sectionsOf } from '../../../src/renderer/editor/outline/sections'
import { documentSchema } from '../../../src/shared/document/schema'
import type { DocumentNode } from '../../../src/shared/story/revision'

const words = (text: string): DocumentNode => ({ type: 'paragraph', ...(text !== '' && { content: [{ type: 'text', text }] }) })
const heading = (level: number, text: string): DocumentNode => ({ type: 'heading', attrs: { level }, content: [{ type: 'text', text }] })
const item = (...content: DocumentNode[]): DocumentNode => ({ type: 'listItem', content })
const list = (...content: DocumentNode[]): DocumentNode => ({ type: 'bulletList', content })
const cell = (text: string, rowspan = 1): DocumentNode => ({ type: 'tableCell', attrs: { rowspan }, content: [words(text)] })
const table = (...rows: DocumentNode[][]): DocumentNode => ({ type: 'table', content: rows.map((content) => ({ type: 'tableRow', content })) })

/** A text with the cursor at the first `|` of its words. */
function withCursor(...content: DocumentNode[]): EditorState {
  const doc = Node.fromJSON(documentSchema, { type: 'doc', content })
  let cursor = 0
  doc.descendants((node, position) => {
    const at = node.text?.indexOf('|') ?? -1
    if (at >= 0) cursor = position + at
  })
  return EditorState.create({ doc, selection: TextSelection.create(doc, cursor) })
}
const lines = (doc: Node): string[] => {
  const found: string[] = []
  doc.descendants((node) => {
    if (node.isTextblock) found.push(node.textContent)
  })
  return found
}
function need<T>(value: T | null): T {
  if (value === null) throw new Error('There is nothing')
  return value
}

describe('which blocks a selection means', () => {
  test('the paragraph with the cursor', () => expect(blocksOf(withCursor(words('a'), words('b|')).selection)).toMatchObject({ first: 1, last: 1 }))
  test('the whole item, not its paragraph', () => {
    const range = need(blocksOf(withCursor(list(item(words('a')), item(words('b|'), words('c')))).selection))
    expect(range.parent.type.name).toBe('bulletList')
    expect(range.first).toBe(1)
  })
  test('the row with the cell, but the table when a cell reaches over rows', () => {
    expect(need(blocksOf(withCursor(table([cell('a')], [cell('b|')])).selection)).parent.type.name).toBe('table')
    expect(need(blocksOf(withCursor(table([cell('a|', 2), cell('x')], [cell('y')])).selection)).parent.type.name).toBe('doc')
  })
  test('all that a selection touches, in the parent that has them all', () => {
    const state = withCursor(words('one|'), list(item(words('two'))), words('three'))
    const across = TextSelection.create(state.doc, 2, state.doc.content.size - 10)
    expect(blocksOf(across)).toMatchObject({ first: 0, last: 1 })
  })
  test('a card that is selected', () => {
    const state = withCursor(words('a|'), { type: 'horizontalRule' })
    expect(blocksOf(NodeSelection.create(state.doc, state.doc.content.size - 1))).toMatchObject({ first: 1, last: 1 })
  })
  test('the block around, up to the top', () => {
    const state = withCursor(list(item(words('a'), list(item(words('b|'))))))
    const inner = need(blocksOf(state.selection))
    const middle = need(blockAround(state.doc, inner))
    expect(middle.parent.type.name).toBe('bulletList')
    expect(need(blockAround(state.doc, middle)).parent.type.name).toBe('doc')
    expect(blockAround(state.doc, need(blockAround(state.doc, middle)))).toBeNull()
  })
})

describe('moving, copying and taking away', () => {
  test('blocks change places with their neighbour, and the cursor stays with its words', () => {
    const state = withCursor(words('a'), words('b|b'), words('c'))
    const up = need(movedBlocks(state, need(blocksOf(state.selection)), -1))
    expect(lines(up.doc)).toEqual(['b|b', 'a', 'c'])
    expect(up.doc.textBetween(up.selection.from, up.selection.from + 1)).toBe('|')
    const down = need(movedBlocks(state, need(blocksOf(state.selection)), 1))
    expect(lines(down.doc)).toEqual(['a', 'c', 'b|b'])
    expect(down.doc.textBetween(down.selection.from, down.selection.from + 1)).toBe('|')
  })
  test('nothing moves past the end of its parent', () => {
    const state = withCursor(words('a'), list(item(words('b|'))), words('c'))
    const range = need(blocksOf(state.selection))
    expect(movedBlocks(state, range, -1)).toBeNull()
    expect(movedBlocks(state, range, 1)).toBeNull()
  })
  test('several blocks move together and stay selected', () => {
    const state = withCursor(words('a|'), words('b'), words('c'), words('d'))
    const both = state.apply(state.tr.setSelection(BlockSelection.over(state.doc, 0, 2, 1)))
    const tr = need(movedBlocks(both, need(blocksOf(both.selection)), 1))
    expect(lines(tr.doc)).toEqual(['a|', 'd', 'b', 'c'])
    expect(tr.selection).toBeInstanceOf(BlockSelection)
    expect(blocksOf(tr.selection)).toMatchObject({ first: 2, last: 3 })
    expect(tr.selection.anchor).toBeGreaterThan(tr.selection.head)
  })
  test('the copy stands behind, and is what is selected', () => {
    const state = withCursor(words('a|'), words('b'))
    const tr = duplicatedBlocks(state, need(blocksOf(state.selection)))
    expect(lines(tr.doc)).toEqual(['a|', 'a|', 'b'])
    expect(tr.selection.from).toBe(state.selection.from + 4)
  })
  test('a list without items goes, and a text without blocks keeps a paragraph', () => {
    const state = withCursor(words('a'), list(item(words('b|'))))
    expect(lines(withoutBlocks(state, need(blocksOf(state.selection))).doc)).toEqual(['a'])
    const last = withCursor(list(item(words('b|'))))
    const tr = withoutBlocks(last, need(blocksOf(last.selection)))
    expect(tr.doc.toJSON()).toEqual(Node.fromJSON(documentSchema, { type: 'doc', content: [words('')] }).toJSON())
  })
  test('what is made is always a text that the schema knows', () => {
    for (const content of [[words('a|'), words('b')], [list(item(words('a')), item(words('b|')))], [table([cell('a')], [cell('b|')])], [{ type: 'callout', content: [words('a'), words('b|')] }]]) {
      const state = withCursor(...content)
      const range = need(blocksOf(state.selection))
      for (const tr of [movedBlocks(state, range, -1), movedBlocks(state, range, 1), duplicatedBlocks(state, range), withoutBlocks(state, range)]) tr?.doc.check()
    }
  })
})

describe('the outline', () => {
  const state = withCursor(words('Before'), heading(2, 'Homes'), words('h'), heading(4, 'Rents'), words('r'), heading(3, 'Schools'), words('s|'), heading(2, 'Water'), words('w'))
  const sections = sectionsOf(state.doc)
  test('has the headings with their depth, whatever levels the text skips', () => {
    expect(sections.map(({ title, depth, parent }) => [title, depth, parent])).toEqual([
      ['Homes', 1, -1],
      ['Rents', 2, 0],
      ['Schools', 2, 0],
      ['Water', 1, -1],
    ])
  })
  test('knows the section of a place', () => {
    expect(sectionAt(sections, state.selection.from)).toBe(2)
    expect(sectionAt(sections, 1)).toBe(-1)
  })
  test('a section moves with all under it, among those of the same heading', () => {
    const tr = need(movedSection(state, 3, -1))
    expect(lines(tr.doc)).toEqual(['Before', 'Water', 'w', 'Homes', 'h', 'Rents', 'r', 'Schools', 's|'])
    expect(tr.selection.$from.parent.textContent).toBe('Water')
    expect(lines(need(movedSection(state, 1, 1)).doc).slice(3, 7)).toEqual(['Schools', 's|', 'Rents', 'r'])
    expect(movedSection(state, 2, 1)).toBeNull()
    expect(movedSection(state, 0, -1)).toBeNull()
  })
})

test('a heading has the same id here as for readers', () => {
  const { doc } = withCursor(heading(2, 'Homes for all'), heading(3, 'Homes for all'), words('|'))
  expect(headingIdAt(doc, 0)).toBe('homes-for-all')
  expect(headingIdAt(doc, doc.firstChild?.nodeSize ?? 0)).toBe('homes-for-all-2')
  expect(headingIdAt(doc, doc.content.size - 1)).toBeNull()
})
