import { stat } from 'node:fs/promises'
import { assetName } from '../../shared/packet/entry-names'
import { inMegabytes, packetLimits } from '../../shared/packet/packet-limits'
import { DeskError } from '../../shared/result'
import type { AssetHash } from '../../shared/story/ids'
import type { Desk } from '../desk/desk'
import { assetPath, describeAsset, readAsset } from '../store/assets'
import { byteProgress } from './byte-progress'
import type { ReadRequest } from './read-packet'
import { writeZip } from './write-zip'

export interface WriteRequest extends ReadRequest {
  readonly file: string
  readonly parts: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  readonly files: readonly AssetHash[]
}

/**
 * Writes a packet's file with the desk's pictures and documents in it, complete or not at all. Each is read and checked first: what is
 * damaged here would be refused there.
 * @throws DeskError in words, or `cancelled`.
 */
export async function writePacket(desk: Pick<Desk, 'db' | 'path'>, { file, parts, files, ...request }: WriteRequest): Promise<{ size: number }> {
  const sizes = files.map((hash) => describeAsset(desk.db, hash)?.size ?? 0)
  const total = [...sizes, ...parts.map(({ bytes }) => bytes.byteLength)].reduce((sum, size) => sum + size, 0)
  if (total > packetLimits.total) throw new DeskError('packet-not-written', `This story has files of ${inMegabytes(total)}; a packet may have up to ${inMegabytes(packetLimits.total)}. Take large files out of it, or send a smaller story.`)
  const checked = byteProgress(total, 'Checking the files', request, cancelled)
  checked(0)
  for (const hash of files) checked((await readAsset(desk, hash)).byteLength)
  try {
    await writeZip(file, [...parts, ...files.map((hash) => ({ name: assetName(hash), file: assetPath(desk.path, hash) }))], request.signal, byteProgress(total, 'Writing the packet', request, cancelled))
    return { size: (await stat(file)).size }
  } catch (error) {
    if (request.signal?.aborted) throw cancelled()
    throw new DeskError('packet-not-written', 'The packet could not be written there. Check that the disk has room and that you may write to the folder.', { place: file, detail: error instanceof Error ? error.message : String(error) })
  }
}

const cancelled = (): DeskError => new DeskError('cancelled', 'The packet was not written, and nothing was changed.')
