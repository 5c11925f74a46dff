import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openDesk } from '../../../src/main/desk/desk'
import { snapshot } from '../../../src/main/store/snapshot'
import { appendUpdate, compactStory, createStory, loadStory } from '../../../src/main/store/stories'
import { normaliseBody } from '../../../src/shared/document/normalise'
import { documentSchema } from '../../../src/shared/document/schema'
import { markdownForm } from '../../../src/shared/markdown/normal-form'
import { fromMarkdown } from '../../../src/shared/markdown/parse'
import { toMarkdown } from '../../../src/shared/markdown/serialize'
import type { StoryId } from '../../../src/shared/story/ids'
import { revisionId, type DocumentNode, type Revision } from '../../../src/shared/story/revision'
import { storyBody, storyText } from '../../../src/shared/story/story-doc'
import { anyBody } from '../../unit/document/arbitrary-body'
import { deskOfTwo, kindOf, type TestDesk } from '../desk/people'

const line = (text: string): DocumentNode => ({ type: 'paragraph', content: [{ type: 'text', text }] })

/** Writes a paragraph before or after all others, as somebody does who has the story as it is stored. */
function written(desk: TestDesk, id: StoryId, place: 'first' | 'last', words: string): Uint8Array {
  const doc = loadStory(desk.desk.db, id)
  const before = Y.encodeStateVector(doc)
  const scratch = new Y.Doc()
  prosemirrorJSONToYXmlFragment(documentSchema, { type: 'doc', content: [line(words)] }, storyBody(scratch))
  const block = storyBody(scratch).get(0)
  const body = storyBody(doc)
  if (block instanceof Y.XmlElement) body.insert(place === 'first' ? 0 : body.length, [block.clone()])
  storyText(doc, 'summary').insert(0, `${words} `)
  return Y.encodeStateAsUpdate(doc, before)
}

/** A story’s document keeps the marks of words, not those of the line breaks and footnote calls among them. */
function withMarkedWordsOnly({ type, marks, content, ...rest }: DocumentNode): DocumentNode {
  return { type, ...(content && { content: content.map(withMarkedWordsOnly) }), ...rest, ...(type === 'text' && marks && { marks }) }
}

const stored = ({ desk }: TestDesk, id: StoryId): Revision => snapshot(desk, id, loadStory(desk.db, id))

const assetAddress = (hash: string): string => `${hash.slice(0, 8)}.png`
const addresses = new Map(['a'.repeat(64), '0123456789abcdef'.repeat(4)].map((hash) => [assetAddress(hash), hash]))

test('any document survives save, reload, merge and export', () => {
  const made = deskOfTwo()
  fc.assert(
    fc.property(anyBody, (body) => {
      const id = createStory(made.desk.db, { kind: kindOf(made.desk), by: made.amina.member.id, headline: 'Nine ports', fields: { slug: 'nine-ports' }, body })
      const wanted = withMarkedWordsOnly(normaliseBody(body))
      expect(stored(made, id).body).toEqual(wanted)

      const [first, last] = [written(made, id, 'first', 'Before all.'), written(made, id, 'last', 'After all.')]
      const original = Y.encodeStateAsUpdate(loadStory(made.desk.db, id))
      appendUpdate(made.desk.db, id, first)
      appendUpdate(made.desk.db, id, last)
      const merged = stored(made, id)
      expect(merged.body).toEqual({ type: 'doc', content: [line('Before all.'), ...(wanted.content ?? []), line('After all.')] })

      // The same edits in another order, the same updates in one row, the same story twice: the same revision.
      const other = new Y.Doc()
      for (const update of [last, original, first, last]) Y.applyUpdate(other, update)
      expect(revisionId(snapshot(made.desk, id, other))).toBe(revisionId(merged))
      compactStory(made.desk.db, id)
      expect(revisionId(stored(made, id))).toBe(revisionId(merged))
      expect(revisionId({ ...merged, body: normaliseBody(merged.body) })).toBe(revisionId(merged))

      const text = toMarkdown(merged.body, { assetAddress })
      expect(fromMarkdown(text, { asset: (address) => addresses.get(address) ?? null }).body).toEqual(normaliseBody(markdownForm(merged.body).body))
    }),
    { numRuns: 120 },
  )
}, 120_000)

test('any document has the same revision after the desk was closed and opened again', () => {
  const made = deskOfTwo()
  const bodies = fc.sample(anyBody, { numRuns: 40, seed: 7 })
  const ids = bodies.map((body) => createStory(made.desk.db, { kind: kindOf(made.desk), by: made.amina.member.id, headline: 'Nine ports', fields: { slug: 'nine-ports' }, body }))
  const before = ids.map((id) => revisionId(stored(made, id)))
  made.desk.close()
  const again = openDesk(made.folder)
  try {
    expect(ids.map((id) => revisionId(snapshot(again, id, loadStory(again.db, id))))).toEqual(before)
  } finally {
    again.close()
  }
}, 60_000)
