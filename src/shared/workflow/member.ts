import { z } from 'zod'
import { Instant, MemberId } from '../story/ids'

export const Role = z.enum(['writer', 'reviewer', 'publisher', 'admin'])
export type Role = z.infer<typeof Role>

/** A person of the desk. The private key is never part of this. */
export const Member = z.object({
  id: MemberId,
  name: z.string().min(1).max(120),
  roles: z.array(Role).min(1),
  /** Raw Ed25519 public key (RFC 8032), 32 bytes in base64. */
  publicKey: z.string(),
  addedAt: Instant,
})
export type Member = z.infer<typeof Member>
