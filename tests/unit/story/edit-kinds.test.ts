import { describe, expect, test } from 'vitest'
import { defaultKinds } from '../../../src/shared/story/default-kinds'
import { duplicateOf, fieldIdFrom, kindIdFrom, moved, newKind, ofType, tidied, withField, withFieldBack, withoutField } from '../../../src/shared/story/edit-kinds'
import { KindId } from '../../../src/shared/story/ids'
import { FieldDefinition, type Kind } from '../../../src/shared/story/kind'

const statement = defaultKinds.find(({ id }) => id === 'statement')!
const ids = (kind: Kind): string[] => kind.fields.map(({ id }) => id)

describe('an id', () => {
  test.each([
    ['Press contact', 'pressContact'],
    ['Reviewing city (2026)', 'reviewingCity2026'],
    ['Città ospite', 'cittaOspite'],
    ['24 hour line', 'field24HourLine'],
    ['مدينة', 'field'],
    ['—', 'story'],
  ])('of a field is made from its label ‘%s’', (label, id) => {
    expect(fieldIdFrom(label, [])).toBe(id)
    expect(FieldDefinition.shape.id.safeParse(fieldIdFrom(label, [])).success).toBe(true)
  })

  test('is never one that is there, or was', () => {
    expect(fieldIdFrom('Topics', ['topics'])).toBe('topics2')
    expect(fieldIdFrom('Topics', ['topics', 'topics2'])).toBe('topics3')
    expect(fieldIdFrom('Constructor', [])).toBe('constructor2')
    expect(fieldIdFrom('x'.repeat(80), ['x'.repeat(36)])).toHaveLength(37)
  })

  test.each([
    ['Case study', 'case-study'],
    ['2026 report', 'kind-2026-report'],
    ['قصة', 'kind'],
    ['A very long name of a kind that nobody would read to its end', 'a-very-long-name-of-a-kind-that-nobod'],
  ])('of a kind is made from its label ‘%s’', (label, id) => {
    expect(KindId.safeParse(kindIdFrom(label, [])).success).toBe(true)
    expect(kindIdFrom(label, [])).toBe(id.slice(0, 36))
  })
})

test('a new kind has the fields that it is given', () => {
  const made = newKind('Case study', 'Case studies', statement.fields, defaultKinds)
  expect(made).toMatchObject({ id: 'case-study', label: 'Case study', plural: 'Case studies' })
  expect(ids(made)).toEqual(ids(statement))
})

test('a duplicate has another id and another name, and not what was removed', () => {
  const first = duplicateOf({ ...statement, removed: [statement.fields[3]!] }, defaultKinds)
  expect(first).toMatchObject({ id: 'statement-2', label: 'Statement (copy)', plural: 'Statements (copy)' })
  expect(first.removed).toBeUndefined()
  expect(duplicateOf(statement, [...defaultKinds, first]).label).toBe('Statement (copy 2)')
})

test('a removed field comes back as it was, and another field of its name gets another id', () => {
  const removed = withoutField(statement, 'speaker', true)
  expect(ids(removed)).not.toContain('speaker')
  expect(removed.removed).toEqual([statement.fields.find(({ id }) => id === 'speaker')])
  expect(withField(removed, 'Speaker', 'person').fields.at(-1)).toMatchObject({ id: 'speaker2', type: 'person' })

  const back = withFieldBack(removed, 'speaker')
  expect(back.removed).toBeUndefined()
  expect(back.fields.at(-1)).toEqual(statement.fields.find(({ id }) => id === 'speaker'))
})

test('a field that was never saved is simply gone', () => {
  const added = withField(statement, 'Host city', 'place')
  expect(withoutField(added, 'hostCity', false)).toEqual(statement)
})

test('a field of another type keeps the limits that the type can have', () => {
  const list: FieldDefinition = { id: 'cities', label: 'Cities', type: 'list', required: true, help: 'Up to three', minItems: 1, maxItems: 3 }
  expect(ofType(list, 'place')).toEqual({ ...list, type: 'place' })
  expect(ofType(list, 'choices')).toEqual({ ...list, type: 'choices', options: [] })
  expect(ofType({ ...list, type: 'choices', options: ['Lisbon'] }, 'list')).toEqual(list)
  expect(ofType({ id: 'note', label: 'Note', type: 'text', required: false, maxLength: 80 }, 'longText')).toMatchObject({ maxLength: 80 })
  expect(ofType({ id: 'note', label: 'Note', type: 'text', required: false, maxLength: 80 }, 'date')).not.toHaveProperty('maxLength')
})

test('what typing leaves behind is not saved', () => {
  const typed: Kind = { ...statement, label: ' Statement ', fields: [{ id: 'tone', label: ' Tone ', type: 'choice', required: false, help: ' ', options: ['Formal ', '', 'Formal', 'Plain'] }] }
  expect(tidied(typed)).toMatchObject({ label: 'Statement', fields: [{ label: 'Tone', options: ['Formal', 'Plain'] }] })
  expect(tidied(typed).fields[0]).not.toHaveProperty('help')
  expect(tidied(statement)).toEqual(statement)
})

test('an entry moves to a place, or to the end that lies before it', () => {
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
  expect(moved(['a', 'b', 'c'], 1, 9)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b', 'c'], 1, -9)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 7, 0)).toEqual(['a', 'b', 'c'])
})
