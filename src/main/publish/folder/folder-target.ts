import { access, constants, stat } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ApprovedStory } from '../../../shared/approved-story'
import type { TargetSettings } from '../../../shared/publishing'
import { Instant, type AssetHash } from '../../../shared/story/ids'
import { exportStories } from '../../export/export-stories'
import { PublishError } from '../publish-error'
import type { Parts, PublishTarget, RemoteCopy } from '../target'
import { hashesIn, stageStory } from './stage-story'

export type FolderSettings = Extract<TargetSettings, { type: 'folder' }>

export interface FolderParts {
  readonly settings: FolderSettings
  readonly bytesOf: (hash: AssetHash) => Promise<Uint8Array>
}

/** A static site's folder: the story is exported into it in the shape of the site's generator. */
export function folderTarget({ settings, bytesOf }: FolderParts): PublishTarget {
  const { folder, preset } = settings
  let staged: { readonly story: ApprovedStory; readonly parts: Parts } | undefined

  async function expected(story: ApprovedStory, signal: AbortSignal): Promise<Parts> {
    if (staged?.story.id !== story.id) staged = { story, parts: await stageStory(story, settings, bytesOf, signal) }
    return staged.parts
  }

  function copyOf(parts: Parts, revision: ApprovedStory['id'] | null): RemoteCopy {
    const main = mainFile(Object.keys(parts))
    return { remoteId: main, url: pathToFileURL(path.join(folder, ...main.split('/'))).href, version: '', changedAt: null, revision, hidden: null, parts, remarks: [] }
  }

  return {
    capabilities: { create: true, update: true, schedule: false, unpublish: false, media: false, readBack: true },
    place: `${preset} ${folder}`,
    async check() {
      await refuseMissing(folder)
      return `The folder ‘${path.basename(folder)}’ is there and can be written to.`
    },
    async find(story, known, signal) {
      await refuseMissing(folder)
      const wanted = await expected(story, signal)
      const there = await hashesIn(folder, Object.keys(wanted))
      if (sameFiles(there, wanted)) return copyOf(there, story.id)
      // Files that no delivery left there are the exporter's business: it replaces its own and refuses those of others.
      const left = await hashesIn(folder, known.parts)
      return Object.keys(left).length === 0 ? null : copyOf(left, null)
    },
    files: () => [],
    placeFile: () => Promise.reject(PublishError.lasting('no-files', 'A folder takes its files together with the story.')),
    async prepare(story, _files, _existing, signal) {
      const parts = await expected(story, signal)
      return {
        parts,
        remarks: [],
        async write(_current, stop) {
          const { problems, skipped } = await exportStories({ folder, preset, stories: [story], all: false, readAsset: bytesOf, signal: stop })
          const words = [...problems.map(({ message }) => message), ...skipped.map(({ reason }) => reason)]
          if (words.length > 0) throw PublishError.lasting('export-refused', words.join(' '))
          return { remoteId: mainFile(Object.keys(parts)) }
        },
      }
    },
    async readBack() {
      const held = await hashesIn(folder, Object.keys(staged?.parts ?? {}))
      return copyOf(held, staged?.story.id ?? null)
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

const sameFiles = (one: Parts, other: Parts): boolean => Object.keys(other).every((file) => one[file] === other[file])

/** The story's text among its files. */
function mainFile(files: readonly string[]): string {
  return files.find((file) => /\.(md|mdx|markdown|html)$/.test(file)) ?? files[0] ?? ''
}
