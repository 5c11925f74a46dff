import { expect, test } from 'vitest'
import { defaultKinds } from '../../../src/shared/story/default-kinds'
import { FieldValue, Kind } from '../../../src/shared/story/kind'

test('a desk starts with ten kinds, each a story with headline, slug and summary', () => {
  expect(defaultKinds.map(({ id }) => id)).toEqual(['press-release', 'statement', 'media-feature', 'announcement', 'readout', 'research', 'publication', 'knowledge-product', 'cross-post', 'newsletter'])
  for (const kind of defaultKinds) {
    expect(kind.fields.slice(0, 3).map(({ id, required }) => [id, required])).toEqual([['headline', true], ['slug', true], ['summary', true]])
    expect(new Set(kind.fields.map(({ id }) => id)).size).toBe(kind.fields.length)
    expect(Kind.parse(JSON.parse(JSON.stringify(kind)))).toEqual(kind)
  }
})

test.each([
  { id: 'Press', label: 'Press', plural: 'Press', fields: [] },
  { id: 'press', label: '', plural: 'Press', fields: [] },
  { id: 'press', label: 'Press', plural: 'Press', fields: [{ id: 'two words', label: 'x', type: 'text' }] },
  { id: 'press', label: 'Press', plural: 'Press', fields: [{ id: '__proto__', label: 'x', type: 'text' }] },
  { id: 'press', label: 'Press', plural: 'Press', fields: [{ id: 'x', label: 'x', type: 'html' }] },
  { id: 'press', label: 'Press', plural: 'Press', fields: [{ id: 'x', label: 'x', type: 'text', maxLength: 0 }] },
])('what is no kind is refused: %j', (raw) => {
  expect(Kind.safeParse(raw).success).toBe(false)
})

test('a file keeps its name, an image its texts', () => {
  const asset = 'c'.repeat(64)
  expect(FieldValue.parse({ asset, name: 'Survey.pdf' })).toEqual({ asset, name: 'Survey.pdf' })
  expect(FieldValue.parse({ asset, alt: 'The quay' })).toEqual({ asset, alt: 'The quay', decorative: false, caption: '', credit: '' })
})
