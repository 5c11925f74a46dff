import { z } from 'zod'
import { DeskFindQuery, DeskFindSummary, FoundStory } from '../../shared/find/desk-find'
import { ExportSummary, ImportReport, VerifyReport } from '../../shared/ipc'
import { PacketSummary } from '../../shared/packet/packet-report'
import { PresetName } from '../../shared/presets'
import { Failure } from '../../shared/result'
import { AssetHash, MemberId, StoryId } from '../../shared/story/ids'
import { TakenPacket } from '../packet/take-packet'

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'is not a run of bytes')

/** Long work that runs outside the main process, with a connection of its own to the desk. */
export const JobRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('import'), desk: z.string(), file: z.string(), by: MemberId }),
  z.object({ kind: z.literal('export'), desk: z.string(), folder: z.string(), preset: PresetName, stories: z.array(StoryId).nullable() }),
  z.object({ kind: z.literal('verify'), desk: z.string(), rebuild: z.boolean() }),
  z.object({ kind: z.literal('packetLook'), desk: z.string(), file: z.string(), by: MemberId }),
  z.object({ kind: z.literal('packetTake'), desk: z.string(), file: z.string(), by: MemberId, trusted: z.boolean() }),
  z.object({ kind: z.literal('packetWrite'), desk: z.string(), file: z.string(), parts: z.array(z.object({ name: z.string(), bytes })), files: z.array(AssetHash) }),
  z.object({ kind: z.literal('find'), desk: z.string(), query: DeskFindQuery }),
])
export type JobRequest = z.infer<typeof JobRequest>

export const jobOutputs = { import: ImportReport, export: ExportSummary, verify: VerifyReport, find: DeskFindSummary, packetLook: PacketSummary, packetTake: TakenPacket, packetWrite: z.object({ size: z.number() }) } as const
export type JobOutput<K extends JobRequest['kind']> = z.output<(typeof jobOutputs)[K]>

export interface Progress {
  readonly done: number
  readonly total: number
  readonly label: string
}

/** What the main process tells a job. */
export const ToJob = z.discriminatedUnion('type', [z.object({ type: z.literal('run'), request: JobRequest }), z.object({ type: z.literal('cancel') })])
export type ToJob = z.infer<typeof ToJob>

/** What a job tells the main process. */
export const FromJob = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.number(), total: z.number(), label: z.string() }),
  z.object({ type: z.literal('found'), stories: z.array(FoundStory) }),
  z.object({ type: z.literal('done'), output: z.unknown() }),
  z.object({ type: z.literal('failed'), error: Failure }),
])
export type FromJob = z.infer<typeof FromJob>
