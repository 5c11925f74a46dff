import { notedAuthors } from '../../shared/history/authorship'
import type { Instant, MemberId, StoryId } from '../../shared/story/ids'
import { activeMembers } from '../../shared/workflow/member'
import { sanctionOf } from '../../shared/workflow/sanctions'
import type { WorkflowState } from '../../shared/workflow/state'
import { deskFor } from '../desk/story-desk'
import { countedEvents } from '../desk/story-workflow'
import { workedSince } from '../store/stretches'
import type { DeskSession } from './desk-session'

/**
 * Why a member can't approve a small change with one key because it is theirs; null when it isn't, or when nobody else is there. Asked
 * before something is signed: who writes is noted for people, and is no part of what makes a log's state.
 */
export function whyNotOwnChange(session: DeskSession, id: StoryId, by: MemberId, workflow: WorkflowState): string | null {
  const desk = deskFor(session.desk, id)
  const approvedAt = approvedSince(session, id, workflow)
  if (approvedAt === null || activeMembers(desk.members).length === 1) return null
  const noted = notedAuthors(session.docs.get(id)).some(({ who }) => who.by === by && who.at > approvedAt)
  return noted || workedSince(session.desk.db, id, by, approvedAt) ? 'Whoever wrote the change can’t approve it with one key: a second pair of eyes is needed.' : null
}

function approvedSince(session: DeskSession, id: StoryId, workflow: WorkflowState): Instant | null {
  const completed = sanctionOf(workflow, workflow.approvedRevision)?.completed
  return countedEvents(session.desk, id, session.docs.get(id), workflow).find((entry) => entry.id === completed)?.event.at ?? null
}
