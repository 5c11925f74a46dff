import { withArticle } from './approvers'
import type { WorkflowEvent } from './event'
import type { Member } from './member'
import type { Role } from './role'

/** The roles of which one is needed for each kind of event; an admin may do all. None where the policy, or what somebody did before, says who may. */
const roles: Readonly<Record<WorkflowEvent['type'], readonly Role[]>> = {
  submit: ['writer'],
  reassign: ['writer'],
  approve: [],
  reapprove: [],
  waive: [],
  requestChanges: [],
  withdraw: ['writer'],
  withdrawApproval: [],
  clear: ['reviewer'],
  unclear: ['reviewer'],
  schedule: ['publisher'],
  publish: ['publisher'],
  unpublish: ['publisher'],
  archive: ['writer', 'publisher'],
  unarchive: ['writer', 'publisher'],
}

/** Why a member may not do this kind of thing at all, in words; null when they may. */
export function whyNotRole(type: WorkflowEvent['type'], by: Member): string | null {
  const wanted = roles[type]
  if (wanted.length === 0 || by.roles.includes('admin') || wanted.some((role) => by.roles.includes(role))) return null
  return `Only ${wanted.map(withArticle).join(' or ')} can do this, and ${by.name} is not.`
}
