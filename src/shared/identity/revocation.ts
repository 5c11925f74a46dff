import { z } from 'zod'
import { canonicalBytes, sha256Hex } from '../story/canonical'
import { EventId, Instant, MemberId, Sha256Hex } from '../story/ids'

/** SHA-256 of a revocation's canonical JSON. Whoever names it had it before them. */
export const RevocationId = Sha256Hex.brand<'RevocationId'>()
export type RevocationId = z.infer<typeof RevocationId>

/**
 * That a key counts for nothing new from now on, said by an admin. Whatever the key had signed before is named, event by event: that
 * stays as it was. Clocks prove nothing here, since whoever has a stolen key can set them; what the desk knew does.
 */
export const Revocation = z.object({
  format: z.literal('copydesk.revocation/1'),
  /** Whose key. Their id is the hash of that key, so no other key can be meant. */
  member: MemberId,
  /** The admin who says so. */
  by: MemberId,
  at: Instant,
  reason: z.string().trim().min(1).max(1000),
  /** Every event by that key that the desk knew at that time, sorted: these still count, and no others. */
  keeps: z.array(EventId).max(1_000_000),
})
export type Revocation = z.infer<typeof Revocation>

/** A revocation and the admin's Ed25519 signature (base64) over `canonicalBytes(revocation)`. This is what a desk keeps and a packet carries. */
export const SignedRevocation = z.object({ revocation: Revocation, signature: z.string() })
export type SignedRevocation = z.infer<typeof SignedRevocation>

export function revocationId(revocation: Revocation): RevocationId {
  return RevocationId.parse(sha256Hex(canonicalBytes(revocation)))
}

const kept = new WeakMap<readonly EventId[], ReadonlySet<EventId>>()

/** Whether a revocation, or a change of roles, leaves an event as it was, because the desk knew it before. */
export function keeps({ keeps: events }: Pick<Revocation, 'keeps'>, event: EventId): boolean {
  let known = kept.get(events)
  if (known === undefined) kept.set(events, (known = new Set(events)))
  return known.has(event)
}
