import { cpSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import * as Y from 'yjs'
import { openDesk } from '../../../src/main/desk/desk'
import { actOn } from '../../../src/main/session/act'
import { changeKind } from '../../../src/main/session/change-kind'
import { openSession, type DeskSession } from '../../../src/main/session/desk-session'
import { redlineOf } from '../../../src/main/session/redline'
import { statusOf } from '../../../src/main/session/status'
import { filesMissing, giveName, historyPage, keepVersion, versionToRestore } from '../../../src/main/session/versions'
import { addAsset, assetPath } from '../../../src/main/store/assets'
import { migrations } from '../../../src/main/store/migrations'
import { revisionsOf } from '../../../src/main/store/revisions'
import { appendUpdate, compactStory, createStory, loadStory } from '../../../src/main/store/stories'
import { beginStretch } from '../../../src/main/store/stretches'
import { calls } from '../../../src/shared/ipc'
import { authorsIn } from '../../../src/shared/history/authorship'
import { runsOf } from '../../../src/shared/history/blame'
import { textsIn } from '../../../src/shared/history/letters'
import { restoreRevision } from '../../../src/shared/history/restore-revision'
import { sittingsOf } from '../../../src/shared/history/sittings'
import { Instant, KindId, type RevisionId, type StoryId } from '../../../src/shared/story/ids'
import { allFields } from '../../../src/shared/story/kind'
import { storyAuthors, storyBody, storyFields, storyVersionNames } from '../../../src/shared/story/story-doc'
import { kindOf, temporaryFolder, writeStory } from '../desk/people'
import { png } from '../store/files'
import { sitting, type Sitting } from './sitting'

const submit = { type: 'submit' as const, note: '', reviewers: [], due: null }
const minutes = (count: number): number => count * 60_000

/** The clock stands until it is set; a story is open in a window. */
function written(at: Sitting = sitting(), id: StoryId = writeStory(at)) {
  const window = new Y.Doc()
  Y.applyUpdate(window, Y.encodeStateAsUpdate(at.session.docs.get(id)))
  return { ...at, id, window, type: typing(at.session, id, window) }
}

/** Writes at the end of the first paragraph, or does something else, as the window would. */
function typing(session: DeskSession, id: StoryId, window: Y.Doc) {
  return (words: string | ((doc: Y.Doc) => void)): void => {
    const before = Y.encodeStateVector(window)
    window.transact(() => (typeof words === 'string' ? textOf(window).insert(textOf(window).length, words) : words(window)))
    session.append(id, Y.encodeStateAsUpdate(window, before))
    Y.applyUpdate(window, Y.encodeStateAsUpdate(session.docs.get(id)))
  }
}

function textOf(doc: Y.Doc): Y.XmlText {
  const [text] = textsIn(storyBody(doc))
  if (text === undefined) throw new Error('The story has no text')
  return text
}

const versions = ({ session }: Sitting, id: StoryId) => historyPage(session, id, 100).kept
const whose = (at: Sitting, doc: Y.Doc): [string, string][] =>
  runsOf(textsIn(storyBody(doc)), authorsIn(doc)).map(({ text, who }) => [text, at.desk.members.find(({ id }) => id === who?.by)?.name ?? 'nobody known'])

function atNine(): (hours: number, minute?: number) => void {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  const set = (hours: number, minute = 0): void => void vi.setSystemTime(Date.parse('2026-11-03T00:00:00.000Z') + minutes(hours * 60 + minute))
  set(9)
  return set
}

test('a version is kept at the end of each stretch of work: after a pause, and when another member goes on', () => {
  const clock = atNine()
  const at = written()
  at.type(' It was')
  clock(9, 10)
  at.type(' signed in Odesa.')
  expect(versions(at, at.id)).toMatchObject([{ byName: 'Amina Okafor', words: 12 }])
  clock(11)
  at.type(' The fund')
  at.session.actAs(at.tomas.member.id)
  clock(11, 20)
  at.type(' opens in May.')
  at.session.sittings.rest()

  const kept = versions(at, at.id)
  expect(kept.map(({ byName, began, ended, added, removed }) => [byName, began.slice(11, 16), ended.slice(11, 16), added, removed])).toEqual([
    ['Tomás Ferreira', '11:20', '11:20', 3, 0],
    ['Amina Okafor', '11:00', '11:00', 2, 0],
    ['Amina Okafor', '09:00', '09:10', 5, 0],
    // What was there before the first key.
    ['Amina Okafor', '09:00', '09:00', 34, 0],
  ])
  expect(sittingsOf(kept).map(({ byName, versions: group }) => [byName, group.length])).toEqual([['Tomás Ferreira', 1], ['Amina Okafor', 1], ['Amina Okafor', 2]])
  expect(calls['history.list'].output.parse(historyPage(at.session, at.id, 2))).toMatchObject({ total: 4, now: null, kept: [{}, {}] })
})

test('what is being written stands above the versions, and is kept by hand with a name, which is no part of it', () => {
  const at = written()
  at.type(' It was signed in Odesa.')
  const { now } = historyPage(at.session, at.id, 10)
  expect(now).toMatchObject({ byName: 'Amina Okafor', added: 5, removed: 0, revision: at.session.derived(at.id).currentRevision })
  const revision = keepVersion(at.session, at.id, 'As sent to the mayors')
  expect(historyPage(at.session, at.id, 10)).toMatchObject({ now: null, kept: [{ revision, name: 'As sent to the mayors' }, { name: '' }] })
  expect(at.session.derived(at.id).currentRevision).toBe(revision)
  giveName(at.session, at.id, revision, '')
  expect(versions(at, at.id)[0]?.name).toBe('')
  expect(() => giveName(at.session, at.id, 'f'.repeat(64) as RevisionId, 'None')).toThrow('This story has no such version.')
})

test('a stretch that changed nothing leaves no version, and neither does a story without a word', () => {
  const at = written()
  at.type(' Oh.')
  at.type((doc) => textOf(doc).delete(textOf(doc).length - 4, 4))
  at.session.sittings.rest()
  expect(versions(at, at.id)).toHaveLength(1)
  const empty = createStory(at.desk.db, { kind: kindOf(at.desk), by: at.amina.member.id, headline: '' })
  at.session.looking.show(empty)
  at.session.looking.leave()
  expect(versions(at, empty)).toEqual([])
  expect(statusOf(at.session, empty).seen).toBeNull()
})

test('what a crash cut off is kept when the desk is opened again', async () => {
  const at = written()
  at.type(' It was signed in Odesa.')
  const { currentRevision } = at.session.derived(at.id)
  // Nobody came to end anything: the file is as a crash would leave it.
  const copy = path.join(temporaryFolder(), 'desk')
  cpSync(at.folder, copy, { recursive: true })

  const desk = openDesk(copy)
  const session = openSession(desk, at.session.keyring, at.amina.member.id, { storiesChanged: () => undefined, storyUpdated: () => undefined })
  onTestFinished(() => session.close())
  await vi.waitFor(() => expect(historyPage(session, at.id, 10).kept).toMatchObject([{ revision: currentRevision, byName: 'Amina Okafor', added: 5 }, {}]))
  expect(Date.parse(historyPage(session, at.id, 10).kept[0]?.ended ?? '')).toBeLessThanOrEqual(Date.now())
})

test('work on a story that can’t be read any more is ended, and the desk opens', async () => {
  const at = written()
  beginStretch(at.desk.db, at.id, at.amina.member.id, Instant.parse('2026-11-03T09:00:00.000Z'))
  at.desk.db.prepare('UPDATE story_updates SET bytes = ? WHERE story = ?').run(new Uint8Array([7, 7, 7]), at.id)
  at.session.close()
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  onTestFinished(() => quiet.mockRestore())

  const desk = openDesk(at.folder)
  const session = openSession(desk, at.session.keyring, at.amina.member.id, { storiesChanged: () => undefined, storyUpdated: () => undefined })
  onTestFinished(() => session.close())
  await vi.waitFor(() => expect(desk.db.prepare('SELECT count(*) FROM stretches WHERE ended_at IS NULL').pluck().get()).toBe(0))
})

test('a version that was submitted is in the history once, with the work that led to it', () => {
  const at = written()
  at.type(' It was signed in Odesa.')
  const { currentRevision, revisions } = actOn(at.session, at.id, submit)
  expect(versions(at, at.id)).toMatchObject([{ revision: currentRevision, why: 'rest', added: 5 }, {}])
  expect(revisions.map(({ id }) => id)).toContain(currentRevision)
})

test('versions that an older Copydesk kept with a submission are in the history', () => {
  const at = written()
  const { currentRevision } = actOn(at.session, at.id, submit)
  at.desk.db.exec('DELETE FROM stretches')
  expect(versions(at, at.id)).toMatchObject([{ revision: currentRevision, why: 'decision', byName: 'Amina Okafor', added: null }])
})

test('who goes on to another story waits for nothing: what was left is kept a moment later, at once when it is opened again, and never lost', async () => {
  const at = written()
  const others = ['Second', 'Third'].map((headline) => createStory(at.desk.db, { kind: kindOf(at.desk), by: at.amina.member.id, headline }))
  const seenOf = (id: StoryId) => statusOf(at.session, id).seen?.revision
  at.session.looking.show(at.id)
  const { currentRevision } = at.session.derived(at.id)
  // In the window there is no story for as long as the next one is opened.
  at.session.looking.show(null)
  at.session.looking.show(others[0] ?? null)
  expect(seenOf(at.id)).toBeUndefined()
  await vi.waitFor(() => expect(seenOf(at.id)).toBe(currentRevision), 5000)

  at.type(' It was signed in Odesa.')
  at.session.looking.show(at.id)
  const later = at.session.derived(at.id).currentRevision
  at.session.looking.show(others[1] ?? null)
  expect(seenOf(at.id)).toBe(currentRevision)
  at.session.looking.show(at.id)
  expect(seenOf(at.id)).toBe(later)

  // What comes in meanwhile, from another desk say, was seen by nobody.
  at.session.looking.show(null)
  at.type(' And in Tunis.')
  at.session.looking.leave()
  expect(seenOf(at.id)).toBe(later)
})

test('what a member last saw of a story is what stood there when they left it, and can be compared', () => {
  const at = written()
  at.session.actAs(at.tomas.member.id)
  expect(() => redlineOf(at.session, at.id, 'seen', 'current')).toThrow('You have not had this story before you yet')
  at.session.looking.show(at.id)
  const { currentRevision } = at.session.derived(at.id)
  at.session.looking.leave()
  expect(statusOf(at.session, at.id).seen?.revision).toBe(currentRevision)

  at.session.actAs(at.amina.member.id)
  at.type(' It was signed in Odesa.')
  expect(statusOf(at.session, at.id).seen).toBeNull()
  at.session.actAs(at.tomas.member.id)
  at.session.looking.show(at.id)
  const { counts } = redlineOf(at.session, at.id, 'seen', 'current')
  expect(Object.values(counts).some((count) => count > 0)).toBe(true)
  // Whoever acts as somebody else has left it, too.
  at.session.actAs(at.amina.member.id)
  at.session.actAs(at.tomas.member.id)
  expect(statusOf(at.session, at.id).seen?.revision).toBe(at.session.derived(at.id).currentRevision)
  expect(() => redlineOf(at.session, at.id, 'published', 'current')).toThrow('No version of this story has been published yet.')
})

test('who wrote each word is kept beside it, through a merged document and from file to file', () => {
  const at = written()
  at.session.actAs(at.tomas.member.id)
  at.type(' Ten, in fact.')
  const told = [['Mayors of nine port cities signed a pledge on housing for newcomers.', 'Amina Okafor'], [' Ten, in fact.', 'Tomás Ferreira']]
  expect(whose(at, at.session.docs.get(at.id))).toEqual(told)
  compactStory(at.desk.db, at.id)
  expect(whose(at, loadStory(at.desk.db, at.id))).toEqual(told)
  expect(at.desk.db.prepare('SELECT count(*) FROM story_updates WHERE story = ?').pluck().get(at.id)).toBe(1)
})

test('who wrote is noted once for a stretch of work, not with each key', () => {
  const clock = atNine()
  const at = written()
  const noted = storyAuthors(at.session.docs.get(at.id)).size
  for (const letter of 'signed in Odesa') at.type(letter)
  expect(storyAuthors(at.session.docs.get(at.id)).size).toBe(noted + 1)
  clock(12)
  at.type('!')
  expect(storyAuthors(at.session.docs.get(at.id)).size).toBe(noted + 2)
})

test('the window can write neither who wrote something nor what a version is called', () => {
  const at = written()
  for (const part of [storyAuthors, storyVersionNames]) {
    const page = new Y.Doc()
    Y.applyUpdate(page, Y.encodeStateAsUpdate(at.session.docs.get(at.id)))
    const before = Y.encodeStateVector(page)
    part(page).set(`${page.clientID}:0`, { by: at.tomas.member.id, at: '2026-11-03T09:00:00.000Z' })
    expect(() => at.session.append(at.id, Y.encodeStateAsUpdate(page, before))).toThrow('Nothing was stored')
  }
})

test('words from before authors were noted are nobody’s, and stay so when they are moved', () => {
  const at = sitting()
  const old = writeStory(at, 'An older story', 'Words of long ago.')
  const copy = loadStory(at.desk.db, old)
  const before = Y.encodeStateVector(copy)
  copy.transact(() => [...storyAuthors(copy).keys()].forEach((key) => storyAuthors(copy).delete(key)))
  appendUpdate(at.desk.db, old, Y.encodeStateAsUpdate(copy, before))
  const opened = written(at, old)
  opened.type((page) => textOf(page).delete(0, 18))
  opened.type('Now: Words of long ago.')
  expect(whose(at, at.session.docs.get(old))).toEqual([['Now: ', 'Amina Okafor'], ['Words of long ago.', 'nobody known']])
})

test('a version that is brought back is that version, and its words are whose they were; what stood there is kept', () => {
  const at = written()
  at.session.actAs(at.tomas.member.id)
  at.type(' Ten, in fact.')
  const revision = keepVersion(at.session, at.id, '')
  at.session.actAs(at.amina.member.id)
  at.type((doc) => textOf(doc).delete(0, textOf(doc).length))
  at.type('All of it is new.')
  // The app was started anew: nothing is remembered but what is in the file.
  at.session.close()
  const desk = openDesk(at.folder)
  const session = openSession(desk, at.session.keyring, at.amina.member.id, { storiesChanged: () => undefined, storyUpdated: () => undefined })
  onTestFinished(() => session.close())
  const again = { ...at, desk, session }

  const restored = versionToRestore(session, at.id, revision)
  typing(session, at.id, at.window)((doc) => restoreRevision(doc, restored, allFields(session.kindOf(at.id))))

  expect(session.derived(at.id).currentRevision).toBe(revision)
  expect(whose(again, session.docs.get(at.id))).toEqual([['Mayors of nine port cities signed a pledge on housing for newcomers.', 'Amina Okafor'], [' Ten, in fact.', 'Tomás Ferreira']])
  const bodies = revisionsOf(desk.db, at.id).length
  expect(bodies).toBe(3)
  expect(() => versionToRestore(session, writeStory({ ...at, desk }), revision)).toThrow('This story has no such version.')
})

test('a version whose picture is gone is brought back all the same, and its file is named', async () => {
  const at = written()
  const asset = await addAsset(at.desk, { name: 'quay.png', bytes: png(8, 6) })
  const hero = { asset: asset.hash, alt: 'The old quay', decorative: false, caption: '', credit: '' }
  at.type((doc) => void storyFields(doc).set('heroImage', hero))
  const revision = keepVersion(at.session, at.id, 'With the quay')
  at.type((doc) => void storyFields(doc).delete('heroImage'))
  expect(filesMissing(at.session, versionToRestore(at.session, at.id, revision))).toEqual([])
  rmSync(assetPath(at.folder, asset.hash))

  const restored = versionToRestore(at.session, at.id, revision)
  expect(filesMissing(at.session, restored)).toEqual(['quay.png'])
  at.type((doc) => restoreRevision(doc, restored, allFields(at.session.kindOf(at.id))))
  expect(at.session.derived(at.id).currentRevision).toBe(revision)
})

test('a version of another kind is brought back with that kind', () => {
  const at = written()
  const revision = keepVersion(at.session, at.id, '')
  changeKind(at.session, at.id, KindId.parse('statement'))
  expect(at.session.derived(at.id).currentRevision).not.toBe(revision)
  const restored = versionToRestore(at.session, at.id, revision)
  changeKind(at.session, at.id, restored.kind)
  Y.applyUpdate(at.window, Y.encodeStateAsUpdate(at.session.docs.get(at.id)))
  expect(at.session.derived(at.id).currentRevision).toBe(revision)
})

test('a desk of the format before keeps its stories, its versions and its approvals', () => {
  const at = written()
  const { currentRevision } = actOn(at.session, at.id, submit)
  at.desk.db.exec('DROP TABLE stretches; DROP TABLE last_seen')
  at.desk.db.exec(migrations.find(({ version }) => version === 8)?.sql ?? '')
  expect(historyPage(at.session, at.id, 10)).toMatchObject({ total: 1, kept: [{ revision: currentRevision, why: 'decision' }] })
  expect(statusOf(at.session, at.id).workflow.submitted?.revision).toBe(currentRevision)
})
