import type * as Y from 'yjs'
import type { RevisionId } from '../../shared/story/ids'
import { storyLog } from '../../shared/story/story-doc'
import { SignedEvent } from '../../shared/workflow/event'

/** The events of a story's log that can be read, whoever signed them. */
export function readableEvents(doc: Y.Doc): SignedEvent[] {
  return [...storyLog(doc).values()].flatMap((raw) => SignedEvent.safeParse(raw).data ?? [])
}

/** The revisions that decisions are about. The desk keeps others, one for each stretch of work; nobody signed those. */
export function namedRevisions(events: readonly SignedEvent[]): ReadonlySet<RevisionId> {
  return new Set(events.flatMap(({ event }) => ('revision' in event ? ('previous' in event ? [event.revision, event.previous] : [event.revision]) : [])))
}
