import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import type { Entry, ZipFile } from 'yauzl'
import yauzl from 'yauzl'
import { leadsOutside, roleOf } from '../../shared/packet/entry-names'
import { inMegabytes, packetLimits } from '../../shared/packet/packet-limits'
import { refusePacket } from '../../shared/packet/refusal'
import { DeskError } from '../../shared/result'

/** A packet's file, open. Only names that a packet can have are in it, each once. */
export interface PacketFile {
  readonly names: ReadonlySet<string>
  /**
   * The bytes of one part. What the file says of their number is believed in nothing: they are counted as they come.
   * @param heard Told of each piece as it comes; what it throws ends the reading.
   * @throws DeskError when there are more than may be, or they can't be read.
   */
  read(name: string, heard?: (bytes: number) => void): Promise<Uint8Array>
  /** The number of bytes of one part, their SHA-256 and the first of them, without keeping the others. @throws DeskError as `read`. */
  measure(name: string, heard?: (bytes: number) => void): Promise<{ readonly size: number; readonly sha256: string; readonly start: Uint8Array }>
  close(): void
}

/** How much of a part is told beside its measures. */
const startBytes = 4096

/** Opens a file as a packet and looks at its list of parts. @throws DeskError in words for what is no packet, is cut short, too large, or has parts that no packet has. */
export async function openPacketFile(file: string): Promise<PacketFile> {
  const size = (await stat(file).catch(unreadable)).size
  if (size > packetLimits.file) throw refusePacket('packet-too-large', `This file has ${inMegabytes(size)}; a packet may have up to ${inMegabytes(packetLimits.file)}. It was not opened.`)
  const zip = await openZip(file)
  try {
    const entries = await listEntries(zip)
    const named = (name: string): Entry => entries.get(name) ?? missing(name)
    return {
      names: new Set(entries.keys()),
      async read(name, heard) {
        const parts: Buffer[] = []
        for await (const part of bytesOf(zip, named(name), name)) {
          heard?.(part.byteLength)
          parts.push(part)
        }
        const whole = Buffer.concat(parts)
        return new Uint8Array(whole.buffer, whole.byteOffset, whole.byteLength)
      },
      async measure(name, heard) {
        const sum = createHash('sha256')
        let size = 0
        let start = Buffer.alloc(0)
        for await (const part of bytesOf(zip, named(name), name)) {
          heard?.(part.byteLength)
          size += part.byteLength
          sum.update(part)
          if (start.byteLength < startBytes) start = Buffer.concat([start, part.subarray(0, startBytes - start.byteLength)])
        }
        return { size, sha256: sum.digest('hex'), start }
      },
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error instanceof DeskError ? error : damaged(error)
  }
}

const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true } as const

async function openZip(file: string): Promise<ZipFile> {
  try {
    return await yauzl.openPromise(file, options)
  } catch (error) {
    throw damaged(error)
  }
}

function damaged(error: unknown): DeskError {
  return refusePacket('packet-unreadable', 'This file is no packet of Copydesk, or it was cut short on its way. Nothing of it was opened; ask for it again, or fetch it again from where it came.', error instanceof Error ? error.message : String(error))
}

function unreadable(error: unknown): never {
  throw refusePacket('packet-unreadable', 'This file can’t be read. Check that it is still there and that you may read it.', error instanceof Error ? error.message : String(error))
}

function missing(name: string): never {
  throw refusePacket('packet-contents', `This file is no packet of Copydesk: it lacks ‘${name}’. Nothing of it was opened.`)
}

async function listEntries(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > packetLimits.entries) throw refusePacket('packet-too-large', `This file has ${zip.entryCount} parts; a packet may have up to ${packetLimits.entries}. Nothing of it was opened.`)
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry)
    refuseName(name)
    refuseLink(name, entry)
    if (entries.has(name)) throw refusePacket('packet-twice', `This packet has two parts of the name ‘${name}’, so nobody can say which of them is meant. Nothing of it was opened.`)
    entries.set(name, entry)
  }
  refuseSizes(entries)
  return entries
}

/** Without decoding by yauzl a name is the bytes that the file has. */
const nameOf = ({ fileNameRaw }: Entry): string => fileNameRaw.toString('utf8')

function refuseName(name: string): void {
  if (leadsOutside(name)) throw refusePacket('packet-outside', `This packet has a part that would be written outside of its folder (‘${name.slice(0, 100)}’). No packet of Copydesk has that; nothing of it was opened.`)
  if (roleOf(name) === null) throw refusePacket('packet-contents', `This file has a part that no packet has (‘${name.slice(0, 100)}’). Nothing of it was opened.`)
}

/** Whoever unpacks the file by other means would get a link to somewhere, or worse, under the name of a part. */
function refuseLink(name: string, { externalFileAttributes }: Entry): void {
  const kind = (externalFileAttributes >>> 16) & kindOfFile
  if (kind !== 0 && kind !== plainFile) throw refusePacket('packet-outside', `This packet has something else than a file in the place of one of its parts (‘${name}’): a link that leads elsewhere, say. Nothing of it was opened.`)
}

/** The kind of a file in what Unix says of it, `S_IFMT` and `S_IFREG` of stat.h. */
const [kindOfFile, plainFile] = [0o170000, 0o100000]

/** What the list of parts admits is refused before anything is unpacked; what it hides is met when the bytes are counted. */
function refuseSizes(entries: ReadonlyMap<string, Entry>): void {
  let total = 0
  for (const [name, { uncompressedSize }] of entries) {
    refuseSize(name, uncompressedSize)
    total += uncompressedSize
  }
  if (total > packetLimits.total) throw refusePacket('packet-too-large', `This packet has ${inMegabytes(total)} in it; a packet may have up to ${inMegabytes(packetLimits.total)}. Nothing of it was opened.`)
}

function refuseSize(name: string, size: number): void {
  const limit = roleOf(name)?.limit ?? 0
  if (size > limit) throw refusePacket('packet-too-large', `A part of this packet has ${inMegabytes(size)} or more (‘${name}’); it may have up to ${inMegabytes(limit)}. Nothing of it was opened.`)
}

async function* bytesOf(zip: ZipFile, entry: Entry, name: string): AsyncGenerator<Buffer> {
  let size = 0
  try {
    if (entry.isEncrypted()) throw damaged('it is encrypted')
    for await (const part of await zip.openReadStreamPromise(entry)) {
      const bytes = Buffer.from(part)
      size += bytes.byteLength
      refuseSize(name, size)
      if (size > packetLimits.ratioFrom && size > entry.compressedSize * packetLimits.ratio) throw refusePacket('packet-too-large', `A part of this packet (‘${name}’) grows far beyond its size when it is unpacked, as in a file that is made to fill a disk. Nothing of it was opened.`)
      yield bytes
    }
  } catch (error) {
    throw error instanceof DeskError ? error : damaged(error)
  }
}
