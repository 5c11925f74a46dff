import { z } from 'zod'
import { PresetName } from '../presets'
import { Failure } from '../result'
import { KindId, StoryId } from '../story/ids'
import { call, none } from './call'

export const ImportReport = z.object({
  created: z.array(z.object({ story: StoryId, headline: z.string(), kind: KindId })),
  /** Entries that were imported with something left out, or not at all; each names its place. */
  problems: z.array(Failure),
})
export type ImportReport = z.infer<typeof ImportReport>

export const ExportSummary = z.object({
  folder: z.string(),
  stories: z.number(),
  written: z.number(),
  unchanged: z.number(),
  removed: z.number(),
  skipped: z.array(z.object({ story: z.string(), reason: z.string() })),
  problems: z.array(Failure),
})
export type ExportSummary = z.infer<typeof ExportSummary>

/** Import and export. */
export const transferCalls = {
  'import.choose': call(none, z.string().nullable()),
  'import.run': call(z.object({ file: z.string(), job: z.string() }), ImportReport),
  'export.choose': call(none, z.string().nullable()),
  'export.run': call(z.object({ folder: z.string(), preset: PresetName, stories: z.array(StoryId).nullable(), job: z.string() }), ExportSummary),
}
