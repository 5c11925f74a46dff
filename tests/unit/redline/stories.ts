import * as fc from 'fast-check'
import { StoryId, KindId, AssetHash } from '../../../src/shared/story/ids'
import type { FieldValue } from '../../../src/shared/story/kind'
import type { DocumentMark, DocumentNode, Revision } from '../../../src/shared/story/revision'

export const quay = AssetHash.parse('a'.repeat(64))
export const ferry = AssetHash.parse('b'.repeat(64))

export const doc = (...content: DocumentNode[]): DocumentNode => ({ type: 'doc', content })
export const text = (words: string, ...marks: DocumentMark[]): DocumentNode => ({ type: 'text', text: words, ...(marks.length > 0 && { marks }) })
export const p = (...content: (string | DocumentNode)[]): DocumentNode => ({ type: 'paragraph', content: content.map((child) => (typeof child === 'string' ? text(child) : child)) })
export const h = (level: number, words: string): DocumentNode => ({ type: 'heading', attrs: { level }, content: [text(words)] })
export const list = (...items: string[]): DocumentNode => ({ type: 'bulletList', content: items.map((item) => ({ type: 'listItem', content: [p(item)] })) })
export const figure = (attrs: Record<string, unknown>): DocumentNode => ({ type: 'figure', attrs: { asset: quay, alt: '', caption: '', credit: '', decorative: false, ...attrs } })
export const cell = (words: string, attrs: Record<string, unknown> = {}): DocumentNode => ({ type: 'tableCell', attrs: { colspan: 1, rowspan: 1, colwidth: null, align: null, ...attrs }, content: [p(words)] })
export const table = (caption: string, ...rows: DocumentNode[][]): DocumentNode => ({ type: 'table', attrs: { caption }, content: rows.map((content) => ({ type: 'tableRow', content })) })
export const bold: DocumentMark = { type: 'bold' }
export const italic: DocumentMark = { type: 'italic' }
export const link = (href: string): DocumentMark => ({ type: 'link', attrs: { href } })

export function revision(body: DocumentNode, fields: Record<string, FieldValue> = {}, more: Partial<Revision> = {}): Revision {
  const assets = [
    { hash: quay, name: 'quay.jpg', mime: 'image/jpeg', size: 1200 },
    { hash: ferry, name: 'ferry.jpg', mime: 'image/jpeg', size: 1300 },
  ]
  return { format: 'copydesk.revision/1', story: StoryId.parse('2f1c8a7e-64a1-4a6e-8f4e-7f0f3a1f2b01'), kind: KindId.parse('statement'), fields, body, assets, ...more }
}

const words = fc.constantFrom('mayors', 'of', 'nine', 'ports', '35', '1,250', 'ferries', 'é', 'naïve', '港湾', 'الميناء', '👩‍💻', '🇵🇹', '—', '.', ' ', '  ', 'can’t', 'a', 'b')
const marks = fc.uniqueArray(fc.constantFrom(bold, italic, link('https://harbour.example/'), link('https://council.example/')), { maxLength: 2, selector: ({ type }) => type })
const run = fc.tuple(fc.array(words, { minLength: 1, maxLength: 6 }), marks).map(([parts, set]) => text(parts.join(' '), ...set))
const footnote = fc.array(run, { maxLength: 2 }).map((content): DocumentNode => ({ type: 'footnote', content }))
const inline = fc.oneof({ weight: 6, arbitrary: run }, { weight: 1, arbitrary: footnote }, { weight: 1, arbitrary: fc.constant<DocumentNode>({ type: 'hardBreak' }) })
const paragraph = fc.array(inline, { maxLength: 5 }).map((content): DocumentNode => (content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' }))
const heading = fc.tuple(fc.constantFrom(2, 3), run).map(([level, content]): DocumentNode => ({ type: 'heading', attrs: { level }, content: [content] }))
const picture = fc.record({ asset: fc.constantFrom(quay, ferry), alt: fc.constantFrom('', 'The quay'), decorative: fc.boolean() }).map(figure)
const card = fc.oneof(
  fc.record({ label: fc.constantFrom('Read on', 'Get the letter', ''), address: fc.constantFrom('https://harbour.example/', ''), purpose: fc.constantFrom('link', 'subscribe') }).map((attrs): DocumentNode => ({ type: 'button', attrs })),
  fc.record({ title: fc.constantFrom('A film', ''), address: fc.constantFrom('https://youtu.be/a', 'https://youtu.be/b') }).map((attrs): DocumentNode => ({ type: 'embed', attrs })),
  fc.record({ caption: fc.constantFrom('', 'Power'), pictures: fc.array(picture, { minLength: 1, maxLength: 2 }) }).map(({ caption, pictures }): DocumentNode => ({ type: 'gallery', attrs: { caption }, content: pictures })),
)
const pullQuote = fc.record({ attribution: fc.constantFrom('', 'Ana Ruiz'), content: fc.array(run, { maxLength: 2 }) }).map(({ attribution, content }): DocumentNode => ({ type: 'pullQuote', attrs: { attribution }, ...(content.length > 0 && { content }) }))
const callout = fc.record({ tone: fc.constantFrom('note', 'warning'), title: fc.constantFrom('', 'Closed'), content: fc.array(paragraph, { minLength: 1, maxLength: 2 }) }).map(({ content, ...attrs }): DocumentNode => ({ type: 'callout', attrs, content }))
const tasks = fc.array(fc.record({ checked: fc.boolean(), words: paragraph }), { minLength: 1, maxLength: 3 }).map((items): DocumentNode => ({ type: 'taskList', content: items.map(({ checked, words: first }) => ({ type: 'taskItem', attrs: { checked }, content: [first] })) }))
const anyTable = fc
  .record({ caption: fc.constantFrom('', 'Berths'), rows: fc.array(fc.array(fc.tuple(paragraph, fc.constantFrom(null, [120], [80]), fc.constantFrom(null, 'right')), { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 }) })
  .map(({ caption, rows }): DocumentNode => ({ type: 'table', attrs: { caption }, content: rows.map((cells) => ({ type: 'tableRow', content: cells.map(([content, colwidth, align]) => ({ type: 'tableCell', attrs: { colspan: 1, rowspan: 1, colwidth, align }, content: [content] })) })) }))
const container = fc.tuple(fc.constantFrom('blockquote', 'bulletList'), fc.array(fc.array(paragraph, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })).map(
  ([type, items]): DocumentNode => (type === 'blockquote' ? { type, content: items.flat() } : { type, content: items.map((content) => ({ type: 'listItem', content })) }),
)
const block = fc.oneof({ weight: 5, arbitrary: paragraph }, heading, picture, card, pullQuote, callout, tasks, anyTable, container, fc.constant<DocumentNode>({ type: 'horizontalRule' }))
const blocks = fc.array(block, { minLength: 1, maxLength: 8 })

/** Two bodies: unlike each other, or the second an edit of the first. */
export const bodies: fc.Arbitrary<readonly [DocumentNode, DocumentNode]> = fc.oneof(
  fc.tuple(blocks, blocks).map(([one, other]) => [doc(...one), doc(...other)] as const),
  fc.tuple(blocks, blocks, fc.nat(7), fc.nat(3)).map(([one, other, place, removed]) => [doc(...one), doc(...one.slice(0, place), ...other.slice(0, 2), ...one.slice(place + removed))] as const),
)
