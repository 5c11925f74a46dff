import { describe, expect, test, vi } from 'vitest'
import { redline } from '../../../src/shared/redline/redline'
import type { Redline } from '../../../src/shared/redline/redline-shape'
import type { DocumentNode } from '../../../src/shared/story/revision'
import { everyBlock } from '../../fixtures/every-block'
import { cell, doc, figure, p, revision, table } from './stories'

// A page with every block, compared once for each of its attributes: on a busy machine it takes its time.
vi.setConfig({ testTimeout: 60_000 })

const between = (before: DocumentNode, after: DocumentNode): Redline => redline(revision(before), revision(after))

/** What a redline says beside the words of the text: label, what it was, what it is. */
const said = ({ blocks }: Redline): unknown[] => blocks.flatMap(({ values }) => values.map(({ label, before, after }) => [label, before, after]))

const task = (checked: boolean, words: string): DocumentNode => ({ type: 'taskItem', attrs: { checked }, content: [p(words)] })
const tasks = (...items: DocumentNode[]): DocumentNode => ({ type: 'taskList', content: items })
const callout = (tone: string, title: string, ...words: string[]): DocumentNode => ({ type: 'callout', attrs: { tone, title }, content: words.map((line) => p(line)) })

describe('a redline says in words what a block says differently', () => {
  test('an image: where it comes from, how wide it is and where it stands', () => {
    const result = between(doc(figure({ alt: 'The quay' })), doc(figure({ alt: 'The quay', source: 'https://example.org/quay', width: 'half', align: 'start', focusX: 20 })))
    expect(said(result)).toEqual([
      ['Source address', null, 'https://example.org/quay'],
      ['Width', 'As the text', 'Half of the text'],
      ['Place', 'In the middle', 'At the start of the line'],
      ['Focal point', '50 % from the left, 50 % from the top', '20 % from the left, 50 % from the top'],
    ])
    expect(result).toMatchObject({ total: 1, counts: { image: 1 } })
  })

  test('a task that was done, once, with its words unchanged', () => {
    const result = between(doc(tasks(task(false, 'Open the fund'), task(false, 'Name the engineers'))), doc(tasks(task(true, 'Open the fund'), task(false, 'Name the engineers'))))
    expect(said(result)).toEqual([['Task', 'Not done', 'Done']])
    expect(result).toMatchObject({ total: 1, blocks: [{ change: 'changed', reshaped: false }, { change: 'kept' }] })
  })

  test('a callout: its sort and its title, once for all of its blocks', () => {
    const result = between(doc(callout('note', '', 'Quay 4 is closed.', 'Use quay 5.')), doc(callout('warning', 'Closed', 'Quay 4 is closed.', 'Use quay 5.')))
    expect(said(result)).toEqual([
      ['Sort of callout', 'Note', 'Warning'],
      ['Title of the callout', null, 'Closed'],
    ])
    expect(result.blocks.map(({ change }) => change)).toEqual(['changed', 'kept'])
    expect(result.blocks[0]?.opens).toEqual([{ type: 'callout', attrs: { tone: 'warning', title: 'Closed' } }])
  })

  test('a callout whose first block went says so with the next one', () => {
    expect(said(between(doc(callout('note', 'Quays', 'Nobody asked about parking at all.', 'Use quay 5.')), doc(callout('note', 'Quay 5', 'Use quay 5.'))))).toEqual([['Title of the callout', 'Quays', 'Quay 5']])
  })

  test('a table: its caption and the widths of its columns once, a cell where it is', () => {
    const before = table('Berths', [cell('Merrow'), cell('12')], [cell('Lagoa'), cell('4')])
    const after = table('Berths with power', [cell('Merrow', { colwidth: [240] }), cell('12', { colwidth: [120] })], [cell('Lagoa', { colwidth: [240] }), cell('4', { colwidth: [120], align: 'right' })])
    const result = between(doc(before), doc(after))
    expect(said(result)).toEqual([
      ['Caption of the table', 'Berths', 'Berths with power'],
      ['Widths of the columns', null, '240 px, 120 px'],
      ['Alignment', 'As the text', 'Right'],
    ])
    expect(result.blocks.map(({ change }) => change)).toEqual(['changed', 'kept', 'kept', 'changed'])
    expect(result).toMatchObject({ total: 3, counts: { wording: 1, format: 2 } })
  })

  test('a cell that became a heading alone', () => {
    const heading = { ...cell('12'), type: 'tableHeader' }
    const result = between(doc(table('', [cell('Merrow'), cell('12')])), doc(table('', [cell('Merrow'), heading])))
    expect(said(result)).toEqual([['Sort of cell', 'Plain', 'Heading']])
    expect(result).toMatchObject({ total: 1, counts: { format: 1 } })
  })

  test('a button, an embed and a related story: where they lead is a link, what they say is wording', () => {
    const button = (label: string, address: string, purpose: string): DocumentNode => ({ type: 'button', attrs: { label, address, purpose } })
    expect(between(doc(button('Read', 'https://example.org/a', 'link')), doc(button('Read on', 'https://example.org/b', 'subscribe')))).toMatchObject({ total: 3, counts: { wording: 1, link: 1, format: 1 }, blocks: [{ values: [{ label: 'Words' }, { label: 'Address' }, { label: 'Purpose', before: 'Link', after: 'Subscribe' }] }] })
    const embed = (address: string): DocumentNode => ({ type: 'embed', attrs: { address, title: 'A day at the quay' } })
    expect(between(doc(embed('https://youtu.be/a')), doc(embed('https://youtu.be/b')))).toMatchObject({ total: 1, counts: { link: 1 } })
    expect(between(doc(p('Words.')), doc(p('Words.'), embed('https://youtu.be/a')))).toMatchObject({ total: 1, counts: { link: 1 } })
    const related = (title: string, headline: string): DocumentNode => ({ type: 'relatedStories', attrs: { title }, content: [{ type: 'relatedStory', attrs: { story: '00000000-0000-4000-8000-000000000002', headline } }] })
    expect(said(between(doc(related('More', 'A fund opens')), doc(related('Read next', 'A fund closes'))))).toEqual([
      ['Headline', 'A fund opens', 'A fund closes'],
      ['Title of the list', 'More', 'Read next'],
    ])
  })

  test('a pull quote: its words word by word, and whose they are', () => {
    const quote = (words: string, attribution: string): DocumentNode => ({ type: 'pullQuote', attrs: { attribution }, content: [{ type: 'text', text: words }] })
    const result = between(doc(quote('A harbour is a neighbour.', 'The mayor')), doc(quote('A harbour is a good neighbour.', 'Inês Valadão')))
    expect(said(result)).toEqual([['Attribution', 'The mayor', 'Inês Valadão']])
    expect(result.blocks[0]?.pieces.filter(({ kind }) => kind === 'inserted').map(({ text }) => text.trim())).toEqual(['good'])
  })

  test('a gallery: its caption, and an image that came into it', () => {
    const gallery = (caption: string, ...figures: DocumentNode[]): DocumentNode => ({ type: 'gallery', attrs: { caption }, content: figures })
    const result = between(doc(gallery('Power', figure({ alt: 'A cable' }))), doc(gallery('Power at the quay', figure({ alt: 'A cable' }), figure({ asset: 'c'.repeat(64), alt: 'Cabinets' }))))
    expect(said(result)).toEqual([['Caption of the gallery', 'Power', 'Power at the quay']])
    expect(result).toMatchObject({ total: 2, counts: { image: 2 } })
  })

  test('every attribute of every block has its words', () => {
    const before = everyBlock()
    for (const path of pathsIn(before)) {
      const node = at(before, path)
      for (const name of Object.keys(node.attrs ?? {})) {
        if (['level', 'language', 'type', 'colwidth'].includes(name)) continue
        const after = changed(before, path, { ...node.attrs, [name]: other(node.attrs?.[name]) })
        const result = between(before, after)
        expect([node.type, name, result.blocks.flatMap(({ values }) => values).length > 0]).toEqual([node.type, name, true])
      }
    }
  })
})

const pathsIn = (node: DocumentNode, path: readonly number[] = []): (readonly number[])[] => [...(path.length > 0 ? [path] : []), ...(node.content ?? []).flatMap((child, index) => pathsIn(child, [...path, index]))]
const at = (node: DocumentNode, path: readonly number[]): DocumentNode => path.reduce((inside, index) => inside.content?.[index] ?? inside, node)

function changed(node: DocumentNode, [index, ...rest]: readonly number[], attrs: Record<string, unknown>): DocumentNode {
  return index === undefined ? { ...node, attrs } : { ...node, content: (node.content ?? []).map((child, place) => (place === index ? changed(child, rest, attrs) : child)) }
}

function other(value: unknown): unknown {
  if (typeof value === 'boolean') return !value
  if (typeof value === 'number') return value + 1
  return value === null ? 'right' : /^[0-9a-f]{64}$/.test(String(value)) ? 'f'.repeat(64) : `${String(value)}x`
}
