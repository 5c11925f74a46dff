import type { RedlineFrom, RedlineTo } from '../../shared/ipc'
import { redline } from '../../shared/redline/redline'
import type { Redline } from '../../shared/redline/redline-shape'
import { DeskError } from '../../shared/result'
import type { RevisionId, StoryId } from '../../shared/story/ids'
import type { Revision } from '../../shared/story/revision'
import { workflowOf } from '../desk/story-workflow'
import { getRevision } from '../store/revisions'
import type { Comparison } from '../redline/compare-contract'
import type { DeskSession } from './desk-session'
import { knownNames } from './known-names'

/** What changed in a story between two of its revisions. @throws DeskError when the story has no such revision. */
export function redlineOf(session: DeskSession, id: StoryId, from: RedlineFrom, to: RedlineTo): Redline {
  const { before, after, kind, names } = comparisonOf(session, id, from, to)
  return redline(before, after, kind, names)
}

/** The two revisions of a story that a redline is asked for, with what it needs to know of the desk. @throws DeskError as `redlineOf` does. */
export function comparisonOf(session: DeskSession, id: StoryId, from: RedlineFrom, to: RedlineTo): Comparison {
  const before = revisionFrom(session, id, from)
  const after = to === 'current' ? session.derived(id).current : revisionOf(session, id, to)
  return { before, after, kind: session.kindOf(id), names: knownNames(session) }
}

function revisionFrom(session: DeskSession, id: StoryId, from: RedlineFrom): Revision | null {
  if (from === 'none') return null
  if (from !== 'approved' && from !== 'submitted') return revisionOf(session, id, from)
  const { approvedRevision, submitted } = workflowOf(session.desk, id, session.docs.get(id))
  const named = from === 'approved' ? approvedRevision : (submitted?.revision ?? null)
  if (named === null) throw new DeskError('no-revision', from === 'approved' ? 'No version of this story has been approved yet.' : 'No version of this story is in review.')
  return revisionOf(session, id, named)
}

function revisionOf({ desk }: DeskSession, id: StoryId, revision: RevisionId): Revision {
  const found = getRevision(desk.db, revision)
  if (found === undefined || found.story !== id) throw new DeskError('no-revision', 'This story has no such version.', { place: revision })
  return found
}
