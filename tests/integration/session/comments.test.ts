import path from 'node:path'
import { onTestFinished, expect, test } from 'vitest'
import { openDesk } from '../../../src/main/desk/desk'
import { addComment, editComment, markSeen, removeComment, replyTo, resolveThread, threadsOf, unseenIn } from '../../../src/main/session/comments'
import { openSession } from '../../../src/main/session/desk-session'
import { openDatabase } from '../../../src/main/store/database'
import { migrate, migrations } from '../../../src/main/store/migrations'
import { clearIndex, isStale, refreshStale } from '../../../src/main/store/story-index'
import { mentionsIn } from '../../../src/shared/comments/mentions'
import { calls } from '../../../src/shared/ipc'
import { StoryId } from '../../../src/shared/story/ids'
import { temporaryFolder, writeStory } from '../desk/people'
import { sitting, type Sitting } from './sitting'

function discussed(): Sitting & { readonly id: StoryId; readonly thread: string } {
  const at = sitting()
  const id = writeStory(at)
  const text = '@Tomás Ferreira, who counted them?'
  const thread = addComment(at.session, id, text, 'nine port cities', { mentions: mentionsIn(text, at.desk.members) })
  return { ...at, id, thread }
}

const unseen = ({ session, id }: Sitting & { readonly id: StoryId }) => unseenIn(session, [id])

test('what others say is new until it was seen; what one says oneself never is', () => {
  const at = discussed()
  expect(unseen(at)).toEqual([])
  at.session.actAs(at.tomas.member.id)
  expect(unseen(at)).toEqual([{ story: at.id, comments: 1, mentions: 1 }])
  expect(calls['comment.unseen'].output.parse(unseen(at))).toEqual(unseen(at))
  const [thread] = threadsOf(at.session, at.id)
  expect(thread?.comments).toMatchObject([{ unread: true, mentions: [{ member: at.tomas.member.id, from: 0 }] }])
  at.told.length = 0
  markSeen(at.session, at.id, thread?.comments.map(({ id }) => id) ?? [], true)
  expect(at.told).toEqual([at.id])
  markSeen(at.session, at.id, thread?.comments.map(({ id }) => id) ?? [], true)
  expect(at.told).toEqual([at.id])
  expect(unseen(at)).toEqual([])
  replyTo(at.session, at.id, at.thread, 'The survey did.')

  at.session.actAs(at.amina.member.id)
  expect(unseen(at)).toEqual([{ story: at.id, comments: 1, mentions: 0 }])
  const answer = threadsOf(at.session, at.id)[0]?.comments.find(({ unread }) => unread)
  markSeen(at.session, at.id, [answer?.id ?? ''], true)
  markSeen(at.session, at.id, [answer?.id ?? ''], false)
  expect(unseen(at)).toMatchObject([{ comments: 1 }])
})

test('whoever answers a thread, or settles it, has seen what is said in it', () => {
  const at = discussed()
  at.session.actAs(at.tomas.member.id)
  replyTo(at.session, at.id, at.thread, 'The survey did.')
  expect(unseen(at)).toEqual([])
  at.session.actAs(at.amina.member.id)
  resolveThread(at.session, at.id, at.thread, true)
  expect(unseen(at)).toEqual([])
})

test('what was taken back is nothing new, and what was seen stays so when the lists are made anew', () => {
  const at = discussed()
  at.session.actAs(at.tomas.member.id)
  replyTo(at.session, at.id, at.thread, 'The survey did.')
  const mine = threadsOf(at.session, at.id)[0]?.comments.at(-1)?.id ?? ''
  const hers = threadsOf(at.session, at.id)[0]?.comments[0]?.id ?? ''
  markSeen(at.session, at.id, [hers], true)
  at.session.actAs(at.amina.member.id)
  expect(unseen(at)).toMatchObject([{ comments: 1 }])
  at.session.actAs(at.tomas.member.id)
  removeComment(at.session, at.id, at.thread, mine)
  clearIndex(at.desk.db)
  refreshStale(at.desk)
  expect(unseen(at)).toEqual([])
  at.session.actAs(at.amina.member.id)
  expect(unseen(at)).toEqual([])
})

test('only who wrote a comment writes it anew or takes it back; both are on the disk', () => {
  const at = discussed()
  const [first] = threadsOf(at.session, at.id)
  const comment = first?.comments[0]?.id ?? ''
  at.session.actAs(at.tomas.member.id)
  expect(() => editComment(at.session, at.id, at.thread, comment, 'I did.')).toThrow('Only who wrote a comment can change or remove it.')
  expect(() => removeComment(at.session, at.id, at.thread, comment)).toThrow('Only who wrote a comment can change or remove it.')
  resolveThread(at.session, at.id, at.thread, true)
  at.session.actAs(at.amina.member.id)
  editComment(at.session, at.id, at.thread, comment, 'Who counted the cities?')
  expect(threadsOf(at.session, at.id)).toMatchObject([{ resolved: true, resolution: { by: at.tomas.member.id }, comments: [{ text: 'Who counted the cities?', mentions: [], edited: expect.any(String) }] }])
  at.session.close()
  const desk = openDesk(at.folder)
  const again = openSession(desk, at.session.keyring, at.amina.member.id, { storiesChanged: () => undefined, storyUpdated: () => undefined })
  onTestFinished(() => again.close())
  expect(threadsOf(again, at.id)).toMatchObject([{ comments: [{ text: 'Who counted the cities?' }] }])
  removeComment(again, at.id, at.thread, comment)
  expect(threadsOf(again, at.id)).toEqual([])
  expect(() => replyTo(again, at.id, at.thread, 'Hello?')).toThrow('not part of the story any more')
})

test('a desk of the format before has its lists made anew, with what is said in its stories', () => {
  const file = path.join(temporaryFolder(), 'desk.sqlite')
  const db = openDatabase(file, { create: true })
  onTestFinished(() => void db.close())
  const before = migrations.filter(({ version }) => version < 9)
  migrate(db, path.join(path.dirname(file), 'backups'), before)
  const id = StoryId.parse('2f1c8a7e-64a1-4a6e-8f4e-7f0f3a1f2b01')
  db.prepare("INSERT INTO story_updates (story, bytes, appended_at) VALUES (?, x'0000', '2026-03-02T09:00:00.000Z')").run(id)
  migrate(db, path.join(path.dirname(file), 'backups'), migrations.filter(({ version }) => version <= 9))
  expect(isStale(db, id)).toBe(true)
  expect(db.prepare('SELECT count(*) FROM comment_reads').pluck().get()).toBe(0)
})
