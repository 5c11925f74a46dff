import { expect, test } from 'vitest'
import { matchesPrefix } from '../../../src/shared/story/completion'
import { defaultKinds } from '../../../src/shared/story/default-kinds'
import { listsLike } from '../../../src/shared/story/kind-fields'
import type { Kind } from '../../../src/shared/story/kind'

test.each([
  ['Inês Carvalhal', 'ine'],
  ['Inês Carvalhal', 'Car'],
  ['Inês Carvalhal', 'ines carv'],
  ['Tomás Ferreira', 'tomas'],
  ['São Brás', 'BRAS'],
  ['Saint-Nazaire', 'naz'],
  ['Côte d’Ivoire', 'ivo'],
  ['Côte d’Ivoire', 'cote d'],
  ['Saint-Nazaire', 'saint naz'],
  ['ليلى حداد', 'حد'],
  ['Łódź', 'Ł'],
  ['anything', ' '],
])('‘%s’ is found by ‘%s’', (text, typed) => {
  expect(matchesPrefix(text, typed)).toBe(true)
})

test.each([
  ['Inês Carvalhal', 'valhal'],
  ['Inês Carvalhal', 'carvalhal ines'],
  ['Porto', 'Portos'],
])('‘%s’ is not found by ‘%s’', (text, typed) => {
  expect(matchesPrefix(text, typed)).toBe(false)
})

test('names of persons complete each other in all fields that hold some, on older desks too', () => {
  expect(listsLike(defaultKinds, { id: 'participants', type: 'person' }).sort()).toEqual(['authors', 'byline', 'participants'])
  const older = defaultKinds.map((kind): Kind => ({ ...kind, fields: kind.fields.map((field) => (field.type === 'person' || field.type === 'place' ? { ...field, type: 'list' } : field)) }))
  expect(listsLike(older, { id: 'byline', type: 'list' })).toEqual(['byline'])
  expect(listsLike([...older, ...defaultKinds], { id: 'byline', type: 'list' }).sort()).toEqual(['authors', 'byline', 'participants'])
})

test('places complete places, and another list only itself', () => {
  expect(listsLike(defaultKinds, { id: 'places', type: 'place' })).toEqual(['places'])
  expect(listsLike(defaultKinds, { id: 'topics', type: 'list' })).toEqual(['topics'])
})
