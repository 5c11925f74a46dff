import * as Y from 'yjs'
import { borrowedAuthor } from '../history/borrowed-author'
import { borrowedNaming } from '../history/version-names'
import type { DeskError } from '../result'
import type { MemberId } from '../story/ids'
import { storyMeta } from '../story/story-doc'
import { isWhole } from '../story/whole-update'
import { mergeUpdate } from '../suggestions/keep-both'
import { logFault, mergedLogFault, type LogCheck } from './check-log'
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
 * A story as it would be with what a packet brings: the same whatever the order of packets, and however often one is opened. What the
 * packet brings is first looked at by itself, since a packet is a whole story: merged at once, it could hide behind what is here. The
 * document that is given stays as it is.
 * @param before The story as it stands; null when it is new here.
 * @throws DeskError with a sentence that says what is wrong with the packet.
 */
export function mergeStory(before: Y.Doc | null, update: Uint8Array, check: StoryCheck): MergedStory {
  const brought = new Y.Doc()
  applyWhole(brought, update)
  refuse(readable(() => storyFault(brought, check) ?? logFault(brought, check)))
  if (before !== null) refuse(otherStoryFault(before, brought))
  const doc = before === null ? brought : new Y.Doc()
  if (before !== null) {
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(before))
    applyWhole(doc, update, mergeUpdate)
    refuse(storyFault(doc, check) ?? changedMetaFault(before, doc, check) ?? mergedLogFault(before, brought, doc))
  }
  const voice = borrowedVoice(before, doc, check.mayNotSpeak)
  if (voice !== null) throw refusePacket('packet-voice', `This packet changes what ${check.nameOf(voice)} said or wrote beside the story, and does not come from them. Nothing of it was opened.`)
  const author = borrowedAuthor(before, doc, check.mayNotSpeak) ?? borrowedNaming(before, doc, check.mayNotSpeak)
  if (author !== null) throw refusePacket('packet-voice', `This packet says in the name of ${check.nameOf(author)} who wrote something or what a version is called, and does not come from them. Nothing of it was opened.`)
  return { doc }
}

/** Shared types can be put into each other so deep that looking at them has no end in sight: that is no story either. */
function readable(look: () => DeskError | null): DeskError | null {
  try {
    return look()
  } catch (error) {
    return unreadable(error)
  }
}

const unreadable = (error: unknown): DeskError => refusePacket('packet-story', 'The story in this packet can’t be read. Nothing of it was opened; ask for it again.', error instanceof Error ? error.message : String(error))

function refuse(fault: DeskError | null): void {
  if (fault !== null) throw fault
}

function applyWhole(doc: Y.Doc, update: Uint8Array, apply: (doc: Y.Doc, update: Uint8Array) => void = Y.applyUpdate): void {
  try {
    apply(doc, update)
    if (isWhole(doc, update)) return
  } catch (error) {
    throw unreadable(error)
  }
  throw refusePacket('packet-story', 'The story in this packet is not whole: it depends on edits that are missing. Nothing of it was opened; ask for it again.')
}

function storyFault(doc: Y.Doc, { story }: StoryCheck): DeskError | null {
  if (storyMeta(doc).get('story') !== story) return refusePacket('packet-story', 'The edits in this packet are of another story than it says. Nothing of it was opened.')
  const fault = partsFault(doc)
  return fault === null ? null : refusePacket('packet-story', `The story in this packet can’t be taken in: ${fault}. Nothing of it was opened. If its sender has a newer Copydesk, install that and try again.`)
}

/** What a story has from its first moment on, and keeps. */
const lasting = ['createdAt', 'createdBy', 'importedFrom'] as const

function otherStoryFault(before: Y.Doc, brought: Y.Doc): DeskError | null {
  const [ours, theirs] = [storyMeta(before), storyMeta(brought)]
  return lasting.some((key) => ours.get(key) !== theirs.get(key)) ? changesStory() : null
}

const changesStory = (): DeskError => refusePacket('packet-story', 'This packet would change what the story is: its kind, its origin, or who began it. Only its own desk does that; nothing of it was opened.')
const fromHomeMayChange: ReadonlySet<string> = new Set(['kind', 'translationGroup'])

function changedMetaFault(before: Y.Doc, after: Y.Doc, { fromHome }: StoryCheck): DeskError | null {
  const [earlier, later] = [storyMeta(before), storyMeta(after)]
  const changed = [...new Set([...earlier.keys(), ...later.keys()])].filter((key) => earlier.get(key) !== later.get(key))
  return changed.every((key) => fromHome && fromHomeMayChange.has(key)) ? null : changesStory()
}
