import { createHash } from 'node:crypto'
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'
import type { Identity } from '../../../src/main/desk/identity'
import { signBytes } from '../../../src/main/desk/identity'
import { openPacketFile } from '../../../src/main/packet/read-zip'
import { parseManifest, type PacketManifest } from '../../../src/shared/packet/manifest'
import { canonicalBytes } from '../../../src/shared/story/canonical'
import { temporaryFolder } from '../desk/people'

/** The parts of a packet, to be changed by somebody who means no good. */
export type Parts = Map<string, Uint8Array>

export async function partsOf(file: string): Promise<Parts> {
  const packet = await openPacketFile(file)
  const parts: Parts = new Map()
  for (const name of packet.names) parts.set(name, await packet.read(name))
  packet.close()
  return parts
}

export const manifestOf = (parts: Parts): PacketManifest => parseManifest(parts.get('manifest.json') ?? new Uint8Array())

/** A manifest that names what is in the packet now, and says what its forger wants, signed by somebody. */
export function sign(parts: Parts, signer: Identity, change: (manifest: PacketManifest) => object = (manifest) => manifest): Parts {
  const manifest = manifestOf(parts)
  const entries = [...parts].flatMap(([name, bytes]) => (name.startsWith('manifest.') ? [] : [{ name, size: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') }]))
  return seal(parts, { ...change({ ...manifest, entries }) }, signer)
}

/** The same with a manifest that is signed as it stands. */
export function seal(parts: Parts, manifest: object, signer: Identity): Parts {
  const bytes = canonicalBytes(manifest)
  return new Map([...parts, ['manifest.json', bytes], ['manifest.sig', Buffer.from(signBytes(bytes, signer.privateKey))]])
}

export interface Written {
  readonly compress?: boolean
  /** A part that says of itself that it is another kind of file. */
  readonly mode?: readonly [name: string, mode: number]
}

export async function write(parts: Iterable<readonly [string, Uint8Array]>, { compress = true, mode }: Written = {}): Promise<string> {
  const file = path.join(temporaryFolder(), 'forged.copydesk')
  const zip = new yazl.ZipFile()
  for (const [name, bytes] of parts) zip.addBuffer(Buffer.from(bytes), name, { compress, ...(mode?.[0] === name && { mode: mode[1] }) })
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(file))
  return file
}

/** Writes other bytes of the same number wherever some stand in a file: names that no library would write. */
export function patch(file: string, from: string, to: string, which: (place: number) => boolean = () => true): string {
  if (from.length !== to.length) throw new Error('A patch has as many bytes as what it takes the place of')
  const bytes = readFileSync(file)
  let count = 0
  for (let at = bytes.indexOf(from); at !== -1; at = bytes.indexOf(from, at + 1)) if (which(count++)) bytes.write(to, at)
  const patched = path.join(temporaryFolder(), 'patched.copydesk')
  writeFileSync(patched, bytes)
  return patched
}

/** The file with only its first bytes. */
export function cut(file: string, share: number): string {
  const bytes = readFileSync(file)
  const short = path.join(temporaryFolder(), 'cut.copydesk')
  writeFileSync(short, bytes.subarray(0, Math.floor(bytes.byteLength * share)))
  return short
}
