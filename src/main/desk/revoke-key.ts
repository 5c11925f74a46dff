import { whyNotRevoke } from '../../shared/identity/check-revocation'
import { Revocation, type SignedRevocation } from '../../shared/identity/revocation'
import { DeskError } from '../../shared/result'
import { canonicalBytes } from '../../shared/story/canonical'
import { Instant, type MemberId } from '../../shared/story/ids'
import type { Member } from '../../shared/workflow/member'
import { putRevocation } from '../store/revocations'
import type { Desk } from './desk'
import type { Keyring } from './keyring'
import { withAllSignedBy } from './signed-by'

export interface RevokeRequest {
  readonly member: MemberId
  /** The admin who does it. */
  readonly by: MemberId
  readonly reason: string
}

/**
 * Revokes a member's key: what it signed until now, in any story of the desk, is named one by one and still counts; nothing else by it
 * does, whenever it arrives and whatever its clock says. The revocation is signed by the admin and kept in the desk's file.
 * Other calls are answered while stories are looked through.
 * @throws DeskError `no-member`, `not-allowed`, or what signing throws. Nothing is then changed.
 */
export async function revokeKey(desk: Desk, keyring: Keyring, request: RevokeRequest): Promise<SignedRevocation> {
  refuse(desk, request)
  return withAllSignedBy(desk, request.member, (keeps) => {
    refuse(desk, request)
    const revocation = Revocation.parse({ format: 'copydesk.revocation/1', ...request, at: Instant.parse(new Date().toISOString()), keeps })
    const signed: SignedRevocation = { revocation, signature: keyring.signBytes(request.by, canonicalBytes(revocation)) }
    putRevocation(desk.db, signed)
    return signed
  })
}

function refuse({ members }: Desk, { member, by }: RevokeRequest): void {
  const why = whyNotRevoke(memberOf(members, by), memberOf(members, member), members)
  if (why !== null) throw new DeskError('not-allowed', why)
}

function memberOf(members: readonly Member[], id: MemberId): Member {
  const member = members.find((candidate) => candidate.id === id)
  if (member === undefined) throw new DeskError('no-member', 'This member is not on the desk.')
  return member
}
