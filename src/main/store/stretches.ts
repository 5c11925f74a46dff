import { z } from 'zod'
import { KeptVersion, type WhyKept } from '../../shared/history/kept-version'
import { Instant, MemberId, StoryId, type RevisionId } from '../../shared/story/ids'
import type { DeskDatabase } from './database'
import { statement } from './statements'

/** A stretch of work that goes on. */
export const OpenStretch = z.object({ id: z.number(), story: StoryId, member: MemberId, beganAt: Instant })
export type OpenStretch = z.infer<typeof OpenStretch>

/** What a stretch of work came to. */
export interface StretchEnd {
  readonly endedAt: Instant
  readonly revision: RevisionId
  readonly added: number
  readonly removed: number
  /** Who had written the words of that version. */
  readonly authors: string
}

/** Begins a stretch of work; a story has at most one that goes on. Answers its number. */
export function beginStretch(db: DeskDatabase, story: StoryId, member: MemberId, at: Instant): number {
  return Number(statement(db, "INSERT INTO stretches (story, member, began_at, why) VALUES (?, ?, ?, 'rest')").run(story, member, at).lastInsertRowid)
}

/** Ends a stretch of work with the version that the story has then. */
export function endStretch(db: DeskDatabase, id: number, { endedAt, revision, added, removed, authors }: StretchEnd): void {
  statement(db, 'UPDATE stretches SET ended_at = ?, revision = ?, added = ?, removed = ?, authors = ? WHERE id = ?').run(endedAt, revision, added, removed, authors, id)
}

/** Ends a stretch of work on a story that can't be read. */
export function abandonStretch(db: DeskDatabase, id: number, endedAt: Instant): void {
  statement(db, 'UPDATE stretches SET ended_at = ? WHERE id = ?').run(endedAt, id)
}

/** Forgets a stretch of work that changed nothing. */
export function dropStretch(db: DeskDatabase, id: number): void {
  statement(db, 'DELETE FROM stretches WHERE id = ?').run(id)
}

/** Notes a version that is kept, and what led to it. */
export function addStretch(db: DeskDatabase, story: StoryId, { member, beganAt, why, ...end }: StretchEnd & { readonly member: MemberId; readonly beganAt: Instant; readonly why: WhyKept }): void {
  const { endedAt, revision, added, removed, authors } = end
  statement(db, 'INSERT INTO stretches (story, member, began_at, ended_at, revision, why, added, removed, authors) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)').run(story, member, beganAt, endedAt, revision, why, added, removed, authors)
}

/** The work that goes on, or that was cut off. A damaged row is left out: `verify` names it. */
export function openStretches(db: DeskDatabase): OpenStretch[] {
  return readable(OpenStretch, statement(db, 'SELECT id, story, member, began_at AS beganAt FROM stretches WHERE ended_at IS NULL ORDER BY id').all())
}

/** Who had written the words of a version, as it was noted when it was kept. */
export function authorsOfVersion(db: DeskDatabase, story: StoryId, revision: RevisionId): string | null {
  return z.string().nullable().parse(statement(db, 'SELECT authors FROM stretches WHERE story = ? AND revision = ? AND authors IS NOT NULL ORDER BY id DESC LIMIT 1').pluck().get(story, revision) ?? null)
}

// A version that the desk has only from a decision about it is one, too.
const kept = `
  SELECT id AS place, revision, began_at AS began, ended_at AS ended, member, why, added, removed FROM stretches WHERE story = @story AND revision IS NOT NULL
  UNION ALL
  SELECT 0, id, created_at, created_at, created_by, 'decision', NULL, NULL FROM revisions
  WHERE story = @story AND NOT EXISTS (SELECT 1 FROM stretches WHERE stretches.story = @story AND stretches.revision = revisions.id)`

const KeptRow = KeptVersion.omit({ byName: true, name: true })
export type KeptRow = z.infer<typeof KeptRow>

/** The versions of a story that are kept, the latest first. A damaged row is left out: `verify` names it. */
export function keptVersions(db: DeskDatabase, story: StoryId, limit: number): KeptRow[] {
  const sql = `SELECT kept.revision, began, ended, member AS "by", why, added, removed, word_count AS words FROM (SELECT * FROM (${kept}) ORDER BY ended DESC, place DESC LIMIT @limit) AS kept JOIN revisions ON revisions.id = kept.revision ORDER BY ended DESC, place DESC`
  return readable(KeptRow, statement(db, sql).all({ story, limit }))
}

/** How many versions of a story are kept. */
export function countKept(db: DeskDatabase, story: StoryId): number {
  return Number(statement(db, `SELECT count(*) FROM (${kept})`).pluck().get({ story }))
}

/** Whether a member has worked on a story after a moment, as far as this desk saw it. */
export function workedSince(db: DeskDatabase, story: StoryId, member: MemberId, since: Instant): boolean {
  return statement(db, 'SELECT 1 FROM stretches WHERE story = ? AND member = ? AND (ended_at IS NULL OR ended_at > ?) LIMIT 1').get(story, member, since) !== undefined
}

/** Those rows that are what they should be. */
function readable<Row>(schema: z.ZodType<Row>, rows: readonly unknown[]): Row[] {
  return rows.flatMap((row) => {
    const parsed = schema.safeParse(row)
    return parsed.success ? [parsed.data] : []
  })
}
