import { z } from 'zod'
import { Instant, MemberId } from '../story/ids'

/** A key of somebody elsewhere that was trusted here to speak for one desk. */
export const TrustedKey = z.object({
  member: MemberId,
  /** The desk that it speaks for. */
  desk: z.uuid(),
  deskName: z.string(),
  name: z.string(),
  publicKey: z.string(),
  trustedBy: MemberId,
  trustedAt: Instant,
  /** When trust was taken back; null while it stands. */
  endedAt: Instant.nullable(),
})
export type TrustedKey = z.infer<typeof TrustedKey>
