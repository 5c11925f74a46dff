import { z } from 'zod'
import { StoryHome } from '../../shared/packet/story-home'
import { MemberId, StoryId } from '../../shared/story/ids'
import { Role } from '../../shared/workflow/member'
import type { DeskDatabase } from './database'
import { statement } from './statements'

/** Who of this desk answers an invitation to a story of another desk, and as what there. */
export const StoryGuest = z.object({ invitation: z.uuid(), member: MemberId, roles: z.array(Role).min(1) })
export type StoryGuest = z.infer<typeof StoryGuest>

/** A story of another desk: what its home says of it, and who of this desk is a guest there. */
export interface HomeOfStory {
  readonly home: StoryHome
  readonly guests: readonly StoryGuest[]
}

const Row = z.object({ home: z.string(), guests: z.string() })
const known = new WeakMap<DeskDatabase, Map<StoryId, { readonly row: z.infer<typeof Row>; readonly value: HomeOfStory }>>()

const guestsJson = "(SELECT coalesce(json_group_array(json_object('invitation', invitation, 'member', member, 'roles', roles)), '[]') FROM (SELECT * FROM story_guests WHERE story = story_homes.story ORDER BY invitation))"

/** What is known of the desk that a story belongs to; undefined for a story of this desk. The same value as long as nothing of it was changed. */
export function homeOf(db: DeskDatabase, story: StoryId): HomeOfStory | undefined {
  const raw = statement(db, `SELECT home, ${guestsJson} AS guests FROM story_homes WHERE story = ?`).get(story)
  if (raw === undefined) return undefined
  const row = Row.parse(raw)
  const remembered = known.get(db) ?? new Map<StoryId, { row: z.infer<typeof Row>; value: HomeOfStory }>()
  known.set(db, remembered)
  const before = remembered.get(story)
  if (before?.row.home === row.home && before.row.guests === row.guests) return before.value
  const guests = z.array(z.object({ invitation: z.string(), member: z.string(), roles: z.string().transform((roles) => roles.split(' ')) })).parse(JSON.parse(row.guests))
  const value = { home: StoryHome.parse(JSON.parse(row.home)), guests: z.array(StoryGuest).parse(guests) }
  remembered.set(story, { row, value })
  return value
}

/**
 * Keeps what a packet says of a story's home, unless a later packet has said it already: whatever the order in which packets are
 * opened, the latest one counts. Of two of one moment it is the one with the greater id.
 */
export function putHome(db: DeskDatabase, story: StoryId, home: StoryHome, packet: string): void {
  const before = z.object({ home: z.string().transform((json) => StoryHome.parse(JSON.parse(json))), packet: z.string() }).optional().parse(statement(db, 'SELECT home, packet FROM story_homes WHERE story = ?').get(story))
  if (before !== undefined && `${before.home.at} ${before.packet}` >= `${home.at} ${packet}`) return
  statement(db, 'INSERT INTO story_homes (story, desk, packet, home) VALUES (?, ?, ?, ?) ON CONFLICT (story) DO UPDATE SET packet = excluded.packet, home = excluded.home').run(story, home.desk.id, packet, JSON.stringify(StoryHome.parse(home)))
}

/** Notes who answers an invitation. Whoever took it first stays the one. */
export function putGuest(db: DeskDatabase, story: StoryId, { invitation, member, roles }: StoryGuest): void {
  statement(db, 'INSERT INTO story_guests (story, invitation, member, roles) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING').run(story, invitation, member, roles.join(' '))
}

/** The stories of other desks that are on this one. */
export function guestStoryIds(db: DeskDatabase): StoryId[] {
  return z.array(StoryId).parse(statement(db, 'SELECT story FROM story_homes ORDER BY story').pluck().all())
}
