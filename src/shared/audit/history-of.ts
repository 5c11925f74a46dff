import type { LogEntry } from '../workflow/order'
import type { WorkflowState } from '../workflow/state'
import { describeEvent, eventName } from './describe-event'
import type { HistoryEntry, ToldEvent } from './told-event'
import { someoneUnknown, type Wording } from './wording'

/** An event in words, as its author's deed. */
export function toldEvent({ id, event }: LogEntry, wording: Wording): ToldEvent {
  const { text, note } = describeEvent(event, wording)
  return { id, type: event.type, at: event.at, by: event.by, byName: wording.member(event.by), text, note, revision: 'revision' in event ? event.revision : null }
}

/** The log in words: what counts for nothing first, then what was accepted, newest first. */
export function historyOf(counted: readonly LogEntry[], refused: WorkflowState['rejected'], wording: Wording): HistoryEntry[] {
  const accepted = counted.map((entry): HistoryEntry => ({ ...toldEvent(entry, wording), accepted: true }))
  return [...refused.map((item) => refusedEntry(item, wording)), ...accepted.reverse()]
}

function refusedEntry({ id, type, at, by, reason }: WorkflowState['rejected'][number], wording: Wording): HistoryEntry {
  const author = by === null ? '' : ` in the name of ${wording.member(by)}`
  const text = `${eventName(type)}${author} does not count: ${reason}.`
  return { id, type: type ?? 'unknown', at: at ?? '', by: by ?? '', byName: by === null ? someoneUnknown : wording.member(by), text, note: '', revision: null, accepted: false }
}
