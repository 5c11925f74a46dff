import * as Y from 'yjs'
import type { DeskError } from '../result'
import type { MemberId } from '../story/ids'
import { storyMeta } from '../story/story-doc'
import { isWhole } from '../story/whole-update'
import { logFault, type LogCheck } from './check-log'
import { partsFault } from './check-parts'
import { borrowedVoice } from './check-voices'
import { refusePacket } from './refusal'

export interface StoryCheck extends LogCheck {
  /** Whether the packet comes from the story's home, which alone says what the story is. */
  readonly fromHome: boolean
  readonly mayNotSpeak: ReadonlySet<MemberId>
}

/** A story with a packet's edits, as a document of its own. */
export interface MergedStory {
  readonly doc: Y.Doc
}

/**
 * A story as it would be with what a packet brings: the same whatever the order of packets, and however often one is opened. The
 * document that is given stays as it is.
 * @param before The story as it stands; null when it is new here.
 * @throws DeskError with a sentence that says what is wrong with the packet.
 */
export function mergeStory(before: Y.Doc | null, update: Uint8Array, check: StoryCheck): MergedStory {
  const doc = new Y.Doc()
  if (before !== null) Y.applyUpdate(doc, Y.encodeStateAsUpdate(before))
  applyWhole(doc, update)
  const fault = storyFault(before, doc, check) ?? logFault(before, doc, check)
  if (fault !== null) throw fault
  const voice = borrowedVoice(before, doc, check.mayNotSpeak)
  if (voice !== null) throw refusePacket('packet-voice', `This packet changes what ${check.nameOf(voice)} said in a comment, and does not come from them. Nothing of it was opened.`)
  return { doc }
}

function applyWhole(doc: Y.Doc, update: Uint8Array): void {
  try {
    Y.applyUpdate(doc, update)
    if (isWhole(doc, update)) return
  } catch (error) {
    throw refusePacket('packet-story', 'The story in this packet can’t be read. Nothing of it was opened; ask for it again.', error instanceof Error ? error.message : String(error))
  }
  throw refusePacket('packet-story', 'The story in this packet is not whole: it depends on edits that are missing. Nothing of it was opened; ask for it again.')
}

function storyFault(before: Y.Doc | null, after: Y.Doc, { story, fromHome }: StoryCheck): DeskError | null {
  if (storyMeta(after).get('story') !== story) return refusePacket('packet-story', 'The edits in this packet are of another story than it says. Nothing of it was opened.')
  const fault = partsFault(after)
  if (fault !== null) return refusePacket('packet-story', `The story in this packet can’t be taken in: ${fault}. Nothing of it was opened. If its sender has a newer Copydesk, install that and try again.`)
  const changed = before === null ? [] : changedMeta(before, after)
  const lasting = changed.some((key) => !(fromHome && fromHomeMayChange.has(key)))
  return lasting ? refusePacket('packet-story', 'This packet would change what the story is: its kind, its origin, or who began it. Only its own desk does that; nothing of it was opened.') : null
}

const fromHomeMayChange: ReadonlySet<string> = new Set(['kind', 'translationGroup'])

function changedMeta(before: Y.Doc, after: Y.Doc): string[] {
  const [earlier, later] = [storyMeta(before), storyMeta(after)]
  return [...new Set([...earlier.keys(), ...later.keys()])].filter((key) => earlier.get(key) !== later.get(key))
}
