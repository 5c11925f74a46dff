import { prosemirrorToYXmlFragment, updateYFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { suggestionChecks } from '../../../src/shared/checks/suggestion-checks'
import { normaliseBody } from '../../../src/shared/document/normalise'
import { documentSchema } from '../../../src/shared/document/schema'
import { partsFault } from '../../../src/shared/packet/check-parts'
import type { FieldDefinition, FieldType, FieldValue } from '../../../src/shared/story/kind'
import { readField, storyBody, storyMeta, storySuggestedFields, writeField } from '../../../src/shared/story/story-doc'
import { fieldSuggestions } from '../../../src/shared/suggestions/fields/field-suggestions'
import { settleFields } from '../../../src/shared/suggestions/fields/settle-fields'
import { ownSuggestion, suggestField } from '../../../src/shared/suggestions/fields/suggest-field'
import { acceptAll, rejectAll, type Judge } from '../../../src/shared/suggestions/judge'
import { mergeUpdate } from '../../../src/shared/suggestions/keep-both'
import { settle } from '../../../src/shared/suggestions/settle'
import { anyEdit, plainBody, suggested, type Edit } from './random-edits'

const [ana, ben] = ['a'.repeat(32), 'b'.repeat(32)]
const headline = { id: 'headline', type: 'text' } as const
const date = { id: 'date', type: 'date' } as const
const at = (minute: number): string => new Date(Date.UTC(2026, 2, 1, 9, minute)).toISOString()

function story(values: Readonly<Record<string, string>> = { headline: 'Nine ports agree' }): Y.Doc {
  const doc = new Y.Doc()
  for (const [id, value] of Object.entries(values)) writeField(doc, { id, type: id === 'date' ? 'date' : 'text' }, value)
  return doc
}
const suggest = (doc: Y.Doc, field: Pick<FieldDefinition, 'id' | 'type'>, value: FieldValue | undefined, by = ana, minute = 0): void => doc.transact(() => suggestField(doc, field, value, { by, at: at(minute) }))
const answered = (doc: Y.Doc, judge: Judge) => doc.transact(() => settleFields(doc, judge))
const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}
const said = (doc: Y.Doc) => fieldSuggestions(doc).map(({ by, field, now, value, overtaken }) => [by[0], field, now, value, ...(overtaken ? ['overtaken'] : [])])

test('what is suggested for a field leaves it as it is, until it is accepted; suggesting what it holds takes that back', () => {
  const doc = story()
  suggest(doc, headline, 'Ten ports agree')
  suggest(doc, headline, 'Ten ports disagree')
  suggest(doc, date, '2026-05-01')
  expect(readField(doc, headline)).toBe('Nine ports agree')
  expect(said(doc)).toEqual([['a', 'date', null, '2026-05-01'], ['a', 'headline', 'Nine ports agree', 'Ten ports disagree']])
  suggest(doc, headline, 'Nine ports agree')
  expect(said(doc)).toEqual([['a', 'date', null, '2026-05-01']])
  answered(doc, acceptAll)
  expect(readField(doc, date)).toBe('2026-05-01')
  expect(said(doc)).toEqual([])
  suggest(doc, date, undefined)
  expect(said(doc)).toEqual([['a', 'date', '2026-05-01', null]])
  answered(doc, acceptAll)
  expect(readField(doc, date)).toBeUndefined()
})

test('two members’ suggestions for one field are both there; with one accepted, the other stands against the new words', () => {
  const doc = story()
  suggest(doc, headline, 'Ten ports agree', ana, 1)
  suggest(doc, headline, 'Nine harbours agree', ben, 2)
  answered(doc, ({ by }) => (by === ana ? 'accept' : 'keep'))
  expect(said(doc)).toEqual([['b', 'headline', 'Ten ports agree', 'Nine harbours agree', 'overtaken']])
  answered(doc, rejectAll)
  expect(readField(doc, headline)).toBe('Ten ports agree')
  expect(storySuggestedFields(doc).size).toBe(0)
})

test('accepting all takes the latest for each field; the others stay open and are named', () => {
  const doc = story()
  suggest(doc, headline, 'Nine harbours agree', ben, 1)
  suggest(doc, headline, 'Ten ports agree', ana, 2)
  const { answered: done, left } = answered(doc, acceptAll)
  expect([done.map(({ by }) => by), left.map(({ by }) => by)]).toEqual([[ana], [ben]])
  expect(said(doc)).toEqual([['b', 'headline', 'Ten ports agree', 'Nine harbours agree', 'overtaken']])
})

test('whoever goes on with their suggestion after the field changed has seen the new words', () => {
  const doc = story()
  suggest(doc, headline, 'Ten ports agree')
  writeField(doc, headline, 'Eleven ports agree')
  expect(said(doc)).toEqual([['a', 'headline', 'Eleven ports agree', 'Ten ports agree', 'overtaken']])
  suggest(doc, headline, 'Ten ports agree!', ana, 0)
  expect(said(doc)).toEqual([['a', 'headline', 'Eleven ports agree', 'Ten ports agree!']])
  writeField(doc, headline, 'Ten ports agree!')
  expect(said(doc)).toEqual([])
})

test('a member who types in two windows types one suggestion', () => {
  const one = story()
  suggest(one, headline, 'Nine ports agree on ferries')
  const two = copyOf(one)
  suggest(one, headline, 'All nine ports agree on ferries')
  suggest(two, headline, 'Nine ports agree on night ferries')
  mergeUpdate(one, Y.encodeStateAsUpdate(two))
  expect(ownSuggestion(one, headline, ana)?.value).toBe('All nine ports agree on night ferries')
})

test('whatever else stands among the suggestions is none, and no packet brings it in', () => {
  const good = (): Y.Map<unknown> => new Y.Map<unknown>([['at', at(0)], ['was', null], ['value', 'x']])
  const bad: readonly (readonly [string, unknown])[] = [
    [`headline/${ana}`, 'Ten ports agree'],
    [`headline/${ana}`, { at: at(0), was: null, value: 'x' }],
    [`headline/${ana}`, new Y.Map<unknown>([['at', 'yesterday'], ['was', null], ['value', 'x']])],
    [`headline/${ana}`, new Y.Map<unknown>([['at', at(0)], ['was', null], ['value', { asset: '../../etc/passwd' }]])],
    [`headline/${ana}`, new Y.Map<unknown>([['at', at(0)], ['value', 'x']])],
    [`__proto__/${ana}`, good()],
    [`headline/${ana}/x`, good()],
    ['headline/somebody', good()],
  ]
  const meta = { story: crypto.randomUUID(), kind: 'announcement', createdAt: at(0), createdBy: ana }
  const whole = (): Y.Doc => {
    const doc = story()
    for (const [key, value] of Object.entries(meta)) storyMeta(doc).set(key, value)
    return doc
  }
  for (const [key, raw] of bad) {
    const doc = whole()
    storySuggestedFields(doc).set(key, raw)
    expect(fieldSuggestions(doc)).toEqual([])
    expect(partsFault(doc)).toBe('it has a suggestion for a field that can’t be read')
    answered(doc, acceptAll)
    expect(readField(doc, headline)).toBe('Nine ports agree')
  }
  const torn = whole()
  suggest(torn, headline, 'Ten ports')
  ownSuggestion(torn, headline, ana)?.letters?.insertEmbed(0, { picture: 'x' })
  expect([fieldSuggestions(torn), partsFault(torn)]).toEqual([[], 'it has a suggestion for a field that can’t be read'])
  const fine = whole()
  suggest(fine, headline, 'Ten ports')
  suggest(fine, date, '2026-05-01')
  expect(partsFault(fine)).toBeNull()
})

test('preflight counts suggestions for fields with those of the text', () => {
  const [check] = suggestionChecks
  const input = { suggestions: [{ id: 'field:headline', field: 'headline' }, { id: 's1', path: [0], words: 'First.' }] }
  expect(Reflect.apply(check!.find, null, [input])).toEqual([{ message: '2 suggestions have no answer yet. The story leaves the desk without them.', place: { in: 'field', field: 'headline' }, fix: 'Accept or reject them; the Review tab lists all of them.' }])
})

const types: Readonly<Record<string, FieldType>> = { headline: 'text', summary: 'longText', date: 'date', topics: 'list', language: 'language' }
const fields = Object.entries(types).map(([id, type]) => ({ id, type }))
const anyText = fc.stringMatching(/^[a-zآ-ي😀 ]{1,12}$/u).filter((text) => text.trim() !== '')
const anyValue = ({ type }: { readonly type: FieldType }): fc.Arbitrary<FieldValue | undefined> => {
  const some: fc.Arbitrary<FieldValue> = type === 'list' ? fc.array(anyText, { minLength: 1, maxLength: 3 }) : anyText
  return fc.option(some, { nil: undefined })
}
const anyChange = fc.constantFrom(...fields).chain((field) => fc.record({ field: fc.constant(field), value: anyValue(field) }))
const work = fc.record({ body: fc.array(anyEdit, { maxLength: 3 }), fields: fc.array(anyChange, { maxLength: 5 }) })
type Work = (typeof work) extends fc.Arbitrary<infer T> ? T : never

const bodyOf = (doc: Y.Doc) => documentSchema.nodeFromJSON(yXmlFragmentToProsemirrorJSON(storyBody(doc)))
const writeBody = (doc: Y.Doc, body: ReturnType<typeof bodyOf>): void => doc.transact(() => updateYFragment(doc, storyBody(doc), body, { mapping: new Map(), isOMark: new Map() }))
const valuesOf = (doc: Y.Doc) => Object.fromEntries(fields.map((field) => [field.id, readField(doc, field) ?? null]))
const contentOf = (doc: Y.Doc) => ({ body: normaliseBody(yXmlFragmentToProsemirrorJSON(storyBody(doc))), fields: valuesOf(doc) })

function suggestAll(doc: Y.Doc, { body, fields: changes }: Work, by: string, start: number): void {
  for (const edit of body) writeBody(doc, suggested(bodyOf(doc), { ...(edit satisfies Edit), by }).doc)
  changes.forEach(({ field, value }, index) => suggest(doc, field, value, by, start + 2 * index))
}

function settleAll(doc: Y.Doc, judge: Judge): void {
  writeBody(doc, settle(bodyOf(doc), judge))
  answered(doc, judge)
}

/** What plain editing would have made of the fields. */
function valuesAfter(before: Readonly<Record<string, FieldValue | null>>, changes: Work['fields']): Record<string, FieldValue | null> {
  return { ...before, ...Object.fromEntries(changes.map(({ field, value }) => [field.id, value ?? null])) }
}

const anyStory = fc.tuple(plainBody, fc.array(anyChange, { maxLength: 4 })).map(([body, changes]) => {
  const doc = new Y.Doc()
  prosemirrorToYXmlFragment(body, storyBody(doc))
  for (const { field, value } of changes) writeField(doc, field, value)
  return doc
})

test('all rejected gives fields and text as they were, all accepted gives what was suggested', () => {
  fc.assert(
    fc.property(anyStory, work, (start, suggestions) => {
      const before = contentOf(start)
      suggestAll(start, suggestions, ana, 0)
      expect(contentOf(start)).toEqual(before)
      const [rejected, accepted] = [copyOf(start), copyOf(start)]
      settleAll(rejected, rejectAll)
      expect(contentOf(rejected)).toEqual(before)
      expect(fieldSuggestions(rejected)).toEqual([])
      settleAll(accepted, acceptAll)
      expect(valuesOf(accepted)).toEqual(valuesAfter(before.fields, suggestions.fields))
      expect(fieldSuggestions(accepted)).toEqual([])
    }),
    { numRuns: 150 },
  )
}, 60_000)

test('what two members suggest apart from each other comes together the same in any order, and one who writes meanwhile loses nothing', () => {
  fc.assert(
    fc.property(anyStory, work, work, fc.array(anyChange, { maxLength: 2 }), (start, one, two, written) => {
      const [home, a, b] = [copyOf(start), copyOf(start), copyOf(start)]
      for (const { field, value } of written) writeField(home, field, value)
      const before = contentOf(home)
      suggestAll(a, one, ana, 0)
      suggestAll(b, two, ben, 1)
      const [fromA, fromB, fromHome] = [a, b, home].map((doc) => Y.encodeStateAsUpdate(doc))
      const merges = [[fromA, fromB], [fromB, fromA], [fromB, fromA, fromB, fromA]].map((updates) => {
        const doc = copyOf(home)
        for (const update of updates) mergeUpdate(doc, update!)
        return doc
      })
      const elsewhere = copyOf(a)
      mergeUpdate(elsewhere, fromB!)
      mergeUpdate(elsewhere, fromHome!)
      const everywhere = [...merges, elsewhere]
      for (const doc of everywhere) {
        expect(contentOf(doc)).toEqual(before)
        expect(fieldSuggestions(doc)).toEqual(fieldSuggestions(merges[0]!))
        expect(yXmlFragmentToProsemirrorJSON(storyBody(doc))).toEqual(yXmlFragmentToProsemirrorJSON(storyBody(merges[0]!)))
      }
      const [both] = merges
      settleAll(both!, ({ by }) => (by === ben ? 'accept' : 'keep'))
      const suggestedByBen = valuesAfter(valuesOf(start), two.fields)
      for (const [id, value] of Object.entries(valuesOf(both!))) expect([before.fields[id], suggestedByBen[id]]).toContainEqual(value)
      settleAll(both!, rejectAll)
      expect(fieldSuggestions(both!)).toEqual([])
    }),
    { numRuns: 150 },
  )
}, 60_000)
