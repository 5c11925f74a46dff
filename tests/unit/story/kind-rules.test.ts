import { describe, expect, test } from 'vitest'
import type { KindUsage } from '../../../src/shared/ipc'
import { defaultKinds } from '../../../src/shared/story/default-kinds'
import { withField, withoutField } from '../../../src/shared/story/edit-kinds'
import { KindId } from '../../../src/shared/story/ids'
import { checkKinds, isAlwaysRequired, typesLike, whyNeeded } from '../../../src/shared/story/kind-rules'
import { FieldType, type FieldDefinition, type Kind } from '../../../src/shared/story/kind'

const unused: KindUsage = { kinds: [], fields: [] }
const kindNamed = (id: string): Kind => defaultKinds.find((kind) => kind.id === id)!
const statement = kindNamed('statement')
const withKind = (changed: Kind): Kind[] => defaultKinds.map((kind) => (kind.id === changed.id ? changed : kind))

/** What is said against a list of kinds; nothing when it may be a desk's. */
function against(after: readonly Kind[], usage = unused, before: readonly Kind[] = defaultKinds): string | undefined {
  const checked = checkKinds(before, after, usage)
  return checked.ok ? undefined : checked.error.message
}

const withFieldLike = (field: Partial<FieldDefinition>): Kind[] => withKind({ ...statement, fields: [...statement.fields, { id: 'tone', label: 'Tone', type: 'text', required: false, ...field }] })

test('the kinds that a desk starts with are fine, in any order and without some', () => {
  expect(against(defaultKinds)).toBeUndefined()
  expect(against([...defaultKinds].reverse())).toBeUndefined()
  expect(against(defaultKinds.slice(3))).toBeUndefined()
})

describe('a kind', () => {
  test('that stories have stays, and how many is said', () => {
    const without = defaultKinds.filter(({ id }) => id !== 'statement')
    const used = (stories: number, archived: number): KindUsage => ({ kinds: [{ kind: KindId.parse('statement'), stories, archived }], fields: [] })
    expect(against(without, used(12, 0))).toBe('‘Statement’ can’t be removed: 12 stories are of this kind.')
    expect(against(without, used(12, 5))).toBe('‘Statement’ can’t be removed: 12 stories are of this kind, 5 of them in the archive.')
    expect(against(without, used(1, 1))).toBe('‘Statement’ can’t be removed: 1 story is of this kind, in the archive.')
    expect(against(without, used(0, 0))).toBeUndefined()
  })

  test('has a name of its own, for one and for several', () => {
    expect(against(withKind({ ...statement, label: ' ' }))).toMatch(/needs a name/)
    expect(against(withKind({ ...statement, plural: '' }))).toMatch(/needs a name/)
    expect(against(withKind({ ...statement, label: 'readout' }))).toMatch(/two kinds called ‘readout’/)
    expect(against([...defaultKinds, statement])).toMatch(/two kinds with the id ‘statement’/)
  })

  test('is never the last one that is removed', () => {
    expect(against([])).toBe('A desk needs at least one kind.')
  })
})

describe('a field', () => {
  test('may be added, removed to be kept, renamed and put elsewhere', () => {
    expect(against(withKind(withField(statement, 'Host city', 'place')))).toBeUndefined()
    expect(against(withKind(withoutField(statement, 'speaker', true)))).toBeUndefined()
    expect(against(withKind({ ...statement, fields: [...statement.fields].reverse().map((field) => ({ ...field, label: `${field.label}!` })) }))).toBeUndefined()
  })

  test('never vanishes with what stories hold in it', () => {
    expect(against(withKind(withoutField(statement, 'speaker', false)))).toMatch(/what stories hold in ‘Attributed to’ would be lost/)
    const removed = withoutField(statement, 'speaker', true)
    expect(against(withKind({ ...removed, removed: [] }), unused, withKind(removed))).toMatch(/would be lost/)
  })

  test('changes its type only where stories keep what they hold', () => {
    const ofType = (type: FieldType): Kind[] => withKind({ ...statement, fields: statement.fields.map((field) => (field.id === 'byline' ? { ...field, type } : field)) })
    expect(against(ofType('list'))).toBeUndefined()
    expect(against(ofType('text'))).toMatch(/‘Byline’ can’t be of another type/)
    for (const type of FieldType.options) expect(typesLike(type)).toContain(type)
  })

  test.each([
    ['headline', 'statement'],
    ['slug', 'newsletter'],
    ['summary', 'readout'],
    ['language', 'research'],
    ['embargo', 'announcement'],
    ['outlet', 'media-feature'],
    ['originAddress', 'cross-post'],
    ['report', 'publication'],
  ])('that Copydesk needs, such as ‘%s’ of a %s, stays, and it is said what for', (field, kind) => {
    const why = whyNeeded(KindId.parse(kind), field)
    expect(why).toMatch(/^[A-Z].*\.$/)
    expect(against(withKind(withoutField(kindNamed(kind), field, true)))).toContain(why)
  })

  test('that only one kind needs may go from the others', () => {
    expect(whyNeeded(KindId.parse('statement'), 'report')).toBeNull()
    expect(whyNeeded(KindId.parse('constructor'), 'toString')).toBeNull()
    expect(isAlwaysRequired(KindId.parse('statement'), 'headline')).toBe(true)
    expect(isAlwaysRequired(KindId.parse('statement'), 'embargo')).toBe(false)
    expect(isAlwaysRequired(KindId.parse('publication'), 'report')).toBe(true)
  })

  test.each([
    [{ label: ' ' }, /needs a label/],
    [{ label: 'byline' }, /two fields called ‘byline’/],
    [{ id: 'byline' }, /two fields with the id ‘byline’/],
    [{ type: 'choice', options: [] }, /needs at least one option/],
    [{ type: 'choices', options: ['Formal', 'Formal'] }, /offers ‘Formal’ twice/],
    [{ type: 'person', minItems: 3, maxItems: 2 }, /at least 3, but allows 2/],
    [{ type: 'text', maxItems: 2 }, /their number can’t be limited/],
    [{ type: 'date', maxLength: 2 }, /its length can’t be limited/],
  ] as const)('with settings that make no sense is refused: %o', (field, words) => {
    expect(against(withFieldLike(field as Partial<FieldDefinition>))).toMatch(words)
  })

  test('with settings that make sense is not', () => {
    expect(against(withFieldLike({ type: 'choices', options: ['Formal', 'Plain'], maxItems: 1 }))).toBeUndefined()
    expect(against(withFieldLike({ type: 'story', minItems: 1, maxItems: 3 }))).toBeUndefined()
    expect(against(withFieldLike({ maxLength: 80 }))).toBeUndefined()
  })
})
