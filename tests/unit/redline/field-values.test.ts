import { describe, expect, test } from 'vitest'
import { targetText } from '../../../src/shared/redline/link-targets'
import { redline } from '../../../src/shared/redline/redline'
import { valueText } from '../../../src/shared/redline/value-text'
import { KindId, StoryId } from '../../../src/shared/story/ids'
import { Kind, type FieldValue } from '../../../src/shared/story/kind'
import type { Revision } from '../../../src/shared/story/revision'
import { doc, ferry, h, link, p, quay, revision, text } from './stories'

const first = StoryId.parse('2f1c8a7e-64a1-4a6e-8f4e-7f0f3a1f2b01')
const second = StoryId.parse('2f1c8a7e-64a1-4a6e-8f4e-7f0f3a1f2b02')
const kind = Kind.parse({
  id: 'readout',
  label: 'Readout',
  plural: 'Readouts',
  fields: [{ id: 'before', label: 'Earlier readouts', type: 'story' }],
  removed: [{ id: 'venue', label: 'Venue', type: 'text' }],
})

test('stories that a field names are read by their headlines', () => {
  expect(valueText([{ story: first, headline: 'The first meeting' }, { story: second, headline: 'The second meeting' }], [])).toBe('The first meeting, The second meeting')
})

test('a story that was added to a field is told word by word, under the field’s name', () => {
  const before = revision(doc(p('Mayors met.')), { before: [{ story: first, headline: 'The first meeting' }] })
  const after = revision(doc(p('Mayors met.')), { before: [{ story: first, headline: 'The first meeting' }, { story: second, headline: 'The second meeting' }] })
  const { fields, total } = redline(before, after, { kind })
  expect(total).toBe(1)
  expect(fields).toMatchObject([{ id: 'before', label: 'Earlier readouts' }])
  expect(fields[0]?.pieces.filter((piece) => piece.kind === 'deleted')).toEqual([])
})

test('another story of the same headline is a change', () => {
  const named = (story: StoryId) => revision(doc(p('Mayors met.')), { before: [{ story, headline: 'The meeting' }] })
  expect(redline(named(first), named(second), { kind }).total).toBe(1)
  expect(redline(named(first), named(first), { kind }).total).toBe(0)
})

test('a value of a removed field is told under the name that the field had', () => {
  const { fields } = redline(revision(doc(p('Mayors met.')), { venue: 'The quay' }), revision(doc(p('Mayors met.'))), { kind })
  expect(fields).toMatchObject([{ id: 'venue', label: 'Venue', before: 'The quay', after: null }])
})

describe('a field is read in words, whatever its type', () => {
  const form = Kind.parse({
    id: 'readout',
    label: 'Readout',
    plural: 'Readouts',
    fields: [
      { id: 'day', label: 'Day', type: 'date' },
      { id: 'until', label: 'Until', type: 'dateTime' },
      { id: 'language', label: 'Language', type: 'language' },
      { id: 'tone', label: 'Tone', type: 'choice', options: ['Calm', 'Very calm'] },
      { id: 'places', label: 'Places', type: 'place' },
      { id: 'people', label: 'People', type: 'person' },
      { id: 'plan', label: 'Plan', type: 'file' },
      { id: 'hero', label: 'Lead image', type: 'image' },
      { id: 'before', label: 'Earlier readouts', type: 'story' },
    ],
  })
  const image = { asset: quay, alt: '', decorative: false, caption: '', credit: '' }
  const told = (id: string, was: FieldValue, is: FieldValue): string[] => {
    const [field] = redline(revision(doc(p('Words.')), { [id]: was }), revision(doc(p('Words.')), { [id]: is }), { kind: form }).fields
    const text = (side: string): string => (field?.pieces ?? []).flatMap((piece) => (piece.kind === 'same' || piece.kind === side ? piece.text : [])).join('')
    return [text('deleted'), text('inserted')]
  }

  test.each<[string, FieldValue, FieldValue, string, string]>([
    ['day', '2026-03-12', '2026-04-12', '12 March 2026', '12 April 2026'],
    ['until', '2026-03-12T14:30:00+02:00', '2026-03-12T15:30:00Z', '12 March 2026, 14:30 (UTC+02:00)', '12 March 2026, 15:30 (UTC)'],
    ['language', 'pt-BR', 'ar', 'Brazilian Portuguese', 'Arabic'],
    ['tone', 'Calm', 'Very calm', 'Calm', 'Very calm'],
    ['places', ['Lisbon, Portugal'], ['Lisbon, Portugal', 'Merrow'], 'Lisbon, Portugal', 'Lisbon, Portugal; Merrow'],
    ['people', ['Ana Ruiz'], ['Ana Ruiz', 'Tom Okafor'], 'Ana Ruiz', 'Ana Ruiz, Tom Okafor'],
    ['plan', { asset: quay, name: 'plan.pdf' }, { asset: ferry, name: 'plan.pdf' }, 'plan.pdf', 'plan.pdf (another file of this name)'],
    ['hero', image, { ...image, asset: ferry }, 'quay.jpg', 'ferry.jpg'],
    ['hero', image, { ...image, focus: { x: 20, y: 30 } }, 'quay.jpg', 'quay.jpg\nFocal point: 20 % from the left, 30 % from the top'],
    ['before', [{ story: first, headline: 'The meeting' }], [{ story: second, headline: 'The meeting' }], 'The meeting', 'The meeting (another one of this name)'],
  ])('%s', (id, was, is, before, after) => {
    expect(told(id, was, is)).toEqual([before, after])
  })

  test('and so is the kind of the story', () => {
    const [announcement, readout] = [KindId.parse('announcement'), KindId.parse('readout')]
    const of = (id: KindId): Revision => revision(doc(p('Words.')), {}, { kind: id })
    const { fields } = redline(of(announcement), of(readout), { kind: form, kinds: new Map([[announcement, 'Announcement']]) })
    expect(fields[0]).toMatchObject({ id: 'story.kind', label: 'Kind', pieces: [{ kind: 'deleted', text: 'Announcement' }, { kind: 'inserted', text: 'Readout' }] })
  })
})

describe('a link is told by where it leads', () => {
  const linked = (href: string): Revision => revision(doc(h(2, 'Who pays'), p('Read ', text('the plan', link(href)), '.')))
  const targets = (href: string): unknown => redline(linked('https://a.example/'), linked(href), { stories: new Map([[first, 'The first meeting']]) }).targets[href]

  test('a heading by its words, a story by its headline', () => {
    expect(targets('#who-pays')).toBe('the heading ‘Who pays’')
    expect(targets(`story:${first}`)).toBe('the story ‘The first meeting’')
    expect(targets(`story:${first}#who-pays`)).toBe('the story ‘The first meeting’, at #who-pays')
  })

  test('an address on the web, and what nobody knows, by itself', () => {
    expect(targets('https://b.example/')).toBeUndefined()
    expect(targetText('#gone', {})).toBe('#gone')
    expect(targetText(`story:${second}`, {})).toBe('another story (2f1c8a7e)')
  })
})
