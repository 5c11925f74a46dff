import { isLastAdmin } from '../../shared/identity/check-revocation'
import { DeskError } from '../../shared/result'
import { Instant, type MemberId } from '../../shared/story/ids'
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

/**
 * Changes what a member is called and may do. Their key stays.
 * @throws DeskError `no-member`, `key-revoked`, or `last-admin` when nobody would be an admin any more.
 */
export function changeMember(desk: Desk, id: MemberId, { name, roles }: Pick<Newcomer, 'name' | 'roles'>): Member {
  const member = desk.members.find((candidate) => candidate.id === id)
  if (member === undefined) throw new DeskError('no-member', 'This member is not on the desk.')
  if (member.revoked !== undefined) throw new DeskError('key-revoked', `The key of ${member.name} was revoked, so there is nothing more that it may do.`)
  if (!roles.includes('admin') && isLastAdmin(member, desk.members)) throw new DeskError('last-admin', `${member.name} is the only admin. Make somebody else an admin first: a desk without one could not be looked after any more.`)
  const changed = Member.parse({ ...member, name: name.trim(), roles: [...roles] })
  putMember(desk.db, changed)
  desk.reload()
  return changed
}
