import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { randomUUID } from 'node:crypto'
import { revisionId } from '../../../src/shared/story/revision'
import { StoryId } from '../../../src/shared/story/ids'
import { storyBody } from '../../../src/shared/story/story-doc'
import { snapshot } from '../../../src/main/store/snapshot'
import { appendUpdate, countUpdates, createStory, loadStory, storyIds } from '../../../src/main/store/stories'
import { refreshStory } from '../../../src/main/store/story-index'
import { deskOfTwo, edit, kindOf, paragraph, writeOn, writeStory } from '../desk/people'

const failure = (code: string): unknown => expect.objectContaining({ failure: expect.objectContaining({ code }) })

test('a new story has its kind, its fields and its text', () => {
  const made = deskOfTwo()
  const id = createStory(made.desk.db, { kind: kindOf(made.desk, 'statement'), by: made.amina.member.id, headline: 'On the new ferry line', fields: { speaker: 'Mayor Lindqvist', topics: ['Transport'] }, body: paragraph('It starts in May.') })

  expect(snapshot(made.desk, id, loadStory(made.desk.db, id))).toEqual({
    format: 'copydesk.revision/1',
    story: id,
    kind: 'statement',
    fields: { headline: 'On the new ferry line', slug: 'on-the-new-ferry-line', speaker: 'Mayor Lindqvist', topics: ['Transport'] },
    body: paragraph('It starts in May.'),
    assets: [],
  })
  expect(storyIds(made.desk.db)).toEqual([id])
})

test('the second story of a headline gets a slug of its own', () => {
  const made = deskOfTwo()
  writeStory(made, 'Mayors meet in spring')
  const second = writeStory(made, 'Mayors meet in spring')

  expect(snapshot(made.desk, second, loadStory(made.desk.db, second)).fields['slug']).toBe('mayors-meet-in-spring-2')
})

test('what is no Yjs update is refused in words, and not stored', () => {
  const made = deskOfTwo()
  const id = writeStory(made)
  for (const bytes of [new Uint8Array([1, 2, 3]), new Uint8Array([255, 255, 255, 255]), new TextEncoder().encode('hello')]) {
    expect(() => appendUpdate(made.desk.db, id, bytes)).toThrow(failure('bad-update'))
  }
  expect(countUpdates(made.desk.db, id)).toBe(1)
})

test('an update for a story that is not on the desk is refused', () => {
  const made = deskOfTwo()
  expect(() => appendUpdate(made.desk.db, StoryId.parse(randomUUID()), Y.encodeStateAsUpdate(new Y.Doc()))).toThrow(failure('no-story'))
  expect(() => loadStory(made.desk.db, StoryId.parse(randomUUID()))).toThrow(failure('no-story'))
})

test('the same content has the same revision, however it was written', () => {
  const made = deskOfTwo()
  const id = writeStory(made)
  const before = revisionId(snapshot(made.desk, id, loadStory(made.desk.db, id)))

  edit(made, id, writeOn('x'))
  edit(made, id, (doc) => doc.getText('text:summary').delete(0, 1))
  edit(made, id, (doc) => {
    const words = storyBody(doc).get(0)
    if (!(words instanceof Y.XmlElement)) throw new Error('The body does not begin with a block')
    const text = words.get(0)
    if (!(text instanceof Y.XmlText)) throw new Error('The paragraph has no text')
    text.format(0, 6, { bold: {} })
    text.format(0, 6, { bold: null })
  })

  expect(revisionId(snapshot(made.desk, id, loadStory(made.desk.db, id)))).toBe(before)
  expect(refreshStory(made.desk, id, loadStory(made.desk.db, id)).currentRevision).toBe(before)
})

test('an empty body is one empty paragraph, as the editor shows it', () => {
  const made = deskOfTwo()
  const id = createStory(made.desk.db, { kind: kindOf(made.desk), by: made.amina.member.id, headline: '' })

  const { body, fields } = snapshot(made.desk, id, loadStory(made.desk.db, id))

  expect(body).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] })
  expect(fields).toEqual({})
})
