import * as fc from 'fast-check'
import { documentSchema } from '../../../src/shared/document/schema'
import type { DocumentMark, DocumentNode } from '../../../src/shared/story/revision'

/** Words and signs that mean something to Markdown, HTML, templates or typesetters, at any place of a line. */
const letters = ['word', 'two words', 'a', 'x1', 'ünïcödé', 'سلام', 'שלום עולם', '港口', '👩‍👩‍👧', '😀', 'é', '\u00a0', '\u200f', '\ufeff', '€', '§', '…', '—', '“q”']
const signs = ['*', '**', '_', '__', '~', '~~', '`', '``', '```', '\\', '\\\\', '|', '||', '\\|', '<', '>', '&', '&amp;', '&#35;', '&copy', '!', '[', ']', '(', ')', '{', '}']
const lineStarts = ['# ', '## x', '#', ' #', '-', '- ', '+ ', '* ', '--', '---', '- - -', '===', '=', '> ', '>', '1. ', '12) ', '1.', '9999999999. ', ':', ': ', ':-:', '|-|', '^', '[^1]', '[^1]: x', '[a]: b', '![x](y)', '[x](y)']
const wholes = ['https://example.org/a_b', 'http://x.y', 'www.example.org', 'ana@example.org', '@mayor', 'ftp://x.y/', '<b>', '</p>', '<!-- x -->', '<?php', '<https://a.b>', '{{ x }}', '{% raw %}', '{{< x >}}', '$$', '{#id}', ':::', '[ ] todo', '[x] done', '[!NOTE]', '<u>', '</div>', '==x==', ':::note', '~~~', 'snake_case', 'a*b', '\t', '\n', '  ', ' ']
const snippets = [...letters, ...signs, ...lineStarts, ...wholes]
const text = fc.oneof({ weight: 6, arbitrary: fc.array(fc.constantFrom(...snippets), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }) })
const line = fc.oneof(fc.constant(''), text)

/** Stories of the desk: readers have the first two, in the tests that ask. */
export const storyIds = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222', '33333333-3333-4333-8333-333333333333'] as const
const storyAddress = fc.constantFrom(...storyIds).chain((id) => fc.constantFrom(`story:${id}`, `story:${id}#word`, `story:${id}#سلام`))

const address = fc.oneof(
  { weight: 1, arbitrary: storyAddress },
  fc.constantFrom('https://example.org/', 'https://example.org/a_(b)', 'https://example.org/?q=1&copy=2&amp;', 'mailto:ana@example.org', 'tel:+31-20', '/news/a b', '#part', '#word', '#two-words', 'https://example.org/"x"', 'https://example.org/<x>', 'https://example.org/\\|{x}', 'https://example.org/(', 'javascript:alert(1)', ''),
  text.map((words) => `https://example.org/${words}`),
)
const link = fc.record({ href: address, title: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: line }) }).map(({ href, title }): DocumentMark => ({ type: 'link', attrs: { href, target: null, rel: null, class: null, title } }))
const simpleMarks = fc.subarray(['bold', 'italic', 'strike']).map((types): DocumentMark[] => types.map((type) => ({ type })))
/** Marks that HTML says: of raised and lowered words are one or the other, a language may be none. */
const htmlMarks = fc
  .record({ some: fc.subarray(['underline', 'highlight']), raised: fc.constantFrom(null, null, 'subscript', 'superscript'), lang: fc.constantFrom(undefined, undefined, 'fr', 'ar', 'pt-br', 'no language', null) })
  .map(({ some, raised, lang }): DocumentMark[] => [...[...some, ...(raised === null ? [] : [raised])].map((type) => ({ type })), ...(lang === undefined ? [] : [{ type: 'language', attrs: { lang } }])])
const marks = fc.oneof(
  { weight: 4, arbitrary: fc.constant<DocumentMark[]>([]) },
  { weight: 5, arbitrary: simpleMarks },
  { weight: 1, arbitrary: fc.constant<DocumentMark[]>([{ type: 'code' }]) },
  { weight: 3, arbitrary: fc.tuple(simpleMarks, htmlMarks).map(([some, more]) => [...some, ...more]) },
  { weight: 1, arbitrary: fc.tuple(htmlMarks, link).map(([some, one]) => [...some, one]) },
  { weight: 2, arbitrary: fc.tuple(simpleMarks, link).map(([some, one]) => [...some, one]) },
)

const words = fc.record({ text, marks }).map((node): DocumentNode => ({ type: 'text', ...node }))
const footnote = fc.record({ content: fc.array(words, { maxLength: 2 }), marks }).map((node): DocumentNode => ({ type: 'footnote', ...node, marks: node.marks.filter(({ type }) => type !== 'code') }))
const lineBreak = marks.map((some): DocumentNode => ({ type: 'hardBreak', marks: some.filter(({ type }) => type !== 'code') }))
const inline = fc.array(fc.oneof({ weight: 8, arbitrary: words }, { weight: 1, arbitrary: lineBreak }, { weight: 1, arbitrary: footnote }), { maxLength: 6 })

/** Links to this address are the ones that a test sees as files of the desk. */
const assetHash = fc.constantFrom('a'.repeat(64), '0123456789abcdef'.repeat(4))

const paragraph = inline.map((content): DocumentNode => ({ type: 'paragraph', content }))
/** Some have words that links lead to. */
const headingWords = fc.oneof({ weight: 3, arbitrary: inline }, { weight: 1, arbitrary: fc.constantFrom('word', 'Two words').map((words): DocumentNode[] => [{ type: 'text', text: words }]) })
const heading = fc.record({ level: fc.integer({ min: 2, max: 4 }), content: headingWords }).map(({ level, content }): DocumentNode => ({ type: 'heading', attrs: { level }, content }))
const code = fc.record({ language: fc.constantFrom(null, '', 'ts', 'c++', 'a&amp;b', '\\x', 'two words'), text: fc.oneof(line, fc.array(text, { maxLength: 3 }).map((lines) => lines.join('\n'))) }).map(({ language, text: value }): DocumentNode => ({ type: 'codeBlock', attrs: { language }, content: value === '' ? [] : [{ type: 'text', text: value }] }))
const figure = fc.record({ asset: fc.oneof({ weight: 9, arbitrary: assetHash }, { weight: 1, arbitrary: fc.constant(null) }), alt: line, caption: line, credit: line, decorative: fc.boolean() }).map((attrs): DocumentNode => ({ type: 'figure', attrs }))
const place = fc.record({ source: fc.oneof(fc.constant(''), address), width: fc.constantFrom('text', 'half', 'wide', 'full'), align: fc.constantFrom('center', 'start', 'end'), focusX: fc.constantFrom(50, 0, 33, 100), focusY: fc.constantFrom(50, 7) })
const placedFigure = fc.tuple(figure, place).map(([{ type, attrs }, more]): DocumentNode => ({ type, attrs: { ...attrs, ...more } }))
const gallery = fc.record({ caption: line, figures: fc.array(fc.oneof(figure, placedFigure), { minLength: 1, maxLength: 3 }) }).map(({ caption, figures }): DocumentNode => ({ type: 'gallery', attrs: { caption }, content: figures }))
const attachment = fc.record({ asset: assetHash, name: line, label: line }).map((attrs): DocumentNode => ({ type: 'attachment', attrs }))
const pullQuote = fc.record({ attribution: line, content: inline }).map(({ attribution, content }): DocumentNode => ({ type: 'pullQuote', attrs: { attribution }, content }))
const button = fc.record({ label: line, address, purpose: fc.constantFrom('link', 'subscribe') }).map((attrs): DocumentNode => ({ type: 'button', attrs }))
const embed = fc.record({ address, title: line }).map((attrs): DocumentNode => ({ type: 'embed', attrs }))
const relatedStory = fc.record({ story: fc.constantFrom(...storyIds, ''), headline: line }).map((attrs): DocumentNode => ({ type: 'relatedStory', attrs }))
const relatedStories = fc.record({ title: line, stories: fc.array(relatedStory, { maxLength: 3 }) }).map(({ title, stories }): DocumentNode => ({ type: 'relatedStories', attrs: { title }, content: stories }))
const rule = fc.constant<DocumentNode>({ type: 'horizontalRule' })

function listsOf(block: fc.Arbitrary<DocumentNode>): fc.Arbitrary<DocumentNode> {
  const item = fc.tuple(paragraph, fc.array(block, { maxLength: 2 }), fc.boolean()).map(([first, rest, checked]) => ({ checked, content: [first, ...rest] }))
  return fc
    .record({ type: fc.constantFrom('bulletList', 'orderedList', 'taskList'), start: fc.constantFrom(0, 1, 1, 1, 2, 7, 99, 999_999_999), items: fc.array(item, { minLength: 1, maxLength: 3 }) })
    .map(({ type, start, items }): DocumentNode => ({
      type,
      ...(type === 'orderedList' && { attrs: { start, type: null } }),
      content: items.map(({ checked, content }) => (type === 'taskList' ? { type: 'taskItem', attrs: { checked }, content } : { type: 'listItem', content })),
    }))
}

function calloutsOf(block: fc.Arbitrary<DocumentNode>): fc.Arbitrary<DocumentNode> {
  return fc
    .record({ tone: fc.constantFrom('note', 'tip', 'important', 'warning'), title: line, content: fc.array(block, { minLength: 1, maxLength: 2 }) })
    .map(({ content, ...attrs }): DocumentNode => ({ type: 'callout', attrs, content }))
}

function tablesOf(block: fc.Arbitrary<DocumentNode>): fc.Arbitrary<DocumentNode> {
  const span = fc.oneof({ weight: 8, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.constant(2) })
  /** A width for each column that a cell is over; 0 stands for one that was never drawn. */
  const widths = fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.tuple(fc.constantFrom(0, 80, 240), fc.constantFrom(0, 33, 120)) })
  const cell = fc
    .record({ widths, header: fc.boolean(), colspan: span, rowspan: span, align: fc.constantFrom(null, null, 'left', 'center', 'right'), content: fc.oneof({ weight: 5, arbitrary: paragraph.map((only) => [only]) }, { weight: 1, arbitrary: fc.array(block, { minLength: 1, maxLength: 2 }) }) })
    .map(({ header, content, widths: given, ...attrs }): DocumentNode => ({ type: header ? 'tableHeader' : 'tableCell', attrs: { ...attrs, colwidth: given && given.slice(0, attrs.colspan) }, content }))
  const row = fc.array(cell, { minLength: 1, maxLength: 3 })
  return fc
    .record({ head: fc.boolean(), caption: fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 1, arbitrary: text }), rows: fc.array(row, { minLength: 1, maxLength: 3 }) })
    .map(({ head, caption, rows }): DocumentNode => ({ type: 'table', attrs: { caption }, content: rows.map((cells, index) => ({ type: 'tableRow', content: cells.map((one) => ({ ...one, type: head && index === 0 ? 'tableHeader' : one.type })) })) }))
}

const leaves = fc.oneof({ weight: 6, arbitrary: paragraph }, { weight: 2, arbitrary: heading }, code, figure, placedFigure, gallery, attachment, pullQuote, button, embed, relatedStories, rule)

const block = fc.letrec<{ block: DocumentNode }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 5, arbitrary: leaves },
    { weight: 2, arbitrary: listsOf(tie('block')) },
    { weight: 1, arbitrary: fc.array(tie('block'), { minLength: 1, maxLength: 2 }).map((content): DocumentNode => ({ type: 'blockquote', content })) },
    { weight: 1, arbitrary: calloutsOf(tie('block')) },
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
