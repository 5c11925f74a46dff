import { createHash } from 'node:crypto'
import { manifestName, reviewPageName, roleOf, signatureName, storyName } from '../../shared/packet/entry-names'
import { isPlainFileName } from '../../shared/packet/file-names'
import { manifestFault, oddFileName } from '../../shared/packet/fitting-manifest'
import { parseManifest, type ManifestEntry, type PacketManifest } from '../../shared/packet/manifest'
import { refusePacket } from '../../shared/packet/refusal'
import { reviewPageStart } from '../../shared/packet/review-page'
import { DeskError } from '../../shared/result'
import type { AssetHash, RevisionId, StoryId } from '../../shared/story/ids'
import { revisionId, type Revision } from '../../shared/story/revision'
import { idOfKey, verifySignature } from '../desk/identity'
import { knownFile } from '../store/assets'
import { parseRevision } from '../store/revisions'
import { byteProgress } from './byte-progress'
import { openPacketFile, type PacketFile } from './read-zip'

/** A packet whose every byte is what its sender signed. Whether its sender may say what it says is judged elsewhere. */
export interface ReadPacket {
  readonly manifest: PacketManifest
  /** The story with all its edits, as one Yjs update. */
  readonly update: Uint8Array
  readonly revisions: ReadonlyMap<RevisionId, Revision>
  /** The bytes of a file that the packet brings, checked again. */
  asset(hash: AssetHash, heard?: (bytes: number) => void): Promise<Uint8Array>
  close(): void
}

export interface ReadRequest {
  readonly signal?: AbortSignal | undefined
  readonly report?: ((progress: { done: number; total: number; label: string }) => void) | undefined
}

/**
 * Reads a packet to its last byte and believes nothing: the manifest's signature, then each part's size and hash, then that a version is
 * what its name says and a file of a type that a desk takes. Stores nothing.
 * @throws DeskError with a sentence that says what is wrong, or `cancelled`.
 */
export async function readPacket(path: string, request: ReadRequest = {}): Promise<ReadPacket> {
  const file = await openPacketFile(path)
  try {
    const manifest = await readManifest(file)
    const fault = manifestFault(manifest, file.names)
    if (fault !== null) throw fault
    const { update, revisions } = await readParts(file, manifest, request)
    return { manifest, update, revisions, asset: (hash, heard) => readAssetOf(file, manifest, hash, heard), close: () => file.close() }
  } catch (error) {
    file.close()
    throw error
  }
}

async function readManifest(file: PacketFile): Promise<PacketManifest> {
  const bytes = await file.read(manifestName)
  const manifest = parseManifest(bytes)
  const signature = new TextDecoder().decode(await file.read(signatureName)).trim()
  const { id, name, publicKey } = manifest.sender
  if (idOfKey(publicKey) !== id) throw refusePacket('packet-signature', `The key in this packet is not the one that ${name} goes by. Nothing of it was opened.`)
  if (!verifySignature(publicKey, bytes, signature)) throw refusePacket('packet-signature', `The signature of this packet is not that of ${name}: it was changed on its way, or ${name} did not make it. Nothing of it was opened; ask ${name} for it on another way.`)
  return manifest
}

async function readParts(file: PacketFile, manifest: PacketManifest, request: ReadRequest): Promise<Pick<ReadPacket, 'update' | 'revisions'>> {
  const revisions = new Map<RevisionId, Revision>()
  let update: Uint8Array | undefined
  const heard = byteProgress(sizeOf(manifest.entries), 'Checking the packet', request, cancelled)
  heard(0)
  for (const entry of manifest.entries) {
    const role = roleOf(entry.name)
    if (entry.name === reviewPageName) {
      const { size, sha256, start } = await file.measure(entry.name, heard)
      refuseChanged(entry, size, sha256)
      refuseLivePage(start)
      continue
    }
    const bytes = await readChecked(file, entry, heard)
    if (entry.name === storyName) update = bytes
    else if (role?.is === 'revision') revisions.set(role.id, revisionIn(bytes, role.id, manifest.story.id))
    else if (role?.is === 'asset') await refuseOtherType(bytes, role.hash, manifest)
  }
  if (update === undefined) throw refusePacket('packet-contents', 'This packet lacks the story. Nothing of it was opened; ask its sender for another one.')
  return { update, revisions }
}

export const cancelled = (): DeskError => new DeskError('cancelled', 'The packet was not opened. Nothing on the desk was changed.')

const sizeOf = (entries: readonly ManifestEntry[]): number => entries.reduce((sum, { size }) => sum + size, 0)

async function readChecked(file: PacketFile, entry: ManifestEntry, heard?: (bytes: number) => void): Promise<Uint8Array> {
  const bytes = await file.read(entry.name, heard)
  refuseChanged(entry, bytes.byteLength, createHash('sha256').update(bytes).digest('hex'))
  return bytes
}

function refuseChanged({ name, size, sha256 }: ManifestEntry, found: number, hash: string): void {
  if (size !== found || sha256 !== hash) throw refusePacket('packet-changed', `A part of this packet (‘${name}’) is not what its sender signed: it was changed or damaged on its way. Nothing of it was opened; ask for it again.`)
}

function refuseLivePage(start: Uint8Array): void {
  if (!Buffer.from(start).toString('latin1').startsWith(reviewPageStart)) throw refusePacket('packet-contents', 'The page for browsers in this packet is not one that Copydesk makes: it could run programs in a browser. Nothing of the packet was opened; don’t open its ‘review.html’ either.')
}

function revisionIn(bytes: Uint8Array, id: RevisionId, story: StoryId): Revision {
  const revision = parseRevision(new TextDecoder().decode(bytes))
  if (revision === undefined || hashOf(revision) !== id) throw refusePacket('packet-revision', 'A version in this packet is not what its name says: its content has another hash. Nothing of it was opened; ask for it again.', id)
  if (revision.story !== story) throw refusePacket('packet-revision', 'A version in this packet belongs to another story. Nothing of it was opened.', id)
  const odd = revision.assets.find(({ name }) => !isPlainFileName(name))
  if (odd !== undefined) throw oddFileName(odd.name)
  return revision
}

/** What has no canonical form (half a character, say) has no hash. */
function hashOf(revision: Revision): RevisionId | null {
  try {
    return revisionId(revision)
  } catch {
    return null
  }
}

async function refuseOtherType(bytes: Uint8Array, hash: AssetHash, { files }: PacketManifest): Promise<void> {
  const said = files.find((file) => file.hash === hash)
  const found = await knownFile({ name: said?.name ?? hash, bytes })
  if (found.type.mime !== said?.mime) throw refusePacket('packet-changed', `The file ‘${said?.name ?? hash}’ in this packet is of another type than it says. Nothing of it was opened.`)
}

async function readAssetOf(file: PacketFile, { entries }: PacketManifest, hash: AssetHash, heard?: (bytes: number) => void): Promise<Uint8Array> {
  const entry = entries.find(({ name, sha256 }) => sha256 === hash && roleOf(name)?.is === 'asset')
  if (entry === undefined) throw refusePacket('packet-file-missing', 'This packet does not bring one of its files.', hash)
  return readChecked(file, entry, heard)
}
