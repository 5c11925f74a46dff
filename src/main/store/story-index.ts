import type * as Y from 'yjs'
import { z } from 'zod'
import { DeskError } from '../../shared/result'
import { StoryId } from '../../shared/story/ids'
import type { Desk } from '../desk/desk'
import { deriveStory, type DerivedStory } from '../desk/derive-story'
import { assetUsesAreRight } from './asset-uses'
import type { DeskDatabase } from './database'
import { fieldTalliesAreRight } from './field-tallies'
import { loadStory } from './stories'

/** Derives a story's rows for lists and search anew. Answers what was derived. */
export function refreshStory(desk: Desk, id: StoryId, doc: Y.Doc): DerivedStory {
  const derived = deriveStory(desk, id, doc)
  putDerived(desk.db, derived)
  return derived
}

/** Writes what was derived of a story into the tables for lists and search. Answers whether anything there was different. */
export function putDerived(db: DeskDatabase, derived: DerivedStory): boolean {
  const { id } = derived.row
  const indexed = isIndexed(db, derived)
  const write = db.transaction(() => {
    if (!indexed) putIndexRow(db, derived)
    db.prepare('DELETE FROM story_stale WHERE story = ?').run(id)
  })
  if (!indexed || isStale(db, id)) write.immediate()
  return !indexed
}

/** The stories whose rows are behind: after a crash, a change of the desk's rules, or work of another process. */
export function staleStories(db: DeskDatabase): StoryId[] {
  return z.array(StoryId).parse(db.prepare('SELECT story FROM story_stale').pluck().all())
}

/** Puts every story of the desk on the list of those to be derived. */
export function markAllStale(db: DeskDatabase): void {
  db.prepare('INSERT OR IGNORE INTO story_stale (story) SELECT story FROM story_updates GROUP BY story').run()
}

/**
 * Derives the rows of some stories that are behind, in one transaction. A story that can't be read stays on the list, for
 * `verify` to name it. Answers those whose rows are different now.
 */
export function refreshStories(desk: Desk, ids: readonly StoryId[]): StoryId[] {
  const refresh = desk.db.transaction(() => ids.filter((id) => refreshIfReadable(desk, id)))
  return refresh.immediate()
}

/** Derives the rows of all stories that are behind. */
export function refreshStale(desk: Desk): void {
  const ids = staleStories(desk.db)
  for (let start = 0; start < ids.length; start += 200) refreshStories(desk, ids.slice(start, start + 200))
}

function refreshIfReadable(desk: Desk, id: StoryId): boolean {
  try {
    return putDerived(desk.db, deriveStory(desk, id, loadStory(desk.db, id)))
  } catch (error) {
    if (error instanceof DeskError) return false
    throw error
  }
}

/** Whether a story's rows are known to be behind. */
export function isStale(db: DeskDatabase, id: StoryId): boolean {
  return db.prepare('SELECT 1 FROM story_stale WHERE story = ?').get(id) !== undefined
}

/** The columns of story_index, without the number, in the order of `valuesOf`. */
const columns = 'id, kind, headline, slug, summary, state, live, changed_since_approval, author, created_by, language, word_count, due, reviewers, submitted_by, imported_from, current_revision, approved_revision, created_at, updated_at, translation_group, held, files, comments, review'

type Value = string | number | null

function valuesOf({ row, ...derived }: DerivedStory): Value[] {
  return [
    row.id,
    row.kind,
    row.headline,
    derived.slug,
    row.summary,
    row.state,
    Number(derived.live),
    Number(row.changedSinceApproval),
    row.author,
    derived.createdBy,
    row.language,
    row.wordCount,
    row.due,
    derived.reviewers.join(' '),
    derived.submittedBy,
    derived.importedFrom,
    derived.currentRevision,
    derived.workflow.approvedRevision,
    row.createdAt,
    row.updatedAt,
    derived.translationGroup,
    JSON.stringify(derived.held),
    JSON.stringify(derived.files),
    JSON.stringify(derived.comments),
    row.review === undefined ? '' : JSON.stringify(row.review),
  ]
}

/** Whether the tables hold exactly this of the story. */
export function isIndexed(db: DeskDatabase, derived: DerivedStory): boolean {
  const stored: unknown = db.prepare(`SELECT ${columns} FROM story_index WHERE id = ?`).raw().get(derived.row.id)
  const searched: unknown = db.prepare('SELECT headline, summary, body FROM story_search WHERE rowid = (SELECT number FROM story_index WHERE id = ?)').raw().get(derived.row.id)
  return JSON.stringify([stored, searched]) === JSON.stringify([valuesOf(derived), [derived.row.headline, derived.row.summary, derived.text]])
}

function putIndexRow(db: DeskDatabase, derived: DerivedStory): void {
  removeIndexRow(db, derived.row.id)
  const values = valuesOf(derived)
  const { lastInsertRowid } = db.prepare(`INSERT INTO story_index (number, ${columns}) VALUES ((SELECT coalesce(max(number), 0) + 1 FROM story_index), ${values.map(() => '?').join(', ')})`).run(...values)
  db.prepare('INSERT INTO story_search (rowid, headline, summary, body) VALUES (?, ?, ?, ?)').run(lastInsertRowid, derived.row.headline, derived.row.summary, derived.text)
}

function removeIndexRow(db: DeskDatabase, id: string): void {
  db.prepare('DELETE FROM story_search WHERE rowid = (SELECT number FROM story_index WHERE id = ?)').run(id)
  db.prepare('DELETE FROM story_index WHERE id = ?').run(id)
}

/** Empties the derived tables; every story is then behind. */
export function clearIndex(db: DeskDatabase): void {
  db.transaction(() => {
    db.exec('DELETE FROM story_index; DELETE FROM story_tallies; DELETE FROM field_tallies; DELETE FROM asset_uses; DELETE FROM story_search; DELETE FROM story_stale')
    markAllStale(db)
  }).immediate()
}

/** The ids that have rows in the index, whether or not there is such a story. */
export function indexedIds(db: DeskDatabase): string[] {
  return z.array(z.string()).parse(db.prepare('SELECT id FROM story_index ORDER BY id').pluck().all())
}

/** Whether the sums beside the views are those of the rows. */
export function talliesAreRight(db: DeskDatabase): boolean {
  const kept = db.prepare('SELECT state, live, kind, created_by, submitted_by, reviewers, stories FROM story_tallies ORDER BY 1, 2, 3, 4, 5, 6').raw().all()
  const counted = db.prepare('SELECT state, live, kind, created_by, submitted_by, reviewers, count(*) FROM story_index GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6').raw().all()
  return JSON.stringify(kept) === JSON.stringify(counted) && fieldTalliesAreRight(db) && assetUsesAreRight(db)
}
