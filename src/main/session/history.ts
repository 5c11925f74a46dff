import type { HistoryEntry } from '../../shared/ipc'
import type { Member } from '../../shared/workflow/member'
import { SignedEvent, type WorkflowEvent } from '../../shared/workflow/event'
import type { WorkflowState } from '../../shared/workflow/state'
import type { Target } from '../../shared/publishing'

/** The log in words, newest first: what was accepted in the order in which it counts, then what was rejected. */
export function historyOf(log: ReadonlyMap<string, unknown>, workflow: WorkflowState, members: readonly Member[], targets: readonly Target[]): HistoryEntry[] {
  const nameOf = (id: string): string => members.find((member) => member.id === id)?.name ?? 'someone unknown'
  const targetName = (id: string): string => targets.find((target) => target.id === id)?.settings.name ?? 'a target that was removed'
  const accepted = workflow.order.flatMap((id) => {
    const parsed = SignedEvent.safeParse(log.get(id))
    if (!parsed.success) return []
    const { event } = parsed.data
    return [entry(id, event, nameOf(event.by), sentence(event, targetName), true)]
  })
  const rejected = workflow.rejected.map((item): HistoryEntry => ({
    id: item.id,
    type: item.type ?? 'unknown',
    at: item.at ?? '',
    by: item.by ?? '',
    byName: item.by === null ? 'unknown' : nameOf(item.by),
    text: `An event was refused: ${item.reason}`,
    note: '',
    revision: null,
    accepted: false,
  }))
  return [...rejected, ...accepted.reverse()]
}

function entry(id: string, event: WorkflowEvent, byName: string, text: string, accepted: boolean): HistoryEntry {
  const note = event.type === 'requestChanges' ? event.reason : 'note' in event ? event.note : ''
  return { id, type: event.type, at: event.at, by: event.by, byName, text, note, revision: 'revision' in event ? event.revision : null, accepted }
}

function sentence(event: WorkflowEvent, targetName: (id: string) => string): string {
  switch (event.type) {
    case 'submit':
      return event.due === null ? 'asked for review' : `asked for review by ${event.due}`
    case 'approve':
      return 'approved'
    case 'requestChanges':
      return 'asked for changes'
    case 'withdraw':
      return 'withdrew it from review'
    case 'schedule':
      return `scheduled it for ${event.publishAt}`
    case 'publish':
      return `published it to ${targetName(event.target)}`
    case 'unpublish':
      return `took it down from ${targetName(event.target)}`
    case 'archive':
      return 'archived it'
    case 'unarchive':
      return 'took it out of the archive'
  }
}
