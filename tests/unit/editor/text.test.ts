import { Node } from '@tiptap/pm/model'
import { describe, expect, test } from 'vitest'
import { documentSchema } from '../../../src/shared/document/schema'
import { walk } from '../../../src/shared/checks/walk'
import { linkAddressFrom } from '../../../src/renderer/editor/body/link-address-from'
import { matching, slashItems } from '../../../src/renderer/editor/body/slash-menu'
import { positionIn } from '../../../src/renderer/editor/position-in'
import type { DocumentNode } from '../../../src/shared/story/revision'

describe('an address as people write it', () => {
  test.each([
    ['example.org', 'https://example.org'],
    ['example.org/report?year=2026#top', 'https://example.org/report?year=2026#top'],
    [' press@example.org ', 'mailto:press@example.org'],
    ['https://example.org', 'https://example.org'],
    ['tel:+4912345', 'tel:+4912345'],
    ['/about', '/about'],
    ['#notes', '#notes'],
    ['', ''],
  ])('%s is %s', (typed, address) => expect(linkAddressFrom(typed)).toBe(address))

  test.each(['javascript:alert(1)', '//example.org', '\\\\server', 'two words', 'localhost'])('%s is left as it is, to be judged', (typed) => expect(linkAddressFrom(typed)).toBe(typed))
})

describe('the slash menu', () => {
  test('lists all blocks for an empty query', () => expect(matching('')).toEqual(slashItems))
  test('puts those first whose name starts with the query', () => expect(matching('h').map(({ label }) => label)[0]).toBe('Heading'))
  test('finds blocks by other words that people use', () => {
    expect(matching('photo').map(({ label }) => label)).toEqual(['Image', 'Gallery'])
    expect(matching('UL').map(({ label }) => label)).toContain('Bulleted list')
  })
  test('answers nothing for what is no block', () => expect(matching('xylophone')).toEqual([]))
})

describe('where a finding is', () => {
  const words = (text: string): DocumentNode => ({ type: 'paragraph', content: [{ type: 'text', text }] })
  const body: DocumentNode = {
    type: 'doc',
    content: [words('First'), { type: 'bulletList', content: [{ type: 'listItem', content: [words('A'), words('B')] }, { type: 'listItem', content: [words('C')] }] }, words('Last')],
  }
  const doc = Node.fromJSON(documentSchema, body)

  test('each path of preflight leads to the node that preflight saw', () => {
    const placed = walk(body).filter(({ path }) => path.length > 0)
    expect(placed.length).toBeGreaterThan(8)
    for (const { path, node } of placed) {
      const position = positionIn(doc, path)
      expect(position).not.toBeNull()
      expect(doc.nodeAt(position ?? 0)?.toJSON()).toMatchObject(node.type === 'text' ? { type: 'text', text: node.text } : { type: node.type })
    }
  })
  test('a path that is no longer there leads nowhere', () => {
    expect(positionIn(doc, [7])).toBeNull()
    expect(positionIn(doc, [0, 0, 0])).toBeNull()
    expect(positionIn(doc, [])).toBeNull()
  })
})
