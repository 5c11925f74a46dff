import { EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { becoming } from '../../../src/renderer/editor/body/becoming'
import { documentSchema } from '../../../src/shared/document/schema'
import type { DocumentNode } from '../../../src/shared/story/revision'
import { anyBody } from '../document/arbitrary-body'

const docOf = (body: DocumentNode) => documentSchema.nodeFromJSON(body)
const line = (...words: readonly string[]): DocumentNode => ({ type: 'paragraph', content: words.map((text) => ({ type: 'text', text })) })
const page = (...content: readonly DocumentNode[]) => docOf({ type: 'doc', content: [...content] })
const list = (...items: readonly string[]): DocumentNode => ({ type: 'bulletList', content: items.map((item) => ({ type: 'listItem', content: [line(item)] })) })

test('any text becomes any other', () => {
  fc.assert(
    fc.property(anyBody, anyBody, (one, other) => {
      const [before, after] = [docOf(one), docOf(other)]
      const { doc } = becoming(EditorState.create({ doc: before }).tr, after)
      doc.check()
      expect(doc.eq(after)).toBe(true)
    }),
  )
})

test('a text becomes one of which some blocks were written in, put in or taken out, and the others are the same nodes', () => {
  fc.assert(
    fc.property(anyBody, anyBody, fc.nat(), (one, other, at) => {
      const before = docOf(one)
      const index = at % before.childCount
      const blocks = [...before.children.slice(0, index), ...docOf(other).children, ...before.children.slice(index + 1)]
      const after = documentSchema.node('doc', null, blocks.map((block) => documentSchema.nodeFromJSON(block.toJSON())))
      const { doc } = becoming(EditorState.create({ doc: before }).tr, after)
      expect(doc.eq(after)).toBe(true)
      for (let left = 0; left < index; left++) expect(doc.child(left)).toBe(before.child(left))
      for (let left = 1; left < before.childCount - index; left++) expect(doc.child(doc.childCount - left)).toBe(before.child(before.childCount - left))
    }),
  )
})

test('what is drawn between two changes stays, in lists and in the same line, too', () => {
  const before = page(line('First of all.'), line('The quay is long.'), list('berths', 'cranes', 'sheds'), line('At last.'))
  const after = page(line('First of many.'), line('The quay is long.'), list('berths', 'cranes and more', 'sheds'), line('At the very last.'))
  const words = (doc: typeof before, text: string): [number, number] => {
    let found: [number, number] = [0, 0]
    doc.descendants((node, at) => {
      const index = node.text?.indexOf(text) ?? -1
      if (index >= 0) found = [at + index, at + index + text.length]
    })
    return found
  }
  const drawn = ['First', 'quay', 'berths', 'cranes', 'sheds', 'last']
  const set = DecorationSet.create(before, drawn.map((text) => Decoration.inline(...words(before, text), {})))
  const tr = becoming(EditorState.create({ doc: before }).tr, after)
  const kept = set.map(tr.mapping, tr.doc).find().map(({ from, to }) => [from, to])
  expect(kept).toEqual(drawn.map((text) => words(after, text)))
})
