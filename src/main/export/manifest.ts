import { lstatSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { z } from 'zod'
import { PresetName } from '../../shared/presets'
import { DeskError } from '../../shared/result'
import { RevisionId, StoryId } from '../../shared/story/ids'

export const manifestName = '.copydesk-manifest.json'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** A path inside the folder, whatever the system: no way up, no drive, no backslash. */
const innerPath = z.string().refine((text) => text !== '' && !/[\\:\0]/.test(text) && text.split('/').every((part) => part !== '' && part !== '.' && part !== '..'), 'leads out of the folder')

/** A file that an export wrote. */
export const ManifestFile = z.object({
  path: innerPath,
  /** What was written last; null when nothing was yet. */
  sha256: sha256.nullable(),
  /** What an export under way is about to write; left behind only when it was killed. */
  next: sha256.optional(),
  story: StoryId,
  revision: RevisionId,
})
export type ManifestFile = z.infer<typeof ManifestFile>

const Manifest = z.object({ format: z.literal('copydesk.export/1'), preset: PresetName, files: z.array(ManifestFile) })

/** The files of a folder that are ours, by path. */
export type OurFiles = ReadonlyMap<string, ManifestFile>

/**
 * What a folder's manifest says is ours; nothing when there is none.
 * @throws DeskError `manifest-damaged` when it can't be read: then nobody can tell whose the files are.
 */
export async function readManifest(folder: string): Promise<OurFiles> {
  const file = path.join(folder, manifestName)
  refuseLink(file)
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return new Map()
  const manifest = Manifest.safeParse(parsed(text))
  if (!manifest.success) throw damaged(file, z.prettifyError(manifest.error))
  return new Map(manifest.data.files.map((entry) => [entry.path, entry]))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function damaged(file: string, detail: string): DeskError {
  return new DeskError('manifest-damaged', `The list of exported files can’t be read, so nothing was written. Restore it, or delete it and the files that were exported here.`, { place: file, detail })
}

function refuseLink(file: string): void {
  if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) throw new DeskError('manifest-damaged', 'The list of exported files is a link to somewhere else, so nothing was written.', { place: file })
}

/** Writes the manifest, whole or not at all; not at all when it says the same already. */
export async function writeManifest(folder: string, preset: PresetName, files: OurFiles): Promise<void> {
  const file = path.join(folder, manifestName)
  const sorted = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
  const text = `${JSON.stringify({ format: 'copydesk.export/1', preset, files: sorted }, null, 2)}\n`
  const former = await readFile(file, 'utf8').catch(() => null)
  refuseLink(file)
  if (former !== text) await writeFileAtomic(file, text)
}
