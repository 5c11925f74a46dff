import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import { Transform } from '@tiptap/pm/transform'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { bodyWithSuggestions, normaliseBody } from '../../../src/shared/document/normalise'
import { documentSchema } from '../../../src/shared/document/schema'
import { noteAuthor } from '../../../src/shared/history/authorship'
import { authoredLines, authorsOfVersion } from '../../../src/shared/history/authors-of-version'
import { lettersOf, textsIn } from '../../../src/shared/history/letters'
import { restoreRevision } from '../../../src/shared/history/restore-revision'
import { Instant, KindId, MemberId, StoryId } from '../../../src/shared/story/ids'
import type { FieldDefinition, FieldValues } from '../../../src/shared/story/kind'
import { revisionId, type DocumentNode, type Revision } from '../../../src/shared/story/revision'
import { readFields, storyBody, storyFields, storyText, writeField } from '../../../src/shared/story/story-doc'
import { openSuggestions } from '../../../src/shared/suggestions/open-suggestions'
import { suggest } from '../../../src/shared/suggestions/suggest'
import { anyBody } from '../document/arbitrary-body'
import { anyEdit, authorOf, perform, storyBody as anyStoryBody, suggested } from '../suggestions/random-edits'
import { bodies } from '../redline/stories'

const story = StoryId.parse('0b2cf0ce-56b1-4e2c-9a53-5a5b6f3b1c11')
const kind = KindId.parse('announcement')
const fields: readonly Pick<FieldDefinition, 'id' | 'type' | 'label' | 'required'>[] = [
  { id: 'headline', label: 'Headline', type: 'text', required: true },
  { id: 'summary', label: 'Summary', type: 'longText', required: false },
  { id: 'topics', label: 'Topics', type: 'list', required: false },
]

/** A story as the desk keeps it. */
const asRevision = (doc: Y.Doc): Revision => ({ format: 'copydesk.revision/1', story, kind, fields: readFields(doc, fields), body: normaliseBody(yXmlFragmentToProsemirrorJSON(storyBody(doc))), assets: [] })

function storyWith(body: DocumentNode, values: FieldValues = {}): Y.Doc {
  const doc = new Y.Doc()
  write(doc, body, values)
  return doc
}

function write(doc: Y.Doc, body: DocumentNode, values: FieldValues): void {
  for (const field of fields) writeField(doc, field, values[field.id])
  prosemirrorJSONToYXmlFragment(documentSchema, body, storyBody(doc))
}

const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '😀', '، ', '9'), maxLength: 12 })
const anyFields = fc.record({ headline: words, summary: words, topics: fc.array(fc.constantFrom('ports', 'housing'), { maxLength: 2 }) })
const anyBodies = fc.oneof(bodies, fc.tuple(anyBody, anyBody))

describe('A revision that is brought back', () => {
  test('is to the byte what it was, whatever was written since, and undo gives back what was written', () => {
    fc.assert(
      fc.property(anyBodies, anyFields, anyFields, ([older, newer], before, after) => {
        const doc = storyWith(older, before)
        const kept = asRevision(doc)
        write(doc, newer, after)
        const standing = revisionId(asRevision(doc))
        const history = new Y.UndoManager([storyBody(doc), storyFields(doc), storyText(doc, 'headline'), storyText(doc, 'summary')], { trackedOrigins: new Set(['restore']) })

        doc.transact(() => restoreRevision(doc, kept, fields), 'restore')
        expect(revisionId(asRevision(doc))).toBe(revisionId(kept))

        history.undo()
        expect(revisionId(asRevision(doc))).toBe(standing)
      }),
    )
  })

  test('that is as the story stands changes nothing', () => {
    fc.assert(
      fc.property(anyBody, anyFields, (body, values) => {
        const doc = storyWith(body, values)
        const before = Y.encodeStateAsUpdate(doc)
        doc.transact(() => restoreRevision(doc, asRevision(doc), fields))
        expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
      }),
      { numRuns: 50 },
    )
  })

  test('merges with what somebody else wrote meanwhile', () => {
    const doc = storyWith(paragraphs('Nine ports signed.', 'The fund opens in May.', 'Mayors met in Odesa.'))
    const kept = asRevision(doc)
    write(doc, paragraphs('New first lines.', 'Nine ports signed.', 'The fund opened in June.', 'Mayors met in Odesa.'), {})
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    textsIn(storyBody(other)).at(-1)?.insert(0, 'At last: ')

    doc.transact(() => restoreRevision(doc, kept, fields))
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))

    expect(linesOf(doc)).toEqual(['Nine ports signed.', 'The fund opens in May.', 'At last: Mayors met in Odesa.'])
  })

  test('leaves every word where it is that is in both: only what differs is written anew', () => {
    const doc = storyWith(paragraphs('Nine ports signed.', 'The fund opens in May for newcomers.', 'Mayors met in Odesa.'))
    const kept = asRevision(doc)
    write(doc, paragraphs('New first lines.', 'Nine ports signed.', 'The fund opened in June for newcomers.', 'Mayors met in Odesa.'), {})
    const standing = Y.encodeStateVector(doc)
    const writer = doc.clientID
    doc.clientID = writer + 1

    doc.transact(() => restoreRevision(doc, kept, fields))

    expect(Y.decodeUpdate(Y.encodeStateAsUpdate(doc, standing)).structs.length).toBeGreaterThan(0)
    const anew = textsIn(storyBody(doc)).flatMap(lettersOf).flatMap(({ client, text }) => (client === writer ? [] : [text]))
    expect(anew).toEqual(['opens', 'May'])
  })

  test('is to the byte what it was while suggestions are open, whatever they are about', () => {
    fc.assert(
      fc.property(anyStoryBody, fc.array(anyEdit, { minLength: 1, maxLength: 3 }), fc.array(anyEdit, { maxLength: 3 }), (body, proposed, written) => {
        const older = body.toJSON()
        const doc = storyWith(older)
        const kept = asRevision(doc)
        const newer = written.reduce((now, edit) => perform(now, edit).doc, body)
        const talked = proposed.reduce((now, edit) => suggested(now, edit).doc, newer)
        write(doc, talked.toJSON(), {})
        const open = openSuggestions(bodyOf(doc)).length

        doc.transact(() => restoreRevision(doc, kept, fields))
        expect(revisionId(asRevision(doc))).toBe(revisionId(kept))
        expect(openSuggestions(bodyOf(doc)).length).toBeLessThanOrEqual(open)
      }),
      { numRuns: 60 },
    )
  })

  test('leaves what is suggested about words that stand in both, and takes away what is suggested about others', () => {
    const doc = storyWith(paragraphs('Nine ports signed.', 'The fund opens in May.'))
    const kept = asRevision(doc)
    const body = documentSchema.nodeFromJSON(paragraphs('Nine ports signed.', 'The fund opens in June.'))
    const inFirst = suggest(body, new Transform(body).insert(5, documentSchema.text(' Baltic')).doc, authorOf(ana))
    const inBoth = suggest(inFirst, new Transform(inFirst).insert(inFirst.content.size - 1, documentSchema.text(' Perhaps.')).doc, authorOf(ana))
    write(doc, inBoth.toJSON(), {})
    expect(openSuggestions(bodyOf(doc))).toHaveLength(2)

    doc.transact(() => restoreRevision(doc, kept, fields))

    expect(revisionId(asRevision(doc))).toBe(revisionId(kept))
    expect(linesOf(doc)).toEqual(['Nine Baltic ports signed.', 'The fund opens in May.'])
    expect(openSuggestions(bodyOf(doc))).toHaveLength(1)
  })

  test('knows whose its words were, though something was suggested when it was kept', () => {
    const doc = storyWith(paragraphs('Nine ports signed.'))
    const body = bodyOf(doc)
    write(doc, suggest(body, new Transform(body).insert(5, documentSchema.text(' Baltic')).insert(0, documentSchema.nodes['paragraph']!.create(null, documentSchema.text('New.'))).doc, authorOf(ana)).toJSON(), {})
    noteAuthor(doc, { client: doc.clientID, clock: 0 }, { by: MemberId.parse(ana), at: Instant.parse('2026-11-03T09:00:00.000Z') })
    const lines = authoredLines(asRevision(doc), authorsOfVersion(doc, fields))
    expect(lines.map((runs) => runs.map(({ text, who }) => [text, who?.by]))).toEqual([[['Nine ports signed.', ana]]])
  })
})

const ana = 'a'.repeat(32)
const bodyOf = (doc: Y.Doc) => bodyWithSuggestions(yXmlFragmentToProsemirrorJSON(storyBody(doc)))
const paragraphs = (...lines: readonly string[]): DocumentNode => ({ type: 'doc', content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) })
const linesOf = (doc: Y.Doc): string[] => textsIn(storyBody(doc)).map((text) => lettersOf(text).map((run) => run.text).join(''))
