import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { databaseFile, openDesk } from '../../../src/main/desk/desk'
import { suggestionsFor } from '../../../src/main/desk/suggestions'
import { openDatabase } from '../../../src/main/store/database'
import { kindUsage } from '../../../src/main/store/field-tallies'
import { migrate, migrations } from '../../../src/main/store/migrations'
import { createStory, loadStory } from '../../../src/main/store/stories'
import { refreshStale, refreshStory, staleStories, talliesAreRight } from '../../../src/main/store/story-index'
import { storyRow } from '../../../src/main/store/story-lists'
import type { StoryId } from '../../../src/shared/story/ids'
import { workflowOf } from '../../../src/main/desk/story-workflow'
import { approve, deskOfTwo, kindOf, paragraph, temporaryFolder, type TestDesk } from '../desk/people'

const kept = ['settings', 'members', 'story_updates', 'revisions', 'assets'] as const

/** The same desk as a Copydesk of format 1 would have left it: kinds without persons and places, rows for its lists. */
function inFormat1({ desk }: TestDesk): string {
  const folder = path.join(temporaryFolder(), 'older desk')
  for (const part of ['', 'assets', 'backups']) mkdirSync(path.join(folder, part), { recursive: true })
  const db = openDatabase(databaseFile(folder), { create: true })
  migrate(db, path.join(folder, 'backups'), migrations.slice(0, 1))
  for (const table of kept) {
    for (const row of desk.db.prepare(`SELECT * FROM ${table}`).raw().all() as unknown[][]) db.prepare(`INSERT INTO ${table} VALUES (${row.map(() => '?').join(', ')})`).run(...row)
  }
  const columns = 'number, id, kind, headline, slug, summary, state, live, changed_since_approval, author, created_by, language, word_count, due, reviewers, submitted_by, imported_from, current_revision, approved_revision, created_at, updated_at'
  for (const row of desk.db.prepare(`SELECT ${columns} FROM story_index`).raw().all() as unknown[][]) db.prepare(`INSERT INTO story_index (${columns}) VALUES (${row.map(() => '?').join(', ')})`).run(...row)
  db.prepare("UPDATE settings SET value = replace(replace(value, '\"type\":\"person\"', '\"type\":\"list\"'), '\"type\":\"place\"', '\"type\":\"list\"') WHERE key = 'kinds'").run()
  db.close()
  return folder
}

function storyOn({ desk, amina }: TestDesk): StoryId {
  const id = createStory(desk.db, { kind: kindOf(desk, 'statement'), by: amina.member.id, headline: 'On the pledge', fields: { summary: 'Mayors of nine port cities have agreed how newcomers find a home within a year.', byline: ['Inês Carvalhal'], places: ['Porto Alvar'] }, body: paragraph('Nine mayors met on the quay.') })
  refreshStory(desk, id, loadStory(desk.db, id))
  return id
}

test('a desk of format 1 is brought up to date: its stories are the same, and its names complete', () => {
  const made = deskOfTwo()
  const id = storyOn(made)
  approve(made, id)
  const approved = workflowOf(made.desk, id, loadStory(made.desk.db, id)).approvedRevision

  const desk = openDesk(inFormat1(made))
  onTestFinished(() => desk.close())
  expect(staleStories(desk.db)).toEqual([id])
  expect(storyRow(desk.db, id)).toMatchObject({ headline: 'On the pledge', state: 'approved', translations: [] })

  refreshStale(desk)

  expect(kindOf(desk, 'statement').fields.find((field) => field.id === 'byline')?.type).toBe('list')
  expect(storyRow(desk.db, id)).toMatchObject({ state: 'approved', changedSinceApproval: false })
  expect(refreshStory(desk, id, loadStory(desk.db, id)).currentRevision).toBe(approved)
  expect(suggestionsFor(desk, { id: 'byline', type: 'list' }, 'car', 5)).toEqual([{ value: 'Inês Carvalhal', uses: 1 }])
  expect(kindUsage(desk.db).kinds).toEqual([{ kind: 'statement', stories: 1, archived: 0 }])
  expect(talliesAreRight(desk.db)).toBe(true)
})

test('the translations of a page and the words of a field are read from an index', () => {
  const { desk } = deskOfTwo()
  const plan = (sql: string): string => desk.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all('["a"]').map((step) => (step as { detail: string }).detail).join('\n')
  expect(plan("SELECT id, language, headline, state FROM story_index WHERE translation_group <> '' AND translation_group IN (SELECT value FROM json_each(?)) ORDER BY translation_group, language, id")).toMatch(/SEARCH story_index USING INDEX story_index_by_translations \(translation_group=\?\)/)
  expect(plan("SELECT word, sum(stories) FROM field_tallies WHERE field IN (SELECT value FROM json_each(?)) AND word <> '' AND instr(' ' || folded, ' a') > 0 GROUP BY word")).toMatch(/SEARCH field_tallies USING PRIMARY KEY \(field=\?/)
})
