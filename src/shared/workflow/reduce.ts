import type { EventId, RevisionId, StoryId } from '../story/ids'
import { rolesAt, whyRevoked, type Member } from './member'
import { causalOrder, headsOf, type LogEntry } from './order'
import { whyOvertaken, type Submission } from './overtaken'
import { policyBook } from './policy-book'
import { whyNot } from './rules'
import type { Rules } from './standing'
import type { WorkflowState } from './state'
import { initialState, transition } from './transition'
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

/** An event that was right in what its author saw. */
interface Right {
  readonly entry: LogEntry
  /** What was under review there. */
  readonly submission: Submission
}

function judge(ordered: readonly LogEntry[], members: ReadonlyMap<string, Member>, input: ReduceInput): { state: WorkflowState; order: EventId[]; rejected: Rejected[] } {
  let state = initialState
  let heads = new Set<EventId>()
  const right = new Map<EventId, Right>()
  const placed: LogEntry[] = []
  /** For each event, what whoever saw it and nothing else saw. */
  const seenWith = new Map<EventId, WorkflowState>()
  const order: EventId[] = []
  const rejected: Rejected[] = []

  const apply = (to: WorkflowState, { entry, submission }: Right): WorkflowState =>
    whyOvertaken(to, entry.event, submission) === null ? transition(to, entry.id, entry.event, input, submission) : to

  function stateSeenBy({ event }: LogEntry, sawAll: boolean): WorkflowState {
    if (sawAll) return state
    const [first, ...others] = event.after
    if (first === undefined) return initialState
    const single = others.length === 0 ? seenWith.get(first) : undefined
    if (single !== undefined) return single
    const ancestors = ancestorsOf(event.after, byId)
    return placed.filter(({ id }) => ancestors.has(id)).reduce((seen, { id }) => applyIfRight(seen, id), initialState)
  }
  const applyIfRight = (to: WorkflowState, id: EventId): WorkflowState => {
    const entry = right.get(id)
    return entry === undefined ? to : apply(to, entry)
  }

  const byId = new Map<EventId, LogEntry>()
  for (const entry of ordered) {
    const before = state
    const after = new Set(entry.event.after)
    const sawAll = every(heads, (head) => after.has(head))
    const seen = stateSeenBy(entry, sawAll)
    const wrong = whyWrong(seen, entry, members, input)
    const judgement: Right = { entry, submission: seen.submitted }
    const why = wrong ?? whyOvertaken(state, entry.event, judgement.submission)
    if (wrong === null) right.set(entry.id, judgement)
    if (why === null) {
      state = transition(state, entry.id, entry.event, input, judgement.submission)
      order.push(entry.id)
    } else {
      rejected.push(rejection(entry, why))
    }
    input.watch?.({ entry, before, after: state, why })
    seenWith.set(entry.id, sawAll ? state : applyIfRight(seen, entry.id))
    if (sawAll) heads = new Set([entry.id])
    else {
      for (const cause of after) heads.delete(cause)
      heads.add(entry.id)
    }
    placed.push(entry)
    byId.set(entry.id, entry)
  }
  return { state, order, rejected }
}

function every<T>(set: ReadonlySet<T>, holds: (element: T) => boolean): boolean {
  for (const element of set) if (!holds(element)) return false
  return true
}

/** These events, those that they follow, and so on. */
function ancestorsOf(after: readonly EventId[], byId: ReadonlyMap<EventId, LogEntry>): Set<EventId> {
  const found = new Set<EventId>()
  const open = [...after]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue
    found.add(id)
    open.push(...(byId.get(id)?.event.after ?? []))
  }
  return found
}

function whyWrong(seen: WorkflowState, { id, event }: LogEntry, members: ReadonlyMap<string, Member>, input: ReduceInput): string | null {
  const author = members.get(event.by)
  if (author === undefined) return 'its author is not a member'
  const revoked = whyRevoked(author, id)
  if (revoked !== null) return revoked
  if ('revision' in event && !input.revisionExists(event.revision)) return 'it is about a version that does not exist'
  return whyNot(seen, event, { ...author, roles: [...rolesAt(author, id)] }, input)
}

/** One entry for each event, in an order that does not depend on arrival. */
function distinct(rejected: readonly Rejected[]): Rejected[] {
  const byText = new Map(rejected.map((entry) => [JSON.stringify(entry), entry]))
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry)
}
