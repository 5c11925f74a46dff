import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { leavesOf } from '../../../src/shared/redline/leaves'
import { redline } from '../../../src/shared/redline/redline'
import { Redline, type Piece } from '../../../src/shared/redline/redline-shape'
import { defaultKinds } from '../../../src/shared/story/default-kinds'
import { KindId } from '../../../src/shared/story/ids'
import { revisionId, type DocumentNode } from '../../../src/shared/story/revision'
import { plainText } from '../../../src/shared/story/text'
import { bodies, bold, doc, ferry, figure, h, link, list, p, quay, revision, text } from './stories'

// Hundreds of made-up cases each: on a busy machine they take their time.
vi.setConfig({ testTimeout: 60_000 })

const between = (before: DocumentNode, after: DocumentNode): Redline => redline(revision(before), revision(after))
const written = (pieces: readonly Piece[], ...kinds: Piece['kind'][]): string => pieces.filter(({ kind }) => kinds.includes(kind)).map((piece) => piece.text).join('')

/** A redline as one reads it: [-deleted-], {+inserted+}, ~reformatted~. */
function read({ blocks }: Redline): string[] {
  const mark = ({ kind, text: words, marksBefore }: Piece): string => (kind === 'deleted' ? `[-${words}-]` : kind === 'inserted' ? `{+${words}+}` : marksBefore === undefined ? words : `~${words}~`)
  return blocks.map(({ change, type, pieces }) => `${change} ${type}: ${pieces.map(mark).join('')}`)
}

describe('a redline tells', () => {
  test('words that were replaced, as one change', () => {
    const result = between(doc(p('The mayors met in the old town hall.')), doc(p('The mayors met in the new harbour office.')))
    expect(read(result)).toEqual(['changed paragraph: The mayors met in the [-old town hall-]{+new harbour office+}.'])
    expect(result).toMatchObject({ total: 1, counts: { wording: 1 } })
  })

  test('a number that changed, as a number', () => {
    const result = between(doc(p('Together they have 1,250 ferries in 9 ports.')), doc(p('Together they have 1,350 ferries in 9 ports.')))
    expect(read(result)).toEqual(['changed paragraph: Together they have [-1,250-]{+1,350+} ferries in 9 ports.'])
    expect(result.counts).toMatchObject({ number: 1, wording: 0 })
  })

  test('a link that leads elsewhere, though its words are the same', () => {
    const result = between(doc(p('Read ', text('the plan', link('https://harbour.example/plan')), '.')), doc(p('Read ', text('the plan', link('https://harbour.example/other')), '.')))
    expect(read(result)).toEqual(['changed paragraph: Read ~the plan~.'])
    expect(result).toMatchObject({ total: 1, counts: { link: 1, format: 0 } })
    expect(result.blocks[0]?.pieces[1]).toMatchObject({ marks: [{ attrs: { href: 'https://harbour.example/other' } }], marksBefore: [{ attrs: { href: 'https://harbour.example/plan' } }] })
  })

  test('emphasis that came, as format only', () => {
    const result = between(doc(p('A clean port is a quiet port.')), doc(p('A ', text('clean port', bold), ' is a quiet port.')))
    expect(result).toMatchObject({ total: 1, counts: { format: 1, wording: 0 } })
    expect(result.blocks[0]?.pieces[1]).toEqual({ kind: 'same', text: 'clean port', marks: [bold], marksBefore: [], part: 0 })
  })

  test('a paragraph that became a heading, and a heading of another level', () => {
    const result = between(doc(p('What was agreed'), h(2, 'Money'), p('Banks lend.')), doc(h(2, 'What was agreed'), h(3, 'Money'), p('Banks lend.')))
    expect(result.blocks.map(({ change, reshaped, was }) => [change, reshaped, was?.type])).toEqual([['changed', true, 'paragraph'], ['changed', true, 'heading'], ['kept', false, undefined]])
    expect(result).toMatchObject({ total: 2, counts: { format: 2 } })
  })

  test('paragraphs that came and went where they stand', () => {
    const result = between(doc(p('First of all.'), p('Nobody was asked about parking.'), p('Last of all.')), doc(p('First of all.'), p('Last of all.'), p('Contact: the press office.')))
    expect(read(result)).toEqual(['kept paragraph: First of all.', 'deleted paragraph: [-Nobody was asked about parking.-]', 'kept paragraph: Last of all.', 'inserted paragraph: {+Contact: the press office.+}'])
    expect(result).toMatchObject({ total: 2, counts: { wording: 2 } })
  })

  test('a list that came, as one change, and where its items stand', () => {
    const result = between(doc(p('We ask for:')), doc(p('We ask for:'), list('clean power', 'quiet nights', 'fair pay')))
    expect(result.blocks.slice(1).map(({ within }) => within)).toEqual([['bulletList', 'listItem'], ['bulletList', 'listItem'], ['bulletList', 'listItem']])
    expect(result).toMatchObject({ total: 1, counts: { wording: 1 } })
  })

  test('two items that became one, though every word is the same', () => {
    const joined: DocumentNode = { type: 'bulletList', content: [{ type: 'listItem', content: [p('clean power'), p('quiet nights')] }] }
    expect(between(doc(list('clean power', 'quiet nights')), doc(joined))).toMatchObject({ total: 1, counts: { format: 1 } })
  })

  test('what of an image changed: its file, its texts', () => {
    const result = between(doc(p('At the quay.'), figure({ alt: 'The quay at dawn', caption: 'Dawn' })), doc(p('At the quay.'), figure({ asset: ferry, alt: 'A ferry at dawn', caption: 'Dawn' })))
    expect(result.blocks[1]).toMatchObject({ change: 'changed', type: 'figure', pieces: [], reshaped: false })
    expect(result.blocks[1]?.values.map(({ id, label }) => [id, label])).toEqual([['asset', 'Image'], ['alt', 'Alternative text']])
    expect(written(result.blocks[1]?.values[0]?.pieces ?? [], 'same', 'inserted')).toBe('ferry.jpg')
    expect(result).toMatchObject({ total: 1, counts: { image: 1, wording: 0 } })
  })

  test('an image that came', () => {
    expect(between(doc(p('Words.')), doc(p('Words.'), figure({ alt: 'The quay' })))).toMatchObject({ total: 1, counts: { image: 1 } })
  })

  test('a footnote that was rewritten, and one that became plain text', () => {
    const note = (words: string): DocumentNode => ({ type: 'footnote', content: [text(words)] })
    const result = between(doc(p('Ports grow', note('Council survey, spring'), '.')), doc(p('Ports grow', note('Council survey, autumn'), '.')))
    expect(result.blocks[0]?.pieces.filter(({ footnote }) => footnote).map(({ kind, text: words }) => [kind, words])).toEqual([['same', ' '], ['same', 'Council survey, '], ['deleted', 'spring'], ['inserted', 'autumn']])
    expect(between(doc(p('Ports grow', note('fast'))), doc(p('Ports grow fast'))).total).toBe(1)
  })

  test('fields in the order of the form, with their names, and a changed kind', () => {
    const kind = defaultKinds.find(({ id }) => id === 'statement')
    const before = revision(doc(p('Words.')), { headline: 'Nine ports agree', topics: ['ports'], heroImage: { asset: quay, alt: 'The quay', decorative: false, caption: '', credit: '' } }, { kind: KindId.parse('announcement') })
    const after = revision(doc(p('Words.')), { summary: 'What nine mayors signed.', headline: 'Ten ports agree', topics: ['ports', 'money'], heroImage: { asset: quay, alt: 'The quay at dawn', decorative: false, caption: '', credit: '' } })
    const result = redline(before, after, kind && { kind })
    expect(result.fields.map(({ id, label }) => `${id}: ${label}`)).toEqual(['story.kind: Kind', 'headline: Headline', 'summary: Summary', 'heroImage: Lead image', 'topics: Topics'])
    expect(result.fields[1]?.pieces).toEqual([{ kind: 'deleted', text: 'Nine' }, { kind: 'inserted', text: 'Ten' }, { kind: 'same', text: ' ports agree' }])
    expect(result.fields[2]).toMatchObject({ before: null, after: 'What nine mayors signed.' })
    expect(result).toMatchObject({ total: 5, counts: { field: 5, wording: 0 } })
  })

  test('everything as new when there is nothing to compare with', () => {
    const result = redline(null, revision(doc(h(2, 'Ports'), p('Words.')), { headline: 'Nine ports agree' }))
    expect(result).toMatchObject({ from: null, fields: [{ id: 'headline', before: null }] })
    expect(result.blocks.map(({ change }) => change)).toEqual(['inserted', 'inserted'])
  })

  test('nothing of a story that did not change, whatever the order of its keys', () => {
    const story = revision(doc(h(2, 'Ports'), p('Words ', text('in bold', bold), '.')), { headline: 'Nine ports agree' })
    const result = redline(story, JSON.parse(JSON.stringify({ ...story, body: { content: story.body.content, type: 'doc' } })))
    expect(result).toMatchObject({ total: 0, from: result.to, fields: [] })
    expect(result.blocks.every(({ change }) => change === 'kept')).toBe(true)
  })
})

describe('for any two texts', () => {
  const textIn = (body: DocumentNode): string[] => leavesOf(body).map(({ node }) => plainText({ type: 'doc', content: [node] }))

  test('what stayed and what came is the newer text; what stayed and what went is the older', () => {
    fc.assert(
      fc.property(bodies, ([before, after]) => {
        const { blocks } = between(before, after)
        expect(blocks.filter(({ change }) => change !== 'deleted' && change !== 'movedFrom').map(({ pieces }) => written(pieces, 'same', 'inserted'))).toEqual(textIn(after))
        expect(blocks.filter(({ change }) => change !== 'inserted' && change !== 'movedTo').map(({ pieces }) => written(pieces, 'same', 'deleted'))).toEqual(textIn(before))
      }),
      { numRuns: 150 },
    )
  })

  test('nothing is counted only when both are the same', () => {
    fc.assert(
      fc.property(bodies, ([before, after]) => {
        const same = JSON.stringify(merged(before)) === JSON.stringify(merged(after))
        expect(between(before, after).total === 0).toBe(same)
        expect(between(after, after).total).toBe(0)
      }),
      { numRuns: 150 },
    )
  })

  test('the result is JSON of the contract’s shape, and its total is the sum of its counts', () => {
    fc.assert(
      fc.property(bodies, ([before, after]) => {
        const result = between(before, after)
        expect(Redline.parse(JSON.parse(JSON.stringify(result)))).toEqual(result)
        expect(result.total).toBe(Object.values(result.counts).reduce((sum, count) => sum + count, 0))
        expect(result).toMatchObject({ from: revisionId(revision(before)), to: revisionId(revision(after)) })
      }),
      { numRuns: 100 },
    )
  })

  test('no piece starts or ends inside of a character', () => {
    const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
    const result = between(doc(p('👩‍💻 and 👨‍👩‍👧 in 🇵🇹, né́e')), doc(p('👩‍🔬 and 👨‍👩‍👦 in 🇵🇱, née')))
    const pieces = result.blocks.flatMap((block) => block.pieces)
    for (const kind of ['deleted', 'inserted'] as const) {
      const whole = written(pieces, 'same', kind)
      const edges = new Set([0, whole.length, ...Array.from(graphemes.segment(whole), ({ index }) => index)])
      let place = 0
      for (const piece of pieces.filter((candidate) => candidate.kind === 'same' || candidate.kind === kind)) {
        place += piece.text.length
        expect(edges).toContain(place)
      }
    }
  })
})

/** With neighbouring pieces of text that look the same as one, and without those that are empty. */
function merged(node: DocumentNode): DocumentNode {
  const content = (node.content ?? []).map(merged).reduce<DocumentNode[]>((done, child) => {
    const last = done.at(-1)
    if (last?.type === 'text' && child.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(child.marks)) done[done.length - 1] = { ...last, text: `${last.text}${child.text}` }
    else done.push(child)
    return done
  }, [])
  return content.length > 0 ? { ...node, content } : { ...node }
}
