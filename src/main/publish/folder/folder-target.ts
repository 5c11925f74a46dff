import { access, constants, stat } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ApprovedStory } from '../../../shared/approved-story'
import type { TargetSettings } from '../../../shared/publishing'
import { Instant, type AssetHash, type RevisionId } from '../../../shared/story/ids'
import { exportStories } from '../../export/export-stories'
import { PublishError } from '../publish-error'
import type { Parts, PublishTarget, RemoteCopy } from '../target'
import { hashesIn, removeChanged, siteFiles, type SiteFiles } from './site-files'

export type FolderSettings = Extract<TargetSettings, { type: 'folder' }>

export interface FolderParts {
  readonly settings: FolderSettings
  readonly bytesOf: (hash: AssetHash) => Promise<Uint8Array>
  /** Approved stories of the desk that one links to. */
  readonly linkedFrom: (story: ApprovedStory) => readonly ApprovedStory[]
}

/**
 * A static site's folder: the story is exported into it in the shape of the site's generator. The manifest of the export
 * tells which files are ours, so what somebody edited there is noticed, and an ordinary export in between is not
 * taken for an edit.
 */
export function folderTarget({ settings, bytesOf, linkedFrom }: FolderParts): PublishTarget {
  const { folder, preset } = settings
  let files: SiteFiles | undefined

  async function filesOf(story: ApprovedStory): Promise<SiteFiles> {
    files ??= await siteFiles(story, settings, linkedFrom(story))
    return files
  }

  function copyOf(page: string, parts: Parts, more: { readonly revision: RevisionId | null; readonly untouched: boolean }): RemoteCopy {
    return { remoteId: page, url: pathToFileURL(path.join(folder, ...page.split('/'))).href, version: '', changedAt: null, hidden: null, parts, remarks: [], ...more }
  }

  async function found(story: ApprovedStory): Promise<RemoteCopy | null> {
    const { written, page } = await filesOf(story)
    const parts = await hashesIn(folder, written.map((file) => file.path))
    if (Object.values(parts).every((hash) => hash === '')) return null
    const untouched = written.every((file) => parts[file.path] === file.sha256)
    return copyOf(page, parts, { revision: untouched && written.every(({ revision }) => revision === story.id) ? story.id : null, untouched })
  }

  return {
    place: `${preset} ${folder}`,
    async check() {
      await refuseMissing(folder)
      return `The folder ‘${path.basename(folder)}’ is there and can be written to.`
    },
    async find(story) {
      await refuseMissing(folder)
      return found(story)
    },
    files: () => [],
    placeFile: () => Promise.reject(PublishError.lasting('no-files', 'A folder takes its files together with the story.')),
    async prepare(story) {
      const { planned, page, remarks, written } = await filesOf(story)
      return {
        parts: planned,
        remarks,
        async write(existing, signal) {
          // Only a person's word leads here with files that were changed.
          if (existing !== null) await removeChanged(folder, written, existing.parts)
          const summary = await exportStories({ folder, preset, stories: [story], all: false, known: linkedFrom(story), readAsset: bytesOf, signal })
          const why = [...summary.skipped.map(({ reason }) => reason), ...summary.problems.map(({ message, place }) => (place === undefined ? message : `${place}: ${message}`))]
          if (summary.stories === 0) throw PublishError.lasting('export-refused', why.join(' ') || 'The story was not exported.')
          return { remoteId: page }
        },
      }
    },
    async readBack(remoteId) {
      return copyOf(remoteId, await hashesIn(folder, Object.keys(files?.planned ?? {})), { revision: null, untouched: false })
    },
    partName: (part) => `‘${part}’`,
    describeDifference: (part, _sent, held) => (held === '' ? `The file ‘${part}’ is not there.` : `The file ‘${part}’ has another content than it was given.`),
    now: () => Instant.parse(new Date().toISOString()),
  }
}

async function refuseMissing(folder: string): Promise<void> {
  const info = await stat(folder).catch(() => undefined)
  if (!info?.isDirectory()) throw PublishError.lasting('no-folder', 'The folder of this target is not there. It may be on a drive that is not connected, or have been moved.', { place: folder })
  await access(folder, constants.W_OK).catch(() => {
    throw PublishError.lasting('read-only-folder', 'You may not write to the folder of this target.', { place: folder })
  })
}
