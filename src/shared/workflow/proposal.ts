import type { RevocationId } from '../identity/revocation'
import type { EventId, Instant, RevisionId, TargetId } from '../story/ids'
import type { WorkflowEvent } from './event'
import type { RulesId } from './policy-version'

/** What is judged of an event, or of one that a member might make now (then without a clock). */
export type Proposal = Pick<WorkflowEvent, 'type'> & {
  readonly revision?: RevisionId
  readonly previous?: RevisionId
  readonly check?: string
  readonly rules?: RulesId | undefined
  /** Revocations that its author had seen. */
  readonly revoked?: readonly RevocationId[] | undefined
  readonly target?: TargetId
  readonly clearance?: EventId
  readonly at?: Instant
}
