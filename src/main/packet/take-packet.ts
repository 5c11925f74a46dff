import { z } from 'zod'
import { PacketManifest } from '../../shared/packet/manifest'
import type { MemberId } from '../../shared/story/ids'
import { Revision } from '../../shared/story/revision'
import type { Desk } from '../desk/desk'
import { arrivingFiles, noneArriving, noteArriving } from '../store/arriving-files'
import { isUsed } from '../store/asset-uses'
import { addAsset, describeAsset } from '../store/assets'
import { removeAssetNow } from '../store/library'
import { byteProgress } from './byte-progress'
import { checkPacket, refuseUntrusted } from './check-packet'
import { memberNamed } from './look-at-packet'
import { cancelled, readPacket, type ReadPacket, type ReadRequest } from './read-packet'

const bytes = z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array, 'is not a run of bytes')

/** A packet whose files are on the desk; what is left is small and is taken in at one stroke. */
export const TakenPacket = z.object({ manifest: PacketManifest, update: bytes, revisions: z.array(Revision) })
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
  forgetArriving(desk)
  const packet = await readPacket(file, request)
  try {
    const checked = checkPacket(desk, packet, memberNamed(desk, by))
    refuseUntrusted(checked, packet.manifest, trusted)
    await takeFiles(desk, packet, request)
    return { manifest: packet.manifest, update: new Uint8Array(packet.update), revisions: [...packet.revisions.values()] }
  } finally {
    packet.close()
  }
}

async function takeFiles(desk: Desk, { manifest, asset }: ReadPacket, request: ReadRequest): Promise<void> {
  const wanted = manifest.files.filter(({ hash, included }) => included && describeAsset(desk.db, hash) === undefined)
  const heard = byteProgress(wanted.reduce((sum, { size }) => sum + size, 0), 'Taking in the files', request, cancelled)
  try {
    for (const { hash, name } of wanted) {
      noteArriving(desk.db, hash)
      await addAsset(desk, { name, bytes: await asset(hash, heard) })
    }
    // Cancelled in the last moment is cancelled.
    heard(0)
  } catch (error) {
    forgetArriving(desk)
    throw error
  }
}

/** Takes the files of a packet that was not taken in off the desk again, whatever kept it from that; those that a story has come to use stay. */
export function forgetArriving(desk: Pick<Desk, 'db' | 'path'>): void {
  for (const hash of arrivingFiles(desk.db)) if (!isUsed(desk.db, hash)) removeAssetNow(desk, hash)
  noneArriving(desk.db)
}
