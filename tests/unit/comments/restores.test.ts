import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import { expect, test } from 'vitest'
import { findText, placeOfWords } from '../../../src/shared/comments/place-in-body'
import { normaliseBody } from '../../../src/shared/document/normalise'
import { restoreRevision } from '../../../src/shared/history/restore-revision'
import { KindId, StoryId } from '../../../src/shared/story/ids'
import type { Revision } from '../../../src/shared/story/revision'
import { storyBody } from '../../../src/shared/story/story-doc'
import { documentSchema } from '../../../src/shared/document/schema'
import { Draft } from './a-body'

/** A version of the draft as it stands. */
const kept = ({ story }: Draft): Revision => ({ format: 'copydesk.revision/1', story: StoryId.parse('0b2cf0ce-56b1-4e2c-9a53-5a5b6f3b1c11'), kind: KindId.parse('announcement'), fields: {}, body: normaliseBody(yXmlFragmentToProsemirrorJSON(storyBody(story))), assets: [] })

const restore = ({ story }: Draft, revision: Revision): void => story.transact(() => restoreRevision(story, revision, []))

function commentOn(draft: Draft, words: string) {
  const { from, to } = draft.where(words)
  const place = placeOfWords(draft.body, from, to)
  if (place === null) throw new Error(`Nothing can be said of ‘${words}’`)
  return () => {
    const found = findText(draft.body, place)
    return found === null ? null : { by: found.by, words: draft.words(found.from, found.to) }
  }
}

test('a comment on words that are in both versions keeps to its own letters, whatever is brought back around them', () => {
  const draft = Draft.of('Nine ports signed.', 'The fund opens in May.', 'Mayors met in Odesa.')
  const before = kept(draft)
  const where = commentOn(draft, 'fund opens')
  draft.edit((tr) => tr.insert(0, documentSchema.nodes['paragraph']!.create(null, documentSchema.text('New first lines.'))))
  draft.edit((tr) => tr.replaceWith(draft.where('May').from, draft.where('May').to, documentSchema.text('June')))
  const after = kept(draft)
  for (const version of [before, after, before]) {
    restore(draft, version)
    expect(where()).toEqual({ by: 'anchor', words: 'fund opens' })
  }
})

test('a comment whose words are not in the version that is brought back says so, and finds them again when they come back', () => {
  const draft = Draft.of('Nine ports signed.')
  const before = kept(draft)
  draft.edit((tr) => tr.insert(tr.doc.content.size, documentSchema.nodes['paragraph']!.create(null, documentSchema.text('The fund opens in May.'))))
  const after = kept(draft)
  const where = commentOn(draft, 'fund opens')
  restore(draft, before)
  expect(where()).toBeNull()
  restore(draft, after)
  expect(where()).toEqual({ by: 'words', words: 'fund opens' })
})
