import { Node } from '@tiptap/pm/model'
import { prosemirrorToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { elementAt, placeOfElement } from '../../../src/renderer/editor/body/block-elements'
import { documentSchema } from '../../../src/shared/document/schema'
import type { DocumentNode } from '../../../src/shared/story/revision'

const words = (text: string): DocumentNode => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const list = (...texts: string[]): DocumentNode => ({ type: 'bulletList', content: texts.map((text) => ({ type: 'listItem', content: [words(text)] })) })
const table = (...rows: string[][]): DocumentNode => ({ type: 'table', content: rows.map((row) => ({ type: 'tableRow', content: row.map((text) => ({ type: 'tableCell', content: [words(text)] })) })) })

function storyWith(...content: DocumentNode[]) {
  const doc = new Y.Doc()
  const body = doc.getXmlFragment('body')
  prosemirrorToYXmlFragment(Node.fromJSON(documentSchema, { type: 'doc', content }), body)
  return { doc, body }
}
const textOf = (body: Y.XmlFragment): Node => yXmlFragmentToProseMirrorRootNode(body, documentSchema)

/** Every place where a block begins, with the block. */
function blocksOf(text: Node): [number, Node][] {
  const found: [number, Node][] = []
  text.descendants((node, position) => {
    if (node.isBlock) found.push([position, node])
  })
  return found
}

test('each block is an element, which is where the block is', () => {
  const { body } = storyWith(words('a'), list('b', 'c'), table(['d', 'e'], ['f', 'g']), { type: 'horizontalRule' })
  const text = textOf(body)
  const elements = blocksOf(text).map(([position, node]) => {
    const element = elementAt(body, text, position)
    expect(element?.nodeName).toBe(node.type.name)
    expect(element && placeOfElement(body, text, element)).toBe(position)
    return element
  })
  expect(new Set(elements).size).toBe(elements.length)
  expect(elementAt(body, text, 1)).toBeUndefined()
  expect(elementAt(body, text, text.content.size)).toBeUndefined()
})

test('a block is found again, whatever others put before it and take away around it, as long as it is there', () => {
  const change = fc.record({ at: fc.nat(6), does: fc.constantFrom('insert', 'remove', 'write') })
  fc.assert(
    fc.property(fc.nat(5), fc.array(change, { maxLength: 12 }), (chosen, changes) => {
      const { doc, body } = storyWith(words('block 0'), words('block 1'), list('x', 'y'), words('block 3'), table(['z']), words('block 5'))
      const text = textOf(body)
      const [position] = blocksOf(text).filter(([, node]) => text.children.includes(node))[chosen]!
      const element = elementAt(body, text, position)!
      const theirs = new Y.Doc()
      Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc))
      changeAsOthers(theirs.getXmlFragment('body'), changes)
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs))
      const merged = textOf(body)
      const place = placeOfElement(body, merged, element)
      const isThere = body.toArray().includes(element)
      expect(place === null).toBe(!isThere)
      if (place !== null) expect(merged.nodeAt(place)?.textContent).toContain(text.nodeAt(position)?.textContent)
    }),
  )
})

function changeAsOthers(body: Y.XmlFragment, changes: readonly { readonly at: number; readonly does: string }[]): void {
  for (const { at, does } of changes) {
    const index = Math.min(at, body.length - 1)
    const element: unknown = body.get(index)
    if (does === 'insert') body.insert(index, [paragraphOf('theirs')])
    else if (does === 'remove' && body.length > 1) body.delete(index, 1)
    else if (element instanceof Y.XmlElement && element.nodeName === 'paragraph') {
      const first: unknown = element.get(0)
      if (first instanceof Y.XmlText) first.insert(0, 'Theirs: ')
    }
  }
}

function paragraphOf(text: string): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  return paragraph
}
