import type { EventId } from '../story/ids'
import type { SignedEvent, WorkflowEvent } from './event'

/** An event of the log with its name. */
export interface LogEntry {
  readonly id: EventId
  readonly event: WorkflowEvent
  readonly signature: SignedEvent['signature']
}

/**
 * What counts first among events that did not know of each other. Decisions on a submission come before what would sweep it
 * away, so that a submission or an archiving made elsewhere can't undo a sign-off after the fact; objections come after
 * approvals, so that they meet what was approved and can take it back.
 */
const turn: Readonly<Record<WorkflowEvent['type'], number>> = {
  waive: 0,
  clear: 0,
  unclear: 0,
  approve: 0,
  requestChanges: 1,
  withdrawApproval: 1,
  withdraw: 2,
  schedule: 3,
  publish: 3,
  unpublish: 3,
  reapprove: 4,
  reassign: 5,
  submit: 6,
  archive: 7,
  unarchive: 8,
}

/**
 * The one order in which a set of events counts, whatever the order of their arrival: every event after those that its
 * author had seen, and among those that are free, by what they do (`turn`), then the earlier one by its own clock, then by
 * id. A clock that was set back can't move an event before its causes, and moves it only among events of its own turn.
 *
 * Events whose causes are missing are left out and answered apart: a log that was cut must not decide anything.
 * Takes time n log n.
 */
export function causalOrder(entries: readonly LogEntry[]): { readonly ordered: readonly LogEntry[]; readonly orphans: readonly LogEntry[] } {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const missing = new Map<EventId, number>()
  const followers = new Map<EventId, LogEntry[]>()
  const free: LogEntry[] = []
  for (const entry of byId.values()) {
    const causes = new Set(entry.event.after)
    missing.set(entry.id, causes.size)
    for (const cause of causes) push(followers, cause, entry)
    if (causes.size === 0) enqueue(free, entry)
  }
  const ordered: LogEntry[] = []
  for (let next = dequeue(free); next !== undefined; next = dequeue(free)) {
    ordered.push(next)
    byId.delete(next.id)
    for (const follower of followers.get(next.id) ?? []) {
      const left = (missing.get(follower.id) ?? 0) - 1
      missing.set(follower.id, left)
      if (left === 0) enqueue(free, follower)
    }
  }
  return { ordered, orphans: [...byId.values()].sort((a, b) => (isBefore(a, b) ? -1 : 1)) }
}

function push(lists: Map<EventId, LogEntry[]>, key: EventId, entry: LogEntry): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [entry])
  else list.push(entry)
}

function isBefore(a: LogEntry, b: LogEntry): boolean {
  const [turnA, turnB] = [turn[a.event.type], turn[b.event.type]]
  if (turnA !== turnB) return turnA < turnB
  return a.event.at === b.event.at ? a.id < b.id : a.event.at < b.event.at
}

/** Puts an entry into a binary heap whose first element comes before all others. */
function enqueue(heap: LogEntry[], entry: LogEntry): void {
  let place = heap.push(entry) - 1
  while (place > 0) {
    const parent = (place - 1) >> 1
    const above = heap[parent]
    if (above === undefined || !isBefore(entry, above)) break
    heap[place] = above
    heap[parent] = entry
    place = parent
  }
}

/** Takes the first entry out of such a heap. */
function dequeue(heap: LogEntry[]): LogEntry | undefined {
  const first = heap[0]
  const last = heap.pop()
  if (first === undefined || last === undefined || heap.length === 0) return first
  let place = 0
  heap[0] = last
  for (;;) {
    const [left, right] = [heap[2 * place + 1], heap[2 * place + 2]]
    if (left === undefined) return first
    const [child, at] = right !== undefined && isBefore(right, left) ? [right, 2 * place + 2] : [left, 2 * place + 1]
    if (!isBefore(child, last)) return first
    heap[place] = child
    heap[at] = last
    place = at
  }
}

/** The events that no other comes after: what a new event names as seen. */
export function headsOf(entries: readonly LogEntry[]): EventId[] {
  const followed = new Set(entries.flatMap(({ event }) => event.after))
  return entries.flatMap(({ id }) => (followed.has(id) ? [] : [id])).sort()
}
