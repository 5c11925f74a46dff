import { prosemirrorToYXmlFragment, updateYFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import type { Node } from '@tiptap/pm/model'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { normaliseBody } from '../../../src/shared/document/normalise'
import { documentSchema } from '../../../src/shared/document/schema'
import { acceptAll } from '../../../src/shared/suggestions/judge'
import { settle } from '../../../src/shared/suggestions/settle'
import { storyBody as bodyOfStory } from '../../../src/shared/story/story-doc'
import { anyEdit, plainBody, suggested, type Edit } from './random-edits'

const [ana, ben] = ['a'.repeat(32), 'b'.repeat(32)]

function docOf(body: Node): Y.Doc {
  const doc = new Y.Doc()
  prosemirrorToYXmlFragment(body, bodyOfStory(doc))
  return doc
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

const jsonOf = (doc: Y.Doc): unknown => yXmlFragmentToProsemirrorJSON(bodyOfStory(doc))
const bodyOf = (doc: Y.Doc): Node => documentSchema.nodeFromJSON(jsonOf(doc))

/** One member's suggestions, written into their copy as the editor does. */
function suggestIn(doc: Y.Doc, edits: readonly Edit[], by: string): void {
  for (const edit of edits) {
    const next = suggested(bodyOf(doc), { ...edit, by }).doc
    doc.transact(() => updateYFragment(doc, bodyOfStory(doc), next, { mapping: new Map(), isOMark: new Map() }))
  }
}

function merged(a: Y.Doc, b: Y.Doc): Y.Doc {
  const [first, second] = [copyOf(a), copyOf(b)]
  Y.applyUpdate(first, Y.encodeStateAsUpdate(b))
  Y.applyUpdate(second, Y.encodeStateAsUpdate(a))
  expect(jsonOf(first)).toEqual(jsonOf(second))
  return first
}

const edits = fc.array(anyEdit, { minLength: 1, maxLength: 4 })

test('what two members suggest apart from each other comes together as one text, and none of it is in the revision', () => {
  fc.assert(
    fc.property(plainBody, edits, edits, (body, one, two) => {
      const start = docOf(body)
      const [a, b] = [copyOf(start), copyOf(start)]
      const before = normaliseBody(jsonOf(start))
      suggestIn(a, one, ana)
      suggestIn(b, two, ben)
      const both = merged(a, b)
      expect(normaliseBody(jsonOf(both))).toEqual(before)
      settle(bodyOf(both), acceptAll).check()
    }),
    { numRuns: 250 },
  )
}, 60_000)
