import { DeskError } from '../../shared/result'
import { Instant } from '../../shared/story/ids'
import { Member, type Role } from '../../shared/workflow/member'
import { putMember } from '../store/members'
import type { Desk } from './desk'
import { idOfKey } from './identity'

export interface Newcomer {
  readonly name: string
  /** Raw Ed25519 public key, 32 bytes in base64. */
  readonly publicKey: string
  readonly roles: readonly Role[]
}

/**
 * Makes whoever has a key a member of the desk. Somebody who is one already stays as they are.
 * @throws DeskError `bad-key` for what is no public key, `key-revoked` for one that the desk has revoked: that person needs a new key.
 */
export function admitMember(desk: Desk, { name, publicKey, roles }: Newcomer): Member {
  const id = idOfKey(publicKey)
  if (id === undefined) throw new DeskError('bad-key', 'This is not a key of Copydesk, so nobody was added.')
  const known = desk.members.find((member) => member.id === id)
  if (known?.revoked !== undefined) throw new DeskError('key-revoked', `This is the key of ${known.name}, which was revoked on this desk. Ask for a new key, made after that.`)
  if (known !== undefined) return known
  const member = Member.parse({ id, name: name.trim(), roles: [...roles], publicKey, addedAt: Instant.parse(new Date().toISOString()) })
  putMember(desk.db, member)
  desk.reload()
  return member
}
