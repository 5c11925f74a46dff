import { createHash } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import type { ApprovedStory } from '../../../shared/approved-story'
import { presetNamed } from '../../../shared/markdown/presets/preset-named'
import { recovered } from '../../export/look-at-file'
import { readManifest, type ManifestFile } from '../../export/manifest'
import { planStories } from '../../export/plan-stories'
import type { Parts } from '../target'
import type { FolderSettings } from './folder-target'

/** What a story's files in a site's folder are to be, and what they are by the folder's manifest. */
export interface SiteFiles {
  /** SHA-256 by path, as the exporter will write them. */
  readonly planned: Parts
  /** The page among them. */
  readonly page: string
  /** What the exporter says about them, in words. */
  readonly remarks: readonly string[]
  /** Files of the story that earlier exports wrote. */
  readonly written: readonly ManifestFile[]
}

/** Reads the manifest and plans the story's files. Writes nothing. @throws DeskError when the manifest is damaged. */
export async function siteFiles(story: ApprovedStory, { folder, preset }: FolderSettings, known: readonly ApprovedStory[]): Promise<SiteFiles> {
  const manifest = await recovered(folder, await readManifest(folder))
  const { stories, problems } = planStories([story], presetNamed(preset), manifest, known)
  const files = stories.flatMap((planned) => planned.files)
  return {
    planned: Object.fromEntries(files.map((file) => [file.path, file.sha256])),
    page: stories[0]?.page ?? '',
    remarks: problems.map(({ message }) => message),
    written: [...manifest.values()].filter((entry) => entry.story === story.revision.story && entry.sha256 !== null),
  }
}

/** SHA-256 of files by their paths with slashes; empty for one that is not there. */
export async function hashesIn(folder: string, files: readonly string[]): Promise<Parts> {
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file, await hashOf(path.join(folder, ...file.split('/')))] as const)))
}

/** Removes files that the exporter wrote and somebody changed since: it does not write over them by itself. */
export async function removeChanged(folder: string, written: readonly ManifestFile[], held: Parts): Promise<void> {
  for (const { path: file, sha256 } of written) if (held[file] !== sha256) await rm(path.join(folder, ...file.split('/')), { force: true })
}

async function hashOf(file: string): Promise<string> {
  const bytes = await readFile(file).catch(() => undefined)
  return bytes === undefined ? '' : createHash('sha256').update(bytes).digest('hex')
}
