import { z } from 'zod'
import { PacketManifest } from '../../shared/packet/manifest'
import { AssetHash, type MemberId } from '../../shared/story/ids'
import { Revision } from '../../shared/story/revision'
import type { Desk } from '../desk/desk'
import { addAsset, describeAsset } from '../store/assets'
import { removeAsset } from '../store/library'
import { checkPacket, refuseUntrusted } from './check-packet'
import { memberNamed } from './look-at-packet'
import { cancelled, readPacket, type ReadPacket, type ReadRequest } from './read-packet'

const bytes = z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array, 'is not a run of bytes')

/** A packet whose files are on the desk; what is left is small and is taken in at one stroke. */
export const TakenPacket = z.object({ manifest: PacketManifest, update: bytes, revisions: z.array(Revision), added: z.array(AssetHash) })
export type TakenPacket = z.infer<typeof TakenPacket>

export interface TakeRequest extends ReadRequest {
  readonly file: string
  readonly by: MemberId
  /** Whether a person has said that they trust the sender's key. */
  readonly trusted: boolean
}

/**
 * Checks a packet once more from its first byte, and puts its files on the desk. When it fails or is cancelled, none of them stays.
 * @throws DeskError with a sentence that says what is wrong with the packet.
 */
export async function takePacket(desk: Desk, { file, by, trusted, ...request }: TakeRequest): Promise<TakenPacket> {
  const packet = await readPacket(file, request)
  try {
    const checked = checkPacket(desk, packet, memberNamed(desk, by))
    refuseUntrusted(checked, packet.manifest, trusted)
    const added = await takeFiles(desk, packet, request)
    return { manifest: packet.manifest, update: new Uint8Array(packet.update), revisions: [...packet.revisions.values()], added }
  } finally {
    packet.close()
  }
}

async function takeFiles(desk: Desk, { manifest, asset }: ReadPacket, { signal, report }: ReadRequest): Promise<AssetHash[]> {
  const wanted = manifest.files.filter(({ hash, included }) => included && describeAsset(desk.db, hash) === undefined)
  const added: AssetHash[] = []
  try {
    for (const [done, { hash, name }] of wanted.entries()) {
      if (signal?.aborted) throw cancelled()
      report?.({ done, total: wanted.length, label: name })
      added.push(hash)
      await addAsset(desk, { name, bytes: await asset(hash) })
    }
    return added
  } catch (error) {
    await forgetFiles(desk, added)
    throw error
  }
}

/** Takes files off the desk again that no story came to use. */
export async function forgetFiles(desk: Desk, hashes: readonly AssetHash[]): Promise<void> {
  for (const hash of hashes) {
    if (describeAsset(desk.db, hash) !== undefined) await removeAsset(desk, hash).catch((error: unknown) => console.error(`A file of a packet that was refused could not be removed: ${hash}`, error))
  }
}
