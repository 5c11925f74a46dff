import type { EventId } from '../story/ids'
import type { SignedEvent, WorkflowEvent } from './event'

/** An event of the log with its name. */
export interface LogEntry {
  readonly id: EventId
  readonly event: WorkflowEvent
  readonly signature: SignedEvent['signature']
}

/**
 * The one order in which a set of events counts, whatever the order of their arrival: every event after those that its
 * author had seen, and among those that are free, the earlier one by its own clock, then by id. A clock that was set
 * back therefore can't move an event before its causes.
 *
 * Events whose causes are missing are left out and answered apart: a log that was cut must not decide anything.
 */
export function causalOrder(entries: readonly LogEntry[]): { readonly ordered: readonly LogEntry[]; readonly orphans: readonly LogEntry[] } {
  const waiting = new Map(entries.map((entry) => [entry.id, entry]))
  const applied = new Set<EventId>()
  const ordered: LogEntry[] = []
  for (;;) {
    const free = [...waiting.values()].filter(({ event }) => event.after.every((id) => applied.has(id)))
    const next = free.reduce<LogEntry | undefined>((first, entry) => (first === undefined || isBefore(entry, first) ? entry : first), undefined)
    if (next === undefined) return { ordered, orphans: [...waiting.values()].sort((a, b) => (isBefore(a, b) ? -1 : 1)) }
    waiting.delete(next.id)
    applied.add(next.id)
    ordered.push(next)
  }
}

function isBefore(a: LogEntry, b: LogEntry): boolean {
  return a.event.at === b.event.at ? a.id < b.id : a.event.at < b.event.at
}

/** The events that no other comes after: what a new event names as seen. */
export function headsOf(entries: readonly LogEntry[]): EventId[] {
  const followed = new Set(entries.flatMap(({ event }) => event.after))
  return entries.flatMap(({ id }) => (followed.has(id) ? [] : [id])).sort()
}
