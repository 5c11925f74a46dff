import { checks } from '../../shared/checks/preflight'
import { evidenceInWords, partNames } from '../../shared/clearance/in-words'
import type { HistoryEntry } from '../../shared/ipc'
import type { Member } from '../../shared/workflow/member'
import type { WorkflowEvent } from '../../shared/workflow/event'
import type { LogEntry } from '../../shared/workflow/order'
import type { WorkflowState } from '../../shared/workflow/state'
import type { Target } from '../../shared/publishing'

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' })
const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })

/**
 * The log in words: what counts for nothing first, then what was accepted, newest first. The words of an accepted event go
 * on after its author's name; those of a rejected one stand by themselves, since its author is only claimed.
 */
export function historyOf(counted: readonly LogEntry[], refused: WorkflowState['rejected'], members: readonly Member[], targets: readonly Target[]): HistoryEntry[] {
  const nameOf = (id: string): string => members.find((member) => member.id === id)?.name ?? 'Someone unknown'
  const targetName = (id: string): string => targets.find((target) => target.id === id)?.settings.name ?? 'a target that was removed'
  const accepted = counted.map(({ id, event }) => entry(id, event, nameOf(event.by), sentence(event, targetName), true))
  const rejected = refused.map((item): HistoryEntry => ({
    id: item.id,
    type: item.type ?? 'unknown',
    at: item.at ?? '',
    by: item.by ?? '',
    byName: item.by === null ? 'Someone unknown' : nameOf(item.by),
    text: refusal(item, nameOf),
    note: '',
    revision: null,
    accepted: false,
  }))
  return [...rejected, ...accepted.reverse()]
}

function entry(id: string, event: WorkflowEvent, byName: string, text: string, accepted: boolean): HistoryEntry {
  const note = 'reason' in event ? event.reason : 'note' in event ? event.note : 'evidence' in event ? evidenceInWords(event.evidence) : ''
  return { id, type: event.type, at: event.at, by: event.by, byName, text, note, revision: 'revision' in event ? event.revision : null, accepted }
}

const things: Readonly<Record<string, string>> = {
  submit: 'A submission',
  reassign: 'Another request for review',
  approve: 'An approval',
  reapprove: 'A second approval of a small change',
  waive: 'A waiver',
  requestChanges: 'A request for changes',
  withdraw: 'A withdrawal',
  clear: 'A clearance',
  unclear: 'A withdrawal of a clearance',
  schedule: 'A schedule',
  publish: 'A publication',
  unpublish: 'A take-down',
  archive: 'A move to the archive',
  unarchive: 'A move out of the archive',
}

function refusal({ type, by, reason }: WorkflowState['rejected'][number], nameOf: (id: string) => string): string {
  const thing = things[type ?? ''] ?? 'An entry of the log'
  return `${thing}${by === null ? '' : ` in the name of ${nameOf(by)}`} does not count: ${reason}.`
}

function sentence(event: WorkflowEvent, targetName: (id: string) => string): string {
  switch (event.type) {
    case 'submit':
      return event.due === null ? 'asked for review' : `asked for review by ${day.format(new Date(`${event.due}T00:00`))}`
    case 'reassign':
      return event.due === null ? 'changed who is asked for review' : `changed who is asked for review, by ${day.format(new Date(`${event.due}T00:00`))}`
    case 'approve':
      return event.note === '' ? 'approved' : 'approved with a remark'
    case 'reapprove':
      return 'approved a small change of the approved version'
    case 'waive':
      return `set aside what preflight found: ${checks.find(({ id }) => id === event.check)?.label ?? event.check}`
    case 'requestChanges':
      return 'asked for changes'
    case 'clear':
      return `cleared the ${partNames[event.part.kind]} ‘${event.part.excerpt}’${event.clearedBy === undefined ? '' : `, as cleared by ${event.clearedBy}`}`
    case 'unclear':
      return 'took back the clearance of a part of the text'
    case 'withdraw':
      return 'withdrew it from review'
    case 'schedule':
      return `scheduled it for ${moment.format(new Date(event.publishAt))}`
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
