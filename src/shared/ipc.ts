import type { z } from 'zod'
import type { CallName, EventName } from './ipc-names'
import { appCalls } from './ipc/app'
import { assetsCalls } from './ipc/assets'
import { auditCalls } from './ipc/audit'
import { commentsCalls } from './ipc/comments'
import { deskCalls } from './ipc/desk'
import type { events } from './ipc/events'
import { findCalls } from './ipc/find'
import { languageCalls } from './ipc/language'
import { membersCalls } from './ipc/members'
import { packetsCalls } from './ipc/packets'
import { publishingCalls } from './ipc/publishing'
import { storiesCalls } from './ipc/stories'
import { transferCalls } from './ipc/transfer'
import { versionsCalls } from './ipc/versions'

export { AssetInfo } from './assets/asset-info'
export { Action, ActionName } from './ipc/action'
export { AppInfo } from './ipc/app'
export { ThreadEntry, UnreadComments } from './ipc/comments'
export { DeskInfo } from './ipc/desk-info'
export { VerifyReport, KindUsage } from './ipc/desk'
export { events } from './ipc/events'
export { Preferences } from './ipc/preferences'
export { PreviewSubject, PreviewSurface } from './ipc/preview'
export { StoryView, StoryTranslation, ReviewAsked, StoryRow } from './ipc/story-row'
export { RevisionEntry, HistoryEntry, StoryStatus } from './ipc/story-status'
export { ImportReport, ExportSummary } from './ipc/transfer'
export { RedlineFrom, RedlineTo } from './ipc/redline-sides'

/**
 * The contract between the window and the main process: every call's input and output, every event's payload; a file of `ipc/` for each area.
 * Main parses each input; a call answers `Result<output>`, never throws across the bridge.
 */
export const calls = {
  ...appCalls,
  ...deskCalls,
  ...membersCalls,
  ...storiesCalls,
  ...commentsCalls,
  ...versionsCalls,
  ...assetsCalls,
  ...transferCalls,
  ...publishingCalls,
  ...findCalls,
  ...languageCalls,
  ...packetsCalls,
  ...auditCalls,
} as const satisfies Record<CallName, { input: z.ZodType; output: z.ZodType }>

export type CallInput<N extends CallName> = z.input<(typeof calls)[N]['input']>
export type CallOutput<N extends CallName> = z.output<(typeof calls)[N]['output']>
export type EventPayload<N extends EventName> = z.output<(typeof events)[N]>
