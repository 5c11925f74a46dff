import type { EventId } from '../story/ids'
import type { WorkflowEvent } from './event'
import type { Submission } from './overtaken'
import { rulesNamed, standingOf, type Rules } from './standing'
import type { Approval, Sanction, WorkflowState } from './state'
import { atItsStage } from './submission'

/**
 * An approval counts for the stage, and under the rules, that its author saw. So nothing that arrives later, such as the same
 * version submitted under other rules, makes it count for less or for more.
 */
export function approved(state: WorkflowState, id: EventId, { revision, by, at, note }: Extract<WorkflowEvent, { type: 'approve' }>, rules: Rules, seen: Submission): WorkflowState {
  const { submitted } = state
  if (submitted === null) return state
  const approval: Approval = { event: id, revision, by, at, note, ...(seen?.stage !== undefined && { stage: seen.stage }), ...(seen?.rules !== undefined && { rules: seen.rules }) }
  const approvals = [...state.approvals, approval]
  const next = { ...state, approvals, submitted: atItsStage(submitted, approvals, rules) }
  const sameRules = approvals.filter((other) => other.rules === seen?.rules)
  const policy = rulesNamed(rules, { revision, ...(seen?.rules && { rules: seen.rules }) })?.policy ?? rules.policy
  const sanctions = state.approved ?? []
  const first = submitted.events?.[0]
  const standing = sanctions.find((other) => other.submission === first && other.previous === undefined && !other.takenBack)
  if (standing !== undefined) {
    const isKnown = standing.approvals.some((other) => other.by === by)
    return isKnown ? next : { ...next, approved: sanctions.map((other) => (other === standing ? { ...other, approvals: [...other.approvals, approval] } : other)) }
  }
  if (first === undefined || !standingOf(policy, sameRules).done) return next
  const sanction: Sanction = { revision, submission: first, approvals: sameRules, completed: id, takenBack: false, submitters: submitted.submitters ?? [submitted.by], request: submitted }
  const sanctioned = { ...next, approvedRevision: revision, approved: [...sanctions.filter((other) => other.submission !== first), sanction] }
  return state.state === 'inReview' ? { ...sanctioned, state: 'approved' } : sanctioned
}
