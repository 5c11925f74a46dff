import { z } from 'zod'
import { StoryId, type MemberId } from '../../shared/story/ids'
import type { DeskDatabase } from './database'
import { statement } from './statements'

/** The comments of a story that a member has seen. */
export function readComments(db: DeskDatabase, member: MemberId, story: StoryId): ReadonlySet<string> {
  return new Set(z.array(z.string()).parse(statement(db, 'SELECT comment FROM comment_reads WHERE member = ? AND story = ?').pluck().all(member, story)))
}

/** Notes that a member has seen some comments, or not yet. Answers whether that is news. */
export function markComments(db: DeskDatabase, member: MemberId, story: StoryId, comments: readonly string[], read: boolean): boolean {
  const mark = statement(db, read ? 'INSERT OR IGNORE INTO comment_reads (member, story, comment) VALUES (?, ?, ?)' : 'DELETE FROM comment_reads WHERE member = ? AND story = ? AND comment = ?')
  const all = db.transaction(() => comments.reduce((changed, comment) => changed + mark.run(member, story, comment).changes, 0))
  return all.immediate() > 0
}

/** How much of a story a member has not seen. */
export const Unread = z.object({ story: StoryId, comments: z.number(), mentions: z.number() })
export type Unread = z.infer<typeof Unread>

/** What a member has not seen of some stories; a story with nothing new is not among them. */
export function unreadOf(db: DeskDatabase, member: MemberId, stories: readonly StoryId[]): Unread[] {
  return z.array(Unread).parse(
    statement(
      db,
      `SELECT listed.id AS story, count(*) AS comments, coalesce(sum(EXISTS (SELECT 1 FROM json_each(said.value, '$[2]') AS mentioned WHERE mentioned.value = @member)), 0) AS mentions
       FROM json_each(@stories) AS asked JOIN story_index AS listed ON listed.id = asked.value, json_each(listed.comments) AS said
       WHERE said.value ->> '$[1]' <> @member
         AND NOT EXISTS (SELECT 1 FROM comment_reads WHERE member = @member AND story = listed.id AND comment = said.value ->> '$[0]')
       GROUP BY listed.id`,
    ).all({ member, stories: JSON.stringify(stories) }),
  )
}
