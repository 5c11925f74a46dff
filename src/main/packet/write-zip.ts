import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { deflateRawSync } from 'node:zlib'
import yazl from 'yazl'
import { packetLimits } from '../../shared/packet/packet-limits'

/** A part of a packet: bytes, or a file that is read when its turn comes. */
export type PacketPart = { readonly name: string } & ({ readonly bytes: Uint8Array } | { readonly file: string })

/** All times in a packet are this one: the same story makes the same bytes, and a file says nothing of when its parts were touched. */
const moment = new Date(Date.UTC(1980, 0, 1))

/** Where a packet is while it is being written. */
export const partOf = (file: string): string => `${file}.part`

/**
 * Writes parts as one zip file: complete under its name, or not there. What is a file of its own is put in as it is, since pictures and PDFs
 * don't get smaller; text is packed.
 * @throws the error of the system, or what `signal` was aborted with.
 */
export async function writeZip(file: string, parts: readonly PacketPart[], signal?: AbortSignal, wrote?: (bytes: number) => void): Promise<void> {
  const part = partOf(file)
  const zip = new yazl.ZipFile()
  const failed = new Promise<never>((_resolve, reject) => zip.once('error', reject))
  for (const entry of parts) {
    if ('bytes' in entry) zip.addBuffer(Buffer.from(entry.bytes.buffer, entry.bytes.byteOffset, entry.bytes.byteLength), entry.name, { compress: isPacked(entry.bytes), mtime: moment, forceDosTimestamp: true })
    else {
      zip.addReadStreamLazy(entry.name, { compress: false, mtime: moment, forceDosTimestamp: true }, (use) => {
        use(null, createReadStream(entry.file))
      })
    }
  }
  zip.end()
  try {
    await Promise.race([pipeline(zip.outputStream, telling(wrote), createWriteStream(part), { signal }), failed])
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

function telling(wrote: ((bytes: number) => void) | undefined) {
  return async function* (source: AsyncIterable<Buffer | string>): AsyncGenerator<Buffer | string> {
    for await (const bytes of source) {
      wrote?.(Buffer.byteLength(bytes))
      yield bytes
    }
  }
}

/** A text that says the same thing again and again would look like one that is made to fill a disk: it is put in as it is. */
function isPacked(bytes: Uint8Array): boolean {
  return bytes.byteLength <= packetLimits.ratioFrom || deflateRawSync(bytes).byteLength * (packetLimits.ratio / 2) > bytes.byteLength
}
