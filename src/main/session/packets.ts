import path from 'node:path'
import { randomUUID } from 'node:crypto'
import * as Y from 'yjs'
import type { Invitation, PacketRecord } from '../../shared/packet/packet-entry'
import type { Addressee } from '../../shared/packet/packet-report'
import { DeskError } from '../../shared/result'
import { Instant, type MemberId, type StoryId } from '../../shared/story/ids'
import { storyLog } from '../../shared/story/story-doc'
import { eventId } from '../../shared/workflow/event'
import { composePacket, type ComposedPacket } from '../packet/compose-packet'
import { eventsIn, filesOf, revisionsOf, usedFiles } from '../packet/what-travels'
import { filesElsewhere } from '../store/files-elsewhere'
import { packetsOf, putPacket } from '../store/packets'
import { homeOf } from '../store/story-homes'
import { keepAction, signAction, type SignedAction } from './act'
import type { DeskSession } from './desk-session'

export interface SendRequest {
  readonly story: StoryId
  readonly to: Addressee
  readonly note: string
  readonly due: string | null
  /** Whether the story as it stands is submitted for review with it. */
  readonly submit: boolean
  /** Whether files are sent that the other desk has already. */
  readonly allFiles: boolean
}

/** A packet that is ready to be written. Until that is done, nothing on the desk is changed by it. */
export interface PacketToSend extends ComposedPacket {
  /** The submission that goes with it: in the story's log as soon as the packet is there. */
  readonly submission: (SignedAction & { readonly update: Uint8Array }) | null
}

/**
 * Puts together a packet that asks somebody on another desk to review a story of this one.
 * @throws DeskError in words when the story may not be submitted, is another desk's, or can't be sent as it is.
 */
export async function composeReview(session: DeskSession, { story, to, note, due, submit, allFiles }: SendRequest): Promise<PacketToSend> {
  if (homeOf(session.desk.db, story) !== undefined) throw new DeskError('guest-story', 'This story belongs to another desk, which alone sends it on. Send your answer there.')
  const person = addresseeOf(session, to)
  const submission = submit ? submissionOf(session, story, { note, reviewers: person.member === null ? [] : [person.member], due }) : null
  const composed = await compose(session, story, {
    doc: submission?.doc ?? session.docs.get(story),
    submitted: submission?.about ?? null,
    there: allFiles || person.member === null ? new Set() : filesElsewhere(session.desk.db, person.member),
    to: { name: person.name, member: person.member },
    invitation: person.invitation,
    inReplyTo: latestFrom(session, story, person.member),
    note,
    due,
  })
  return { ...composed, submission }
}

/** The files of a story that a member has on their desk already. */
export function filesThere({ desk, docs, derived }: DeskSession, story: StoryId, member: MemberId): { files: number; size: number } {
  const doc = docs.get(story)
  const there = filesElsewhere(desk.db, member)
  if (there.size === 0) return { files: 0, size: 0 }
  const known = filesOf(usedFiles(desk, story, doc, [...revisionsOf(desk, eventsIn(doc), null).values(), derived(story).current]), there).filter(({ included }) => !included)
  return { files: known.length, size: known.reduce((sum, { size }) => sum + size, 0) }
}

/** The story as it will be when it is submitted, on a document of its own. */
function submissionOf(session: DeskSession, story: StoryId, request: { readonly note: string; readonly reviewers: MemberId[]; readonly due: string | null }) {
  const done = signAction(session, story, { type: 'submit', ...request })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(session.docs.get(story)))
  const before = Y.encodeStateVector(doc)
  storyLog(doc).set(eventId(done.signed.event), done.signed)
  return { ...done, doc, update: Y.encodeStateAsUpdate(doc, before) }
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
export async function composeReply(session: DeskSession, story: StoryId, note: string): Promise<PacketToSend> {
  const from = homeOf(session.desk.db, story)
  if (from === undefined) throw new DeskError('own-story', 'This story belongs to this desk, so there is nobody to answer. Send it for review instead.')
  const asked = packetsOf(session.desk.db, story).find(({ direction }) => direction === 'received')
  if (asked === undefined) throw new DeskError('no-packet', 'No packet has brought this story, so there is nobody to answer.')
  const composed = await compose(session, story, { doc: session.docs.get(story), submitted: null, there: new Set(from.home.files), to: { name: asked.person, member: asked.member }, invitation: null, inReplyTo: asked.id, note, due: null })
  return { ...composed, submission: null }
}

function latestFrom({ desk }: DeskSession, story: StoryId, member: MemberId | null): string | null {
  return (member !== null && packetsOf(desk.db, story).find((packet) => packet.direction === 'received' && packet.member === member)?.id) || null
}

type Message = Omit<Parameters<typeof composePacket>[1], 'story' | 'sender' | 'sign'>

function compose(session: DeskSession, story: StoryId, message: Message): Promise<ComposedPacket> {
  const sender = session.member()
  return composePacket(session.desk, { ...message, story, sender, sign: (bytes) => session.keyring.signBytes(sender.id, bytes) })
}

/** What becomes of a packet once its file is there: the story is submitted, if it was sent as that, and the packet is noted. */
export function noteSent(session: DeskSession, { manifest, submission }: PacketToSend, file: string): void {
  const note = (): void => putPacket(session.desk.db, recordOf(manifest, file))
  if (submission === null) note()
  else keepAction(session, manifest.story.id, submission, (doc) => Y.applyUpdate(doc, submission.update), note)
}

function recordOf({ id, at, story, sender, to, home, desk, inReplyTo, invitation, note, due }: PacketToSend['manifest'], file: string): PacketRecord {
  const answers = home.id !== desk.id
  return {
    id,
    direction: 'sent',
    story: story.id,
    at,
    handledAt: Instant.parse(new Date().toISOString()),
    handledBy: sender.id,
    person: to.name,
    member: to.member,
    desk: answers ? home.id : null,
    deskName: answers ? home.name : null,
    inReplyTo,
    invitation,
    note,
    due,
    file: path.basename(file),
  }
}
