import type { EventId, RevisionId, StoryId } from '../story/ids'
import { judge } from './judge'
import type { Member } from './member'
import { causalOrder, headsOf, type LogEntry } from './order'
import { policyBook } from './policy-book'
import type { Rules } from './standing'
import type { WorkflowState } from './state'
import { rejection, verifyEvent, type Rejected, type VerifySignature } from './verify-event'

export interface ReduceInput extends Rules {
  readonly story: StoryId
  /** What the log holds, in any order: hostile until parsed and verified. */
  readonly events: readonly unknown[]
  /** The members of today, with what they were before: what they signed in a role that was taken away, or with a key that was revoked, still counts if it was known by then. */
  readonly members: readonly Member[]
  /** Whether this story has such a revision. */
  readonly revisionExists: (id: RevisionId) => boolean
  readonly verify: VerifySignature
  /** Told of each event as it is judged, in the order in which events count: what an audit is written from. */
  readonly watch?: (step: Step) => void
}

/** One event, judged. */
export interface Step {
  readonly entry: LogEntry
  readonly before: WorkflowState
  readonly after: WorkflowState
  /** Why it changed nothing; null when it counted. */
  readonly why: string | null
}

/**
 * What a log implies. Events that are unreadable, forged, about unknown revisions, not allowed to their author or not
 * possible in the state that they meet change nothing and are listed in `rejected`; so are events whose causes are missing.
 * The same set of events gives the same state, whatever the order of arrival and however often one is repeated.
 *
 * The plan: events are put into one order (`causalOrder`). Each is judged twice. First by what its author had seen, that is by
 * the state that the events before it (`after`, and theirs) imply by themselves: whether it was right is settled once and
 * for all, and nothing that arrives later, with whatever clock, changes it. Then by what others did meanwhile (`whyOvertaken`):
 * whether it still has an effect. What a member is allowed to do now (`decide`) is what passes both.
 */
export function reduce(input: ReduceInput): WorkflowState {
  const members = new Map<string, Member>(input.members.map((member) => [member.id, member]))
  const rules: Rules = { ...input, book: input.book ?? policyBook(input.policy, []) }
  const rejected: Rejected[] = []
  const entries = new Map<EventId, LogEntry>()
  for (const raw of input.events) {
    const verified = verifyEvent(raw, input.story, members, input.verify)
    if (verified.ok) entries.set(verified.entry.id, verified.entry)
    else rejected.push(verified.rejected)
  }
  const { ordered, orphans } = causalOrder([...entries.values()])
  const judged = judge(ordered, members, { ...input, ...rules })
  rejected.push(...judged.rejected, ...orphans.map((entry) => rejection(entry, 'what happened before it is missing from the log')))
  return { ...judged.state, rejected: distinct(rejected), heads: headsOf(ordered), order: judged.order }
}

/** One entry for each event, in an order that does not depend on arrival. */
function distinct(rejected: readonly Rejected[]): Rejected[] {
  const byText = new Map(rejected.map((entry) => [JSON.stringify(entry), entry]))
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry)
}
