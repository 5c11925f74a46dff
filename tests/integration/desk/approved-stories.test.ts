import { expect, test } from 'vitest'
import { approvedStories } from '../../../src/main/desk/approved-stories'
import { workflowOf } from '../../../src/main/desk/story-workflow'
import { loadStory } from '../../../src/main/store/stories'
import { revisionId } from '../../../src/shared/story/revision'
import { storyLog } from '../../../src/shared/story/story-doc'
import { act, approve, deskOfTwo, edit, writeOn, writeStory } from './people'

test('a story that a second member approved may leave the desk, as exactly the revision that was approved', () => {
  const desk = deskOfTwo()
  const id = writeStory(desk)
  approve(desk, id)

  const { stories, skipped } = approvedStories(desk.desk, null)

  expect(skipped).toEqual([])
  expect(stories).toHaveLength(1)
  const [story] = stories
  expect(story?.id).toBe(revisionId(story!.revision))
  expect(story?.revision.fields['headline']).toBe('Nine ports agree on a housing pledge')
  expect(story?.approvals.map(({ name }) => name)).toEqual(['Tomás Ferreira'])
  expect(story?.approvedAt).toBe(story?.approvals[0]?.at)
  expect(story?.firstPublishedAt).toBeNull()
})

test('an edit after approval leaves the approved revision as the one that may leave the desk', () => {
  const desk = deskOfTwo()
  const id = writeStory(desk)
  approve(desk, id)
  edit(desk, id, writeOn('Changed later. '))

  const [story] = approvedStories(desk.desk, [id]).stories

  expect(story?.revision.fields['summary']).toBe('Mayors of nine port cities have agreed how newcomers find a home within a year.')
})

test('a story that nobody approved is left out, and named with the reason when it was asked for', () => {
  const desk = deskOfTwo()
  const draft = writeStory(desk, 'Still a draft')
  const submitted = writeStory(desk, 'Still in review')
  act(desk, submitted, desk.amina, { type: 'submit', note: '', reviewers: [], due: null })

  expect(approvedStories(desk.desk, null)).toEqual({ stories: [], skipped: [] })
  expect(approvedStories(desk.desk, [draft, submitted])).toEqual({
    stories: [],
    skipped: [
      { story: draft, code: 'not-approved', reason: '‘Still a draft’ was never approved.' },
      { story: submitted, code: 'not-approved', reason: '‘Still in review’ was never approved.' },
    ],
  })
})

test('a revision that was changed in the file is refused, though its signature is still there', () => {
  const desk = deskOfTwo()
  const id = writeStory(desk)
  approve(desk, id)
  desk.desk.db.prepare("UPDATE revisions SET json = replace(json, 'Nine ports', 'Ten ports')").run()

  const { stories, skipped } = approvedStories(desk.desk, null)

  expect(stories).toEqual([])
  expect(skipped).toEqual([{ story: id, code: 'revision-changed', reason: expect.stringMatching(/no longer what was signed/) }])
})

test('an approval that someone else signed counts for nothing', () => {
  const desk = deskOfTwo()
  const id = writeStory(desk)
  approve(desk, id)
  edit(desk, id, (doc) => {
    for (const [key, value] of storyLog(doc).entries()) {
      const signed = value as { event: { type: string }; signature: string }
      if (signed.event.type === 'approve') storyLog(doc).set(key, { ...signed, signature: Buffer.alloc(64, 7).toString('base64') })
    }
  })

  expect(approvedStories(desk.desk, [id]).stories).toEqual([])
  expect(workflowOf(desk.desk, id, loadStory(desk.desk.db, id)).rejected).toEqual([expect.objectContaining({ reason: 'the signature is not that of Tomás Ferreira' })])
})

test('an event that hides under the name of a real approval does not take its place', () => {
  const desk = deskOfTwo()
  const id = writeStory(desk)
  approve(desk, id)
  edit(desk, id, (doc) => {
    for (const [key, signed] of Object.entries<{ event: { type: string; note: string }; signature: string }>(storyLog(doc).toJSON())) {
      if (signed.event.type !== 'approve') continue
      storyLog(doc).set('elsewhere', signed)
      storyLog(doc).set(key, { ...signed, event: { ...signed.event, note: 'Approved by the whole council' } })
    }
  })

  const [story] = approvedStories(desk.desk, [id]).stories

  expect(story?.approvals).toEqual([expect.objectContaining({ name: 'Tomás Ferreira', note: '' })])
})

test('a table that says ‘approved’ of a story that nobody approved opens no door', () => {
  const desk = deskOfTwo()
  const id = writeStory(desk)
  act(desk, id, desk.amina, { type: 'submit', note: '', reviewers: [], due: null })
  desk.desk.db.prepare("UPDATE story_index SET state = 'approved', approved_revision = (SELECT id FROM revisions)").run()

  expect(approvedStories(desk.desk, null).stories).toEqual([])
  expect(approvedStories(desk.desk, [id]).stories).toEqual([])
})

test('a story that was approved a moment before the power went is not forgotten', () => {
  const desk = deskOfTwo()
  const id = writeStory(desk)
  approve(desk, id)
  desk.desk.db.prepare('UPDATE story_index SET approved_revision = NULL').run()
  desk.desk.db.prepare('INSERT INTO story_stale (story) VALUES (?)').run(id)

  expect(approvedStories(desk.desk, null).stories.map(({ revision }) => revision.story)).toEqual([id])
})

test('an archived story stays on the desk', () => {
  const desk = deskOfTwo()
  const id = writeStory(desk)
  approve(desk, id)
  act(desk, id, desk.amina, { type: 'archive' })

  expect(approvedStories(desk.desk, null)).toEqual({ stories: [], skipped: [{ story: id, code: 'archived', reason: '‘Nine ports agree on a housing pledge’ is in the archive.' }] })
})
