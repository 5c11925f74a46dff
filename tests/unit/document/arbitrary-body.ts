import * as fc from 'fast-check'
import { documentSchema } from '../../../src/shared/document/schema'
import type { DocumentMark, DocumentNode } from '../../../src/shared/story/revision'

/** Words and signs that mean something to Markdown, HTML, templates or typesetters, at any place of a line. */
const letters = ['word', 'two words', 'a', 'x1', 'ünïcödé', 'سلام', 'שלום עולם', '港口', '👩‍👩‍👧', '😀', 'é', '\u00a0', '\u200f', '\ufeff', '€', '§', '…', '—', '“q”']
const signs = ['*', '**', '_', '__', '~', '~~', '`', '``', '```', '\\', '\\\\', '|', '||', '\\|', '<', '>', '&', '&amp;', '&#35;', '&copy', '!', '[', ']', '(', ')', '{', '}']
const lineStarts = ['# ', '## x', '#', ' #', '-', '- ', '+ ', '* ', '--', '---', '- - -', '===', '=', '> ', '>', '1. ', '12) ', '1.', '9999999999. ', ':', ': ', ':-:', '|-|', '^', '[^1]', '[^1]: x', '[a]: b', '![x](y)', '[x](y)']
const wholes = ['https://example.org/a_b', 'http://x.y', 'www.example.org', 'ana@example.org', '@mayor', 'ftp://x.y/', '<b>', '</p>', '<!-- x -->', '<?php', '<https://a.b>', '{{ x }}', '{% raw %}', '{{< x >}}', '$$', '{#id}', ':::', '[ ] todo', '[x] done', '~~~', 'snake_case', 'a*b', '\t', '\n', '  ', ' ']
const snippets = [...letters, ...signs, ...lineStarts, ...wholes]
const text = fc.oneof({ weight: 6, arbitrary: fc.array(fc.constantFrom(...snippets), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }) })
const line = fc.oneof(fc.constant(''), text)

const address = fc.oneof(
  fc.constantFrom('https://example.org/', 'https://example.org/a_(b)', 'https://example.org/?q=1&copy=2&amp;', 'mailto:ana@example.org', 'tel:+31-20', '/news/a b', '#part', 'https://example.org/"x"', 'https://example.org/<x>', 'https://example.org/\\|{x}', 'https://example.org/(', 'javascript:alert(1)', ''),
  text.map((words) => `https://example.org/${words}`),
)
const link = fc.record({ href: address, title: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: line }) }).map(({ href, title }): DocumentMark => ({ type: 'link', attrs: { href, target: null, rel: null, class: null, title } }))
const simpleMarks = fc.subarray(['bold', 'italic', 'strike']).map((types): DocumentMark[] => types.map((type) => ({ type })))
const marks = fc.oneof(
  { weight: 4, arbitrary: fc.constant<DocumentMark[]>([]) },
  { weight: 5, arbitrary: simpleMarks },
  { weight: 1, arbitrary: fc.constant<DocumentMark[]>([{ type: 'code' }]) },
  { weight: 2, arbitrary: fc.tuple(simpleMarks, link).map(([some, one]) => [...some, one]) },
)

const words = fc.record({ text, marks }).map((node): DocumentNode => ({ type: 'text', ...node }))
const footnote = fc.record({ content: fc.array(words, { maxLength: 2 }), marks }).map((node): DocumentNode => ({ type: 'footnote', ...node, marks: node.marks.filter(({ type }) => type !== 'code') }))
const lineBreak = marks.map((some): DocumentNode => ({ type: 'hardBreak', marks: some.filter(({ type }) => type !== 'code') }))
const inline = fc.array(fc.oneof({ weight: 8, arbitrary: words }, { weight: 1, arbitrary: lineBreak }, { weight: 1, arbitrary: footnote }), { maxLength: 6 })

/** Links to this address are the ones that a test sees as files of the desk. */
const assetHash = fc.constantFrom('a'.repeat(64), '0123456789abcdef'.repeat(4))

const paragraph = inline.map((content): DocumentNode => ({ type: 'paragraph', content }))
const heading = fc.record({ level: fc.integer({ min: 2, max: 4 }), content: inline }).map(({ level, content }): DocumentNode => ({ type: 'heading', attrs: { level }, content }))
const code = fc.record({ language: fc.constantFrom(null, '', 'ts', 'c++', 'a&amp;b', '\\x', 'two words'), text: fc.oneof(line, fc.array(text, { maxLength: 3 }).map((lines) => lines.join('\n'))) }).map(({ language, text: value }): DocumentNode => ({ type: 'codeBlock', attrs: { language }, content: value === '' ? [] : [{ type: 'text', text: value }] }))
const figure = fc.record({ asset: fc.oneof({ weight: 9, arbitrary: assetHash }, { weight: 1, arbitrary: fc.constant(null) }), alt: line, caption: line, credit: line, decorative: fc.boolean() }).map((attrs): DocumentNode => ({ type: 'figure', attrs }))
const attachment = fc.record({ asset: assetHash, name: line, label: line }).map((attrs): DocumentNode => ({ type: 'attachment', attrs }))
const rule = fc.constant<DocumentNode>({ type: 'horizontalRule' })

function listsOf(block: fc.Arbitrary<DocumentNode>): fc.Arbitrary<DocumentNode> {
  const item = fc.tuple(paragraph, fc.array(block, { maxLength: 2 })).map(([first, rest]): DocumentNode => ({ type: 'listItem', content: [first, ...rest] }))
  return fc
    .record({ ordered: fc.boolean(), start: fc.constantFrom(0, 1, 1, 1, 2, 7, 99, 999_999_999), items: fc.array(item, { minLength: 1, maxLength: 3 }) })
    .map(({ ordered, start, items }): DocumentNode => (ordered ? { type: 'orderedList', attrs: { start, type: null }, content: items } : { type: 'bulletList', content: items }))
}

function tablesOf(block: fc.Arbitrary<DocumentNode>): fc.Arbitrary<DocumentNode> {
  const span = fc.oneof({ weight: 8, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.constant(2) })
  const cell = fc
    .record({ header: fc.boolean(), colspan: span, rowspan: span, align: fc.constantFrom(null, null, 'left', 'center', 'right'), content: fc.oneof({ weight: 5, arbitrary: paragraph.map((only) => [only]) }, { weight: 1, arbitrary: fc.array(block, { minLength: 1, maxLength: 2 }) }) })
    .map(({ header, content, ...attrs }): DocumentNode => ({ type: header ? 'tableHeader' : 'tableCell', attrs: { ...attrs, colwidth: null }, content }))
  const row = fc.array(cell, { minLength: 1, maxLength: 3 })
  return fc
    .record({ head: fc.boolean(), rows: fc.array(row, { minLength: 1, maxLength: 3 }) })
    .map(({ head, rows }): DocumentNode => ({ type: 'table', content: rows.map((cells, index) => ({ type: 'tableRow', content: cells.map((one) => ({ ...one, type: head && index === 0 ? 'tableHeader' : one.type })) })) }))
}

const leaves = fc.oneof({ weight: 6, arbitrary: paragraph }, { weight: 2, arbitrary: heading }, code, figure, attachment, rule)

const block = fc.letrec<{ block: DocumentNode }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 5, arbitrary: leaves },
    { weight: 2, arbitrary: listsOf(tie('block')) },
    { weight: 1, arbitrary: fc.array(tie('block'), { minLength: 1, maxLength: 2 }).map((content): DocumentNode => ({ type: 'blockquote', content })) },
    { weight: 1, arbitrary: tablesOf(tie('block')) },
  ),
})).block

/** Any body that the schema allows, in ProseMirror's own JSON. */
export const anyBody = fc.array(block, { minLength: 1, maxLength: 4 }).map((content) => asSchemaSays({ type: 'doc', content }))

/** A body of one paragraph: where marks meet. */
export const anyParagraph = inline.map((content) => asSchemaSays({ type: 'doc', content: [{ type: 'paragraph', content }] }))

/** The JSON of a body as the schema itself writes it. @throws RangeError when the schema does not allow it. */
function asSchemaSays(body: DocumentNode): DocumentNode {
  const node = documentSchema.nodeFromJSON(withMarkSets(body))
  node.check()
  return JSON.parse(JSON.stringify(node.toJSON())) as DocumentNode
}

/** `nodeFromJSON` takes marks as they come; an editor would have put them into a set. */
function withMarkSets(node: DocumentNode): DocumentNode {
  const marks = (node.marks ?? []).map((mark) => documentSchema.mark(mark.type, mark.attrs)).reduce((set, mark) => mark.addToSet(set), documentSchema.text('x').marks)
  const { marks: _former, content, ...rest } = node
  return { ...rest, ...(content && content.length > 0 && { content: content.map(withMarkSets) }), ...(marks.length > 0 && { marks: marks.map((mark) => mark.toJSON() as DocumentMark) }) }
}
