import type { KindId, RevisionId } from '../story/ids'
import type { Member } from './member'
import { stagesOf, type Policy, type Stage } from './policy'
import { policyBook, type KnownRules, type PolicyBook } from './policy-book'
import type { Change } from './small-change'
import type { WorkflowState } from './state'

/** What an event is judged by, beside the state that it meets. */
export interface Rules {
  /** The rules that the desk began with. */
  readonly policy: Policy
  readonly members: readonly Member[]
  /** Every version of them since; none when left out. */
  readonly book?: PolicyBook
  /** The kind of story that a revision is of. */
  readonly kindOf?: (revision: RevisionId) => KindId | null
  /** How a revision differs from another one; null when one of them is not there. */
  readonly changeBetween?: (previous: RevisionId, revision: RevisionId) => Change | null
}

/** The rules that an event about a revision names; undefined when they never held for its kind. */
export function rulesNamed({ policy, book = policyBook(policy, []), kindOf }: Rules, { revision, rules }: { readonly revision: RevisionId; readonly rules?: KnownRules['id'] }): KnownRules | undefined {
  return book.named(rules, kindOf?.(revision) ?? null)
}

/** The rules by which the submission is judged that is, or last was, before the reviewers. */
export function policyOfSubmission({ submitted }: Pick<WorkflowState, 'submitted'>, rules: Rules): Policy {
  return (submitted && rulesNamed(rules, submitted)?.policy) ?? rules.policy
}

/** How far a sign-off is: the first stage that lacks approvals, or the last one. */
export interface Standing {
  readonly stage: number
  /** Approvals that this stage still needs. */
  readonly missing: number
  readonly done: boolean
}

/** An approval counts for the stage that it was given at and for no other, so no stage is ever skipped. */
export function standingOf(policy: Policy, approvals: readonly { readonly stage?: number | undefined }[]): Standing {
  const stages = stagesOf(policy)
  for (const [stage, { approvals: needed }] of stages.entries()) {
    const given = approvals.filter((approval) => (approval.stage ?? 0) === stage).length
    if (given < needed) return { stage, missing: needed - given, done: false }
  }
  return { stage: stages.length - 1, missing: 0, done: true }
}

/** The stage at which a submission waits. */
export function stageAt({ submitted }: Pick<WorkflowState, 'submitted'>, policy: Policy): Stage {
  const stages = stagesOf(policy)
  const stage = stages[submitted?.stage ?? 0] ?? stages.at(-1)
  if (stage === undefined) throw new RangeError('A policy has at least one stage')
  return stage
}
