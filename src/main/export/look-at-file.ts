import { createHash } from 'node:crypto'
import { lstat, readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import type { ManifestFile, OurFiles } from './manifest'

/**
 * What stands at a path that an export wants: nothing, exactly the wanted bytes, our former file, our former file that
 * somebody edited, something that is not ours, or a way that leads out of the folder.
 */
export type Found = 'nothing' | 'same' | 'ours' | 'edited' | 'foreign' | 'outside'

/**
 * @param folder The export folder, with all links in its own path resolved.
 * @param wanted The SHA-256 of the bytes that are to stand there; null when the file is to go.
 */
export async function lookAtFile(folder: string, relative: string, ours: ManifestFile | undefined, wanted: string | null): Promise<Found> {
  const way = await lookAtWay(folder, relative)
  if (way !== 'open') return way
  const found = await hashOfFile(path.join(folder, relative))
  if (found === null) return 'nothing'
  if (found === wanted) return 'same'
  if (found === 'no file' || typeof ours?.sha256 !== 'string') return 'foreign'
  return found === ours.sha256 ? 'ours' : 'edited'
}

/** The SHA-256 of a plain file; links are not followed. */
async function hashOfFile(file: string): Promise<string | 'no file' | null> {
  const stats = await lstat(file).catch(ignoreMissing)
  if (stats === null) return null
  return stats.isFile() ? createHash('sha256').update(await readFile(file)).digest('hex') : 'no file'
}

/**
 * What is ours after an export that was killed: of the files that it announced, those that it had written.
 * A manifest that announces nothing is answered as it is.
 */
export async function recovered(folder: string, manifest: OurFiles): Promise<OurFiles> {
  const ours = new Map<string, ManifestFile>()
  for (const { next, ...entry } of manifest.values()) {
    const isWritten = next !== undefined && (await lookAtWay(folder, entry.path)) === 'open' && (await hashOfFile(path.join(folder, entry.path))) === next
    if (isWritten) ours.set(entry.path, { ...entry, sha256: next })
    else if (entry.sha256 !== null) ours.set(entry.path, entry)
  }
  return ours
}

/** Whether the folders on the way to a file are inside the export folder, or not yet there. */
async function lookAtWay(folder: string, relative: string): Promise<'open' | 'nothing' | 'foreign' | 'outside'> {
  let current = folder
  for (const part of relative.split('/').slice(0, -1)) {
    current = path.join(current, part)
    const stats = await lstat(current).catch(ignoreMissing)
    if (stats === null) return 'nothing'
    if (stats.isSymbolicLink()) {
      const target = await realpath(current).catch(ignoreMissing)
      if (target === null || !isInside(folder, target)) return 'outside'
    } else if (!stats.isDirectory()) return 'foreign'
  }
  return 'open'
}

function isInside(folder: string, target: string): boolean {
  const way = path.relative(folder, target)
  return way === '' || (way.split(path.sep)[0] !== '..' && !path.isAbsolute(way))
}

function ignoreMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
  throw error
}
