import { setImmediate } from 'node:timers/promises'
import { DeskError } from '../../shared/result'
import type { EventId, MemberId, StoryId } from '../../shared/story/ids'
import { storyLog } from '../../shared/story/story-doc'
import type { Member } from '../../shared/workflow/member'
import { verifyEvent } from '../../shared/workflow/verify-event'
import { lastSequence, storiesNaming } from '../store/revocations'
import { loadStory } from '../store/stories'
import type { Desk } from './desk'
import { verifySignature } from './identity'

/**
 * Looks through all stories for what a member has signed, and then does something that rests on it, in one transaction: nothing that was
 * signed meanwhile is missed. Other calls are answered while stories are looked through.
 */
export async function withAllSignedBy<T>(desk: Desk, member: MemberId, use: (events: readonly EventId[]) => T): Promise<T> {
  const since = lastSequence(desk.db)
  const events = new Set<EventId>()
  for (const story of storiesNaming(desk.db, member)) {
    for (const event of signedIn(desk, story, member)) events.add(event)
    await setImmediate()
  }
  return desk.db.transaction(() => {
    // What was signed while the others were read.
    for (const story of storiesNaming(desk.db, member, since)) for (const event of signedIn(desk, story, member)) events.add(event)
    return use([...events].sort())
  })()
}

/** The events of a story that a member signed, whether or not they had an effect. A story that can't be read has none. */
function signedIn(desk: Desk, story: StoryId, by: MemberId): EventId[] {
  const members = new Map<string, Member>(desk.members.map((member) => [member.id, member]))
  try {
    return [...storyLog(loadStory(desk.db, story)).values()].flatMap((raw) => {
      const verified = verifyEvent(raw, story, members, verifySignature)
      return verified.ok && verified.entry.event.by === by ? [verified.entry.id] : []
    })
  } catch (error) {
    if (error instanceof DeskError) return []
    throw error
  }
}
