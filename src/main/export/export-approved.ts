import type { ExportSummary } from '../../shared/ipc'
import type { PresetName } from '../../shared/presets'
import type { StoryId } from '../../shared/story/ids'
import { approvedStories, linkedFrom, type Skipped } from '../desk/approved-stories'
import type { Desk } from '../desk/desk'
import { readAsset } from '../store/assets'
import { exportStories } from './export-stories'

export interface ExportRequest {
  readonly folder: string
  readonly preset: PresetName
  /** Which stories; null for every approved story of the desk, in which case files of stories that left go too. */
  readonly stories: readonly StoryId[] | null
  readonly signal?: AbortSignal
  readonly report?: (progress: { done: number; total: number; label: string }) => void
}

/** Exports what was approved, and only that; the stories asked for that were not are named with the reason. */
export async function exportApproved(desk: Desk, request: ExportRequest): Promise<ExportSummary> {
  const { stories, skipped } = approvedStories(desk, request.stories)
  const summary = await exportStories({
    folder: request.folder,
    preset: request.preset,
    stories,
    all: request.stories === null,
    keep: damaged(skipped),
    known: linkedFrom(desk, stories),
    readAsset: async (hash) => readAsset(desk, hash),
    ...(request.signal && { signal: request.signal }),
    ...(request.report && { report: request.report }),
  })
  return { ...summary, skipped: [...summary.skipped, ...skipped.map(({ story, reason }) => ({ story, reason }))] }
}

/** Stories that are there and can't be read now: what was exported of them is all that readers have. */
function damaged(skipped: readonly Skipped[]): string[] {
  return skipped.filter(({ code }) => !['not-approved', 'archived', 'no-story'].includes(code)).map(({ story }) => story)
}
