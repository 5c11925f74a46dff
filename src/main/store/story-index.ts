import type * as Y from 'yjs'
import { z } from 'zod'
import { ReviewAsked, StoryRow, type StoryView } from '../../shared/ipc'
import { DeskError } from '../../shared/result'
import { StoryId, type KindId, type MemberId } from '../../shared/story/ids'
import type { Desk } from '../desk/desk'
import { deriveStory, type DerivedStory } from '../desk/derive-story'
import { assetUsesAreRight } from './asset-uses'
import type { DeskDatabase } from './database'
import { fieldTalliesAreRight } from './field-tallies'
import { statement } from './statements'
import { searchReach, searchTerms } from './story-search'
import { hasStory, loadStory, storyIds } from './stories'
import { conditionOf, indexOf, orderOf, type ViewParameters } from './story-views'
import { withTranslations } from './translations'

export { slugInUse } from './slugs'

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

const rowColumns =
  'id, kind, headline, summary, state, changed_since_approval AS changedSinceApproval, author, language, word_count AS wordCount, due, review, updated_at AS updatedAt, created_at AS createdAt'
const IndexRow = StoryRow.omit({ translations: true }).extend({ changedSinceApproval: z.literal([0, 1]).transform((value) => value === 1), review: z.string() })

function rowOf(raw: unknown): Omit<StoryRow, 'translations'> {
  const { review, ...row } = IndexRow.parse(raw)
  return review === '' ? row : { ...row, review: ReviewAsked.parse(JSON.parse(review)) }
}

/** The story that was imported from this entry of a file, if the desk has it. */
export function importedStory(db: DeskDatabase, importedFrom: string): StoryId | undefined {
  return StoryId.optional().parse(db.prepare("SELECT id FROM story_index WHERE imported_from = ? AND imported_from <> '' LIMIT 1").pluck().get(importedFrom))
}

/** A story as lists show it. */
export function storyRow(db: DeskDatabase, id: StoryId): StoryRow | undefined {
  const row = statement(db, `SELECT ${rowColumns} FROM story_index WHERE id = ?`).get(id)
  return row === undefined ? undefined : withTranslations(db, [rowOf(row)])[0]
}

/** A story by its id, or by its slug: the one that changed last when several have it. */
export function findStory(db: DeskDatabase, by: { readonly id: StoryId } | { readonly slug: string }): StoryId | undefined {
  if ('id' in by) return hasStory(db, by.id) ? by.id : undefined
  return StoryId.optional().parse(db.prepare('SELECT id FROM story_index WHERE slug = ? ORDER BY updated_at DESC LIMIT 1').pluck().get(by.slug))
}

/**
 * The stories of which something may have been approved, the oldest first: a short list for those who then look into each
 * one's log. Stories whose rows are behind are on it.
 */
export function perhapsApproved(db: DeskDatabase): StoryId[] {
  const rows = db.prepare('SELECT id FROM story_index WHERE approved_revision IS NOT NULL UNION SELECT story FROM story_stale').pluck().all()
  const listed = new Set(z.array(z.string()).parse(rows))
  return storyIds(db).filter((id) => listed.has(id))
}

export interface StoryQuery {
  readonly view: StoryView
  /** Any text; the stories that have all of its words, the last one perhaps unfinished. */
  readonly search: string
  readonly kind: KindId | null
  readonly offset: number
  readonly limit: number
  /** Who is looking. */
  readonly member: MemberId
}

/**
 * A page of the list, the latest change first, and how many stories there are in all. A search looks through the newest
 * matches only, as many as `searchReach`: words that every story has would otherwise hold up the window.
 */
export function listStories(db: DeskDatabase, query: StoryQuery): { rows: StoryRow[]; total: number } {
  return query.search.trim() === '' ? listAll(db, query) : listFound(db, query, searchTerms(query.search))
}

function listAll(db: DeskDatabase, { view, kind, offset, limit, member }: StoryQuery): { rows: StoryRow[]; total: number } {
  const who: ViewParameters = { member }
  const total = Number(statement(db, `SELECT coalesce(sum(stories), 0) FROM story_tallies WHERE ${conditionOf(view)} AND (:kind IS NULL OR kind = :kind)`).pluck().get({ ...who, kind }))
  const here = Math.max(0, Math.min(limit, total - offset))
  // SQLite walks past all that comes before a page: what is nearer to the end is read from there.
  const fromEnd = offset > total / 2
  const order = orderOf(view, fromEnd)
  const condition = kind === null ? conditionOf(view) : `${conditionOf(view)} AND kind = :kind`
  const rows = statement(db, `SELECT ${rowColumns} FROM story_index INDEXED BY ${indexOf(view, kind !== null)} WHERE ${condition} ORDER BY ${order} LIMIT :limit OFFSET :offset`)
    .all({ ...who, kind, limit: here, offset: fromEnd ? total - offset - here : offset })
    .map(rowOf)
  return { rows: withTranslations(db, fromEnd ? rows.reverse() : rows), total }
}

function listFound(db: DeskDatabase, { view, kind, offset, limit, member }: StoryQuery, terms: string | null): { rows: StoryRow[]; total: number } {
  if (terms === null) return { rows: [], total: 0 }
  const found = db
    .prepare(
      `SELECT story_index.number FROM story_search JOIN story_index ON story_index.number = story_search.rowid
       WHERE story_search MATCH :terms AND ${conditionOf(view)} AND (:kind IS NULL OR kind = :kind)
       ORDER BY story_search.rowid DESC LIMIT ${searchReach}`,
    )
    .pluck()
    .all({ member, kind, terms })
  const page = db.prepare(`SELECT ${rowColumns} FROM story_index WHERE number IN (SELECT value FROM json_each(?)) ORDER BY ${orderOf(view, false)} LIMIT ? OFFSET ?`).all(JSON.stringify(found), limit, offset)
  return { rows: withTranslations(db, page.map(rowOf)), total: found.length }
}

/** How many stories each view has. */
export function countStories(db: DeskDatabase, member: MemberId): Record<StoryView, number> {
  const parameters: ViewParameters = { member }
  const sum = (view: StoryView): number => Number(statement(db, `SELECT coalesce(sum(stories), 0) FROM story_tallies WHERE ${conditionOf(view)}`).pluck().get(parameters))
  return {
    myDrafts: sum('myDrafts'),
    forMyReview: sum('forMyReview'),
    changesRequested: sum('changesRequested'),
    approved: sum('approved'),
    published: sum('published'),
    all: sum('all'),
    archived: sum('archived'),
  }
}
