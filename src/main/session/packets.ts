import path from 'node:path'
import { randomUUID } from 'node:crypto'
import type { Invitation } from '../../shared/packet/packet-entry'
import type { Addressee } from '../../shared/packet/packet-report'
import { DeskError } from '../../shared/result'
import { Instant, type MemberId, type StoryId } from '../../shared/story/ids'
import { composePacket, type ComposedPacket } from '../packet/compose-packet'
import { packetsOf, putPacket } from '../store/packets'
import { homeOf } from '../store/story-homes'
import { actOn } from './act'
import type { DeskSession } from './desk-session'

export interface SendRequest {
  readonly story: StoryId
  readonly to: Addressee
  readonly note: string
  readonly due: string | null
  /** Whether the story as it stands is submitted for review first. */
  readonly submit: boolean
}

/**
 * Puts together a packet that asks somebody on another desk to review a story of this one.
 * @throws DeskError in words when the story may not be submitted, is another desk's, or can't be sent as it is. Only a submission has then been made, if one was asked for.
 */
export function composeReview(session: DeskSession, { story, to, note, due, submit }: SendRequest): Promise<ComposedPacket> {
  if (homeOf(session.desk.db, story) !== undefined) throw new DeskError('guest-story', 'This story belongs to another desk, which alone sends it on. Send your answer there.')
  const person = addresseeOf(session, to)
  if (submit) actOn(session, story, { type: 'submit', note, reviewers: person.member === null ? [] : [person.member], due })
  return compose(session, story, { to: { name: person.name, member: person.member }, invitation: person.invitation, inReplyTo: latestFrom(session, story, person.member), note, due })
}

interface Person {
  readonly name: string
  readonly member: MemberId | null
  readonly invitation: Invitation | null
}

function addresseeOf({ desk }: DeskSession, to: Addressee): Person {
  if (!('member' in to)) return { name: to.name, member: null, invitation: { id: randomUUID(), name: to.name, roles: to.roles } }
  const member = desk.members.find(({ id }) => id === to.member)
  if (member === undefined) throw new DeskError('no-member', 'This member is not on the desk.')
  if (member.revoked !== undefined) throw new DeskError('key-revoked', `The key of ${member.name} was revoked, so nothing that they answer would count. Invite them anew, with a new key.`)
  return { name: member.name, member: member.id, invitation: null }
}

/**
 * Puts together the answer to the desk that a story belongs to: all that was read, said and decided here.
 * @throws DeskError when the story is of this desk, or can't be sent as it is.
 */
export function composeReply(session: DeskSession, story: StoryId, note: string): Promise<ComposedPacket> {
  if (homeOf(session.desk.db, story) === undefined) throw new DeskError('own-story', 'This story belongs to this desk, so there is nobody to answer. Send it for review instead.')
  const asked = packetsOf(session.desk.db, story).find(({ direction }) => direction === 'received')
  if (asked === undefined) throw new DeskError('no-packet', 'No packet has brought this story, so there is nobody to answer.')
  return compose(session, story, { to: { name: asked.person, member: asked.member }, invitation: null, inReplyTo: asked.id, note, due: null })
}

function latestFrom({ desk }: DeskSession, story: StoryId, member: MemberId | null): string | null {
  return (member !== null && packetsOf(desk.db, story).find((packet) => packet.direction === 'received' && packet.member === member)?.id) || null
}

type Message = Omit<Parameters<typeof composePacket>[1], 'story' | 'doc' | 'sender' | 'sign'>

function compose(session: DeskSession, story: StoryId, message: Message): Promise<ComposedPacket> {
  const sender = session.member()
  return composePacket(session.desk, { ...message, story, doc: session.docs.get(story), sender, sign: (bytes) => session.keyring.signBytes(sender.id, bytes) })
}

/** Notes a packet that was written, once its file is there. */
export function noteSent(session: DeskSession, { manifest }: ComposedPacket, file: string): void {
  const { id, at, story, to, home, desk, inReplyTo, invitation, note, due } = manifest
  const answers = home.id !== desk.id
  putPacket(session.desk.db, {
    id,
    direction: 'sent',
    story: story.id,
    at,
    handledAt: Instant.parse(new Date().toISOString()),
    handledBy: manifest.sender.id,
    person: to.name,
    member: to.member,
    desk: answers ? home.id : null,
    deskName: answers ? home.name : null,
    inReplyTo,
    invitation,
    note,
    due,
    file: path.basename(file),
  })
}
