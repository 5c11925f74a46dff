import type * as Y from 'yjs'
import type { EventId, RevisionId, StoryId } from '../../shared/story/ids'
import { storyLog } from '../../shared/story/story-doc'
import type { LogEntry } from '../../shared/workflow/order'
import { reduce, type ReduceInput } from '../../shared/workflow/reduce'
import type { WorkflowState } from '../../shared/workflow/state'
import { verifyEvent } from '../../shared/workflow/verify-event'
import type { Desk } from './desk'
import { verifySignature } from './identity'
import { rulesOf } from './rules-of'
import { deskFor } from './story-desk'
import { hasRevision } from '../store/revisions'

/** What a story's log implies on this desk, every signature checked. @param also A revision that the desk is about to have. */
export function workflowOf(whole: Desk, id: StoryId, doc: Y.Doc, also?: RevisionId): WorkflowState {
  const log = logOf(whole, id, doc)
  return reduce(also === undefined ? log : { ...log, revisionExists: (revision) => revision === also || log.revisionExists(revision) })
}

/** A story's log with all that it is judged by on this desk. */
export function logOf(whole: Desk, id: StoryId, doc: Y.Doc): ReduceInput {
  const desk = deskFor(whole, id)
  return {
    story: id,
    events: [...storyLog(doc).values()],
    ...rulesOf(desk),
    revisionExists: (revision) => hasRevision(desk.db, id, revision),
    verify: verifySignature,
  }
}

/**
 * The events that counted, in the order in which they counted. They are found by their content and not by their key in the
 * log, so that nothing can be slipped in under the name of a real event.
 */
export function countedEvents(whole: Desk, id: StoryId, doc: Y.Doc, { order }: WorkflowState): LogEntry[] {
  const desk = deskFor(whole, id)
  const members = new Map<string, (typeof desk.members)[number]>(desk.members.map((member) => [member.id, member]))
  const entries = new Map<EventId, LogEntry>()
  for (const raw of storyLog(doc).values()) {
    const verified = verifyEvent(raw, id, members, verifySignature)
    if (verified.ok) entries.set(verified.entry.id, verified.entry)
  }
  return order.flatMap((event) => entries.get(event) ?? [])
}
