import { z } from 'zod'
import { PacketRecord } from '../packet/packet-entry'
import { packetLimits } from '../packet/packet-limits'
import { Addressee, PacketOutcome, PacketSummary, PacketWritten, TrustAnswer } from '../packet/packet-report'
import { TrustedKey } from '../packet/trusted-key'
import { MemberId, StoryId } from '../story/ids'
import { bytes, call, none } from './call'

/** Stories that go to other desks and come from there. */
export const packetsCalls = {
  /** A place for a packet, chosen in the system's dialog; null when cancelled. */
  'packet.choosePlace': call(z.object({ story: StoryId }), z.string().nullable()),
  /** A packet to open, chosen in the system's dialog; null when cancelled. */
  'packet.choose': call(none, z.string().nullable()),
  /** Keeps a packet that was dropped on the window where it can be opened; answers its path. */
  'packet.drop': call(z.object({ name: z.string().max(255), bytes: bytes.refine(({ byteLength }) => byteLength <= packetLimits.file, 'This file is too large for a packet') }), z.string()),
  /** The next packet that the app was asked to open from outside, each once; null when there is none. */
  'packet.waiting': call(none, z.string().nullable()),
  /** Reads and checks a packet to its last byte, and takes nothing in. */
  'packet.look': call(z.object({ file: z.string(), job: z.string() }), PacketSummary),
  /** Takes a packet in, as a whole or not at all. */
  'packet.open': call(z.object({ file: z.string(), answer: TrustAnswer.nullable(), job: z.string() }), PacketOutcome),
  /** Writes a packet that asks for review. With `submit` the story is submitted as soon as the packet is there, and not when it isn't. */
  'packet.send': call(z.object({ story: StoryId, file: z.string(), to: Addressee, note: z.string().max(10_000).default(''), due: z.iso.date().nullable().default(null), submit: z.boolean(), allFiles: z.boolean().default(false), job: z.string() }), PacketWritten),
  /** The files of a story that a member has on their desk already, so that a packet for them need not bring them. */
  'packet.filesThere': call(z.object({ story: StoryId, to: MemberId }), z.object({ files: z.number(), size: z.number() })),
  /** Writes a packet that answers the desk that a story belongs to. */
  'packet.reply': call(z.object({ story: StoryId, file: z.string(), note: z.string().max(10_000).default(''), job: z.string() }), PacketWritten),
  /** The packets of a story that were sent and received here, the latest first. */
  'packet.list': call(z.object({ story: StoryId }), z.array(PacketRecord)),
  /** Keys of people elsewhere that were trusted here. */
  'trust.list': call(none, z.array(TrustedKey)),
  /** Ends trust in a key: its next packet is asked about again. */
  'trust.end': call(z.object({ member: MemberId, desk: z.uuid() }), z.array(TrustedKey)),
}
