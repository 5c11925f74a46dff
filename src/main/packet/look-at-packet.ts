import { stat } from 'node:fs/promises'
import type { PacketSummary } from '../../shared/packet/packet-report'
import { DeskError } from '../../shared/result'
import type { MemberId } from '../../shared/story/ids'
import { plainText, wordCount } from '../../shared/story/text'
import type { Member } from '../../shared/workflow/member'
import type { Desk } from '../desk/desk'
import { packetNamed } from '../store/packets'
import { bodyOf } from '../store/snapshot'
import { checkPacket } from './check-packet'
import { newsOf } from './packet-news'
import { readPacket, type ReadRequest } from './read-packet'

export interface LookRequest extends ReadRequest {
  readonly file: string
  readonly by: MemberId
}

/**
 * Reads a packet and says what it would bring, for a person to decide. Takes nothing in.
 * @throws DeskError with a sentence that says what is wrong with the packet.
 */
export async function lookAtPacket(desk: Desk, { file, by, ...request }: LookRequest): Promise<PacketSummary> {
  const packet = await readPacket(file, request)
  try {
    const { manifest } = packet
    const { reply, trust, before, after } = checkPacket(desk, packet, memberNamed(desk, by))
    return {
      id: manifest.id,
      at: manifest.at,
      reply,
      sender: manifest.sender,
      desk: manifest.desk,
      to: manifest.to.name,
      note: manifest.note,
      due: manifest.due,
      story: { id: manifest.story.id, headline: manifest.story.headline, kind: manifest.rules.kind.label, words: wordCount(plainText(bodyOf(after))), isNew: before === null },
      size: (await stat(file)).size,
      files: manifest.files.length,
      filesHere: manifest.files.filter(({ included }) => !included).length,
      openedBefore: packetNamed(desk.db, manifest.id) !== undefined,
      trust,
      news: newsOf(desk, manifest, before, after),
    }
  } finally {
    packet.close()
  }
}

export function memberNamed(desk: Desk, id: MemberId): Member {
  const member = desk.members.find((candidate) => candidate.id === id)
  if (member === undefined) throw new DeskError('no-member', 'This member is not on the desk.')
  return member
}
