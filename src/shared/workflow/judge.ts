import type { EventId } from '../story/ids'
import { rolesAt, whyRevoked, type Member } from './member'
import type { LogEntry } from './order'
import { whyOvertaken, type Submission } from './overtaken'
import type { ReduceInput } from './reduce'
import { whyNot } from './rules'
import type { WorkflowState } from './state'
import { initialState, transition } from './transition'
import { rejection, type Rejected } from './verify-event'

/** An event that was right in what its author saw. */
interface Right {
  readonly entry: LogEntry
  /** What was under review there. */
  readonly submission: Submission
}

/** Judges events that were verified and put into their order, one by one: which count, what they come to, and why others don’t count. */
export function judge(ordered: readonly LogEntry[], members: ReadonlyMap<string, Member>, input: ReduceInput): { state: WorkflowState; order: EventId[]; rejected: Rejected[] } {
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
