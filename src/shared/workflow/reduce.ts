import type { RevisionId, StoryId } from '../story/ids'
import type { Member } from './member'
import { causalOrder, headsOf, type LogEntry } from './order'
import type { Policy } from './policy'
import type { WorkflowState } from './state'
import { initialState, transition, whyNot } from './transition'
import { rejection, verifyEvent, type Rejected, type VerifySignature } from './verify-event'

export interface ReduceInput {
  readonly story: StoryId
  /** What the log holds, in any order: hostile until parsed and verified. */
  readonly events: readonly unknown[]
  readonly policy: Policy
  /** The members of today: a role that was taken away no longer counts, for earlier decisions either. */
  readonly members: readonly Member[]
  /** Whether this story has such a revision. */
  readonly revisionExists: (id: RevisionId) => boolean
  readonly verify: VerifySignature
}

/**
 * What a log implies. Events that are unreadable, forged, about unknown revisions, not allowed to their author or not
 * possible in the state that they meet change nothing and are listed in `rejected`; so are events whose causes are missing.
 * The same set of events gives the same state, whatever the order of arrival and however often one is repeated.
 */
export function reduce(input: ReduceInput): WorkflowState {
  const members = new Map<string, Member>(input.members.map((member) => [member.id, member]))
  const rejected: Rejected[] = []
  const entries = new Map<string, LogEntry>()
  for (const raw of input.events) {
    const verified = verifyEvent(raw, input.story, members, input.verify)
    if (verified.ok) entries.set(verified.entry.id, verified.entry)
    else rejected.push(verified.rejected)
  }
  const { ordered, orphans } = causalOrder([...entries.values()])
  let state = initialState
  const order: LogEntry[] = []
  for (const entry of ordered) {
    const author = members.get(entry.event.by)
    const why = author === undefined ? 'its author is not a member' : reasonAgainst(state, entry, author, input)
    if (why === null) {
      state = transition(state, entry.id, entry.event, input.policy)
      order.push(entry)
    } else {
      rejected.push(rejection(entry, why))
    }
  }
  rejected.push(...orphans.map((entry) => rejection(entry, 'what happened before it is missing from the log')))
  return { ...state, rejected: distinct(rejected), heads: headsOf([...ordered]), order: order.map(({ id }) => id) }
}

function reasonAgainst(state: WorkflowState, { event }: LogEntry, author: Member, input: ReduceInput): string | null {
  if ('revision' in event && !input.revisionExists(event.revision)) return 'it is about a version that does not exist'
  return whyNot(state, event, author, input)
}

/** One entry for each event, in an order that does not depend on arrival. */
function distinct(rejected: readonly Rejected[]): Rejected[] {
  const byText = new Map(rejected.map((entry) => [JSON.stringify(entry), entry]))
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry)
}
