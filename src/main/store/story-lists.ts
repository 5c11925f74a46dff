import { z } from 'zod'
import { ReviewAsked, StoryRow, type StoryView } from '../../shared/ipc'
import { StoryId, type KindId, type MemberId } from '../../shared/story/ids'
import type { DeskDatabase } from './database'
import { statement } from './statements'
import { hasStory, storyIds } from './stories'
import { searchReach, searchTerms } from './story-search'
import { conditionOf, indexOf, orderOf, type ViewParameters } from './story-views'
import { withTranslations } from './translations'

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
