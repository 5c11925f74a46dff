import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { slugInUse } from '../../../src/main/store/slugs'
import { clearIndex, indexedIds, isStale, markAllStale, refreshStale, refreshStory, staleStories, talliesAreRight } from '../../../src/main/store/story-index'
import { countStories, listStories, storyRow, type StoryQuery } from '../../../src/main/store/story-lists'
import { createStory, loadStory } from '../../../src/main/store/stories'
import type { StoryView } from '../../../src/shared/ipc'
import { KindId, type MemberId, type StoryId } from '../../../src/shared/story/ids'
import { storyText } from '../../../src/shared/story/story-doc'
import { workflowOf } from '../../../src/main/desk/story-workflow'
import { act, approve, deskOfTwo, edit, kindOf, paragraph, writeOn, writeStory, type TestDesk } from '../desk/people'

function list({ desk }: TestDesk, member: MemberId, view: StoryView, more: Partial<StoryQuery> = {}): { headlines: string[]; total: number } {
  const { rows, total } = listStories(desk.db, { view, search: '', kind: null, offset: 0, limit: 100, member, ...more })
  return { headlines: rows.map(({ headline }) => headline).sort(), total }
}

/** One story in each state. */
function deskWithEachState(): TestDesk & Record<'draft' | 'asked' | 'open' | 'changes' | 'approved' | 'archived', StoryId> {
  const made = deskOfTwo()
  const { amina, tomas } = made
  const submit = (id: StoryId, reviewers: MemberId[] = []): void => act(made, id, amina, { type: 'submit', note: '', reviewers, due: null })
  const [draft, asked, open, changes, approved, archived] = ['Draft', 'Asked of Tomás', 'Asked of anybody', 'To be changed', 'Approved', 'Archived'].map((headline) => writeStory(made, headline)) as [StoryId, StoryId, StoryId, StoryId, StoryId, StoryId]
  submit(asked, [tomas.member.id])
  submit(open)
  submit(changes)
  const { submitted } = workflowOf(made.desk, changes, loadStory(made.desk.db, changes))
  if (submitted === null) throw new Error('It was not submitted')
  act(made, changes, tomas, { type: 'requestChanges', revision: submitted.revision, reason: 'Name the ports' })
  approve(made, approved)
  act(made, archived, amina, { type: 'archive' })
  return { ...made, draft, asked, open, changes, approved, archived }
}

test('each view shows the stories that it is for', () => {
  const made = deskWithEachState()
  const [amina, tomas] = [made.amina.member.id, made.tomas.member.id]

  expect(list(made, amina, 'myDrafts')).toEqual({ headlines: ['Draft'], total: 1 })
  expect(list(made, tomas, 'myDrafts')).toEqual({ headlines: [], total: 0 })
  expect(list(made, tomas, 'forMyReview')).toEqual({ headlines: ['Asked of Tomás', 'Asked of anybody'], total: 2 })
  expect(list(made, amina, 'forMyReview'), 'who submitted a story is not asked to review it').toEqual({ headlines: [], total: 0 })
  expect(list(made, amina, 'changesRequested')).toEqual({ headlines: ['To be changed'], total: 1 })
  expect(list(made, amina, 'approved')).toEqual({ headlines: ['Approved'], total: 1 })
  expect(list(made, amina, 'published')).toEqual({ headlines: [], total: 0 })
  expect(list(made, amina, 'archived')).toEqual({ headlines: ['Archived'], total: 1 })
  expect(list(made, amina, 'all').total).toBe(5)
})

test('the counts beside the views are those of the lists', () => {
  const made = deskWithEachState()
  for (const member of [made.amina.member.id, made.tomas.member.id]) {
    const counts = countStories(made.desk.db, member)
    for (const view of ['myDrafts', 'forMyReview', 'changesRequested', 'approved', 'published', 'all', 'archived'] as const) {
      expect(counts[view], view).toBe(list(made, member, view).headlines.length)
    }
  }
  expect(talliesAreRight(made.desk.db)).toBe(true)
})

test('a list is cut into pages, the latest change first', () => {
  const made = deskOfTwo()
  const ids = Array.from({ length: 7 }, (_, index) => writeStory(made, `Story ${index}`))
  const moment = (index: number): string => new Date(Date.parse('2026-01-01T00:00:00.000Z') + index * 1000).toISOString()
  ids.forEach((id, index) => made.desk.db.prepare('UPDATE story_updates SET appended_at = ? WHERE story = ?').run(moment(index), id))
  clearIndex(made.desk.db)
  refreshStale(made.desk)

  const page = (offset: number): string[] => listStories(made.desk.db, { view: 'all', search: '', kind: null, offset, limit: 3, member: made.amina.member.id }).rows.map(({ headline }) => headline)

  expect([page(0), page(3), page(6)]).toEqual([['Story 6', 'Story 5', 'Story 4'], ['Story 3', 'Story 2', 'Story 1'], ['Story 0']])
})

test('a list can be of one kind', () => {
  const made = deskOfTwo()
  writeStory(made, 'An announcement')
  const statement = createStory(made.desk.db, { kind: kindOf(made.desk, 'statement'), by: made.amina.member.id, headline: 'A statement' })
  refreshStory(made.desk, statement, loadStory(made.desk.db, statement))

  expect(list(made, made.amina.member.id, 'all', { kind: kindOf(made.desk, 'statement').id })).toEqual({ headlines: ['A statement'], total: 1 })
})

test('a search finds words of headline, summary and text, without their accents, and the beginning of the last one', () => {
  const made = deskOfTwo()
  writeStory(made, 'São Tomé joins the league of ports', 'Ferries will run twice a day.')
  writeStory(made, 'Housing pledge', 'Mayors signed it on Tuesday.')
  const found = (search: string): string[] => list(made, made.amina.member.id, 'all', { search }).headlines

  expect(found('sao tome')).toEqual(['São Tomé joins the league of ports'])
  expect(found('FERRIES twice')).toEqual(['São Tomé joins the league of ports'])
  expect(found('mayors sig')).toEqual(['Housing pledge'])
  expect(found('mayors ferr')).toEqual(['São Tomé joins the league of ports'])
  expect(found('nothing like it')).toEqual([])
  expect(list(made, made.amina.member.id, 'archived', { search: 'pledge' }).headlines).toEqual([])
})

const hostile = ['"', '""', "'", '*', 'a*', '(', ')', 'AND', 'OR NOT', 'NEAR(a b, 2)', 'headline:x', '-x', '^x', '{a b}: c', 'x; DROP TABLE story_index', '\0', 'a\0b', '%', '_', '\\', '🙂', 'é'.normalize('NFD'), '“quoted”', '   ', 'ﷺ', '\u202E', '١٢٣', '漢字', 'rowid', '"unfinished', 'a AND', 'col : "a', '+a']

test.each(hostile)('a search for %j is answered, whatever it means to SQLite', (search) => {
  const made = deskOfTwo()
  writeStory(made)
  expect(() => list(made, made.amina.member.id, 'all', { search })).not.toThrow()
})

test('a search for a very long text is answered', () => {
  const made = deskOfTwo()
  for (const search of ['x'.repeat(10_000), 'word '.repeat(2000)]) expect(list(made, made.amina.member.id, 'all', { search }).total).toBe(0)
})

test('a search for anything at all is answered', () => {
  const made = deskOfTwo()
  writeStory(made)
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (search) => void list(made, made.amina.member.id, 'all', { search })), { numRuns: 500 })
})

test('lists made anew are those that were kept up, whatever happened before', () => {
  const Step = fc.record({ story: fc.nat(3), what: fc.constantFrom('write', 'rename', 'submit', 'approve', 'requestChanges', 'archive', 'unarchive') })
  fc.assert(
    fc.property(fc.array(Step, { maxLength: 14 }), (steps) => {
      const made = deskOfTwo()
      const ids = ['One', 'Two', 'Three', 'Four'].map((headline) => writeStory(made, headline))
      for (const { story, what } of steps) tryStep(made, ids[story]!, what)
      const kept = tables(made)
      expect(talliesAreRight(made.desk.db)).toBe(true)

      clearIndex(made.desk.db)
      expect(indexedIds(made.desk.db)).toEqual([])
      refreshStale(made.desk)

      expect(tables(made)).toEqual(kept)
    }),
    { numRuns: 15 },
  )
})

/** Does what is possible now; the rest changes nothing. */
function tryStep(made: TestDesk, id: StoryId, what: string): void {
  const { submitted } = workflowOf(made.desk, id, loadStory(made.desk.db, id))
  if (what === 'write') edit(made, id, writeOn('More. '))
  if (what === 'rename') edit(made, id, (doc) => storyText(doc, 'headline').insert(0, 'New: '))
  try {
    if (what === 'submit') act(made, id, made.amina, { type: 'submit', note: '', reviewers: [], due: null })
    if (what === 'approve' && submitted) act(made, id, made.tomas, { type: 'approve', revision: submitted.revision, note: '' })
    if (what === 'requestChanges' && submitted) act(made, id, made.tomas, { type: 'requestChanges', revision: submitted.revision, reason: 'Shorter' })
    if (what === 'archive' || what === 'unarchive') act(made, id, made.amina, { type: what })
  } catch {
    // Not possible in this state.
  }
  refreshStory(made.desk, id, loadStory(made.desk.db, id))
}

/** All that the derived tables say, without the numbers that rows happen to have. */
function tables({ desk }: TestDesk): unknown {
  const { db } = desk
  return {
    index: db.prepare('SELECT id, kind, headline, slug, summary, state, live, changed_since_approval, author, created_by, language, word_count, due, reviewers, submitted_by, imported_from, current_revision, approved_revision, created_at, updated_at FROM story_index ORDER BY id').all(),
    search: db.prepare('SELECT id, story_search.headline, story_search.summary, body FROM story_search JOIN story_index ON number = story_search.rowid ORDER BY id').all(),
    tallies: db.prepare('SELECT * FROM story_tallies ORDER BY 1, 2, 3, 4, 5, 6').all(),
    stale: staleStories(db),
  }
}

test('a story that was written and not listed when the power went is known to be behind', () => {
  const made = deskOfTwo()
  const id = writeStory(made)
  edit(made, id, (doc) => storyText(doc, 'headline').insert(0, 'Late: '))

  expect(isStale(made.desk.db, id)).toBe(true)
  refreshStale(made.desk)
  expect(isStale(made.desk.db, id)).toBe(false)
  expect(storyRow(made.desk.db, id)?.headline).toMatch(/^Late: /)
})

test('a story that can’t be read keeps its last entry, and stops no other', () => {
  const made = deskOfTwo()
  const [broken, fine] = [writeStory(made, 'Broken'), writeStory(made, 'Fine')]
  made.desk.db.prepare('INSERT INTO story_updates (story, bytes, appended_at) VALUES (?, ?, ?)').run(broken, new Uint8Array([9, 9, 9]), '2026-03-02T09:00:00.000Z')
  edit(made, fine, (doc) => storyText(doc, 'headline').insert(0, 'Very '))
  markAllStale(made.desk.db)

  refreshStale(made.desk)

  expect(staleStories(made.desk.db)).toEqual([broken])
  expect(list(made, made.amina.member.id, 'all').headlines).toEqual(['Broken', 'Very Fine'])
})

test('a slug is taken when another story has it', () => {
  const made = deskOfTwo()
  const id = writeStory(made, 'Mayors meet')
  expect(slugInUse(made.desk.db, 'mayors-meet', null)).toBe(true)
  expect(slugInUse(made.desk.db, 'mayors-meet', id)).toBe(false)
  expect(slugInUse(made.desk.db, 'mayors', null)).toBe(false)
})

const views = ['myDrafts', 'forMyReview', 'changesRequested', 'approved', 'published', 'all', 'archived'] as const

test.each(views.flatMap((view) => [null, 'statement'].map((kind) => ({ view, kind }))))('the list $view of the kind $kind is read in the order of an index, without sorting', ({ view, kind }) => {
  const made = deskOfTwo()
  const plan = planOfList(made, { view, search: '', kind: kind === null ? null : KindId.parse(kind), offset: 0, limit: 100, member: made.amina.member.id })
  expect(plan).toMatch(/USING (COVERING )?INDEX story_index_/)
  expect(plan).not.toMatch(/TEMP B-TREE/)
})

/** How SQLite says that it reads a list. */
function planOfList({ desk }: TestDesk, query: StoryQuery): string {
  const used: string[] = []
  const watched = new Proxy(desk.db, {
    get: (db, name) => (name === 'prepare' ? (sql: string) => (used.push(sql), db.prepare(sql)) : Reflect.get(db, name, db)),
  })
  listStories(watched, query)
  const sql = used.find((text) => text.includes('FROM story_index'))
  return JSON.stringify(desk.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all({ member: '', reviews: 1, kind: '', limit: 1, offset: 0 }))
}

test('the text of a story is what a search looks through, not its markup', () => {
  const made = deskOfTwo()
  const id = createStory(made.desk.db, { kind: kindOf(made.desk), by: made.amina.member.id, headline: 'Plain', body: paragraph('paragraph content') })
  refreshStory(made.desk, id, loadStory(made.desk.db, id))
  expect(list(made, made.amina.member.id, 'all', { search: 'doc' }).headlines).toEqual([])
})
