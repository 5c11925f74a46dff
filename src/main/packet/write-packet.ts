import { stat } from 'node:fs/promises'
import { assetName } from '../../shared/packet/entry-names'
import { inMegabytes, packetLimits } from '../../shared/packet/packet-limits'
import { DeskError } from '../../shared/result'
import type { AssetHash } from '../../shared/story/ids'
import type { Desk } from '../desk/desk'
import { assetPath, readAsset } from '../store/assets'
import { writeZip } from './write-zip'

export interface WriteRequest {
  readonly file: string
  readonly parts: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  readonly files: readonly AssetHash[]
  readonly signal?: AbortSignal | undefined
  readonly report?: ((progress: { done: number; total: number; label: string }) => void) | undefined
}

/**
 * Writes a packet's file with the desk's pictures and documents in it, complete or not at all. Each is read and checked first: what is
 * damaged here would be refused there.
 * @throws DeskError in words, or `cancelled`.
 */
export async function writePacket(desk: Pick<Desk, 'db' | 'path'>, { file, parts, files, signal, report }: WriteRequest): Promise<{ size: number }> {
  let total = parts.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
  for (const [done, hash] of files.entries()) {
    refuseCancelled(signal)
    report?.({ done, total: files.length * 2, label: 'Checking the files' })
    total += (await readAsset(desk, hash)).byteLength
  }
  if (total > packetLimits.total) throw new DeskError('packet-not-written', `This story has files of ${inMegabytes(total)}; a packet may have up to ${inMegabytes(packetLimits.total)}. Take large files out of it, or send a smaller story.`)
  try {
    await writeZip(file, [...parts, ...files.map((hash) => ({ name: assetName(hash), file: assetPath(desk.path, hash) }))], signal, (done) => report?.({ done: files.length + done, total: files.length * 2, label: 'Writing the packet' }))
    return { size: (await stat(file)).size }
  } catch (error) {
    refuseCancelled(signal)
    throw new DeskError('packet-not-written', 'The packet could not be written there. Check that the disk has room and that you may write to the folder.', { place: file, detail: error instanceof Error ? error.message : String(error) })
  }
}

function refuseCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new DeskError('cancelled', 'The packet was not written.')
}
