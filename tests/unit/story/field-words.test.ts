import { expect, test } from 'vitest'
import { fieldWords } from '../../../src/shared/story/field-words'
import { StoryId } from '../../../src/shared/story/ids'
import { FieldType, type FieldDefinition, type FieldValue } from '../../../src/shared/story/kind'

const asset = 'a'.repeat(64)
const field = (type: FieldType, id = 'own'): FieldDefinition => ({ id, label: 'Own', type, required: false })

test.each<[FieldType, FieldValue, string]>([
  ['text', 'The old customs house', 'The old customs house'],
  ['choice', 'Formal', 'Formal'],
  ['choices', ['Housing', 'Ports'], 'Housing\nPorts'],
  ['person', ['Inês Carvalhal'], 'Inês Carvalhal'],
  ['place', ['Porto Alvar', 'Cala Blava'], 'Porto Alvar\nCala Blava'],
  ['story', [{ story: StoryId.parse('2f1c8a7e-64a1-4a6e-8f4e-7f0f3a1f2b01'), headline: 'The first meeting' }], 'The first meeting'],
  ['image', { asset, alt: 'A quay', decorative: false, caption: '', credit: 'Council' }, 'A quay\nCouncil'],
  ['file', { asset, name: 'report.pdf' }, 'report.pdf'],
  ['date', '2026-03-02', ''],
  ['language', 'es', ''],
])('a field of the type %s is searched by its words', (type, value, words) => {
  expect(fieldWords([field(type)], { own: value })).toBe(words)
})

test('a value that is not of its field’s type says nothing, and so does what lists search anyway', () => {
  for (const type of FieldType.options) if (type !== 'text' && type !== 'longText' && type !== 'choice' && type !== 'address') expect(fieldWords([field(type)], { own: 'Lisbon' })).toBe('')
  expect(fieldWords([field('text', 'headline'), field('slug', 'slug')], { headline: 'Nine ports', slug: 'nine-ports' })).toBe('')
})
