import { setImmediate } from 'node:timers/promises'
import { whyNotRevoke } from '../../shared/identity/check-revocation'
import { Revocation, type SignedRevocation } from '../../shared/identity/revocation'
import { DeskError } from '../../shared/result'
import { canonicalBytes } from '../../shared/story/canonical'
import { Instant, type EventId, type MemberId, type StoryId } from '../../shared/story/ids'
import { storyLog } from '../../shared/story/story-doc'
import type { Member } from '../../shared/workflow/member'
import { verifyEvent } from '../../shared/workflow/verify-event'
import { lastSequence, putRevocation, storiesNaming } from '../store/revocations'
import { loadStory } from '../store/stories'
import type { Desk } from './desk'
import { verifySignature } from './identity'
import type { Keyring } from './keyring'

export interface RevokeRequest {
  readonly member: MemberId
  /** The admin who does it. */
  readonly by: MemberId
  readonly reason: string
}

/**
 * Revokes a member's key: what it signed until now, in any story of the desk, is named one by one and still counts; nothing else by it
 * does, whenever it arrives and whatever its clock says. The revocation is signed by the admin and kept in the desk's file.
 * Other calls are answered while stories are looked through.
 * @throws DeskError `no-member`, `not-allowed`, or what signing throws. Nothing is then changed.
 */
export async function revokeKey(desk: Desk, keyring: Keyring, request: RevokeRequest): Promise<SignedRevocation> {
  refuse(desk, request)
  const since = lastSequence(desk.db)
  const events = new Set<EventId>()
  for (const story of storiesNaming(desk.db, request.member)) {
    for (const event of signedIn(desk, story, request.member)) events.add(event)
    await setImmediate()
  }
  return desk.db.transaction(() => {
    refuse(desk, request)
    // What was signed while the others were read.
    for (const story of storiesNaming(desk.db, request.member, since)) for (const event of signedIn(desk, story, request.member)) events.add(event)
    const revocation = Revocation.parse({ format: 'copydesk.revocation/1', ...request, at: Instant.parse(new Date().toISOString()), keeps: [...events].sort() })
    const signed: SignedRevocation = { revocation, signature: keyring.signBytes(request.by, canonicalBytes(revocation)) }
    putRevocation(desk.db, signed)
    return signed
  })()
}

function refuse({ members }: Desk, { member, by }: RevokeRequest): void {
  const why = whyNotRevoke(memberOf(members, by), memberOf(members, member), members)
  if (why !== null) throw new DeskError('not-allowed', why)
}

function memberOf(members: readonly Member[], id: MemberId): Member {
  const member = members.find((candidate) => candidate.id === id)
  if (member === undefined) throw new DeskError('no-member', 'This member is not on the desk.')
  return member
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
