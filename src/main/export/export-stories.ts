import { mkdir, readdir, realpath, rm, rmdir } from 'node:fs/promises'
import path from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import type { ApprovedStory } from '../../shared/approved-story'
import type { ExportSummary } from '../../shared/ipc'
import { underEmbargo } from '../../shared/story/embargo'
import { presetNamed } from '../../shared/markdown/presets/preset-named'
import type { PresetName } from '../../shared/presets'
import { DeskError, type Failure } from '../../shared/result'
import type { AssetHash } from '../../shared/story/ids'
import { lookAtFile, recovered, type Found } from './look-at-file'
import { readManifest, writeManifest, type ManifestFile, type OurFiles } from './manifest'
import { planStories, type PlannedFile, type PlannedStory } from './plan-stories'

export interface ExportOptions {
  /** The site's folder; it is made when it is not there. Other files in it are left alone. */
  readonly folder: string
  readonly preset: PresetName
  readonly stories: readonly ApprovedStory[]
  /** Whether these are all stories of the desk: files of stories that are not among them then go. */
  readonly all: boolean
  /** Stories whose files stay as they are, though they are not among `stories`. */
  readonly keep?: readonly string[]
  /** Approved stories that these may link to: a link leads to one whose page is in the folder already. */
  readonly known?: readonly ApprovedStory[]
  readonly readAsset: (hash: AssetHash) => Promise<Uint8Array>
  readonly now?: Date
  readonly signal?: AbortSignal
  readonly report?: (progress: { done: number; total: number; label: string }) => void
}

/**
 * Writes stories as the files of a site, each file whole or not at all. The folder's manifest says which files are ours,
 * and no other is changed or removed: what somebody edited, what was there before, and what lies behind a link out of
 * the folder is kept, and told. A story of which one file can't be written is left as it is. Exporting the same twice
 * changes nothing. Stories under embargo stay on the desk.
 *
 * Killed at any moment, the next export knows its own files again: the manifest names what is about to be written first.
 * @throws DeskError `cancelled` between two stories, with the manifest true to what was written; `manifest-damaged`.
 */
export async function exportStories(options: ExportOptions): Promise<ExportSummary> {
  const { preset, all, now = new Date() } = options
  const folder = await openFolder(options.folder)
  const former = await recovered(folder, await readManifest(folder))
  const { ready, waiting } = partedByEmbargo(options.stories, now)
  const plan = planStories(ready, presetNamed(preset), all ? ofStories(former, staying(options)) : former, options.known)
  const ours = new Map(former)
  for (const { story, files } of plan.stories) for (const file of files) ours.set(file.path, announced(file, story, ours.get(file.path)))
  if (plan.stories.length > 0) await writeManifest(folder, preset, ours)
  const run = new Run(folder, options, ours, [...plan.problems])
  try {
    for (const [index, planned] of plan.stories.entries()) {
      if (options.signal?.aborted) throw new DeskError('cancelled', 'The export was cancelled. What was written before stays.')
      options.report?.({ done: index, total: plan.stories.length, label: planned.headline })
      await run.story(planned)
    }
    if (all) await run.removeOthers(staying(options))
  } finally {
    await writeManifest(folder, preset, settled(ours))
  }
  options.report?.({ done: plan.stories.length, total: plan.stories.length, label: '' })
  const { exported, written, unchanged, removed, problems } = run
  return { folder: options.folder, stories: exported, written, unchanged, removed, skipped: waiting, problems }
}

async function openFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true })
    return await realpath(folder)
  } catch (error) {
    throw new DeskError('folder-unusable', `Nothing can be written to the folder ‘${folder}’.`, { place: folder, detail: String(error) })
  }
}

/** The stories that are not over. */
function staying({ stories, keep = [] }: ExportOptions): ReadonlySet<string> {
  return new Set([...stories.map(({ revision }) => revision.story as string), ...keep])
}

/** Paths of stories that are over are free for others. */
function ofStories(files: OurFiles, ids: ReadonlySet<string>): OurFiles {
  return new Map([...files].filter(([, { story }]) => ids.has(story)))
}

function partedByEmbargo(stories: readonly ApprovedStory[], now: Date): { ready: ApprovedStory[]; waiting: ExportSummary['skipped'] } {
  const waiting: ExportSummary['skipped'] = []
  const ready = stories.filter(({ revision }) => {
    const reason = underEmbargo(`‘${String(revision.fields['headline'] ?? '')}’`, revision.fields, now)
    if (reason !== null) waiting.push({ story: revision.story, reason })
    return reason === null
  })
  return { ready, waiting }
}

/** The entry of a file that is about to be written. */
function announced(file: PlannedFile, { id, revision }: ApprovedStory, former: ManifestFile | undefined): ManifestFile {
  if (former?.sha256 === file.sha256) return former
  return { path: file.path, sha256: former?.sha256 ?? null, next: file.sha256, story: former?.story ?? revision.story, revision: former?.revision ?? id }
}

/** Without what was announced and not written. */
function settled(ours: OurFiles): Map<string, ManifestFile> {
  const kept = new Map<string, ManifestFile>()
  for (const { next: _next, ...entry } of ours.values()) if (entry.sha256 !== null) kept.set(entry.path, entry)
  return kept
}

/** Why something that was found must be kept, and what to do about it. */
const refusals: Partial<Record<Found, readonly [code: string, message: string]>> = {
  edited: ['edited-by-hand', 'This file was changed since it was exported, so the story was not written. Put your change into the story, or move the file away, and export again.'],
  foreign: ['not-ours', 'Something that Copydesk did not write is in the way, so the story was not written. Move it away, or change the story’s slug, and export again.'],
  outside: ['leads-outside', 'A link in the way leads out of the folder, so the story was not written. Replace the link by a folder, and export again.'],
}

/** One export under way: what it did so far, and what is ours by now. */
class Run {
  exported = 0
  written = 0
  unchanged = 0
  removed = 0
  readonly #folder: string
  readonly #options: ExportOptions
  readonly #ours: Map<string, ManifestFile>
  readonly problems: Failure[]

  constructor(folder: string, options: ExportOptions, ours: Map<string, ManifestFile>, problems: Failure[]) {
    this.#folder = folder
    this.#options = options
    this.#ours = ours
    this.problems = problems
  }

  /** Writes a story's files and removes those that it had and has no more. */
  async story(planned: PlannedStory): Promise<void> {
    const looked = await Promise.all(planned.files.map(async (file) => ({ file, found: await lookAtFile(this.#folder, file.path, this.#ours.get(file.path), file.sha256) })))
    const refused = looked.flatMap(({ file, found }) => this.#refusal(file.path, found))
    if (refused.length > 0) return void this.problems.push(...refused)
    try {
      const toWrite = looked.filter(({ found }) => found !== 'same').map(({ file }) => file)
      const bytes = await Promise.all(toWrite.map((file) => ('text' in file ? Buffer.from(file.text, 'utf8') : this.#options.readAsset(file.asset))))
      for (const [index, file] of toWrite.entries()) await this.#write(file, bytes[index] ?? new Uint8Array(), planned.story)
      for (const { file, found } of looked) if (found === 'same') this.#keep(file, planned.story)
      await this.#remove((entry) => entry.story === planned.story.revision.story && !planned.files.some(({ path: wanted }) => wanted === entry.path))
      this.exported += 1
    } catch (error) {
      this.problems.push(failureOf(error, planned))
    }
  }

  /** Removes the files of stories that are no longer among those of the desk. */
  async removeOthers(stories: ReadonlySet<string>): Promise<void> {
    await this.#remove((entry) => !stories.has(entry.story))
  }

  #refusal(relative: string, found: Found): Failure[] {
    const refusal = refusals[found]
    return refusal === undefined ? [] : [{ code: refusal[0], message: refusal[1], place: relative }]
  }

  async #write(file: PlannedFile, bytes: Uint8Array, { id, revision }: ApprovedStory): Promise<void> {
    const target = path.join(this.#folder, file.path)
    await mkdir(path.dirname(target), { recursive: true })
    await writeFileAtomic(target, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    this.#ours.set(file.path, { path: file.path, sha256: file.sha256, story: revision.story, revision: id })
    this.written += 1
  }

  #keep(file: PlannedFile, { id, revision }: ApprovedStory): void {
    this.#ours.set(file.path, { path: file.path, sha256: file.sha256, story: revision.story, revision: id })
    this.unchanged += 1
  }

  async #remove(isOver: (entry: ManifestFile) => boolean): Promise<void> {
    for (const entry of [...this.#ours.values()].filter(isOver)) {
      const found = await lookAtFile(this.#folder, entry.path, entry, null)
      if (found === 'nothing') this.#ours.delete(entry.path)
      else if (found === 'ours') {
        await rm(path.join(this.#folder, entry.path))
        await this.#removeEmptyFolders(path.dirname(entry.path))
        this.#ours.delete(entry.path)
        this.removed += 1
      } else this.problems.push({ code: found === 'edited' ? 'edited-by-hand' : 'not-ours', message: 'This file belongs to a story that is no longer here, and was changed since it was exported. It was kept; remove it if nobody needs it.', place: entry.path })
    }
  }

  /** Removes the folders that a removed file left empty, up to the site's own. */
  async #removeEmptyFolders(relative: string): Promise<void> {
    for (let way = relative; way !== '.' && way !== ''; way = path.dirname(way)) {
      const folder = path.join(this.#folder, way)
      if ((await readdir(folder)).length > 0) return
      await rmdir(folder)
    }
  }
}

function failureOf(error: unknown, { headline, page }: PlannedStory): Failure {
  const reason = error instanceof DeskError ? error.message : 'A file could not be written. Is the disk full, or the folder protected?'
  return { code: error instanceof DeskError ? error.failure.code : 'write-failed', message: `‘${headline}’ was not written. ${reason}`, place: page, detail: String(error) }
}
