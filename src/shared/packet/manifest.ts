import { z } from 'zod'
import { canonicalText } from '../story/canonical'
import { AssetHash, EventId, Instant, MemberId, StoryId } from '../story/ids'
import { RevisionAsset } from '../story/revision'
import { DeskError } from '../result'
import { packetLimits } from './packet-limits'
import { Invitation } from './packet-entry'
import { DeskName, HomeRules } from './story-home'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** A person with the key that speaks for them; their id is the start of its hash. */
export const Signer = z.object({ id: MemberId, name: z.string().min(1).max(120), publicKey: z.string().max(64) })
export type Signer = z.infer<typeof Signer>

/** What is in a packet beside manifest and signature, each with its size and SHA-256. */
export const ManifestEntry = z.object({ name: z.string().max(200), size: z.number().int().nonnegative(), sha256: Sha256 })
export type ManifestEntry = z.infer<typeof ManifestEntry>

/** A file that the story or one of its versions uses. What the home desk has for certain is only named in an answer. */
export const ManifestFile = RevisionAsset.extend({ hash: AssetHash, name: z.string().min(1).max(255), mime: z.string().max(200), included: z.boolean() })
export type ManifestFile = z.infer<typeof ManifestFile>

/** What a packet says of itself. Its sender signs the bytes of its canonical JSON, and every other entry is named here by its hash. */
export const PacketManifest = z.object({
  format: z.literal('copydesk.packet/1'),
  id: z.uuid(),
  at: Instant,
  /** Who made the packet and signed it. */
  sender: Signer,
  /** The desk that it comes from. */
  desk: DeskName,
  /** The desk that the story belongs to. A packet from there asks for review; any other one answers. */
  home: DeskName,
  to: z.object({ name: z.string().min(1).max(120), member: MemberId.nullable() }),
  /** The last packet of the other side that the sender had opened. */
  inReplyTo: z.uuid().nullable(),
  invitation: Invitation.nullable(),
  note: z.string().max(10_000),
  due: z.iso.date().nullable(),
  story: z.object({ id: StoryId, headline: z.string().max(1000) }),
  /** The rules of the home desk; in an answer as its sender knows them. */
  rules: HomeRules,
  /** Who else signed something of this story, so that every signature can be checked. */
  signers: z.array(Signer).max(2000),
  /** Every event of the log, so that none can be left out. */
  log: z.array(EventId).max(100_000),
  files: z.array(ManifestFile).max(packetLimits.entries),
  entries: z.array(ManifestEntry).max(packetLimits.entries),
})
export type PacketManifest = z.infer<typeof PacketManifest>

/** Whether a packet answers the story's home, or comes from there. */
export const isReply = ({ desk, home }: Pick<PacketManifest, 'desk' | 'home'>): boolean => desk.id !== home.id

/**
 * Reads a manifest's bytes.
 * @throws DeskError `packet-newer` for a later format, `packet-manifest` for what is no manifest, or not in the one form that is signed.
 */
export function parseManifest(bytes: Uint8Array): PacketManifest {
  const raw = jsonOf(bytes)
  const format = z.object({ format: z.string() }).safeParse(raw.value)
  const version = /^copydesk\.packet\/(\d{1,6})$/.exec(format.data?.format ?? '')?.[1]
  if (version !== undefined && Number(version) > 1) throw new DeskError('packet-newer', `This packet was made by a newer Copydesk: its format is ${version}, and this Copydesk knows format 1. Install the newest Copydesk to open it.`)
  const parsed = PacketManifest.safeParse(raw.value)
  if (!parsed.success) throw notAManifest(z.prettifyError(parsed.error))
  if (canonicalOf(raw.value) !== raw.text) throw notAManifest('it is not canonical JSON')
  return parsed.data
}

/** What has no canonical form, or is nested so deep that nobody can write it down, has none. */
function canonicalOf(value: unknown): string | null {
  try {
    return canonicalText(value)
  } catch {
    return null
  }
}

function jsonOf(bytes: Uint8Array): { readonly text: string; readonly value: unknown } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return { text, value: JSON.parse(text) }
  } catch (error) {
    throw notAManifest(String(error))
  }
}

const notAManifest = (detail: string): DeskError => new DeskError('packet-manifest', 'This packet’s list of contents can’t be read, so nothing of it was opened. Ask for it again.', { detail })
