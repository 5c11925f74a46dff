import { z } from 'zod'
import { MemberId } from '../story/ids'
import { Role } from './member'

/** Who may do something: everyone with a role (an admin has every role but is not everyone's name), or these members and nobody else. */
export const Approvers = z.union([z.object({ role: Role }), z.object({ members: z.array(MemberId).min(1) })])
export type Approvers = z.infer<typeof Approvers>

/** One step of a sign-off: a number of different members, who have not signed at an earlier one. */
export const Stage = z.object({
  /** What people call it: ‘Editor’, ‘Legal’, ‘The mayor’s office’. */
  name: z.string().min(1).max(60),
  approvals: z.number().int().min(1).max(9),
  by: Approvers,
})
export type Stage = z.infer<typeof Stage>

/** A check whose findings somebody may set aside for one version, with a reason that is signed. */
export const Waivable = z.object({ check: z.string(), by: Approvers })
export type Waivable = z.infer<typeof Waivable>

/** The rules of a desk's sign-off, or of one kind of story. Data: an admin changes them in settings. What is optional is left out where it says nothing. */
export const Policy = z.object({
  /** Approvals by different members that a revision needs, where there are no stages. */
  approvals: z.number().int().min(1).max(9),
  /** Whether whoever submitted a revision may approve it. `alone`: only while the desk has one member. */
  authorMayApprove: z.enum(['alone', 'never']),
  /** Ids of checks whose findings block a submission, on top of those that always do. */
  blocking: z.array(z.string()),
  /** Who may approve, where there are no stages; every reviewer when left out. */
  by: Approvers.optional(),
  /** The steps of the sign-off, in their order; they take the place of `approvals` and `by`. */
  stages: z.array(Stage).min(1).max(9).optional(),
  waivable: z.array(Waivable).min(1).optional(),
  /** How many words may be different in what is approved again with one key; `never` turns that off. `smallChange` when left out. */
  reapproval: z.union([z.literal('never'), z.number().int().min(0).max(50)]).optional(),
})
export type Policy = z.infer<typeof Policy>

export const defaultPolicy: Policy = { approvals: 1, authorMayApprove: 'alone', blocking: [] }

/** Words that may differ in what is approved again with one key, where a policy says nothing of it. */
export const smallChange = 10

/** The steps of a policy's sign-off: one without a name where it has no stages. Never empty. */
export function stagesOf({ stages, approvals, by }: Policy): readonly Stage[] {
  return stages ?? [{ name: '', approvals, by: by ?? { role: 'reviewer' } }]
}

/** How many words of a change may be approved again with one key; null for none at all. */
export function wordsOfReapproval({ reapproval = smallChange }: Policy): number | null {
  return reapproval === 'never' ? null : reapproval
}
