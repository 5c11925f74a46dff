import { LastSeen } from '../../shared/history/kept-version'
import type { MemberId, StoryId } from '../../shared/story/ids'
import type { DeskDatabase } from './database'
import { statement } from './statements'

/** What a member saw of a story when they last had it before them; null when they never had, or when that can't be read. It is no part of the story: it stays on this desk. */
export function lastSeen(db: DeskDatabase, member: MemberId, story: StoryId): LastSeen | null {
  return LastSeen.nullable().catch(null).parse(statement(db, 'SELECT revision, at FROM last_seen WHERE member = ? AND story = ?').get(member, story) ?? null)
}

/** Notes what a member has seen of a story. */
export function noteSeen(db: DeskDatabase, member: MemberId, story: StoryId, { revision, at }: LastSeen): void {
  statement(db, 'INSERT INTO last_seen (member, story, revision, at) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET revision = excluded.revision, at = excluded.at').run(member, story, revision, at)
}
