import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { databaseFile, openDesk } from '../../../src/main/desk/desk'
import { verifyDesk } from '../../../src/main/desk/verify'
import { openSession } from '../../../src/main/session/desk-session'
import { historyPage, keepVersion } from '../../../src/main/session/versions'
import { lastSeen } from '../../../src/main/store/last-seen'
import type { StoryId } from '../../../src/shared/story/ids'
import { storyText } from '../../../src/shared/story/story-doc'
import { copydesk } from '../cli/terminal'
import { sitting, type Sitting } from '../session/sitting'
import { writeStory } from './people'

const subject = 'Stretches of work and what was seen'

/** Two stories, each worked on twice and seen; the desk is closed. */
function worked(): Sitting & { readonly story: StoryId; readonly other: StoryId } {
  const at = sitting()
  const [story, other] = [writeStory(at), writeStory(at, 'Ferries run through the night')]
  for (const id of [story, other]) {
    for (const words of [' It was signed in Odesa.', ' Ten, in fact.']) {
      at.session.looking.show(id)
      const doc = new Y.Doc()
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(at.session.docs.get(id)))
      const before = Y.encodeStateVector(doc)
      storyText(doc, 'summary').insert(0, words)
      at.session.append(id, Y.encodeStateAsUpdate(doc, before))
      keepVersion(at.session, id, '')
      at.session.looking.leave()
    }
  }
  return { ...at, story, other }
}

async function faultsOf({ folder }: Sitting, story?: StoryId): Promise<Record<string, string[]>> {
  const { lines } = await verifyDesk(folder, { rebuild: false, story })
  return Object.fromEntries(lines.filter(({ faults }) => faults.length > 0).map(({ what, faults }) => [what, faults]))
}

test('who worked when, and what was seen, is looked at row by row', async () => {
  const at = worked()
  const { lines, ok } = await verifyDesk(at.folder, { rebuild: false })
  expect(ok).toBe(true)
  // Three versions of each story, and what one member saw of each.
  expect(lines.find(({ what }) => what === subject)).toEqual({ what: subject, checked: 8, faults: [] })
  const one = await verifyDesk(at.folder, { rebuild: false, story: at.story })
  expect(one.lines.find(({ what }) => what === subject)?.checked).toBe(4)
})

test('a row that was changed in the file itself is named, the others are still looked at, and the history goes on without it', async () => {
  const at = worked()
  const rows = at.desk.db.prepare('SELECT id, revision, authors FROM stretches WHERE story = ? ORDER BY id').all(at.story) as { id: number; revision: string; authors: string }[]
  const [first, second] = rows
  if (first === undefined || second === undefined) throw new Error('There are no stretches of work')
  at.desk.db.pragma('wal_checkpoint(TRUNCATE)')
  at.session.close()
  overwrite(databaseFile(at.folder), first.authors, '{"who":[{"by":"', '{"who":[{"xy":"')
  overwrite(databaseFile(at.folder), `${second.revision}rest`, second.revision, 'f'.repeat(64))

  const faults = await faultsOf(at)
  expect(faults).toEqual({
    // SQLite’s own index remembers what stood there.
    'Database file': [expect.stringContaining('missing from index')],
    [subject]: [
      `Stretch of work ${first.id} on story ${at.story}: who had written the words of its version can’t be read.`,
      `Stretch of work ${second.id} on story ${at.story} ended in a version that the story does not have (${'f'.repeat(64)}).`,
    ],
  })
  expect((await faultsOf(at, at.other))[subject]).toBeUndefined()
  const { code, out } = await copydesk(at.folder, ['verify'])
  expect(code).toBe(1)
  expect(out).toContain(`✗ ${subject}: 8 checked, 2 faults\n    Stretch of work ${first.id} on story ${at.story}`)
  expect(out).toMatch(/✓ Lists and search: 2 checked/)
})

test('whatever is damaged about the history, the desk opens, and shows what is whole', async () => {
  const at = worked()
  const { db } = at.desk
  const ids = (db.prepare('SELECT id FROM stretches WHERE story = ? ORDER BY id').pluck().all(at.story) as number[])
  db.prepare("UPDATE stretches SET began_at = 'yesterday', why = 'because' WHERE id = ?").run(ids[1])
  db.prepare("INSERT INTO stretches (story, member, began_at, why) VALUES (?, 'nobody', '2026-03-02T09:00:00.000Z', 'rest')").run(at.other)
  db.prepare("INSERT INTO stretches (story, member, began_at, why) VALUES ('0b2cf0ce-56b1-4e2c-9a53-5a5b6f3b1c11', ?, '2026-03-02T09:00:00.000Z', 'rest')").run(at.amina.member.id)
  db.prepare("UPDATE last_seen SET at = 'yesterday' WHERE story = ?").run(at.story)
  db.prepare('UPDATE last_seen SET member = ? WHERE story = ?').run('0'.repeat(32), at.other)
  db.prepare("INSERT INTO comment_reads (member, story, comment) VALUES (?, ?, 'one')").run('b'.repeat(32), at.other)
  const added = Number(db.prepare('SELECT max(id) FROM stretches').pluck().get())
  expect((await faultsOf(at))[subject]).toEqual([
    `Stretch of work ${ids[1]} on story ${at.story} can’t be read: its began, why are damaged.`,
    `Stretch of work ${added - 1} on story ${at.other} can’t be read: its member is damaged.`,
    `Stretch of work ${added} on story 0b2cf0ce-56b1-4e2c-9a53-5a5b6f3b1c11 is about a story that is not on the desk.`,
    `What ${'0'.repeat(32)} last saw of story ${at.other} is noted, but the desk has no such member.`,
    `What ${at.amina.member.id} last saw of story ${at.story} can’t be read: its at is damaged.`,
    `That ${'b'.repeat(32)} has read comments of story ${at.other} is noted, but the desk has no such member.`,
  ])
  at.session.close()

  const desk = openDesk(at.folder)
  const session = openSession(desk, at.keyring, at.amina.member.id, { storiesChanged: () => undefined, storyUpdated: () => undefined })
  onTestFinished(() => session.close())
  expect(historyPage(session, at.story, 10).kept).toHaveLength(2)
  expect(lastSeen(desk.db, at.amina.member.id, at.story)).toBeNull()
})

/** Writes other bytes of the same length over a place of the file. */
function overwrite(file: string, where: string, before: string, after: string): void {
  expect(Buffer.byteLength(after)).toBe(Buffer.byteLength(before))
  const bytes = readFileSync(file)
  const place = bytes.indexOf(where)
  expect(place).toBeGreaterThan(0)
  expect(bytes.indexOf(where, place + 1)).toBe(-1)
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.from(after), 0, Buffer.byteLength(after), place + where.indexOf(before))
  closeSync(handle)
}
