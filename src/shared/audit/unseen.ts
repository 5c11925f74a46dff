import type { EventId } from '../story/ids'
import type { Step } from '../workflow/reduce'

/**
 * For each event, those that counted before it although its author had not seen them: where decisions met that were made without
 * knowing of each other. Events that saw all that came before have no entry.
 * @param steps In the order in which events count.
 */
export function unseenBy(steps: readonly Step[]): ReadonlyMap<EventId, readonly EventId[]> {
  const after = new Map(steps.map(({ entry }) => [entry.id, entry.event.after]))
  const unseen = new Map<EventId, readonly EventId[]>()
  const counted: EventId[] = []
  let heads = new Set<EventId>()
  for (const { entry, why } of steps) {
    const causes = new Set(entry.event.after)
    const sawAll = [...heads].every((head) => causes.has(head))
    if (!sawAll) {
      const seen = ancestors(entry.event.after, after)
      const missed = counted.filter((id) => !seen.has(id))
      if (missed.length > 0) unseen.set(entry.id, missed)
    }
    heads = sawAll ? new Set([entry.id]) : new Set([...heads].filter((head) => !causes.has(head)).concat(entry.id))
    if (why === null) counted.push(entry.id)
  }
  return unseen
}

function ancestors(of: readonly EventId[], after: ReadonlyMap<EventId, readonly EventId[]>): ReadonlySet<EventId> {
  const found = new Set<EventId>()
  const open = [...of]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue
    found.add(id)
    open.push(...(after.get(id) ?? []))
  }
  return found
}
