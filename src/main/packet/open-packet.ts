import path from 'node:path'
import * as Y from 'yjs'
import { revisionsIn } from '../../shared/packet/fitting-manifest'
import { isReply, type PacketManifest } from '../../shared/packet/manifest'
import type { PacketOutcome, TrustAnswer } from '../../shared/packet/packet-report'
import { Instant, type MemberId, type StoryId } from '../../shared/story/ids'
import { admitMember } from '../desk/admit-member'
import type { DeskSession } from '../session/desk-session'
import { noneArriving } from '../store/arriving-files'
import { noteFilesElsewhere } from '../store/files-elsewhere'
import { putPacket } from '../store/packets'
import { putRevision } from '../store/revisions'
import { adoptStory, hasStory } from '../store/stories'
import { putGuest, putHome } from '../store/story-homes'
import { trustIn, trustKey } from '../store/trust'
import { checkPacket, refuseUntrusted } from './check-packet'
import { mergeUpdate } from '../../shared/suggestions/keep-both'
import { newsOf } from './packet-news'
import { settleFileNames } from './settle-file-names'
import type { TakenPacket } from './take-packet'

export interface OpenRequest {
  readonly packet: TakenPacket
  /** The packet's file, for the record. */
  readonly file: string
  /** What was said of the sender's key; null when nothing was asked. */
  readonly answer: TrustAnswer | null
}

/**
 * Takes a packet in, as a whole or not at all: trust in its sender, versions, whose story it is, and the edits of the story itself. Opening
 * one twice, or several in another order, comes to the same.
 * @throws DeskError when something has changed since it was looked at, so that it may not be taken in any more.
 */
export function openPacket(session: DeskSession, { packet, file, answer }: OpenRequest): PacketOutcome {
  const { desk } = session
  const { manifest, update } = packet
  const { id } = manifest.story
  const revisions = new Set(revisionsIn(manifest))
  const checked = checkPacket(desk, { manifest, update, revisions }, session.member(), hasStory(desk.db, id) ? session.docs.get(id) : undefined)
  refuseUntrusted(checked, manifest, answer !== null)
  const news = newsOf(desk, manifest, checked.before, checked.after)
  const keep = (): void => {
    if (checked.trust.state !== 'known') welcome(session, manifest, checked.trust.asMember, answer)
    else noteDesk(session, manifest)
    for (const revision of packet.revisions) putRevision(desk.db, revision, manifest.sender.id)
    if (!isReply(manifest)) placeAtHome(session, manifest)
    record(session, manifest, file)
    noteFilesElsewhere(desk.db, manifest.sender.id, manifest.desk.id, manifest.files.map(({ hash }) => hash))
    noneArriving(desk.db)
    settleFileNames(desk, id, checked.after)
  }
  try {
    if (checked.before === null) desk.db.transaction(() => (keep(), adoptStory(desk.db, id, update))).immediate()
    else if (Y.equalSnapshots(Y.snapshot(checked.before), Y.snapshot(checked.after))) desk.db.transaction(keep).immediate()
    else mergeInto(session, id, manifest.sender.id, () => session.changeStory(id, (doc) => mergeUpdate(doc, update), keep))
  } catch (error) {
    desk.reload()
    throw error
  }
  return { story: id, isNew: checked.before === null, news }
}

/** What was written here before, and what came of both, are versions of the story’s history. */
function mergeInto({ sittings }: DeskSession, id: StoryId, by: MemberId, merge: () => void): void {
  sittings.keep(id)
  merge()
  sittings.merged(id, by)
}

const now = (): Instant => Instant.parse(new Date().toISOString())

/** Trusts a key to speak for its desk; whoever answers a story of this desk becomes a member of it, with the roles that an admin gave. */
function welcome(session: DeskSession, { sender, desk: from }: PacketManifest, asMember: boolean, answer: TrustAnswer | null): void {
  const { desk } = session
  if (asMember) admitMember(desk, { name: sender.name, publicKey: sender.publicKey, roles: answer?.roles ?? ['reviewer'] })
  trustKey(desk.db, { member: sender.id, desk: from.id, deskName: from.name, name: sender.name, publicKey: sender.publicKey, trustedBy: session.member().id, trustedAt: now() })
}

/** A member who was known before now also speaks for the desk that they work on. */
function noteDesk(session: DeskSession, manifest: PacketManifest): void {
  if (isReply(manifest) && trustIn(session.desk.db, manifest.sender.id, manifest.desk.id) === undefined) welcome(session, manifest, false, null)
}

/** Whose story it is, and who of this desk was invited to it. */
function placeAtHome(session: DeskSession, { id: packet, at, desk: home, rules, story, invitation, to, files }: PacketManifest): void {
  const { db } = session.desk
  putHome(db, story.id, { ...rules, desk: home, at, files: files.map(({ hash }) => hash), fileNames: Object.fromEntries(files.map((file) => [file.hash, file.name])) }, packet)
  const me = session.member().id
  if (invitation !== null && to.member === null && !rules.members.some(({ id }) => id === me)) putGuest(db, story.id, { invitation: invitation.id, member: me, roles: invitation.roles })
}

function record(session: DeskSession, { id, at, story, sender, desk: from, inReplyTo, invitation, note, due }: PacketManifest, file: string): void {
  putPacket(session.desk.db, {
    id,
    direction: 'received',
    story: story.id,
    at,
    handledAt: now(),
    handledBy: session.member().id,
    person: sender.name,
    member: sender.id,
    desk: from.id,
    deskName: from.name,
    inReplyTo,
    invitation,
    note,
    due,
    file: path.basename(file),
  })
}
