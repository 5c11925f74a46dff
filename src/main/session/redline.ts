import type { RedlineFrom, RedlineTo } from '../../shared/ipc'
import { redline } from '../../shared/redline/redline'
import type { Redline } from '../../shared/redline/redline-shape'
import { DeskError } from '../../shared/result'
import type { RevisionId, StoryId } from '../../shared/story/ids'
import type { Revision } from '../../shared/story/revision'
import { knownToReaders } from '../desk/known-to-readers'
import { workflowOf } from '../desk/story-workflow'
import { lastSeen } from '../store/last-seen'
import { getRevision } from '../store/revisions'
import type { Comparison } from '../redline/compare-contract'
import type { DeskSession } from './desk-session'
import { knownNames } from './known-names'

/** What changed in a story between two of its revisions. @throws DeskError when the story has no such revision. */
export function redlineOf(session: DeskSession, id: StoryId, from: RedlineFrom, to: RedlineTo): Redline {
  const { before, after, known } = comparisonOf(session, id, from, to)
  return redline(before, after, known)
}

/** The two revisions of a story that a redline is asked for, with what it needs to know of the desk. @throws DeskError as `redlineOf` does. */
export function comparisonOf(session: DeskSession, id: StoryId, from: RedlineFrom, to: RedlineTo): Comparison {
  const before = revisionFrom(session, id, from)
  const after = to === 'current' ? session.derived(id).current : revisionOf(session, id, to)
  return { before, after, known: { ...knownToReaders(session.desk, before, after, session.kindOf(id)), names: knownNames(session) } }
}

function revisionFrom(session: DeskSession, id: StoryId, from: RedlineFrom): Revision | null {
  if (from === 'none') return null
  return revisionOf(session, id, isNamed(from) ? revisionNamed(session, id, from) : from)
}

type NamedBase = keyof typeof unnamed
const unnamed = {
  approved: 'No version of this story has been approved yet.',
  submitted: 'No version of this story is in review.',
  published: 'No version of this story has been published yet.',
  seen: 'You have not had this story before you yet, so nothing in it is older than what you see.',
} as const

const isNamed = (from: RedlineFrom): from is NamedBase => from in unnamed

function revisionNamed(session: DeskSession, id: StoryId, from: NamedBase): RevisionId {
  const { approvedRevision, submitted, published } = workflowOf(session.desk, id, session.docs.get(id))
  const revision = {
    approved: approvedRevision,
    submitted: submitted?.revision,
    published: published.at(-1)?.revision,
    seen: lastSeen(session.desk.db, session.member().id, id)?.revision,
  }[from]
  if (revision === null || revision === undefined) throw new DeskError('no-revision', unnamed[from])
  return revision
}

function revisionOf({ desk }: DeskSession, id: StoryId, revision: RevisionId): Revision {
  const found = getRevision(desk.db, revision)
  if (found === undefined || found.story !== id) throw new DeskError('no-revision', 'This story has no such version.', { place: revision })
  return found
}
