import { withRevocations } from '../../shared/identity/check-revocation'
import { isReply, type PacketManifest } from '../../shared/packet/manifest'
import { refusePacket } from '../../shared/packet/refusal'
import type { SenderTrust } from '../../shared/packet/packet-report'
import type { Member } from '../../shared/workflow/member'
import type { Desk } from '../desk/desk'
import { isGenuine, verifySignature } from '../desk/identity'
import { invitationGiven } from '../store/packets'
import { readSetting } from '../store/settings'
import { hasStory } from '../store/stories'
import { homeOf } from '../store/story-homes'
import { trustedFor, trustIn } from '../store/trust'

/** Who a packet comes from, as this desk sees it. */
export interface Judged {
  readonly reply: boolean
  readonly trust: SenderTrust
}

/**
 * Whether a packet may be opened on this desk at all, and what has to be asked about its sender's key first.
 * @param by Who opens it.
 * @throws DeskError with a sentence when it belongs elsewhere, or its sender may not speak for that desk.
 */
export function judgePacket(desk: Desk, manifest: PacketManifest, by: Member): Judged {
  const reply = isReply(manifest)
  const own = readSetting(desk.db, 'id')
  if (manifest.desk.id === own) throw refusePacket('packet-other-desk', `This packet was written on this desk, for ${manifest.to.name}. Send it to them; what they answer is opened here.`)
  return { reply, trust: reply ? judgeReply(desk, manifest, own, by) : judgeReview(desk, manifest) }
}

function judgeReply(desk: Desk, { home, desk: from, story, sender, inReplyTo }: PacketManifest, own: string, by: Member): SenderTrust {
  if (home.id !== own) throw refusePacket('packet-other-desk', `This packet answers another desk, ‘${home.name}’; this one is ‘${desk.name}’. Open it there.`)
  if (!hasStory(desk.db, story.id) || homeOf(desk.db, story.id) !== undefined) throw refusePacket('packet-other-desk', `This packet answers a story that is not on this desk, ‘${story.headline}’. If the desk was restored from an earlier copy, open a later one.`)
  const member = desk.members.find(({ id }) => id === sender.id)
  if (member?.revoked !== undefined) throw refusePacket('packet-untrusted', `The key of ${member.name}, which signed this packet, was revoked on this desk. Nothing of it was opened; ask ${member.name} for an answer with a new key.`)
  const given = inReplyTo === null ? undefined : invitationGiven(desk.db, inReplyTo)
  const ended = trustIn(desk.db, sender.id, from.id)?.endedAt ?? null
  const known = member !== undefined && ended === null
  return {
    state: known ? 'known' : ended === null ? 'ask' : 'again',
    why: known || by.roles.includes('admin') ? '' : `Only an admin can make ${sender.name} a member of this desk. Ask one of them to open the packet.`,
    asMember: member === undefined,
    invitation: given?.invitation ?? null,
    answeredBy: given?.answeredBy !== undefined && given.answeredBy.member !== sender.id ? given.answeredBy.name : null,
    vouchedBy: null,
    others: namesOf(desk, from.id, sender.id),
  }
}

function judgeReview(desk: Desk, manifest: PacketManifest): SenderTrust {
  const { desk: from, story, sender } = manifest
  const before = homeOf(desk.db, story.id)
  if (hasStory(desk.db, story.id) && before === undefined) throw refusePacket('packet-other-desk', `The story ‘${story.headline}’ belongs to this desk, and this packet says that it belongs to ‘${from.name}’. Nothing of it was opened.`)
  if (before !== undefined && before.home.desk.id !== from.id) throw refusePacket('packet-other-desk', `The story ‘${story.headline}’ came from the desk ‘${before.home.desk.name}’, and this packet says that it belongs to ‘${from.name}’. Nothing of it was opened.`)
  const listed = senderAtHome(manifest)
  if (listed === undefined) throw refusePacket('packet-untrusted', `${sender.name}, who signed this packet, is not a member of the desk that it says it comes from (‘${from.name}’). Nothing of it was opened.`)
  const revoked = listed.revoked ?? withRevocations([...(before?.home.members ?? [])], before?.home.revocations ?? [], verifySignature).find(({ id }) => id === sender.id)?.revoked
  if (revoked !== undefined) throw refusePacket('packet-untrusted', `The key that signed this packet was revoked at ‘${from.name}’. Nothing of it was opened; ask ${sender.name} for another one.`)
  const trust = trustIn(desk.db, sender.id, from.id)
  const vouching = before?.home.members.some(({ id }) => id === sender.id) === true ? trustedFor(desk.db, from.id)[0] : undefined
  return {
    state: trust === undefined ? 'ask' : trust.endedAt === null ? 'known' : 'again',
    why: '',
    asMember: false,
    invitation: null,
    answeredBy: null,
    vouchedBy: vouching?.name ?? null,
    others: namesOf(desk, from.id, sender.id),
  }
}

/** The sender as the packet's own rules have them. */
function senderAtHome({ rules, sender }: PacketManifest): Member | undefined {
  return withRevocations(rules.members.filter(isGenuine), rules.revocations, verifySignature).find(({ id }) => id === sender.id)
}

const namesOf = ({ db }: Desk, desk: string, except: string): string[] => trustedFor(db, desk).filter(({ member }) => member !== except).map(({ name }) => name)
