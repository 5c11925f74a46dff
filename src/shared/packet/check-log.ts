import type * as Y from 'yjs'
import type { DeskError } from '../result'
import { canonicalBytes, canonicalText } from '../story/canonical'
import type { MemberId, RevisionId, StoryId } from '../story/ids'
import { storyLog } from '../story/story-doc'
import { eventId, SignedEvent } from '../workflow/event'
import type { VerifySignature } from '../workflow/verify-event'
import { refusePacket } from './refusal'

/** What a log is checked against. */
export interface LogCheck {
  readonly story: StoryId
  /** Every event that the sender's log had, as the manifest names them. */
  readonly named: readonly string[]
  /** The public key of a member's id, from wherever it is known: the id is the key's own hash. */
  readonly keyOf: (id: MemberId) => string | undefined
  readonly nameOf: (id: MemberId) => string
  readonly hasRevision: (id: RevisionId) => boolean
  readonly verify: VerifySignature
}

/**
 * What is wrong with the log that a packet brings; null when it is whole. It has all that its sender names and nothing else; every event
 * stands under its own name, follows events that are there, is about versions that are there, and has the signature of whoever it
 * names. What an event may do is judged later, by `reduce`.
 */
export function logFault(brought: Y.Doc, check: LogCheck): DeskError | null {
  const log = storyLog(brought)
  const missing = check.named.filter((id) => !log.has(id)).length
  if (missing > 0) return cut(missing === 1 ? 'one decision that it names is not in it' : `${missing} decisions that it names are not in it`)
  const named = new Set(check.named)
  for (const [key, raw] of log.entries()) {
    if (!named.has(key)) return refusePacket('packet-event', 'This packet has a decision that its list of contents does not name. Nothing of it was opened; ask its sender for another one.')
    const fault = eventFault(key, raw, log, check)
    if (fault !== null) return fault
  }
  return null
}

/** What a merge would do to the log of this desk; null when all that was in it stays, as it was, and nothing comes but what the packet brings. */
export function mergedLogFault(before: Y.Doc, brought: Y.Doc, after: Y.Doc): DeskError | null {
  const [known, theirs, log] = [storyLog(before), storyLog(brought), storyLog(after)]
  for (const [key, raw] of known.entries()) if (!log.has(key) || textOf(log.get(key)) !== textOf(raw)) return cut('it would take decisions away that are on this desk')
  for (const [key, raw] of theirs.entries()) if (!log.has(key) || textOf(log.get(key)) !== textOf(raw)) return cut('decisions that it brings would be lost beside those of this desk')
  return null
}

const cut = (why: string): DeskError => refusePacket('packet-log-cut', `The record of decisions in this packet was cut short: ${why}. Nothing of it was opened.`)

/** The canonical form of what a log holds; a text of its own for what has none. */
function textOf(raw: unknown): string {
  try {
    return canonicalText(raw)
  } catch {
    return 'unreadable'
  }
}

function eventFault(key: string, raw: unknown, log: Y.Map<unknown>, { story, keyOf, nameOf, hasRevision, verify }: LogCheck): DeskError | null {
  const parsed = SignedEvent.safeParse(raw)
  if (!parsed.success) return refusePacket('packet-event', 'This packet has a decision that this Copydesk can’t read. It may have been made by a newer Copydesk; nothing of it was opened.')
  const { event, signature } = parsed.data
  const who = nameOf(event.by)
  if (eventId(event) !== key) return refusePacket('packet-event', `This packet has a decision in the name of ${who} that stands under a name that is not its own. Nothing of it was opened.`)
  if (event.story !== story) return refusePacket('packet-story', `This packet has a decision in the name of ${who} about another story. Nothing of it was opened.`)
  const publicKey = keyOf(event.by)
  if (publicKey === undefined) return refusePacket('packet-event', 'This packet has a decision of somebody whose key it does not bring, so it can’t be checked. Nothing of it was opened.')
  if (!verify(publicKey, canonicalBytes(event), signature)) return refusePacket('packet-event', `This packet has a decision in the name of ${who} that ${who} did not sign. Nothing of it was opened; tell ${who} about it.`)
  if (event.after.some((cause) => !log.has(cause))) return cut('what happened before one of its decisions is missing')
  if ('revision' in event && !hasRevision(event.revision)) return refusePacket('packet-revision', `This packet has a decision of ${who} about a version that it does not bring. Nothing of it was opened.`)
  return null
}
