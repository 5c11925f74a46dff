import { z } from 'zod'
import { Instant, MemberId, StoryId } from '../story/ids'
import { Role } from '../workflow/member'

/** That somebody is asked to a story whose key the sender may not know: the roles that they would have at its home. */
export const Invitation = z.object({ id: z.uuid(), name: z.string().min(1).max(120), roles: z.array(Role).min(1) })
export type Invitation = z.infer<typeof Invitation>

/** A packet that was written or opened here. */
export const PacketRecord = z.object({
  id: z.uuid(),
  direction: z.enum(['sent', 'received']),
  story: StoryId,
  /** When it was made. */
  at: Instant,
  /** When it was written or opened here, and by whom. */
  handledAt: Instant,
  handledBy: MemberId,
  /** Who it went to or came from. */
  person: z.string(),
  member: MemberId.nullable(),
  desk: z.uuid().nullable(),
  deskName: z.string().nullable(),
  inReplyTo: z.uuid().nullable(),
  invitation: Invitation.nullable(),
  note: z.string(),
  due: z.iso.date().nullable(),
  /** The file's name, without its folder. */
  file: z.string(),
})
export type PacketRecord = z.infer<typeof PacketRecord>
