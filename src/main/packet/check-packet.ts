import type * as Y from 'yjs'
import { mergeStory } from '../../shared/packet/merge-story'
import type { ManifestFile, PacketManifest } from '../../shared/packet/manifest'
import { refusePacket } from '../../shared/packet/refusal'
import type { DeskError } from '../../shared/result'
import type { RevisionId } from '../../shared/story/ids'
import type { Member } from '../../shared/workflow/member'
import type { Desk } from '../desk/desk'
import { describeAsset } from '../store/assets'
import { hasStory, loadStory } from '../store/stories'
import { judgePacket, type Judged } from './judge-packet'
import { lawFor } from './packet-law'

/** What is needed of a packet to say what it would do. */
export interface PacketContent {
  readonly manifest: PacketManifest
  readonly update: Uint8Array
  readonly revisions: { has(id: RevisionId): boolean }
}

export interface CheckedPacket extends Judged {
  /** The story as it stands; null when it is new here. */
  readonly before: Y.Doc | null
  /** The story with what the packet brings. */
  readonly after: Y.Doc
}

/**
 * All that can be said against a packet on a desk, asked in one place: whether it belongs here, whether its sender may speak, whether its
 * files are there, and whether its story can be merged. Changes nothing.
 * @param standing The story as it stands in memory, where it is newer than on the disk.
 * @throws DeskError with a sentence that says what is wrong.
 */
export function checkPacket(desk: Desk, { manifest, update, revisions }: PacketContent, by: Member, standing?: Y.Doc): CheckedPacket {
  const judged = judgePacket(desk, manifest, by)
  const lacking = manifest.files.filter(({ hash, included }) => !included && describeAsset(desk.db, hash) === undefined)
  if (lacking.length > 0) throw missingFiles(manifest.sender.name, lacking)
  const { id } = manifest.story
  const before = hasStory(desk.db, id) ? (standing ?? loadStory(desk.db, id)) : null
  const { doc } = mergeStory(before, update, lawFor(desk, manifest, revisions))
  return { ...judged, before, after: doc }
}

/** @throws DeskError when the sender's key has to be trusted first, or whoever opens the packet can't do that. */
export function refuseUntrusted({ trust }: Judged, { sender, desk }: PacketManifest, answered: boolean): void {
  if (trust.state === 'known') return
  if (!answered) throw refusePacket('packet-untrusted', `The key of ${sender.name} (‘${desk.name}’) is not trusted on this desk. Nothing of the packet was opened.`)
  if (trust.why !== '') throw refusePacket('packet-untrusted', trust.why)
}

/** What a packet only names was here once: the desk was restored from an earlier copy, or the packet is for a colleague’s. */
function missingFiles(sender: string, lacking: readonly ManifestFile[]): DeskError {
  const [first] = lacking
  const which = lacking.length === 1 ? `a file (‘${first?.name ?? ''}’)` : `${lacking.length} files (the first is ‘${first?.name ?? ''}’)`
  return refusePacket('packet-file-missing', `This packet leaves out ${which} that ${sender} takes to be on this desk, and that is not so. Nothing of it was opened; ask ${sender} for a packet with all files.`)
}
