import type { Action, StoryStatus } from '../../shared/ipc'
import { DeskError } from '../../shared/result'
import { Instant, type StoryId } from '../../shared/story/ids'
import { revisionId } from '../../shared/story/revision'
import { storyLog } from '../../shared/story/story-doc'
import { isBlocker } from '../../shared/checks/preflight'
import { decide } from '../../shared/workflow/decide'
import { eventId, type SignedEvent } from '../../shared/workflow/event'
import { workflowOf } from '../desk/story-workflow'
import { putRevision } from '../store/revisions'
import { snapshot } from '../store/snapshot'
import type { DeskSession } from './desk-session'
import { findingsOf, statusOf } from './status'

/**
 * Does one workflow action as the acting member: decide, store the revision that it is about, sign, append.
 * @throws DeskError in words when the member may not, or preflight forbids a submission. Nothing is then changed.
 */
export function actOn(session: DeskSession, id: StoryId, action: Action): StoryStatus {
  const { desk } = session
  const doc = session.docs.get(id)
  const current = snapshot(desk, id, doc)
  const by = session.member()
  if (action.type === 'submit') refuseBlocked(session, id)
  const decided = decide(workflowOf(desk, id, doc), action, {
    story: id,
    by,
    at: Instant.parse(new Date().toISOString()),
    policy: desk.policy,
    members: desk.members,
    currentRevision: revisionId(current),
  })
  if (!decided.ok) throw new DeskError(decided.error.code, decided.error.message, decided.error)
  const signed = session.keyring.sign(by.id, decided.value)
  desk.db.transaction(() => {
    if (action.type === 'submit') putRevision(desk.db, current, by.id)
    append(session, id, signed)
  })()
  return statusOf(session, id)
}

function append(session: DeskSession, id: StoryId, signed: SignedEvent): void {
  session.changeStory(id, (doc) => storyLog(doc).set(eventId(signed.event), signed))
}

function refuseBlocked(session: DeskSession, id: StoryId): void {
  const blockers = findingsOf(session, id).filter((finding) => isBlocker(finding, session.desk.policy))
  if (blockers.length === 0) return
  throw new DeskError('preflight', `This can’t be submitted yet: ${blockers.map(({ message }) => message).join(' ')}`)
}
