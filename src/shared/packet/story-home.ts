import { z } from 'zod'
import { SignedRevocation } from '../identity/revocation'
import { SignedRoleChange } from '../identity/role-change'
import { AssetHash, Instant, StoryId } from '../story/ids'
import { Kind } from '../story/kind'
import { Member } from '../workflow/member'
import { Policy } from '../workflow/policy'
import { SignedPolicy } from '../workflow/policy-version'

/** A desk's lasting name: a UUID, made once with the desk, and the words that people know it by. */
export const DeskName = z.object({ id: z.uuid(), name: z.string().min(1).max(200) })
export type DeskName = z.infer<typeof DeskName>

/** What a desk that is a story's home says of it: the rules by which its log is judged everywhere. */
export const HomeRules = z.object({
  kind: Kind,
  /** The rules of sign-off that the home desk began with. */
  policy: Policy,
  /** Every version of them since, as an admin signed it. */
  policies: z.array(SignedPolicy).max(1000).optional(),
  /** The members of the home desk as they were admitted there. */
  members: z.array(Member.omit({ revoked: true, earlier: true })).min(1).max(2000),
  revocations: z.array(SignedRevocation).max(2000),
  /** How their roles were changed since, as admins signed it. */
  roleChanges: z.array(SignedRoleChange).min(1).max(2000).optional(),
})
export type HomeRules = z.infer<typeof HomeRules>

/** The desk that a story belongs to, as a desk that was sent the story knows it. */
export const StoryHome = HomeRules.extend({
  desk: DeskName,
  /** When the packet was made that said so; a later one says it anew. */
  at: Instant,
  /** The files that it has for certain, since it sent them: an answer need not bring them. */
  files: z.array(AssetHash),
  /** What they are called there. */
  fileNames: z.record(AssetHash, z.string()).optional(),
})
export type StoryHome = z.infer<typeof StoryHome>

/** A story of another desk as the window knows it: whose it is, and who decides about it by which rules. */
export const GuestStory = z.object({ story: StoryId, desk: DeskName, kind: Kind, policy: Policy, members: z.array(Member) })
export type GuestStory = z.infer<typeof GuestStory>
