import { sittingsOf, type Sitting } from '@shared/history/sittings'
import type { HistoryPage } from '@shared/history/kept-version'
import type { HistoryEntry } from '@shared/ipc'
import type { RevisionId } from '@shared/story/ids'
import type { WorkflowState } from '@shared/workflow/state'

/** What stands in the history of a story: work on it, or a decision about it. */
export type TimelineItem = { readonly kind: 'work'; readonly at: string; readonly sitting: Sitting } | { readonly kind: 'decision'; readonly at: string; readonly entry: HistoryEntry }

export interface TimelineDay {
  /** Year, month and day where the reader is. */
  readonly day: string
  readonly items: readonly TimelineItem[]
}

/**
 * The work on a story and the decisions about it by day, the latest first. While there are older versions that are not shown yet, older
 * decisions are not shown either: they would stand beside the wrong work.
 */
export function timelineOf({ kept, total }: Pick<HistoryPage, 'kept' | 'total'>, history: readonly HistoryEntry[]): TimelineDay[] {
  const oldest = kept.length < total ? (kept.at(-1)?.ended ?? '') : ''
  const decisions = history.flatMap((entry): TimelineItem[] => (entry.accepted && entry.at >= oldest ? [{ kind: 'decision', at: entry.at, entry }] : []))
  const work = sittingsOf(kept).map((sitting): TimelineItem => ({ kind: 'work', at: whenWritten(sitting, history), sitting }))
  // Of the same moment the decision is the later one: it is about what was written. The order of each kind stays.
  return byDay([...decisions, ...work].sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1)))
}

/** A version that is known only from a decision about it was written before the first one, whenever it came to this desk. */
function whenWritten({ ended, versions: [{ why, revision }] }: Sitting, history: readonly HistoryEntry[]): string {
  const decided = why === 'decision' ? history.filter((entry) => entry.accepted && entry.revision === revision).map(({ at }) => at) : []
  return [ended, ...decided].sort()[0] ?? ended
}

function byDay(items: readonly TimelineItem[]): TimelineDay[] {
  const days: { day: string; items: TimelineItem[] }[] = []
  for (const item of items) {
    const day = dayOf(item.at)
    const last = days.at(-1)
    if (last?.day === day) last.items.push(item)
    else days.push({ day, items: [item] })
  }
  return days
}

/** The day of a moment where the reader is, as `2026-11-03`; empty for what is no date. */
export function dayOf(at: string): string {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return ''
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

/** What a version is: the words for it, and the state in whose colour they stand. */
export interface VersionMark {
  readonly words: string
  readonly look: 'approved' | 'inReview' | 'published' | 'draft'
}

/** What is true of a version now. */
export function marksOf(id: RevisionId, { workflow, currentRevision, seen }: { readonly workflow: WorkflowState; readonly currentRevision: RevisionId; readonly seen: { readonly revision: RevisionId } | null }): VersionMark[] {
  const marks: (VersionMark | false)[] = [
    workflow.published.some(({ revision }) => revision === id) && { words: 'Published', look: 'published' },
    id === workflow.approvedRevision && { words: 'Approved', look: 'approved' },
    workflow.state === 'inReview' && id === workflow.submitted?.revision && { words: 'In review', look: 'inReview' },
    id === currentRevision && { words: 'As it is now', look: 'draft' },
    id === seen?.revision && id !== currentRevision && { words: 'Last seen by you', look: 'draft' },
  ]
  return marks.filter((mark) => mark !== false)
}
