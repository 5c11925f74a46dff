import { describe, expect, test } from 'vitest'
import { markdownForm } from '../../../src/shared/markdown/normal-form'
import { toMarkdown } from '../../../src/shared/markdown/serialize'
import type { DocumentNode } from '../../../src/shared/story/revision'

const hash = 'a'.repeat(64)
const words = (text: string, ...marks: string[]): DocumentNode => ({ type: 'text', text, marks: marks.map((type) => ({ type })) })
const paragraph = (...content: (string | DocumentNode)[]): DocumentNode => ({ type: 'paragraph', content: content.map((part) => (typeof part === 'string' ? words(part) : part)) })
const item = (...content: DocumentNode[]): DocumentNode => ({ type: 'listItem', content })
const write = (...content: DocumentNode[]): string => toMarkdown({ type: 'doc', content }, { assetAddress: () => 'quay.png' })

describe('a text reads like one that a person wrote', () => {
  test.each<[string, DocumentNode, string]>([
    ['marks', paragraph('Ships ', words('switch off', 'bold'), ' their ', words('engines', 'italic'), ', ', words('soon', 'strike'), ' ', words('now', 'bold', 'italic'), '.'), 'Ships **switch off** their *engines*, ~~soon~~ ***now***.\n'],
    ['white space at the edge of a mark stays outside of it', paragraph(words('Ships ', 'bold'), 'will'), '**Ships** will\n'],
    ['nothing is escaped that means nothing', paragraph('It’s 5 - 3 = 2 (two), A & B; snake_case, 100% #1! “Yes.”'), 'It’s 5 - 3 = 2 (two), A & B; snake_case, 100% #1! “Yes.”\n'],
    ['tight lists', { type: 'bulletList', content: [item(paragraph('a'), { type: 'orderedList', attrs: { start: 1 }, content: [item(paragraph('b'))] }), item(paragraph('c'))] }, '- a\n  1. b\n- c\n'],
    ['loose lists', { type: 'orderedList', attrs: { start: 9 }, content: [item(paragraph('a'), paragraph('b')), item(paragraph('c'))] }, '9. a\n\n   b\n\n10. c\n'],
    ['code', { type: 'codeBlock', attrs: { language: 'sh' }, content: [words('echo ```')] }, '````sh\necho ```\n````\n'],
    ['a quotation', { type: 'blockquote', content: [paragraph('a'), paragraph('b')] }, '> a\n>\n> b\n'],
    ['a figure', { type: 'figure', attrs: { asset: hash, alt: 'A quay', caption: 'At *dawn*', credit: 'Ana (Ruiz)', decorative: false } }, '![A quay](quay.png)\\\n*At \\*dawn\\** (Ana (Ruiz))\n'],
    ['a decorative figure', { type: 'figure', attrs: { asset: hash, alt: 'x', caption: '', credit: '', decorative: true } }, '![](quay.png " ")\n'],
    ['an attachment', { type: 'attachment', attrs: { asset: hash, name: 'plan.pdf', label: 'The plan' } }, '[The plan](quay.png "plan.pdf")\n'],
    ['a footnote', paragraph('a', { type: 'footnote', content: [words('n')] }, ': b'), 'a[^1]\\: b\n\n[^1]: n\n'],
  ])('%s', (_what, node, text) => {
    expect(write(node)).toBe(text)
  })
})

describe('marks inside of words', () => {
  test.each<[string, DocumentNode, string]>([
    ['a plain one', paragraph('un', words('believ', 'italic'), 'able'), 'un*believ*able\n'],
    ['one that ends in punctuation', paragraph(words('Note:', 'bold'), 'see'), '**Note:**&#115;ee\n'],
    ['two that meet', paragraph(words('a', 'bold'), words('b', 'italic')), '**a**_b_\n'],
    ['two that overlap', paragraph(words('a', 'bold'), words('b', 'bold', 'italic'), words('c', 'italic')), '**a*b***_c_\n'],
  ])('%s', (_what, node, text) => {
    expect(write(node)).toBe(text)
  })
})

describe('a table', () => {
  const cell = (type: 'tableHeader' | 'tableCell', content: DocumentNode[], attrs: Record<string, unknown> = {}): DocumentNode => ({ type, attrs: { colspan: 1, rowspan: 1, colwidth: null, align: null, ...attrs }, content })
  const head = (text: string, attrs = {}): DocumentNode => cell('tableHeader', [paragraph(text)], attrs)
  const data = (text: string, attrs = {}): DocumentNode => cell('tableCell', [paragraph(text)], attrs)
  const table = (...rows: DocumentNode[][]): DocumentNode => ({ type: 'table', content: rows.map((content) => ({ type: 'tableRow', content })) })
  const lossesOf = (node: DocumentNode): readonly string[] => markdownForm({ type: 'doc', content: [node] }).losses

  test('has its headings and alignments', () => {
    const node = table([head('Port'), head('Berths', { align: 'right' })], [data('Merrow | North'), data('12', { align: 'right' })])
    expect(write(node)).toBe('| Port | Berths |\n| --- | --: |\n| Merrow \\| North | 12 |\n')
    expect(lossesOf(node)).toEqual([])
  })

  test('without headings has empty ones', () => {
    expect(write(table([data('a'), data('b')]))).toBe('|  |  |\n| --- | --- |\n| a | b |\n')
  })

  test('loses merged cells and blocks in cells, in words', () => {
    const list: DocumentNode = { type: 'bulletList', content: [item(paragraph('x')), item(paragraph('y'))] }
    const node = table([head('Port'), head('Berths'), head('Note')], [head('Merrow', { rowspan: 2 }), cell('tableCell', [paragraph('12'), list], { colspan: 2 })], [data('3'), data('new')])
    expect(write(node)).toBe('| Port | Berths | Note |\n| --- | --- | --- |\n| Merrow | 12 • x • y |  |\n|  | 3 | new |\n')
    expect(lossesOf(node)).toEqual(['Markdown can’t say all of the table ‘Port Berths Note Merrow 12 x y 3 new’: headings outside its first row are plain cells; cells hold one line each; merged cells are single.'])
  })
})
