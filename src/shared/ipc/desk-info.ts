import { z } from 'zod'
import { GuestStory } from '../packet/story-home'
import { KindId, MemberId } from '../story/ids'
import { Kind } from '../story/kind'
import { Member } from '../workflow/member'
import { Policy } from '../workflow/policy'

/** What a window knows of its desk. */
export const DeskInfo = z.object({
  path: z.string(),
  name: z.string(),
  kinds: z.array(Kind),
  /** The rules of sign-off of the desk, and of the kinds that have their own. */
  policy: Policy,
  kindPolicies: z.partialRecord(KindId, Policy).optional(),
  members: z.array(Member),
  /** Who acts in this window. */
  currentMember: MemberId,
  /** Members whose private key is on this computer. */
  signable: z.array(MemberId),
  /** The stories of other desks that are here for review. */
  guests: z.array(GuestStory).optional(),
})
export type DeskInfo = z.infer<typeof DeskInfo>
