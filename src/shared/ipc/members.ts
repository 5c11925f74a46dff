import { z } from 'zod'
import { SealedIdentity, Stranger } from '../identity/identity-file'
import { KeyProtection, Passphrase } from '../identity/key-protection'
import { MemberId } from '../story/ids'
import { Role } from '../workflow/member'
import { call, none } from './call'
import { DeskInfo } from './desk-info'

/** Members of the desk, and the keys that they sign with. */
export const membersCalls = {
  'member.add': call(z.object({ name: z.string().trim().min(1).max(120), roles: z.array(Role).min(1) }), DeskInfo),
  'member.switch': call(z.object({ id: MemberId }), DeskInfo),
  /** How the private keys on this computer are protected. */
  'identity.protection': call(none, KeyProtection),
  /** Opens keys that are sealed by a passphrase until the app is closed. Calls that sign fail with `keys-locked` before that. */
  'identity.unlock': call(z.object({ passphrase: z.string().max(1000) }), KeyProtection),
  'identity.lock': call(none, KeyProtection),
  /** Seals the keys of this computer by a passphrase; `current` is the one that they have, if any. */
  'identity.setPassphrase': call(z.object({ current: z.string().max(1000).nullable(), next: Passphrase }), KeyProtection),
  /** Seals them by the system's keychain again; where there is none, by nothing. */
  'identity.removePassphrase': call(z.object({ current: z.string().max(1000) }), KeyProtection),
  /** Writes a member's private key, sealed by a passphrase, to a file chosen in the system's dialog; null when cancelled. */
  'identity.export': call(z.object({ id: MemberId, passphrase: Passphrase }), z.string().nullable()),
  /** A file with a private key, chosen in the system's dialog; null when cancelled. */
  'identity.choose': call(none, SealedIdentity.nullable()),
  /** Puts the key of such a file among those of this computer. */
  'identity.import': call(z.object({ file: z.string(), passphrase: z.string().max(1000) }), z.object({ name: z.string(), member: MemberId })),
  /** Writes a member's name and public key, for an admin of another desk. */
  'member.savePublic': call(z.object({ id: MemberId }), z.string().nullable()),
  /** Somebody's public identity, chosen in the system's dialog; null when cancelled. */
  'member.choosePublic': call(none, Stranger.nullable()),
  /** Makes whoever has a key a member; only for admins, as the next two. */
  'member.admit': call(Stranger.pick({ name: true, publicKey: true }).extend({ roles: z.array(Role).min(1) }), DeskInfo),
  'member.change': call(z.object({ id: MemberId, name: z.string().trim().min(1).max(120), roles: z.array(Role).min(1) }), DeskInfo),
  /** Revokes a member's key: what it had signed before stays, nothing new by it counts. */
  'member.revoke': call(z.object({ id: MemberId, reason: z.string().trim().min(1, 'Say why the key is revoked').max(1000, 'The reason has at most 1,000 characters') }), DeskInfo),
}
