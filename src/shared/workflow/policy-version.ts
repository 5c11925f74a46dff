import { z } from 'zod'
import { canonicalBytes, sha256Hex } from '../story/canonical'
import { Instant, KindId, MemberId } from '../story/ids'
import { Policy } from './policy'

/** SHA-256 of a policy version's canonical JSON: what a submission names as the rules that it was made under. */
export const RulesId = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in hex')
  .brand<'RulesId'>()
export type RulesId = z.infer<typeof RulesId>

/** That an admin changed the rules of sign-off, of the desk or of one kind. Never changed afterwards: what was decided is judged by it. */
export const PolicyVersion = z.object({
  format: z.literal('copydesk.policy/1'),
  /** Null for the rules of the desk, which every kind has that has none of its own. */
  kind: KindId.nullable(),
  /** Null when a kind has no rules of its own any more. */
  policy: Policy.nullable(),
  by: MemberId,
  since: Instant,
})
export type PolicyVersion = z.infer<typeof PolicyVersion>

/** A version with its author's Ed25519 signature (base64) over its canonical JSON. */
export const SignedPolicy = z.object({ version: PolicyVersion, signature: z.string() })
export type SignedPolicy = z.infer<typeof SignedPolicy>

export function rulesId(version: PolicyVersion): RulesId {
  return RulesId.parse(sha256Hex(canonicalBytes(version)))
}
