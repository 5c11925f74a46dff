import type { DeskError } from '../result'
import type { RevisionId } from '../story/ids'
import { assetName, manifestName, revisionName, reviewPageName, roleOf, signatureName, storyName } from './entry-names'
import { isPlainFileName } from './file-names'
import { isReply, type PacketManifest } from './manifest'
import { inMegabytes, packetLimits } from './packet-limits'
import { refusePacket } from './refusal'

/**
 * Whether a manifest fits what is in its file, before any of that is read: all that it names is there, and nothing else; no size over
 * its limit; each name at most once. Answers what is wrong, or null.
 * @param inFile Names in the file, each at most once.
 */
export function manifestFault(manifest: PacketManifest, inFile: ReadonlySet<string>): DeskError | null {
  const named = manifest.entries.map(({ name }) => name)
  if (new Set(named).size !== named.length) return contents('names one of its parts twice')
  const expected = new Set([...named, manifestName, signatureName])
  const missing = [...expected].filter((name) => !inFile.has(name))
  if (missing.length > 0) return contents(missing.length === 1 ? `lacks a part that it names (‘${missing[0] ?? ''}’)` : `lacks ${missing.length} of the parts that it names`)
  const extra = [...inFile].find((name) => !expected.has(name))
  if (extra !== undefined) return contents(`has a part that it does not name (‘${extra}’)`)
  if (!named.includes(storyName) || !named.includes(reviewPageName)) return contents('lacks the story')
  return sizesFault(manifest) ?? filesFault(manifest) ?? peopleFault(manifest)
}

/** That a file goes by a name that is more than a name: it could lead out of the folder that it is exported to. */
export const oddFileName = (name: string): DeskError => refusePacket('packet-outside', `This packet calls one of its files by a name that no file of Copydesk has (‘${name.replace(/[\p{Cc}\p{Cf}]/gu, '\u{fffd}').slice(0, 100)}’). Nothing of it was opened.`)

const contents = (what: string): DeskError => refusePacket('packet-contents', `This packet ${what}. Nothing of it was opened; ask its sender for another one.`)

function sizesFault({ entries }: PacketManifest): DeskError | null {
  let total = 0
  for (const { name, size } of entries) {
    const role = roleOf(name)
    if (role === null || role.is === 'manifest' || role.is === 'signature') return contents(`names a part that no packet has (‘${name}’)`)
    if (size > role.limit) return refusePacket('packet-too-large', `A part of this packet has ${inMegabytes(size)} (‘${name}’); it may have up to ${inMegabytes(role.limit)}. Nothing of it was opened.`)
    total += size
  }
  return total > packetLimits.total ? refusePacket('packet-too-large', `This packet has ${inMegabytes(total)} in it; a packet may have up to ${inMegabytes(packetLimits.total)}. Nothing of it was opened.`) : null
}

function filesFault({ entries, files }: PacketManifest): DeskError | null {
  const hashes = files.map(({ hash }) => hash)
  if (new Set(hashes).size !== hashes.length) return contents('names one of its files twice')
  const odd = files.find(({ name }) => !isPlainFileName(name))
  if (odd !== undefined) return oddFileName(odd.name)
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  for (const { hash, size, included } of files) {
    const entry = byName.get(assetName(hash))
    if (included !== (entry !== undefined)) return contents('says one thing of its files and has another')
    if (entry !== undefined && (entry.sha256 !== hash || entry.size !== size)) return contents('says one thing of its files and has another')
  }
  const named = new Set(hashes.map(assetName))
  return entries.some(({ name }) => roleOf(name)?.is === 'asset' && !named.has(name)) ? contents('has a file that nothing in it uses') : null
}

/** Only a story's home invites to it. */
function peopleFault(manifest: PacketManifest): DeskError | null {
  return isReply(manifest) && manifest.invitation !== null ? contents('invites somebody to a story that is not its sender’s') : null
}

/** The versions that a packet brings, by its list of contents. */
export function revisionsIn({ entries }: PacketManifest): RevisionId[] {
  return entries.flatMap(({ name }) => {
    const role = roleOf(name)
    return role?.is === 'revision' && revisionName(role.id) === name ? [role.id] : []
  })
}
