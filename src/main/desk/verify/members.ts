import type { DeskDatabase } from '../../store/database'
import { storedMembers } from '../../store/members'
import { isGenuine } from '../identity'
import type { Findings } from './findings'

/** Every member must be readable, and have the key that the id was made from. */
export function checkMembers(db: DeskDatabase, findings: Findings): void {
  for (const { name, member } of storedMembers(db)) {
    findings.checked('Members')
    if (member === undefined) findings.fault('Members', `The member ‘${name}’ can’t be read.`)
    else if (!isGenuine(member)) findings.fault('Members', `The key of ‘${name}’ is not the one that the member’s id was made from. What this member signed does not count.`)
  }
}
