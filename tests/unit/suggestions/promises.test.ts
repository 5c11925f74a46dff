import type { Node } from '@tiptap/pm/model'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { acceptAll, type Judge } from '../../../src/shared/suggestions/judge'
import { settle, withoutSuggestions } from '../../../src/shared/suggestions/settle'
import { anyEdit, storyBody, suggested, type Edit } from './random-edits'

const edited = (doc: Node, edits: readonly Edit[]): Node => edits.reduce((text, edit) => suggested(text, edit).doc, doc)
const json = (doc: Node): unknown => JSON.parse(JSON.stringify(doc.toJSON()))

test('whatever is suggested, by however many: rejecting all of it gives the text as it was, to the letter', () => {
  fc.assert(
    fc.property(storyBody, fc.array(anyEdit, { minLength: 1, maxLength: 6 }), (doc, edits) => {
      expect(json(withoutSuggestions(edited(doc, edits)))).toEqual(json(doc))
    }),
    { numRuns: 250 },
  )
}, 60_000)

test('what is suggested is a text of the schema, and accepting it gives what plain editing would have given', () => {
  fc.assert(
    fc.property(storyBody, anyEdit, (doc, edit) => {
      const { doc: tracked, plain } = suggested(doc, edit)
      tracked.check()
      expect(json(settle(tracked, acceptAll))).toEqual(json(plain))
    }),
    { numRuns: 250 },
  )
}, 60_000)

test('any of them may be accepted, and any rejected: what is left is a text of the schema, without those that were', () => {
  fc.assert(
    fc.property(storyBody, fc.array(anyEdit, { minLength: 1, maxLength: 6 }), fc.infiniteStream(fc.constantFrom('accept' as const, 'reject' as const, 'keep' as const)), (doc, edits, choices) => {
      const tracked = edited(doc, edits)
      tracked.check()
      const chosen = new Map<string, 'accept' | 'reject' | 'keep'>()
      const judge: Judge = ({ id }) => {
        const known = chosen.get(id) ?? choices.next().value
        chosen.set(id, known)
        return known
      }
      const some = settle(tracked, judge)
      some.check()
      expect(settle(some, (tag) => (chosen.get(tag.id) === 'keep' ? 'keep' : 'reject'))).toBe(some)
      const rest = settle(some, acceptAll)
      rest.check()
      expect(settle(rest, acceptAll)).toBe(rest)
    }),
    { numRuns: 250 },
  )
}, 60_000)

test('a text without suggestions is answered as it is', () => {
  fc.assert(fc.property(storyBody, (doc) => void expect(withoutSuggestions(doc)).toBe(doc)), { numRuns: 100 })
})
