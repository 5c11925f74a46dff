import { checkRevocation } from '../../../shared/identity/check-revocation'
import type { Member } from '../../../shared/workflow/member'
import type { DeskDatabase } from '../../store/database'
import { storedMembers } from '../../store/members'
import { storedRevocations } from '../../store/revocations'
import { isGenuine, verifySignature } from '../identity'
import type { Findings } from './findings'

/** Every member must be readable, and have the key that the id was made from; every revocation must be signed by one of them. */
export function checkMembers(db: DeskDatabase, findings: Findings): void {
  const genuine: Member[] = []
  for (const { name, member } of storedMembers(db)) {
    findings.checked('Members')
    if (member === undefined) findings.fault('Members', `The member ‘${name}’ can’t be read.`)
    else if (isGenuine(member)) genuine.push(member)
    else findings.fault('Members', `The key of ‘${name}’ is not the one that the member’s id was made from. What this member signed does not count.`)
  }
  for (const raw of storedRevocations(db)) {
    findings.checked('Revoked keys')
    const checked = checkRevocation(raw, genuine, verifySignature)
    if (!checked.ok) findings.fault('Revoked keys', checked.error.message)
  }
}
