import { z } from 'zod'
import { MemberId } from '../story/ids'

const name = z.string().trim().min(1).max(120)
/** Raw Ed25519 public key, 32 bytes in base64. */
const publicKey = z.base64().length(44)

/**
 * What somebody sends to become a member of a desk: their name and public key, signed with the key, so that nobody else can have
 * written the name. Nothing in it is secret.
 */
export const PublicIdentity = z.object({ format: z.literal('copydesk.public-identity/1'), name, publicKey, signature: z.base64() })
export type PublicIdentity = z.infer<typeof PublicIdentity>

/** What the signature of a public identity is over. */
export function signedPart({ format, name: who, publicKey: key }: Omit<PublicIdentity, 'signature'>): object {
  return { format, name: who, publicKey: key }
}

/** Somebody who could become a member, as the window shows them before anything is done. */
export const Stranger = z.object({ name, publicKey, fingerprint: z.string(), /** Whom the desk knows by this key. */ known: z.string().nullable(), revoked: z.boolean() })
export type Stranger = z.infer<typeof Stranger>

/** A file with somebody's private key, sealed by a passphrase, before it was opened. */
export const SealedIdentity = z.object({ file: z.string(), name, member: MemberId, fingerprint: z.string(), /** Whether this computer has the key already. */ here: z.boolean() })
export type SealedIdentity = z.infer<typeof SealedIdentity>
