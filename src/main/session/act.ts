import type * as Y from 'yjs'
import type { Action, StoryStatus } from '../../shared/ipc'
import { DeskError } from '../../shared/result'
import { Instant, type MemberId, type RevisionId, type StoryId } from '../../shared/story/ids'
import { storyLog } from '../../shared/story/story-doc'
import { isBlocker } from '../../shared/checks/preflight'
import { decide } from '../../shared/workflow/decide'
import type { Revision } from '../../shared/story/revision'
import { eventId, type SignedEvent } from '../../shared/workflow/event'
import { whyNotByClasses } from '../../shared/workflow/small-classes'
import { rulesOf } from '../desk/rules-of'
import { deskFor, memberFor } from '../desk/story-desk'
import { putRevision } from '../store/revisions'
import type { DeskSession } from './desk-session'
import { redlineOf } from './redline'
import { findingsOf, statusOf } from './status'
import { whyNotOwnChange } from './wrote-since'

/** What a member has decided and signed, and is in no log yet. */
export interface SignedAction {
  readonly signed: SignedEvent
  /** The version that it is about, where that is the story as it stood. */
  readonly about: Revision | null
}

/**
 * Does one workflow action as the acting member: decide, store the revision that it is about, sign, append.
 * @throws DeskError in words when the member may not, or preflight forbids a submission. Nothing is then changed.
 */
export function actOn(session: DeskSession, id: StoryId, action: Action): StoryStatus {
  const done = signAction(session, id, action)
  keepAction(session, id, done, (doc) => storyLog(doc).set(eventId(done.signed.event), done.signed))
  return statusOf(session, id)
}

/** Puts what was decided into the story's log, with the version that it is about, at one stroke. @param also Stored in the same transaction. */
export function keepAction(session: DeskSession, id: StoryId, { signed, about }: SignedAction, edit: (doc: Y.Doc) => void, also: () => void = () => undefined): void {
  // What was decided on is where the work came to.
  if (about !== null) session.sittings.rest(id)
  session.changeStory(id, edit, () => {
    if (about !== null) putRevision(session.desk.db, about, signed.event.by)
    also()
  })
}

/**
 * Decides and signs one workflow action as the acting member, and changes nothing yet.
 * @throws DeskError in words when the member may not, or preflight forbids a submission.
 */
export function signAction(session: DeskSession, id: StoryId, action: Action): SignedAction {
  const desk = deskFor(session.desk, id)
  const { current, currentRevision, workflow } = session.derived(id)
  const isAboutCurrent = action.type === 'submit' || action.type === 'reapprove' || action.type === 'waive'
  if ((action.type === 'reapprove' || action.type === 'waive') && action.revision !== currentRevision) throw new DeskError('story-changed', 'The story was changed meanwhile. Look at it again first.')
  const by = memberFor(session.desk, id, session.member())
  if (action.type === 'submit') refuseBlocked(session, id)
  const decided = decide(workflow, action, {
    story: id,
    by,
    at: Instant.parse(new Date().toISOString()),
    ...rulesOf(desk, { current, currentRevision }),
    currentRevision,
    currentKind: current.kind,
  })
  if (!decided.ok) throw new DeskError(decided.error.code, decided.error.message, decided.error)
  if (action.type === 'reapprove') {
    refuseOwn(session, id, by.id)
    refuseLarge(session, id, action.previous)
  }
  return { signed: session.keyring.sign(by.id, decided.value), about: isAboutCurrent ? current : null }
}

function refuseOwn(session: DeskSession, id: StoryId, by: MemberId): void {
  const why = whyNotOwnChange(session, id, by, session.derived(id).workflow)
  if (why !== null) throw new DeskError('not-allowed', why)
}

/** The redline knows names of the desk and numbers in words; what it counts as more than wording is not signed with one key. */
function refuseLarge(session: DeskSession, id: StoryId, previous: RevisionId): void {
  const why = whyNotByClasses(redlineOf(session, id, previous, 'current').counts)
  if (why !== null) throw new DeskError('not-small', why)
}

function refuseBlocked(session: DeskSession, id: StoryId): void {
  const policy = deskFor(session.desk, id).book.current(session.derived(id).current.kind).policy
  const blockers = findingsOf(session, id).filter((finding) => isBlocker(finding, policy))
  if (blockers.length === 0) return
  throw new DeskError('preflight', `This can’t be submitted yet: ${blockers.map(({ message }) => message).join(' ')}`)
}
