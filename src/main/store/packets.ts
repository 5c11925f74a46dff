import { z } from 'zod'
import { Invitation, PacketRecord } from '../../shared/packet/packet-entry'
import type { StoryId } from '../../shared/story/ids'
import type { DeskDatabase } from './database'
import { statement } from './statements'

const columns =
  'id, direction, story, at, handled_at AS handledAt, handled_by AS handledBy, person, member, desk, desk_name AS deskName, in_reply_to AS inReplyTo, invitation, note, due, file'
const Row = z.object({ invitation: z.string().nullable().transform((json) => (json === null ? null : Invitation.parse(JSON.parse(json)))) }).loose()
const recordOf = (row: unknown): PacketRecord => PacketRecord.parse(Row.parse(row))

/** The packets of a story that were sent and received here, the latest first. */
export function packetsOf(db: DeskDatabase, story: StoryId): PacketRecord[] {
  return statement(db, `SELECT ${columns} FROM packets WHERE story = ? ORDER BY handled_at DESC, id`).all(story).map(recordOf)
}

export function packetNamed(db: DeskDatabase, id: string): PacketRecord | undefined {
  const row = statement(db, `SELECT ${columns} FROM packets WHERE id = ?`).get(id)
  return row === undefined ? undefined : recordOf(row)
}

/** Notes a packet; one that was opened before stays noted as it was then. */
export function putPacket(db: DeskDatabase, packet: PacketRecord): void {
  const { id, direction, story, at, handledAt, handledBy, person, member, desk, deskName, inReplyTo, invitation, note, due, file } = PacketRecord.parse(packet)
  statement(
    db,
    'INSERT INTO packets (id, direction, story, at, handled_at, handled_by, person, member, desk, desk_name, in_reply_to, invitation, note, due, file) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  ).run(id, direction, story, at, handledAt, handledBy, person, member, desk, deskName, inReplyTo, invitation === null ? null : JSON.stringify(invitation), note, due, file)
}

/** The invitation that went with a packet of this desk, and who has answered it. */
export interface GivenInvitation {
  readonly invitation: Invitation
  readonly answeredBy: { readonly member: string; readonly name: string } | undefined
}

/** What a packet that was sent from here invited to; undefined when it was not sent from here, or invited nobody. */
export function invitationGiven(db: DeskDatabase, packet: string): GivenInvitation | undefined {
  const sent = packetNamed(db, packet)
  if (sent?.direction !== 'sent' || sent.invitation === null) return undefined
  const answer: unknown = statement(
    db,
    `SELECT received.member, received.person AS name FROM packets AS received JOIN packets AS sent ON sent.id = received.in_reply_to
     WHERE received.direction = 'received' AND received.member IS NOT NULL AND sent.invitation ->> '$.id' = ? ORDER BY received.handled_at LIMIT 1`,
  ).get(sent.invitation.id)
  return { invitation: sent.invitation, answeredBy: z.object({ member: z.string(), name: z.string() }).optional().parse(answer) }
}
