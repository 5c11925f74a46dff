import type { MemberId, RevisionId } from '../story/ids'
import type { WorkflowEvent } from './event'
import type { Member } from './member'
import type { Proposal } from './proposal'
import { takenBack } from './sanctions'
import { standingOf, rulesNamed, type Rules } from './standing'
import type { Approval, Sanction, WorkflowState } from './state'
import { atItsStage, resting } from './submission'

type Withdrawal = Extract<WorkflowEvent, { type: 'withdrawApproval' }>

/** The versions that a member approved and that are under review or approved by it, the latest first. */
export function versionsApprovedBy({ approvals, approved = [] }: Pick<WorkflowState, 'approvals' | 'approved'>, by: MemberId): RevisionId[] {
  const standing = [...approved].reverse().flatMap((sanction) => (sanction.takenBack ? [] : sanction.approvals))
  return [...new Set([...approvals, ...standing].filter((approval) => approval.by === by).map(({ revision }) => revision))]
}

/** Why a member can't take back their approval of a version; null when they can. */
export function whyNotWithdrawApproval(state: WorkflowState, { revision }: Proposal, by: Member, rules: Rules): string | null {
  if (revision === undefined || !versionsApprovedBy(state, by.id).includes(revision)) return 'You have approved no version that is in review or approved.'
  const after = without(state, revision, by.id, rules)
  const fallen = (state.approved ?? []).filter((sanction, place) => !sanction.takenBack && after.approved?.[place]?.takenBack === true)
  const isLive = state.published.some((live) => fallen.some((sanction) => sanction.revision === live.revision))
  return isLive ? 'The version is published, so its approval stands. Take it down first, or submit a corrected version.' : null
}

/** The state after a member took back their approval of a version, whichever of their events gave it. */
export function approvalWithdrawn(state: WorkflowState, event: Withdrawal, rules: Rules): WorkflowState {
  const { revision, by } = event
  const after = without(state, revision, by, rules)
  const fallen = (state.approved ?? []).filter((sanction, place) => sanction.revision === revision && !sanction.takenBack && after.approved?.[place]?.takenBack === true).at(-1)
  if (fallen === undefined) return told(after, event, state, rules)
  const isUnder = state.submitted?.events?.[0] === fallen.submission
  // Another version is before the reviewers: it stays there.
  if (!isUnder && (state.state === 'inReview' || state.state === 'changesRequested')) return after
  if (fallen.previous !== undefined) return resting(after)
  const review = isUnder ? after : { ...after, submitted: fallen.request, approvals: remaining(fallen.approvals, by, revision) }
  return told({ ...review, state: 'inReview', changesRequested: null }, event, state, rules)
}

/** Without a member's approvals of a version, and without what was approved only with them. What falls keeps, for the record, who had approved it. */
function without(state: WorkflowState, revision: RevisionId, by: MemberId, rules: Rules): WorkflowState {
  const left = { ...state, approvals: remaining(state.approvals, by, revision) }
  if (state.approved === undefined) return left
  const falling = new Set<Sanction>()
  const approved = state.approved.map((sanction) => {
    const fewer = { ...sanction, approvals: remaining(sanction.approvals, by, revision) }
    if (sanction.takenBack || fewer.approvals.length === sanction.approvals.length) return sanction
    if (isEnough(fewer, rules)) return fewer
    falling.add(sanction)
    return sanction
  })
  return falling.size === 0 ? { ...left, approved } : takenBack({ ...left, approved }, (sanction) => falling.has(sanction))
}

const remaining = (approvals: readonly Approval[], by: MemberId, revision: RevisionId): Approval[] => approvals.filter((approval) => approval.by !== by || approval.revision !== revision)

/** Whether those who are left approved it, under any rules that one of them saw. */
function isEnough({ approvals, revision, previous }: Sanction, rules: Rules): boolean {
  if (previous !== undefined) return approvals.length > 0
  return approvals.some(({ rules: named }) => {
    const policy = rulesNamed(rules, { revision, ...(named && { rules: named }) })?.policy ?? rules.policy
    return standingOf(policy, approvals.filter((other) => other.rules === named)).done
  })
}

/** Tells whoever reviews the same version what was taken back, and at which stage it is without that. */
function told(after: WorkflowState, { by, at, reason }: Withdrawal, { approvals, approved = [] }: WorkflowState, rules: Rules): WorkflowState {
  const { submitted } = after
  const given = [...approvals, ...approved.flatMap((sanction) => sanction.approvals)].find((approval) => approval.by === by && approval.revision === submitted?.revision)
  if (submitted === null || given === undefined) return after
  const withdrawn = [...(submitted.withdrawn ?? []), { event: given.event, by, at, reason }]
  return { ...after, submitted: atItsStage({ ...submitted, withdrawn }, after.approvals, rules) }
}
