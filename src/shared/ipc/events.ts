import { z } from 'zod'
import { FoundStory } from '../find/desk-find'
import type { EventName } from '../ipc-names'
import { AssetHash, StoryId } from '../story/ids'
import { bytes, none } from './call'
import { DeskInfo } from './desk-info'

/** What the main process tells the window unasked. */
export const events = {
  'desk.changed': DeskInfo.nullable(),
  /** Rows or counts may differ. */
  'stories.changed': z.object({ ids: z.array(StoryId) }),
  /** An update of an open story that this window did not make. */
  'story.updated': z.object({ id: StoryId, update: bytes }),
  'job.progress': z.object({ job: z.string(), done: z.number(), total: z.number(), label: z.string() }),
  /** Stories with matches, as `desk.find` comes upon them. */
  'find.matches': z.object({ job: z.string(), stories: z.array(FoundStory) }),
  'deliveries.changed': z.object({ story: StoryId }),
  /** What the library shows of these files may differ: their words, their small pictures, their pages. */
  'assets.changed': z.object({ hashes: z.array(AssetHash) }),
  /** Another word in the desk's dictionary, or another house style. */
  'language.changed': none,
  /** The process that checks spelling had ended and was started again. */
  'language.restarted': none,
  /** A native menu's item was chosen; the id is one of the registry of commands. */
  'command.run': z.object({ command: z.string() }),
  /** The window is about to close: send what is not yet appended. */
  'window.closing': none,
  /** The app was asked to open a packet: a file was double-clicked, say. */
  'packet.offered': z.object({ file: z.string() }),
} as const satisfies Record<EventName, z.ZodType>
