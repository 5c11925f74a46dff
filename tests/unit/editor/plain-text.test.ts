import { expect, test } from 'vitest'
import { plainTextOf } from '../../../src/renderer/editor/body/clipboard/plain-text'
import { documentSchema } from '../../../src/shared/document/schema'
import type { DocumentNode } from '../../../src/shared/story/revision'

const words = (text: string): DocumentNode => ({ type: 'text', text })
const paragraph = (text: string): DocumentNode => ({ type: 'paragraph', content: [words(text)] })
const copied = (...content: DocumentNode[]): string => plainTextOf(documentSchema.nodeFromJSON({ type: 'doc', content }).content)

test('paragraphs stand apart, and a note is where it is called', () => {
  expect(copied({ type: 'paragraph', content: [words('Counted'), { type: 'footnote', content: [words('In March')] }, words('.')] }, paragraph('End'))).toBe('Counted [In March].\n\nEnd')
})

test('lists have their signs, from their first number on, and what is in an item stands under it', () => {
  const item = (text: string, ...more: DocumentNode[]): DocumentNode => ({ type: 'listItem', content: [paragraph(text), ...more] })
  expect(copied({ type: 'orderedList', attrs: { start: 3 }, content: [item('Survey', { type: 'bulletList', content: [item('the grid')] }), item('Lay')] })).toBe('3. Survey\n   • the grid\n4. Lay')
  expect(
    copied({
      type: 'taskList',
      content: [
        { type: 'taskItem', attrs: { checked: true }, content: [paragraph('Publish')] },
        { type: 'taskItem', attrs: { checked: false }, content: [paragraph('Open')] },
      ],
    }),
  ).toBe('☑ Publish\n☐ Open')
})

test('a table is a line a row, under its caption', () => {
  const cell = (text: string): DocumentNode => ({ type: 'tableCell', content: [paragraph(text)] })
  expect(copied({ type: 'table', attrs: { caption: 'Berths' }, content: [{ type: 'tableRow', content: [cell('Merrow'), cell('12')] }] })).toBe('Berths\nMerrow\t12')
})

test('blocks say in words what they keep beside their text', () => {
  expect(copied({ type: 'pullQuote', attrs: { attribution: 'Inês Valadão' }, content: [words('A harbour is a neighbour.')] })).toBe('A harbour is a neighbour.\n— Inês Valadão')
  expect(copied({ type: 'callout', attrs: { tone: 'tip', title: 'For crews' }, content: [paragraph('Book early.')] })).toBe('For crews\nBook early.')
  expect(copied({ type: 'button', attrs: { label: 'Read', address: 'https://example.org' } })).toBe('Read – https://example.org')
  expect(copied({ type: 'figure', attrs: { alt: 'A quay', caption: 'Merrow', credit: 'Tom Okafor' } })).toBe('[A quay]\nMerrow – Tom Okafor')
  expect(copied({ type: 'figure', attrs: { alt: '', decorative: true } })).toBe('')
})
