import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { databaseFile, openDesk } from '../../../src/main/desk/desk'
import { workflowOf } from '../../../src/main/desk/story-workflow'
import { addComment, replyTo, threadsOf, unseenIn } from '../../../src/main/session/comments'
import { openSession, type DeskSession } from '../../../src/main/session/desk-session'
import { openDatabase, type DeskDatabase } from '../../../src/main/store/database'
import { migrate, migrations } from '../../../src/main/store/migrations'
import { clearIndex, refreshStale, refreshStories } from '../../../src/main/store/story-index'
import { loadStory } from '../../../src/main/store/stories'
import type { StoryId } from '../../../src/shared/story/ids'
import { approve, deskOfTwo, temporaryFolder, writeStory } from '../desk/people'
import { sitting, type Sitting } from '../session/sitting'

/** What a desk of format 8 kept and could not make again. */
const kept = ['settings', 'members', 'story_updates', 'revisions', 'assets', 'stretches', 'last_seen'] as const

/** The same desk as a Copydesk of that format would have left it, with rows for its lists. */
function inFormat(format: number, from: DeskDatabase, tables: readonly string[] = kept): string {
  const folder = path.join(temporaryFolder(), 'older desk')
  for (const part of ['', 'assets', 'backups']) mkdirSync(path.join(folder, part), { recursive: true })
  const db = openDatabase(databaseFile(folder), { create: true })
  migrate(db, path.join(folder, 'backups'), migrations.slice(0, format))
  for (const table of [...tables, 'story_index']) {
    const columns = db.pragma(`table_info(${table})`) as { name: string }[]
    const names = columns.map(({ name }) => name).join(', ')
    for (const row of from.prepare(`SELECT ${names} FROM ${table}`).raw().all() as unknown[][]) db.prepare(`INSERT OR REPLACE INTO ${table} (${names}) VALUES (${row.map(() => '?').join(', ')})`).run(...row)
  }
  db.exec('DELETE FROM story_stale')
  db.close()
  return folder
}

interface Opened extends Sitting {
  readonly story: StoryId
  readonly unseenBy: (who: Sitting['amina']) => ReturnType<typeof unseenIn>
}

/** Two stories that were talked about, approved, and put away; then the desk is opened by the Copydesk of today. */
function opened(format: number, tables?: readonly string[]): Opened & { readonly other: StoryId; readonly approved: string | null } {
  const made = sitting(deskOfTwo())
  const [story, other] = [writeStory(made), writeStory(made, 'Ferries run through the night')]
  approve(made, story)
  made.session.actAs(made.tomas.member.id)
  addComment(made.session, story, 'Which nine?', '')
  const thread = addComment(made.session, other, 'How late is night?', '')
  made.session.actAs(made.amina.member.id)
  replyTo(made.session, other, thread, 'After eleven.')
  const approved = workflowOf(made.desk, story, loadStory(made.desk.db, story)).approvedRevision
  refreshStale(made.desk)
  const folder = inFormat(format, made.desk.db, tables)
  made.session.close()
  const desk = openDesk(folder)
  onTestFinished(() => desk.close())
  const session = openSession(desk, made.keyring, made.amina.member.id, { storiesChanged: () => undefined, storyUpdated: () => undefined })
  onTestFinished(() => session.close())
  return { ...made, desk, session, story, other, approved, unseenBy: (who) => seenBy(session, who.member.id, [story, other]) }
}

function seenBy(session: DeskSession, who: Sitting['amina']['member']['id'], stories: StoryId[]) {
  session.actAs(who)
  return unseenIn(session, stories)
}

test('what was said before a desk could tell what is unread counts as read, for everybody, and its approvals stand', () => {
  const at = opened(8)
  refreshStale(at.desk)
  expect(at.unseenBy(at.amina)).toEqual([])
  expect(threadsOf(at.session, at.story).flatMap(({ comments }) => comments.map(({ unread }) => unread))).toEqual([false])
  expect(at.unseenBy(at.tomas)).toEqual([])
  expect(at.approved).not.toBeNull()
  expect(at.session.derived(at.story).workflow.approvedRevision).toBe(at.approved)

  at.session.actAs(at.tomas.member.id)
  addComment(at.session, at.story, 'And who signed?', '')
  refreshStale(at.desk)
  expect(at.unseenBy(at.amina)).toMatchObject([{ story: at.story, comments: 1 }])
})

test('what is said after the upgrade, before the desk has looked through its stories, is unread', () => {
  const at = opened(8)
  at.session.actAs(at.tomas.member.id)
  addComment(at.session, at.story, 'And who signed?', '')
  refreshStories(at.desk, [at.story, at.other])
  expect(at.unseenBy(at.amina)).toMatchObject([{ story: at.story, comments: 1 }])
  expect(at.unseenBy(at.tomas)).toEqual([])
})

test('lists that are made anew in the middle of it lose nothing', () => {
  const at = opened(8)
  clearIndex(at.desk.db)
  refreshStale(at.desk)
  expect(at.unseenBy(at.amina)).toEqual([])
  expect(at.desk.db.prepare('SELECT count(*) FROM comments_before').pluck().get()).toBe(0)
})

test('a desk that told already what is unread keeps what it told', () => {
  const at = opened(10, [...kept, 'comment_reads', 'policy_versions'])
  refreshStale(at.desk)
  expect(at.unseenBy(at.amina)).toEqual(expect.arrayContaining([{ story: at.story, comments: 1, mentions: 0 }]))
  expect(at.unseenBy(at.tomas)).toMatchObject([{ story: at.other, comments: 1 }])
})
