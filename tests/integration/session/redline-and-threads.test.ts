import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { createIdentity } from '../../../src/main/desk/identity'
import { openKeyring } from '../../../src/main/desk/keyring'
import { actOn } from '../../../src/main/session/act'
import { addComment, replyTo, resolveThread, threadsOf } from '../../../src/main/session/comments'
import { changeWords } from '../../../src/main/session/desk-language'
import { openSession, type DeskSession } from '../../../src/main/session/desk-session'
import { redlineOf } from '../../../src/main/session/redline'
import { statusOf } from '../../../src/main/session/status'
import { loadStory } from '../../../src/main/store/stories'
import { calls } from '../../../src/shared/ipc'
import type { MemberId, StoryId } from '../../../src/shared/story/ids'
import { storyBody, storyText, storyThreads, writeField } from '../../../src/shared/story/story-doc'
import { deskOfTwo, temporaryFolder, writeStory, type TestDesk } from '../desk/people'

interface Sitting extends TestDesk {
  readonly session: DeskSession
  readonly id: StoryId
}

/** Amina at a desk with one story of hers; Tomás may work on the same computer. */
function sitting(): Sitting {
  const made = deskOfTwo()
  const refuse = (): never => {
    throw new Error('There is no keychain')
  }
  const keyring = openKeyring(path.join(temporaryFolder(), 'keyring.json'), { available: false, seal: refuse, open: refuse })
  for (const { member, privateKey } of [made.amina, made.tomas]) keyring.add(member.id, privateKey)
  const session = openSession(made.desk, keyring, made.amina.member.id, { storiesChanged: () => undefined, storyUpdated: () => undefined })
  onTestFinished(() => session.close())
  return { ...made, session, id: writeStory(made) }
}

/** What the window would send when somebody writes. */
function write({ session, id }: Sitting, edit: (doc: Y.Doc) => void): void {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(session.docs.get(id)))
  const before = Y.encodeStateVector(copy)
  copy.transact(() => edit(copy))
  session.docs.append(id, Y.encodeStateAsUpdate(copy, before))
}

/** What somebody wrote on another computer comes in, past this window. */
function arrive({ session, id }: Sitting, doc: Y.Doc): void {
  session.docs.change(id, (story) => Y.applyUpdate(story, Y.encodeStateAsUpdate(doc)))
}

const submit = { type: 'submit' as const, note: '', reviewers: [], due: null }

function approve({ session, id, amina, tomas }: Sitting): void {
  const { currentRevision } = actOn(session, id, submit)
  session.actAs(tomas.member.id)
  actOn(session, id, { type: 'approve', revision: currentRevision, note: '' })
  session.actAs(amina.member.id)
}

test('what changed since the approval is told: the headline, and a paragraph that came', () => {
  const at = sitting()
  approve(at)
  expect(redlineOf(at.session, at.id, 'approved', 'current')).toMatchObject({ total: 0, fields: [] })

  write(at, (doc) => {
    storyText(doc, 'headline').insert(0, 'Update: ')
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('The vote is on Friday.')])
    storyBody(doc).push([paragraph])
  })

  const since = redlineOf(at.session, at.id, 'approved', 'current')
  expect(since.fields).toMatchObject([{ id: 'headline', label: 'Headline', pieces: [{ kind: 'inserted', text: 'Update: ' }, { kind: 'same' }] }])
  expect(since.blocks.at(-1)).toMatchObject({ change: 'inserted', pieces: [{ kind: 'inserted', text: 'The vote is on Friday.' }] })
  expect(since).toMatchObject({ total: 2, counts: { field: 1, number: 1 } })
  expect(statusOf(at.session, at.id).changedSinceApproval).toBe(true)
  expect(calls['story.redline'].output.parse(structuredClone(since))).toEqual(since)
})

test('what a desk knows as names counts as names, also where a sentence begins', () => {
  const at = sitting()
  const wording = (told: ReturnType<typeof redlineOf>): (number | undefined)[] => [told.counts['name'], told.counts['wording']]
  const { currentRevision: one } = actOn(at.session, at.id, submit)
  write(at, (doc) => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('Merrow will vote.')])
    storyBody(doc).push([paragraph])
  })
  expect(wording(redlineOf(at.session, at.id, one, 'current'))).toEqual([0, 1])
  changeWords(at.session, [{ word: 'Merrow', language: '' }], [])
  // The names of a session are kept for half a minute: another one knows the new word at once.
  expect(wording(redlineOf({ ...at.session }, at.id, one, 'current'))).toEqual([1, 0])
})

test('two versions are compared by their names, and a first version with nothing', () => {
  const at = sitting()
  const { currentRevision: one } = actOn(at.session, at.id, submit)
  write(at, (doc) => writeField(doc, { id: 'topics', type: 'list' }, ['ports']))
  const { currentRevision: two } = actOn(at.session, at.id, submit)

  expect(redlineOf(at.session, at.id, one, two)).toMatchObject({ from: one, to: two, total: 1, fields: [{ id: 'topics', before: null, after: ['ports'] }] })
  expect(redlineOf(at.session, at.id, 'submitted', 'current')).toMatchObject({ from: two, to: two, total: 0 })
  expect(redlineOf(at.session, at.id, 'none', one).blocks.every(({ change }) => change === 'inserted')).toBe(true)
})

test('a version that the story does not have is told in words, even when another story has it', () => {
  const at = sitting()
  expect(() => redlineOf(at.session, at.id, 'approved', 'current')).toThrow('No version of this story has been approved yet.')
  expect(() => redlineOf(at.session, at.id, 'submitted', 'current')).toThrow('No version of this story is in review.')
  const { currentRevision } = actOn(at.session, at.id, submit)
  const other = writeStory(at, 'Ten ports agree')
  expect(() => redlineOf(at.session, other, currentRevision, 'current')).toThrow('This story has no such version.')
  expect(() => redlineOf(at.session, other, 'none', currentRevision)).toThrow('This story has no such version.')
})

test('a conversation: who is named is who acts, and it is stored', () => {
  const at = sitting()
  addComment(at.session, at.id, 'Who counted them?', 'nine port cities')
  const [opened] = threadsOf(at.session, at.id)
  if (opened === undefined) throw new Error('There is no thread')
  at.session.actAs(at.tomas.member.id)
  replyTo(at.session, at.id, opened.id, 'The survey did.')
  resolveThread(at.session, at.id, opened.id, true)

  const [thread] = threadsOf(at.session, at.id)
  expect(thread).toMatchObject({ byName: 'Amina Okafor', quote: 'nine port cities', resolved: true, comments: [{ byName: 'Amina Okafor', text: 'Who counted them?' }, { byName: 'Tomás Ferreira', by: at.tomas.member.id, text: 'The survey did.' }] })
  expect(calls['story.threads'].output.safeParse([thread]).success).toBe(true)
  const stored = storyThreads(loadStory(at.desk.db, at.id)).get(opened.id)
  expect(stored instanceof Y.Map && stored.get('resolved')).toBe(true)

  resolveThread(at.session, at.id, opened.id, false)
  expect(threadsOf(at.session, at.id)).toMatchObject([{ resolved: false }])
})

test('answers that two people give offline are both kept', () => {
  const at = sitting()
  addComment(at.session, at.id, 'Who counted them?', '')
  const [opened] = threadsOf(at.session, at.id)
  if (opened === undefined) throw new Error('There is no thread')
  const train = new Y.Doc()
  Y.applyUpdate(train, Y.encodeStateAsUpdate(at.session.docs.get(at.id)))
  replyTo(at.session, at.id, opened.id, 'The survey did.')
  const there = storyThreads(train).get(opened.id)
  const comments: unknown = there instanceof Y.Map ? there.get('comments') : undefined
  if (!(comments instanceof Y.Array)) throw new Error('The conversation did not come along')
  comments.push([{ id: '2f1c8a7e-64a1-4a6e-8f4e-7f0f3a1f2b01', by: at.tomas.member.id, at: '2026-03-02T09:00:00.000Z', text: 'I did.' }])
  arrive(at, train)
  expect(threadsOf(at.session, at.id)[0]?.comments.map(({ text }) => text).sort()).toEqual(['I did.', 'The survey did.', 'Who counted them?'])
})

test('what was slipped into the document as a conversation is not shown, and can’t be answered', () => {
  const at = sitting()
  const stranger: MemberId = createIdentity('Somebody Else', ['writer']).member.id
  const [fine, broken] = ['2f1c8a7e-64a1-4a6e-8f4e-7f0f3a1f2b01', '2f1c8a7e-64a1-4a6e-8f4e-7f0f3a1f2b02'] as const
  const elsewhere = loadStory(at.desk.db, at.id)
  elsewhere.transact(() => {
    for (const [id, by] of [[fine, stranger], [broken, { name: 'Amina Okafor' }]] as const) {
      const comments = new Y.Array<unknown>()
      comments.push([{ id: fine, by, at: '2026-03-02T09:00:00.000Z', text: 'Psst.' }])
      const thread = new Y.Map<unknown>()
      for (const [key, value] of Object.entries({ by, at: '2026-03-02T09:00:00.000Z', quote: '', resolved: false, comments })) thread.set(key, value)
      storyThreads(elsewhere).set(id, thread)
    }
  })
  arrive(at, elsewhere)
  expect(threadsOf(at.session, at.id)).toMatchObject([{ id: fine, byName: 'Someone who is not on this desk' }])
  expect(() => replyTo(at.session, at.id, broken, 'Who are you?')).toThrow('not part of the story any more')
  expect(() => resolveThread(at.session, at.id, '2f1c8a7e-64a1-4a6e-8f4e-7f0f3a1f2b03', true)).toThrow('not part of the story any more')
})
