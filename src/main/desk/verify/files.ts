import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { AssetInfo } from '../../../shared/ipc'
import { evidenceFiles } from '../../../shared/clearance/evidence-files'
import { DeskError } from '../../../shared/result'
import type { AssetHash, StoryId } from '../../../shared/story/ids'
import type { Revision } from '../../../shared/story/revision'
import { assetPath, describeAsset, listAssets } from '../../store/assets'
import { derivedFolder } from '../../store/asset-variants'
import { snapshot } from '../../store/snapshot'
import { loadStory } from '../../store/stories'
import { parseRevision, storedRevisions } from '../../store/revisions'
import { readableEvents } from '../../audit/named-revisions'
import type { Desk } from '../desk'
import type { Findings } from './findings'
import type { Pace } from './pace'

const subject = 'Files and their hashes'

/** Every file must be there and have the hash that names it; what lies in the folder beside them is named too. */
export async function checkFiles(desk: Desk, story: StoryId | null, findings: Findings, pace: Pace): Promise<void> {
  const listed = story === null ? listAssets(desk.db) : assetsOf(desk, story)
  for (const [index, info] of listed.entries()) {
    await pace(index, listed.length, 'Checking files')
    findings.checked(subject)
    const fault = await faultOf(desk.path, info)
    if (fault !== null) findings.fault(subject, fault)
  }
  if (story === null) await findStrays(desk, findings)
}

/** The files of a story as it stands, of all its versions and of its clearances. Of one that can't be read, which is named elsewhere, only those of its versions. */
function assetsOf(desk: Desk, story: StoryId): AssetInfo[] {
  const revisions = [...storedRevisions(desk.db, story)].flatMap(({ json }) => parseRevision(json) ?? [])
  const hashes = new Set<AssetHash>([...[...currentOf(desk, story), ...revisions].flatMap(({ assets }) => assets.map(({ hash }) => hash)), ...evidenceOf(desk, story).map(({ hash }) => hash)])
  return [...hashes].sort().flatMap((hash) => describeAsset(desk.db, hash) ?? [])
}

function currentOf(desk: Desk, story: StoryId): Revision[] {
  try {
    return [snapshot(desk, story, loadStory(desk.db, story))]
  } catch (error) {
    if (error instanceof DeskError) return []
    throw error
  }
}

function evidenceOf({ db }: Desk, story: StoryId): ReturnType<typeof evidenceFiles> {
  try {
    return evidenceFiles(readableEvents(loadStory(db, story)).map(({ event }) => event))
  } catch (error) {
    if (error instanceof DeskError) return []
    throw error
  }
}

async function faultOf(folder: string, { hash, name }: AssetInfo): Promise<string | null> {
  const sum = createHash('sha256')
  try {
    await pipeline(createReadStream(assetPath(folder, hash)), sum)
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return missing ? `The file ‘${name}’ is missing (${hash}).` : `The file ‘${name}’ can’t be read (${hash}): ${String(error)}.`
  }
  return sum.digest('hex') === hash ? null : `The file ‘${name}’ was changed or damaged: it no longer has the hash that names it (${hash}).`
}

async function findStrays({ path: folder, db }: Desk, findings: Findings): Promise<void> {
  const found = await readdir(path.join(folder, 'assets'), { withFileTypes: true, recursive: true }).catch(() => [])
  // Read after the folder: a file's row is written after the file.
  const known = new Set(listAssets(db).map(({ hash }) => assetPath(folder, hash)))
  for (const entry of found) {
    const file = path.join(entry.parentPath, entry.name)
    // What is derived from the files can be made again, and is nothing to be missed or to be believed.
    const derived = file.startsWith(derivedFolder(folder) + path.sep)
    if (!entry.isDirectory() && !derived && !known.has(file)) findings.fault(subject, `‘${path.relative(folder, file)}’ is not a file of this desk; nothing uses it.`)
  }
}
