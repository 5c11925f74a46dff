import { updateYFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import { Transform } from '@tiptap/pm/transform'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { applyWindowUpdate } from '../../../src/main/session/window-update'
import { statusOf } from '../../../src/main/session/status'
import { documentSchema } from '../../../src/shared/document/schema'
import type { StoryId } from '../../../src/shared/story/ids'
import { storyBody } from '../../../src/shared/story/story-doc'
import { changesOf } from '../../../src/shared/suggestions/changes'
import { rejectAll } from '../../../src/shared/suggestions/judge'
import { settle } from '../../../src/shared/suggestions/settle'
import { suggest } from '../../../src/shared/suggestions/suggest'
import { writeStory } from '../desk/people'
import { sitting, type Sitting } from './sitting'

const by = 'b'.repeat(32)

function ferries(): Sitting & { readonly id: StoryId } {
  const at = sitting()
  return { ...at, id: writeStory(at, 'Nine ports agree', 'The ferries run at night.') }
}

/** The text as it stands in the story's document, with what is suggested. */
const textIn = (doc: Y.Doc) => documentSchema.nodeFromJSON(yXmlFragmentToProsemirrorJSON(storyBody(doc)))

/** What the window would send after somebody suggested to write ‘ships’ over a word, and a paragraph at the end. */
function suggestion({ session, id }: Sitting & { readonly id: StoryId }): Uint8Array {
  const window = new Y.Doc()
  Y.applyUpdate(window, Y.encodeStateAsUpdate(session.docs.get(id)))
  const before = textIn(window)
  const tr = new Transform(before).replaceWith(5, 12, documentSchema.text('ships'))
  const author = { by, tag: { id: 's1', by, at: '2026-05-03T10:00:00.000Z' } }
  const once = suggest(before, tr.doc, author, changesOf(tr))
  const end = new Transform(once).insert(once.content.size, documentSchema.nodes['paragraph']!.create(null, documentSchema.text('Everybody pays.')))
  const next = suggest(once, end.doc, { by, tag: { ...author.tag, id: 's2' } }, changesOf(end))
  const state = Y.encodeStateVector(window)
  window.transact(() => updateYFragment(window, storyBody(window), next, { mapping: new Map(), isOMark: new Map() }))
  return Y.encodeStateAsUpdate(window, state)
}

test('what is suggested is stored with the story, and is in no version, count or search of it; preflight tells that it is there', () => {
  const at = ferries()
  const before = at.session.derived(at.id)
  const update = suggestion(at)
  at.session.changeStory(at.id, (doc) => applyWindowUpdate(doc, update))

  expect(textIn(at.session.docs.get(at.id)).textContent).toContain('Everybody pays.')
  const after = at.session.derived(at.id)
  expect(after.currentRevision).toBe(before.currentRevision)
  expect(after.row.wordCount).toBe(before.row.wordCount)
  expect(after.text).toBe(before.text)
  expect(JSON.stringify(after.current)).not.toMatch(/ships|Everybody|inserted|deleted/)
  const found = statusOf(at.session, at.id).findings.filter(({ check }) => check === 'open-suggestions')
  expect(found).toMatchObject([{ severity: 'warning', message: '2 suggestions have no answer yet. The story leaves the desk without them.', place: { in: 'body', path: [0] } }])
})

test('rejected, they leave the story’s document as it was; accepted, they are part of the next version', () => {
  const at = ferries()
  const before = at.session.derived(at.id).currentRevision
  const update = suggestion(at)
  at.session.changeStory(at.id, (doc) => applyWindowUpdate(doc, update))
  const write = (judge: Parameters<typeof settle>[1]): void =>
    at.session.changeStory(at.id, (doc) => void updateYFragment(doc, storyBody(doc), settle(textIn(doc), judge), { mapping: new Map(), isOMark: new Map() }))

  write(({ id }) => (id === 's1' ? 'accept' : 'keep'))
  const accepted = at.session.derived(at.id)
  expect(accepted.currentRevision).not.toBe(before)
  expect(accepted.text).toContain('The ships run at night.')
  expect(accepted.text).not.toContain('Everybody')
  write(rejectAll)
  expect(at.session.derived(at.id).currentRevision).toBe(accepted.currentRevision)
  expect(statusOf(at.session, at.id).findings.some(({ check }) => check === 'open-suggestions')).toBe(false)
})
