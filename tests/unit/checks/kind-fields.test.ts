import { expect, test } from 'vitest'
import type { PreflightInput } from '../../../src/shared/checks/check'
import { preflight } from '../../../src/shared/checks/preflight'
import { defaultKinds } from '../../../src/shared/story/default-kinds'
import { Instant, KindId, StoryId } from '../../../src/shared/story/ids'
import type { FieldDefinition, FieldValue, Kind } from '../../../src/shared/story/kind'
import { listsLike } from '../../../src/shared/story/kind-fields'
import { whyNeeded } from '../../../src/shared/story/kind-rules'
import { defaultPolicy } from '../../../src/shared/workflow/policy'

const announcement = defaultKinds.find(({ id }) => id === 'announcement')!
const here = StoryId.parse('2f1c8a7e-64a1-4a6e-8f4e-7f0f3a1f2b01')
const gone = StoryId.parse('2f1c8a7e-64a1-4a6e-8f4e-7f0f3a1f2b02')

/** What preflight says of a story whose kind has one more field. */
function said(field: Partial<FieldDefinition>, value?: FieldValue, more: Partial<PreflightInput> = {}) {
  const kind: Kind = { ...announcement, fields: [...announcement.fields, { id: 'own', label: 'Own', type: 'text', required: false, ...field }] }
  return preflight({
    kind,
    fields: { headline: 'Nine ports agree on quiet nights', slug: 'nine-ports-agree', summary: 'Mayors of nine port cities have agreed how long ships may run engines at night.', ...(value !== undefined && { own: value }) },
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Ships switch off at ten.' }] }] },
    now: Instant.parse('2026-03-02T09:00:00.000Z'),
    policy: defaultPolicy,
    purpose: 'submit',
    storyKnown: (story) => story === here,
    ...more,
  })
}

test.each(['text', 'date', 'choice', 'choices', 'person', 'place', 'list', 'image', 'file', 'story', 'address'] as const)('a required %s that is empty is missing', (type) => {
  expect(said({ type, required: true, options: ['Ports'] })).toMatchObject([{ check: 'required-field', severity: 'blocker', message: '‘Own’ is missing.', place: { in: 'field', field: 'own' } }])
})

test('a field of each type that holds something fitting is fine', () => {
  expect(said({ type: 'choices', options: ['Housing', 'Ports'], required: true, minItems: 1, maxItems: 2 }, ['Ports'])).toEqual([])
  expect(said({ type: 'person', minItems: 1, maxItems: 2 }, ['Inês Carvalhal', 'Tomás Ferreira'])).toEqual([])
  expect(said({ type: 'story', required: true, maxItems: 1 }, [{ story: here, headline: 'The first meeting' }])).toEqual([])
  expect(said({ type: 'choice', options: ['Formal'] }, 'Formal')).toEqual([])
})

test('too many and too few entries are told, with what to do', () => {
  expect(said({ type: 'place', maxItems: 2 }, ['Lisbon', 'Porto', 'Faro'])).toMatchObject([{ check: 'item-count', severity: 'warning', message: '‘Own’ has 3 entries; 2 are allowed.', fix: 'Take out 1.' }])
  expect(said({ type: 'story', maxItems: 1 }, [{ story: here, headline: 'One' }, { story: here, headline: 'Two' }])).toMatchObject([{ message: '‘Own’ has 2 entries; 1 is allowed.' }])
  expect(said({ type: 'person', minItems: 2 }, ['Inês Carvalhal'])).toMatchObject([{ check: 'item-count', message: '‘Own’ has 1 entry; at least 2 are asked for.', fix: 'Add 1.' }])
})

test('a field that may be empty asks for no number while it is', () => {
  expect(said({ type: 'person', minItems: 2 })).toEqual([])
})

test('an option that is no longer offered is told, one by one', () => {
  expect(said({ type: 'choices', options: ['Ports'] }, ['Ports', 'Housing', 'Light'])).toMatchObject([
    { check: 'choice', severity: 'warning', message: '‘Housing’ is no longer offered for ‘Own’.' },
    { check: 'choice', message: '‘Light’ is no longer offered for ‘Own’.' },
  ])
  expect(said({ type: 'choice', options: ['Formal'] }, 'Plain')).toMatchObject([{ check: 'choice', message: '‘Plain’ is no longer offered for ‘Own’.' }])
})

test('a story that is not on the desk is told by its headline', () => {
  expect(said({ type: 'story' }, [{ story: here, headline: 'The first meeting' }, { story: gone, headline: 'The second meeting' }])).toMatchObject([{ check: 'story-reference', severity: 'warning', message: '‘The second meeting’, named in ‘Own’, is not on this desk.' }])
})

test('a removed field asks for nothing, whatever it held', () => {
  const kind: Kind = { ...announcement, removed: [{ id: 'own', label: 'Own', type: 'choice', required: true, options: ['Formal'] }] }
  expect(said({}, 'Plain', { kind })).toEqual([])
  expect(said({}, undefined, { kind })).toEqual([])
})

test('a kind and its fields may be called anything', () => {
  const kind: Kind = { ...announcement, id: KindId.parse('constructor'), fields: [...announcement.fields, { id: 'builders', label: 'Builders', type: 'list', required: true }] }
  expect(said({}, undefined, { kind })).toMatchObject([{ check: 'required-field', message: '‘Builders’ is missing.' }])
  expect(whyNeeded(KindId.parse('constructor'), 'name')).toBeNull()
  expect(listsLike([], { id: 'constructor', type: 'list' })).toEqual(['constructor'])
})

test('what the house style avoids is found where a field holds sentences, not in a line that holds a name', () => {
  const term = { id: '2f1c8a7e-64a1-4a6e-8f4e-7f0f3a1f2b03', avoid: 'illegal migrants', forms: false, matchCase: false, language: '', prefer: [{ one: 'undocumented migrant', many: '' }], why: '' }
  const style = { terms: [term], dismissed: new Set<string>() }
  const words = 'The ministry counts illegal migrants.'
  expect(said({ type: 'longText' }, words, { style })).toMatchObject([{ check: 'house-style', place: { in: 'field', field: 'own' } }])
  expect(said({ type: 'text' }, words, { style })).toEqual([])
})
