import Database from 'better-sqlite3'
import { mkdirSync, writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import * as Y from 'yjs'
import { createDesk, type Desk } from '../../src/main/desk/desk'
import { createIdentity, signEvent, type Identity } from '../../src/main/desk/identity'
import { approvedStories } from '../../src/main/desk/approved-stories'
import { workflowOf } from '../../src/main/desk/story-workflow'
import { exportStories } from '../../src/main/export/export-stories'
import { readAsset } from '../../src/main/store/assets'
import { putMember } from '../../src/main/store/members'
import { putRevision } from '../../src/main/store/revisions'
import { snapshot } from '../../src/main/store/snapshot'
import { appendUpdate, createStory, loadStory } from '../../src/main/store/stories'
import { refreshStory } from '../../src/main/store/story-index'
import { countStories, listStories } from '../../src/main/store/story-lists'
import type { Action } from '../../src/shared/ipc'
import { Instant, type StoryId } from '../../src/shared/story/ids'
import type { DocumentNode } from '../../src/shared/story/revision'
import { revisionId } from '../../src/shared/story/revision'
import { storyLog, storyText } from '../../src/shared/story/story-doc'
import { decide } from '../../src/shared/workflow/decide'
import { eventId } from '../../src/shared/workflow/event'
import { median, percentile, timed, type Measured } from './measure'
import { paragraphs } from './sample-text'

const storiesInList = 100_000
const storiesToExport = 200

interface People {
  readonly desk: Desk
  readonly writer: Identity
  readonly reviewer: Identity
}

/** What the store can do, each figure beside what the bare database or file system needs for the same in the same run. */
export async function measureStore(folder: string): Promise<Measured[]> {
  const people = newDesk(path.join(folder, 'desk'))
  try {
    const saves = await measureSaves(people, folder)
    const exported = await measureExport(people, folder)
    const lists = await measureLists(people)
    return [...saves, ...lists, ...exported]
  } finally {
    people.desk.close()
  }
}

function newDesk(folder: string): People {
  const writer = createIdentity('Amina Okafor', ['writer', 'publisher', 'admin'])
  const reviewer = createIdentity('Tomás Ferreira', ['reviewer'])
  const desk = createDesk(folder, { name: 'Harbour Cities Council', member: writer.member })
  putMember(desk.db, reviewer.member)
  desk.reload()
  return { desk, writer, reviewer }
}

const body = (words: number): DocumentNode => ({ type: 'doc', content: paragraphs(words).map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) })

function newStory({ desk, writer }: People, headline: string, words: number): StoryId {
  const kind = desk.kinds[0]
  if (kind === undefined) throw new Error('The desk has no kinds')
  const id = createStory(desk.db, { kind, by: writer.member.id, headline, fields: { summary: 'What mayors of nine port cities agreed about housing for newcomers, and what it will cost them.' }, body: body(words) })
  refreshStory(desk, id, loadStory(desk.db, id))
  return id
}

/** Keystrokes, one update each, acknowledged one by one as the window waits for them. */
async function measureSaves(people: People, folder: string): Promise<Measured[]> {
  const { desk } = people
  const id = newStory(people, 'A story that is being written', 900)
  const updates = keystrokes(loadStory(desk.db, id), 1200)
  const bare = new Database(path.join(folder, 'bare.sqlite'))
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL']) bare.pragma(pragma)
  bare.exec('CREATE TABLE updates (sequence INTEGER PRIMARY KEY AUTOINCREMENT, story TEXT NOT NULL, bytes BLOB NOT NULL, appended_at TEXT NOT NULL) STRICT')
  const insert = bare.prepare('INSERT INTO updates (story, bytes, appended_at) VALUES (?, ?, ?)')
  const at = new Date().toISOString()
  // In turns, so that both meet the same disk.
  const [ours, floor]: [number[], number[]] = [[], []]
  for (let start = 0; start < updates.length; start += 100) {
    const some = updates.slice(start, start + 100)
    ours.push(...(await timed(some.length, (index) => appendUpdate(desk.db, id, some[index] ?? new Uint8Array()))))
    floor.push(...(await timed(some.length, (index) => insert.run(id, some[index], at))))
  }
  bare.close()
  const floorIs = 'one INSERT of the same bytes, WAL and synchronous=FULL'
  return [
    { what: 'Saving a keystroke until it is on the disk, median', unit: 'ms', ours: median(ours), floor: median(floor), floorIs },
    { what: 'Saving a keystroke, 95 % at most', unit: 'ms', ours: percentile(ours, 95), floor: percentile(floor, 95), floorIs },
    { what: 'Saves a second', unit: '/s', ours: rate(ours), floor: rate(floor), floorIs, moreIsBetter: true },
  ]
}

const rate = (milliseconds: readonly number[]): number => (milliseconds.length * 1000) / milliseconds.reduce((sum, value) => sum + value, 0)

function keystrokes(doc: Y.Doc, count: number): Uint8Array[] {
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const text = storyText(doc, 'summary')
  for (let index = 0; index < count; index++) text.insert(text.length, 'harbour cities '.charAt(index % 15))
  return updates
}

/** A page of the list of a hundred thousand stories, the counts beside the views, and a search. */
async function measureLists(people: People): Promise<Measured[]> {
  const { desk, writer, reviewer } = people
  fillIndex(desk)
  const page = (offset: number, view: 'all' | 'approved' = 'all', search = '') => listStories(desk.db, { view, search, kind: null, offset, limit: 100, member: writer.member.id })
  const columns = 'id, kind, headline, summary, state, changed_since_approval, author, language, word_count, due, updated_at, created_at'
  const bare = desk.db.prepare(`SELECT ${columns} FROM story_index INDEXED BY story_index_all WHERE state <> 'archived' ORDER BY updated_at DESC, id LIMIT 100 OFFSET ?`)
  const bareCount = desk.db.prepare("SELECT count(*) FROM story_index INDEXED BY story_index_by_state WHERE state = 'inReview'").pluck()
  const bareSearch = desk.db.prepare(`SELECT ${columns.replaceAll(/\b(headline|summary)\b/g, 'story_index.$1')} FROM story_search JOIN story_index ON number = story_search.rowid WHERE story_search MATCH '"ferry77777"*' ORDER BY updated_at DESC LIMIT 100`)
  const offsets = Array.from({ length: 120 }, (_, index) => (index * 7919) % 2000)
  const [first, floor] = [await timed(offsets.length, (index) => page(offsets[index] ?? 0)), await timed(offsets.length, (index) => bare.all(offsets[index] ?? 0))]
  const [deep, deepFloor] = [await timed(20, () => page(90_000)), await timed(20, () => bare.all(90_000))]
  const [counts, countFloor] = [await timed(60, () => countStories(desk.db, reviewer.member.id)), await timed(60, () => bareCount.get())]
  const [found, foundFloor] = [await timed(60, () => page(0, 'all', 'ferry77777')), await timed(60, () => bareSearch.all())]
  const list = `a page of 100 of ${storiesInList.toLocaleString('en')} stories`
  return [
    { what: `List: ${list}, 95 % at most`, unit: 'ms', ours: percentile(first, 95), floor: percentile(floor, 95), floorIs: 'one indexed SELECT of the same rows' },
    { what: 'List: the same, far down', unit: 'ms', ours: percentile(deep, 95), floor: percentile(deepFloor, 95), floorIs: 'one indexed SELECT of the same rows' },
    { what: 'Counts of all seven views, 95 % at most', unit: 'ms', ours: percentile(counts, 95), floor: percentile(countFloor, 95), floorIs: 'one indexed count(*) of one view' },
    { what: 'Search for a rare word, 95 % at most', unit: 'ms', ours: percentile(found, 95), floor: percentile(foundFloor, 95), floorIs: 'one FTS5 query for the same rows' },
  ]
}

/** Copies the rows of the stories that are there until there are enough: what is measured reads rows, and not how they came to be. */
function fillIndex({ db }: Desk): void {
  const state = "CASE n % 10 WHEN 0 THEN 'inReview' WHEN 1 THEN 'changesRequested' WHEN 2 THEN 'approved' WHEN 3 THEN 'published' WHEN 4 THEN 'archived' ELSE 'draft' END"
  db.transaction(() => {
    const have = Number(db.prepare('SELECT max(number) FROM story_index').pluck().get())
    db.prepare(
      `WITH RECURSIVE numbers (n) AS (SELECT ? UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)
       INSERT INTO story_index (number, id, kind, headline, slug, summary, state, live, changed_since_approval, author, created_by, language, word_count, due, reviewers, submitted_by, imported_from, current_revision, approved_revision, created_at, updated_at)
       SELECT n, printf('00000000-0000-4000-8000-%012d', n), kind, headline || ' ' || n, slug || '-' || n, summary, ${state}, n % 10 = 3, 0, author, created_by, language, word_count, NULL, '', CASE n % 10 WHEN 0 THEN created_by ELSE '' END, '', current_revision, approved_revision, created_at,
         strftime('%Y-%m-%dT%H:%M:%fZ', '2026-01-01', '+' || (n * 7919 % 86400000) || ' seconds')
       FROM numbers JOIN (SELECT * FROM story_index ORDER BY number LIMIT 1)`,
    ).run(have + 1, storiesInList)
    db.prepare("INSERT INTO story_search (rowid, headline, summary, body) SELECT number, headline, summary, 'ferry' || number || ' council housing ports' FROM story_index WHERE number > ?").run(have)
  })()
}

/** Approved stories as Markdown for Hugo, beside writing files of the same bytes. */
async function measureExport(people: People, folder: string): Promise<Measured[]> {
  const { desk } = people
  const ids = Array.from({ length: storiesToExport }, (_, index) => newStory(people, `Nine ports agree on pledge ${index + 1}`, 900))
  desk.db.transaction(() => ids.forEach((id) => approve(people, id)))()
  const to = path.join(folder, 'site')
  const started = performance.now()
  const { stories } = approvedStories(desk, ids)
  const summary = await exportStories({ folder: to, preset: 'hugo', stories, all: true, readAsset: async (hash) => readAsset(desk, hash) })
  const ours = performance.now() - started
  if (summary.stories !== storiesToExport || summary.problems.length > 0) throw new Error(`The export did not write every story: ${JSON.stringify(summary)}`)
  const files = await filesIn(to)
  const plain = path.join(folder, 'plain')
  const floorStart = performance.now()
  for (const { name, bytes } of files) {
    mkdirSync(path.dirname(path.join(plain, name)), { recursive: true })
    writeFileSync(path.join(plain, name), bytes)
  }
  const floor = performance.now() - floorStart
  return [{ what: `Export of ${storiesToExport} approved stories of 900 words, signatures checked`, unit: 'stories/s', ours: (storiesToExport * 1000) / ours, floor: (storiesToExport * 1000) / floor, floorIs: 'writing the same files, nothing checked and nothing synced', moreIsBetter: true }]
}

async function filesIn(folder: string): Promise<{ name: string; bytes: Uint8Array }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => ({ name: path.relative(folder, path.join(entry.parentPath, entry.name)), bytes: await readFile(path.join(entry.parentPath, entry.name)) })),
  )
}

function approve(people: People, id: StoryId): void {
  act(people, id, people.writer, { type: 'submit', note: '', reviewers: [], due: null })
  const { submitted } = workflowOf(people.desk, id, loadStory(people.desk.db, id))
  if (submitted === null) throw new Error('The story was not submitted')
  act(people, id, people.reviewer, { type: 'approve', revision: submitted.revision, note: '' })
}

function act({ desk }: People, id: StoryId, who: Identity, action: Action): void {
  const doc = loadStory(desk.db, id)
  const current = snapshot(desk, id, doc)
  const decided = decide(workflowOf(desk, id, doc), action, { story: id, by: who.member, at: Instant.parse(new Date().toISOString()), policy: desk.policy, members: desk.members, currentRevision: revisionId(current) })
  if (!decided.ok) throw new Error(decided.error.message)
  if (action.type === 'submit') putRevision(desk.db, current, who.member.id)
  const before = Y.encodeStateVector(doc)
  const signed = signEvent(decided.value, who.privateKey)
  storyLog(doc).set(eventId(signed.event), signed)
  appendUpdate(desk.db, id, Y.encodeStateAsUpdate(doc, before))
}
