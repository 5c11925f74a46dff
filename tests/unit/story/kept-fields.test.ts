import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { withFieldBack, withoutField } from '../../../src/shared/story/edit-kinds'
import { StoryId } from '../../../src/shared/story/ids'
import { allFields, FieldValue, Kind, storiesOf, wordsOf } from '../../../src/shared/story/kind'
import { readFields, readKeptFields, storyFields, storyText, writeField } from '../../../src/shared/story/story-doc'

const story = StoryId.parse('2f1c8a7e-64a1-4a6e-8f4e-7f0f3a1f2b01')
const kind = Kind.parse({
  id: 'readout',
  label: 'Readout',
  plural: 'Readouts',
  fields: [
    { id: 'headline', label: 'Headline', type: 'text' },
    { id: 'venue', label: 'Venue', type: 'text' },
    { id: 'guests', label: 'Guests', type: 'person' },
    { id: 'before', label: 'Earlier readouts', type: 'story' },
  ],
})

function written(): Y.Doc {
  const doc = new Y.Doc()
  writeField(doc, { id: 'headline', type: 'text' }, 'Mayors meet on the quay')
  writeField(doc, { id: 'venue', type: 'text' }, 'The old customs house')
  writeField(doc, { id: 'guests', type: 'person' }, ['Inês Carvalhal'])
  writeField(doc, { id: 'before', type: 'story' }, [{ story, headline: 'The first meeting' }])
  return doc
}

test('what a removed field held is read as before, and as kept beside the form', () => {
  const doc = written()
  const before = readFields(doc, allFields(kind))
  const without = withoutField(withoutField(kind, 'venue', true), 'guests', true)

  expect(readFields(doc, allFields(without))).toEqual(before)
  expect(readFields(doc, without.fields)).not.toHaveProperty('venue')
  expect(readKeptFields(doc, without.fields)).toEqual([
    { id: 'guests', type: 'list', value: ['Inês Carvalhal'] },
    { id: 'venue', type: 'text', value: 'The old customs house' },
  ])
  expect(readKeptFields(doc, withFieldBack(without, 'venue').fields).map(({ id }) => id)).toEqual(['guests'])
})

test('what is kept is found in a document that was just read, and not what was emptied', () => {
  const doc = written()
  const read = new Y.Doc()
  Y.applyUpdate(read, Y.encodeStateAsUpdate(doc))
  expect(readKeptFields(read, []).map(({ id }) => id)).toEqual(['before', 'guests', 'headline', 'venue'])

  writeField(read, { id: 'venue', type: 'text' }, undefined)
  writeField(read, { id: 'guests', type: 'person' }, undefined)
  storyText(read, 'Not a field').insert(0, 'Odd')
  storyFields(read).set('also not', 'odd')
  storyFields(read).set('broken', 7)
  expect(readKeptFields(read, kind.fields)).toEqual([])
  expect(readKeptFields(read, []).map(({ id }) => id)).toEqual(['before', 'headline'])
})

test('values of two computers that edited different fields are both there after they meet', () => {
  const one = written()
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
  writeField(one, { id: 'guests', type: 'person' }, ['Inês Carvalhal', 'Tomás Ferreira'])
  writeField(other, { id: 'before', type: 'story' }, undefined)
  writeField(other, { id: 'venue', type: 'text' }, 'The old customs house, upper floor')
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))

  expect(readFields(one, kind.fields)).toEqual(readFields(other, kind.fields))
  expect(readFields(one, kind.fields)).toEqual({ headline: 'Mayors meet on the quay', venue: 'The old customs house, upper floor', guests: ['Inês Carvalhal', 'Tomás Ferreira'] })
})

test.each([
  ['a text', 'Lisbon'],
  ['a list', ['Lisbon', 'Porto']],
  ['an empty list', []],
  ['a file', { asset: 'a'.repeat(64), name: 'report.pdf' }],
  ['an image', { asset: 'a'.repeat(64), alt: 'A quay', decorative: false, caption: '', credit: '' }],
  ['stories', [{ story, headline: 'The first meeting' }]],
])('%s is the same value after it was parsed', (_, value) => {
  expect(FieldValue.parse(value)).toEqual(value)
})

test.each([[[7]], [[['Lisbon']]], [{ story, headline: 'One, not a list' }], [['Lisbon', { story, headline: 'Both' }]], [[{ story: 'no id', headline: '' }]]])('%j is no value', (value) => {
  expect(FieldValue.safeParse(value).success).toBe(false)
})

test('words and stories are told apart', () => {
  expect(wordsOf(['Lisbon'])).toEqual(['Lisbon'])
  expect(wordsOf([{ story, headline: '' }])).toEqual([])
  expect(wordsOf('Lisbon')).toEqual([])
  expect(storiesOf([{ story, headline: '' }])).toEqual([{ story, headline: '' }])
  expect(storiesOf(['Lisbon'])).toEqual([])
  expect(storiesOf(undefined)).toEqual([])
})
