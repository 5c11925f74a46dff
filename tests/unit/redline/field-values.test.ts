import { expect, test } from 'vitest'
import { redline } from '../../../src/shared/redline/redline'
import { valueText } from '../../../src/shared/redline/value-text'
import { StoryId } from '../../../src/shared/story/ids'
import { Kind } from '../../../src/shared/story/kind'
import { doc, p, revision } from './stories'

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
