import { z } from 'zod'
import { LastSeen, WhyKept } from '../../shared/history/kept-version'
import { Instant, MemberId, RevisionId, StoryId } from '../../shared/story/ids'
import type { DeskDatabase } from './database'

/** A stretch of work as its row must be. */
export const StretchRow = z.object({
  id: z.int(),
  story: StoryId,
  member: MemberId,
  began: Instant,
  ended: Instant.nullable(),
  revision: RevisionId.nullable(),
  why: WhyKept,
  added: z.int().nonnegative().nullable(),
  removed: z.int().nonnegative().nullable(),
  authors: z.string().nullable(),
})

/** What a member last saw, as its row must be. */
export const SeenRow = LastSeen.extend({ member: MemberId, story: StoryId })

type Raw = Readonly<Record<string, unknown>>
const Raw = z.record(z.string(), z.unknown())

/** Every row as it stands in the file, believed in nothing. */
function* rowsOf(db: DeskDatabase, columns: string, table: string, story: StoryId | null): Generator<Raw> {
  const sql = `SELECT ${columns} FROM ${table} WHERE :story IS NULL OR story = :story ORDER BY 1, 2`
  for (const row of db.prepare(sql).iterate({ story })) yield Raw.parse(row)
}

export const storedStretches = (db: DeskDatabase, story: StoryId | null): Iterable<Raw> => rowsOf(db, 'id, story, member, began_at AS began, ended_at AS ended, revision, why, added, removed, authors', 'stretches', story)
export const storedSeen = (db: DeskDatabase, story: StoryId | null): Iterable<Raw> => rowsOf(db, 'member, story, revision, at', 'last_seen', story)
/** Which comments members have read, one row for each member and story. */
export const storedReads = (db: DeskDatabase, story: StoryId | null): Iterable<Raw> => rowsOf(db, 'DISTINCT member, story', 'comment_reads', story)
