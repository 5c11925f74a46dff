import { checkRevocation } from '../../../shared/identity/check-revocation'
import { roleLogFaults } from '../../../shared/identity/check-role-change'
import type { Member } from '../../../shared/workflow/member'
import type { DeskDatabase } from '../../store/database'
import { storedMembers } from '../../store/members'
import { storedRevocations } from '../../store/revocations'
import { storedRoleChanges } from '../../store/role-changes'
import { isGenuine, verifySignature } from '../identity'
import type { Findings } from './findings'

/** Every member must be readable, and have the key that the id was made from; every revocation and every change of roles must be signed by one of them, and no change be missing. */
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
  const changes = storedRoleChanges(db)
  if (changes.length > 0) findings.checked('Changes of roles', changes.length)
  for (const fault of roleLogFaults(changes, genuine, verifySignature)) findings.fault('Changes of roles', fault)
}
