import type { Delivery } from '../../shared/publishing'
import type { StoryId } from '../../shared/story/ids'
import { Instant } from '../../shared/story/ids'
import { storyLog } from '../../shared/story/story-doc'
import { eventId, type WorkflowEvent } from '../../shared/workflow/event'
import type { Member } from '../../shared/workflow/member'
import { createOutbox, type Outbox } from '../publish/outbox'
import type { Secrets } from '../publish/secrets'
import { targetOpener } from '../publish/open-target'
import type { DeskSession } from './desk-session'

/** The outbox of an open desk: what is delivered becomes a signed event in the story's log. */
export function openPublishing(session: DeskSession, secrets: Secrets, changed: (story: StoryId) => void): Outbox {
  return createOutbox({
    desk: session.desk,
    targetFor: targetOpener(session.desk, secrets),
    changed,
    delivered: (delivery) => recordDelivery(session, delivery),
  })
}

/**
 * Writes 'published' into the log once, signed by a member of this computer who may publish.
 * @throws Error when nobody here may; the outbox then asks again when the desk is next opened.
 */
function recordDelivery(session: DeskSession, delivery: Delivery): void {
  const { receipt } = delivery
  if (receipt === null) return
  const state = session.derived(delivery.story).workflow
  const known = state.published.find(({ target }) => target === delivery.target)
  if (known?.revision === delivery.revision && known.remoteId === receipt.remoteId && known.url === receipt.url) return
  const by = publisherOf(session)
  const event: WorkflowEvent = {
    format: 'copydesk.event/1',
    type: 'publish',
    story: delivery.story,
    by: by.id,
    at: Instant.parse(new Date().toISOString()),
    after: state.heads,
    revision: delivery.revision,
    target: delivery.target,
    remoteId: receipt.remoteId,
    url: receipt.url,
  }
  const signed = session.keyring.sign(by.id, event)
  session.changeStory(delivery.story, (story) => storyLog(story).set(eventId(event), signed))
}

function publisherOf(session: DeskSession): Member {
  const mayPublish = (member: Member): boolean => member.roles.some((role) => role === 'publisher' || role === 'admin')
  const candidates = [session.member(), ...session.desk.members].filter((member) => mayPublish(member) && member.revoked === undefined && session.keyring.canSign(member.id))
  const [first] = candidates
  if (first === undefined) throw new Error('No member who may publish has a key on this computer that can be used now')
  return first
}
