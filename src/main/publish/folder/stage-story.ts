import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { ApprovedStory } from '../../../shared/approved-story'
import type { AssetHash } from '../../../shared/story/ids'
import { exportStories } from '../../export/export-stories'
import type { Parts } from '../target'
import type { FolderSettings } from './folder-target'

/**
 * What a story's files in the folder have to be: SHA-256 by path, made by exporting it into an empty folder beside.
 * The exporter's own list of files is not part of it.
 */
export async function stageStory(story: ApprovedStory, { preset }: FolderSettings, readAsset: (hash: AssetHash) => Promise<Uint8Array>, signal: AbortSignal): Promise<Parts> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'copydesk-stage-'))
  try {
    await exportStories({ folder, preset, stories: [story], all: false, readAsset, signal })
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile()).map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    return await hashesIn(folder, files.filter((file) => !isExportersOwn(file)).sort())
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** SHA-256 of files by their paths with slashes; a file that is not there has no entry. */
export async function hashesIn(folder: string, files: readonly string[]): Promise<Parts> {
  const hashes = await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(path.join(folder, ...file.split('/'))).catch(() => undefined)
      return bytes === undefined ? [] : [[file, createHash('sha256').update(bytes).digest('hex')] as const]
    }),
  )
  return Object.fromEntries(hashes.flat())
}

/** The list by which the exporter knows its files lies beside them, under a name that generators ignore. */
function isExportersOwn(file: string): boolean {
  return file.startsWith('.')
}
