import type { Receipt } from '../../shared/publishing'
import type { Instant, RevisionId } from '../../shared/story/ids'
import type { DeliverySteps } from '../store/deliveries'
import { differingParts, changedParts, hashOfParts, inWords } from './parts'
import type { Parts, PublishTarget, RemoteCopy } from './target'

/** What is known when the story was looked for, and nothing was sent in this attempt. */
export interface Situation {
  readonly copy: RemoteCopy | null
  /** What the last delivery that arrived left there. */
  readonly last: { readonly receipt: Receipt; readonly steps: DeliverySteps } | null
  /** Writes to this target whose answers were lost: of this delivery, or of one of an earlier version that was given up. */
  readonly unanswered: readonly UnansweredWrite[]
  /** A person decided that the copy may be replaced as it is. */
  readonly overwrite: boolean
}

export interface UnansweredWrite {
  readonly revision: RevisionId
  /** When it was begun, by the target's clock. */
  readonly sentAt: Instant
  /** SHA-256 over the parts that were sent. */
  readonly sentHash: string | null
}

/**
 * Whose the copy at the target is:
 * - `free`: nothing is there, and nothing should be;
 * - `ours`: as we left it, or as a write left it whose answer was lost;
 * - `unknown`: it carries our mark, but it can't be told who wrote it last (another computer published it, or the target
 *   does not say when): ours if it holds what would be sent;
 * - `changed`: somebody changed or removed it; `how` says so in a sentence.
 */
export type Standing = { readonly is: 'free' | 'ours' | 'unknown' } | { readonly is: 'changed'; readonly how: string }

/** How long a request may take to be carried out after it was begun, in milliseconds. */
const longestWrite = 120_000
/** Clocks that are written in whole seconds. */
const clockGrain = 2000

export function standingOf({ copy, last, unanswered }: Situation, names: Pick<PublishTarget, 'partName'>): Standing {
  if (copy === null) return last === null ? { is: 'free' } : { is: 'changed', how: 'It was removed there.' }
  if (copy.hidden !== null) return { is: 'changed', how: `It is ${copy.hidden} there.` }
  if (copy.untouched) return { is: 'ours' }
  if (last !== null && hashOfParts(copy.parts) === last.receipt.remoteHash) return { is: 'ours' }
  const lost = unanswered.filter(({ revision }) => revision === copy.revision)
  if (lost.some((write) => wroteThen(write, copy))) return { is: 'ours' }
  if (last === null || (lost.length > 0 && copy.changedAt === null)) return { is: 'unknown' }
  const parts = changedParts(last.steps.held, copy.parts).map((part) => names.partName(part))
  return { is: 'changed', how: parts.length === 0 ? 'It was changed there.' : `Changed there: ${inWords(parts)}.` }
}

/** Whether the copy is what a write without an answer left: exactly what was sent, or last changed when that was sent. */
function wroteThen({ sentAt, sentHash }: UnansweredWrite, { changedAt, parts }: RemoteCopy): boolean {
  if (sentHash === hashOfParts(parts)) return true
  if (changedAt === null) return false
  const after = Date.parse(changedAt) - Date.parse(sentAt)
  return after >= -clockGrain && after <= longestWrite
}

/** What to do once it is known what would be sent. */
export type Decision = { readonly do: 'create' | 'update' | 'keep' } | { readonly do: 'stop'; readonly how: string }

/** `keep` means that the target holds all of it already: nothing is written. */
export function decideWrite(situation: Situation, standing: Standing, sent: Parts): Decision {
  const { copy, last, overwrite } = situation
  const write = { do: copy === null ? 'create' : 'update' } as const
  switch (standing.is) {
    case 'free':
      return write
    case 'ours':
      return copy !== null && (differingParts(sent, copy.parts).length === 0 || isRepetition(situation, copy, sent)) ? { do: 'keep' } : write
    case 'unknown':
      if (copy !== null && differingParts(sent, copy.parts).length === 0) return { do: 'keep' }
      return overwrite ? write : { do: 'stop', how: last === null ? 'It is there already, in another version, and this desk has no receipt for it.' : 'It was changed there.' }
    case 'changed':
      return overwrite ? write : { do: 'stop', how: standing.how + (last === null ? '' : ` Copydesk last wrote it on ${last.receipt.at.slice(0, 10)}.`) }
  }
}

/** The same was sent before and the target still holds what it made of it. */
function isRepetition({ last }: Situation, copy: RemoteCopy, sent: Parts): boolean {
  return last !== null && hashOfParts(copy.parts) === last.receipt.remoteHash && last.steps.sentHash === hashOfParts(sent)
}
