import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { normaliseBody } from '../../../src/shared/document/normalise'
import { documentSchema } from '../../../src/shared/document/schema'
import type { DocumentNode } from '../../../src/shared/story/revision'

const text = (words: string, ...marks: string[]): DocumentNode => ({ type: 'text', text: words, ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }) })
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', ...(content.length > 0 && { content }) })
const doc = (...content: unknown[]): unknown => ({ type: 'doc', content })

test('what the schema allows stays as it is', () => {
  const body = {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: [text('Nine ports')] },
      paragraph(text('Mayors '), text('signed', 'bold'), text(' it.')),
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('Housing'))] }] },
      { type: 'horizontalRule' },
    ],
  }
  expect(normaliseBody(body)).toEqual(body)
})

test.each([undefined, null, 7, 'text', [], {}, { type: 'doc' }, { type: 'doc', content: 'x' }, { type: 'script' }])('%j becomes one empty paragraph', (body) => {
  expect(normaliseBody(body)).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] })
})

test('text that looks the same is one piece, and marks have one order', () => {
  const pieces = doc(paragraph(text('Ni'), text('ne '), text('po', 'italic', 'bold'), text('rts', 'bold', 'italic')))
  const whole = doc(paragraph(text('Nine '), text('ports', 'bold', 'italic')))
  expect(normaliseBody(pieces)).toEqual(normaliseBody(whole))
  expect(JSON.stringify(normaliseBody(pieces))).toBe(JSON.stringify(normaliseBody(whole)))
})

test('an unknown node gives way to its content, an unknown mark and attribute fall away', () => {
  const body = doc({ type: 'blink', content: [paragraph(text('Kept', 'sparkle'))] }, { ...paragraph(text('Too')), attrs: { onclick: 'alert(1)' } })
  expect(normaliseBody(body)).toEqual(doc(paragraph(text('Kept')), paragraph(text('Too'))))
})

test('text that stands alone gets a paragraph', () => {
  expect(normaliseBody(doc(text('One'), text(' line', 'bold'), paragraph(text('Next'))))).toEqual(doc(paragraph(text('One'), text(' line', 'bold')), paragraph(text('Next'))))
  expect(normaliseBody(doc({ type: 'bulletList', content: [{ type: 'listItem', content: [text('Housing')] }] }))).toEqual(doc({ type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('Housing'))] }] }))
})

test('a block where only text can be gives its text', () => {
  expect(normaliseBody(doc({ type: 'heading', attrs: { level: 3 }, content: [paragraph(text('Nine ports'))] }))).toEqual(doc({ type: 'heading', attrs: { level: 3 }, content: [text('Nine ports')] }))
})

test('what is required and missing is filled in', () => {
  expect(normaliseBody(doc({ type: 'bulletList' }))).toEqual(doc({ type: 'bulletList', content: [{ type: 'listItem', content: [paragraph()] }] }))
  expect(normaliseBody(doc({ type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell' }] }] }))).toMatchObject(doc({ type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph()] }] }] }) as object)
})

test('what the schema learned to say later is not said where it says nothing, so that approved content keeps its bytes', () => {
  const figure = { type: 'figure', attrs: { asset: 'a'.repeat(64), alt: 'A ferry', caption: '', credit: '', decorative: false } }
  const table = { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs: { colspan: 1, rowspan: 1, colwidth: null, align: null }, content: [paragraph(text('38'))] }] }] }
  expect(JSON.stringify(normaliseBody(doc(figure, table)))).toBe(JSON.stringify(doc(figure, table)))
  const wide = { ...figure, attrs: { ...figure.attrs, width: 'wide', align: 'center', focusX: 50 } }
  expect(normaliseBody(doc(wide))).toEqual(doc({ ...figure, attrs: { ...figure.attrs, width: 'wide' } }))
})

test('a gallery with words in it gives way to what it holds', () => {
  const figure = { type: 'figure', attrs: { asset: 'a'.repeat(64), alt: 'A ferry', caption: '', credit: '', decorative: false } }
  expect(normaliseBody(doc({ type: 'gallery', attrs: { caption: '' }, content: [figure, paragraph(text('Ferries'))] }))).toEqual(doc(figure, paragraph(text('Ferries'))))
})

test('a footnote keeps its text where it is called', () => {
  const body = doc(paragraph(text('Signed'), { type: 'footnote', content: [text('In March.')] }, text(' by all.')))
  expect(normaliseBody(body)).toEqual(body)
})

/** Trees of real and made-up node types in any combination. */
const Tree = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    fc.record({ type: fc.constant('text'), text: fc.string(), marks: fc.array(fc.record({ type: fc.constantFrom('bold', 'italic', 'link', 'code', 'nonsense'), attrs: fc.dictionary(fc.constantFrom('href', 'x'), fc.anything()) }), { maxLength: 3 }) }),
    fc.record({
      type: fc.constantFrom(...Object.keys(documentSchema.nodes), 'nonsense'),
      attrs: fc.option(fc.dictionary(fc.constantFrom('level', 'asset', 'alt', 'start', 'colspan', 'language'), fc.anything()), { nil: undefined }),
      content: fc.array(tie('node'), { maxLength: 4 }),
    }),
  ),
})).node

test('whatever comes in, what comes out is a document of the schema, and stays itself when it comes in again', () => {
  fc.assert(
    fc.property(fc.array(Tree, { maxLength: 5 }), (content) => {
      const body = normaliseBody({ type: 'doc', content })
      documentSchema.nodeFromJSON(body).check()
      expect(normaliseBody(body)).toEqual(body)
    }),
    { numRuns: 400 },
  )
}, 60_000)

test('no word is lost on the way', () => {
  fc.assert(
    fc.property(fc.array(Tree, { maxLength: 4 }), (content) => {
      const words = (node: unknown): string => (typeof node === 'object' && node !== null ? ('text' in node && 'type' in node && node.type === 'text' ? String(node.text) : 'content' in node && Array.isArray(node.content) ? node.content.map(words).join('') : '') : '')
      const inAtoms = (node: unknown): boolean => typeof node === 'object' && node !== null && 'type' in node && 'content' in node && Array.isArray(node.content) && ((typeof node.type === 'string' && documentSchema.nodes[node.type]?.isAtom === true && node.content.length > 0) || node.content.some(inAtoms))
      fc.pre(!content.some(inAtoms))
      expect(words(normaliseBody({ type: 'doc', content }))).toBe(content.map(words).join(''))
    }),
    { numRuns: 400 },
  )
}, 60_000)
