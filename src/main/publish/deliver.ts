import type { ApprovedStory } from '../../shared/approved-story'
import type { Delivery, Receipt, Target } from '../../shared/publishing'
import { DeskError } from '../../shared/result'
import { Instant, type AssetHash, type DeliveryId } from '../../shared/story/ids'
import type { Desk } from '../desk/desk'
import { DeliverySteps, lastDelivered, rowWith, unansweredDeliveries, type DeliveryChange, type OutboxRow } from '../store/deliveries'
import { targetWith } from '../store/targets'
import { decideWrite, standingOf, type Situation, type UnansweredWrite } from './decide-write'
import { mayLeave } from './may-leave'
import { differenceRemarks, hashOfParts, partHashes } from './parts'
import { CopyChanged, PublishError } from './publish-error'
import { pauseBefore, type RetryPace } from './retry-pace'
import type { Known, Prepared, PublishTarget, RemoteCopy, RemoteFiles } from './target'

export interface Attempt {
  readonly desk: Desk
  readonly targetFor: (target: Target) => PublishTarget
  readonly pace: RetryPace
  readonly signal: AbortSignal
  /** Writes what the delivery is now. */
  readonly change: (change: DeliveryChange) => void
}

/**
 * One attempt at a delivery: from what earlier attempts left to the end, or to the first fault. What is done is stored
 * before the next thing is begun, and what is about to be sent is stored before it is, so an attempt that ends
 * anywhere, in whatever way, is continued by the next one without doing anything twice.
 * @returns what the delivery is after it; never throws
 */
export async function deliver(attempt: Attempt, id: DeliveryId): Promise<DeliveryChange> {
  const row = rowWith(attempt.desk.db, id)
  const attempts = row.delivery.attempts + 1
  try {
    attempt.change({ state: 'sending', attempts, nextAttemptAt: null, error: null })
    return await perform(attempt, row)
  } catch (error) {
    return { progress: null, ...afterFault(error, attempts, attempt.pace) }
  }
}

async function perform(attempt: Attempt, row: OutboxRow): Promise<DeliveryChange> {
  const { desk, signal } = attempt
  const { delivery } = row
  const settings = targetWith(desk.db, delivery.target)
  if (settings === undefined) throw new DeskError('no-target', 'This target is no longer on the desk.')
  const story = mayLeave(desk, delivery.story, new Date(), delivery.revision)
  const target = attempt.targetFor(settings)
  const last = lastOf(desk, delivery, target.place)
  const steps = row.steps.place === target.place ? row.steps : DeliverySteps.parse({ place: target.place })
  const unanswered = unansweredOf(desk, delivery, target.place)
  const run: Run = { ...attempt, target, story, steps, total: target.files(story).length + 3, done: 0 }

  tell(run, 'Looking for the story there')
  const copy = await look(run, knownOf(story, steps, last), unanswered)
  const situation: Situation = { copy, last, unanswered, overwrite: row.overwrite }
  const standing = standingOf(situation, target)
  // Nothing is uploaded to a place where a person has to decide first.
  if (standing.is === 'changed' && !row.overwrite) return drifted(standing.how)

  const files = await placeFiles(run, last)
  const prepared = await target.prepare(story, files, copy, signal)
  const decision = decideWrite(situation, standing, prepared.parts)
  if (decision.do === 'stop') return drifted(decision.how)

  tell(run, decision.do === 'keep' ? 'It is there already' : 'Sending the story')
  const lost = steps.sentAt === null ? null : steps.action
  const remoteId = decision.do === 'keep' && copy !== null ? copy.remoteId : await write(run, prepared, copy)
  if (remoteId === null) return drifted('It was changed there while it was being sent.')

  tell(run, 'Reading it back')
  const held = await target.readBack(remoteId, signal)
  const twins = decision.do === 'create' && unanswered.length > 0 ? await otherCopies(run, held) : []
  return arrived(run.steps, held, {
    remoteId: held.remoteId,
    url: held.url,
    // What an earlier attempt did without learning of it was done by this delivery.
    action: lost ?? done[decision.do],
    at: Instant.parse(new Date().toISOString()),
    remoteHash: hashOfParts(held.parts),
    remoteVersion: held.version,
    media: Object.fromEntries(files),
    remarks: [...prepared.remarks, ...held.remarks, ...differenceRemarks(target, prepared.parts, held.parts), ...twins],
  }, hashOfParts(prepared.parts))
}

const done = { create: 'created', update: 'updated', keep: 'unchanged' } as const

/** One attempt's state: what is stored, and how far it is. */
interface Run extends Attempt {
  readonly target: PublishTarget
  readonly story: ApprovedStory
  readonly total: number
  steps: DeliverySteps
  done: number
}

function tell(run: Run, label: string): void {
  run.change({ progress: { done: run.done, total: run.total, label } })
  run.done += 1
}

function keep(run: Run, steps: Partial<DeliverySteps>): void {
  run.steps = { ...run.steps, ...steps }
  run.change({ steps: run.steps })
}

/**
 * Looks for the story. A write whose answer was lost may still be under way there, so when one was begun a moment ago
 * and nothing is found, it is looked for once more after that moment.
 */
async function look({ target, story, signal, pace }: Run, known: Known, unanswered: readonly UnansweredWrite[]): Promise<RemoteCopy | null> {
  const found = await target.find(story, known, signal)
  if (found !== null || unanswered.length === 0) return found
  const left = Math.max(...unanswered.map(({ sentAt }) => Date.parse(sentAt))) + pace.settle - Date.parse(target.now())
  if (left <= 0) return null
  await pause(Math.min(left, pace.settle), signal)
  return target.find(story, known, signal)
}

async function placeFiles(run: Run, last: Situation['last']): Promise<RemoteFiles> {
  const { target, story, signal } = run
  const placed = new Map<AssetHash, { remoteId: string; url: string }>()
  for (const file of target.files(story)) {
    tell(run, `Sending ${file.name}`)
    const known = run.steps.media[file.hash] ?? last?.receipt.media[file.hash] ?? null
    const remote = await target.placeFile(story, file, known, signal)
    placed.set(file.hash, remote)
    keep(run, { media: { ...run.steps.media, [file.hash]: remote } })
  }
  return placed
}

/** @returns the story's name at the target, or null when the target saw that its copy had changed */
async function write(run: Run, prepared: Prepared, copy: RemoteCopy | null): Promise<string | null> {
  const before = run.steps
  keep(run, { sentAt: run.target.now(), action: copy === null ? 'created' : 'updated', sentHash: hashOfParts(prepared.parts) })
  try {
    const { remoteId } = await prepared.write(copy, run.signal)
    keep(run, { remoteId })
    return remoteId
  } catch (error) {
    // A refusal is an answer: nothing was written, so nothing of it can turn up later.
    if (error instanceof CopyChanged || (error instanceof PublishError && error.retryAfter === null)) keep(run, { sentAt: before.sentAt, action: before.action })
    if (error instanceof CopyChanged) return null
    throw error
  }
}

/** After a create that followed one of unknown fate: words when both of them turn out to be there. */
async function otherCopies({ target, story, signal }: Run, held: RemoteCopy): Promise<string[]> {
  const first = await target.find(story, knownOf(story, DeliverySteps.parse({}), null), signal)
  return first === null || first.remoteId === held.remoteId ? [] : [`The story is there twice, because the target was slow to carry out an earlier request: remove ${first.url} there.`]
}

function arrived(steps: DeliverySteps, held: RemoteCopy, receipt: Receipt, sentHash: string): DeliveryChange {
  return {
    state: 'delivered',
    progress: null,
    error: null,
    receipt,
    overwrite: false,
    steps: { ...steps, remoteId: held.remoteId, sentAt: null, action: null, sentHash, held: partHashes(held.parts) },
  }
}

function drifted(how: string): DeliveryChange {
  return {
    state: 'drifted',
    progress: null,
    error: { code: 'drifted', message: `${how} Nothing was written.` },
  }
}

function afterFault(error: unknown, attempts: number, pace: RetryPace): DeliveryChange {
  if (error instanceof PublishError && error.retryAfter !== null) {
    const wait = pauseBefore(attempts, error.retryAfter, pace, Math.random())
    if (wait !== null) return { state: 'waiting', error: error.failure, nextAttemptAt: Instant.parse(new Date(Date.now() + wait).toISOString()) }
  }
  if (error instanceof DeskError) return { state: 'failed', error: error.failure }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { state: 'failed', error: { code: 'delivery-failed', message: 'Something went wrong here while the story was being sent. Try again; what was done is kept.', detail } }
}

function lastOf(desk: Desk, { story, target }: Delivery, place: string): Situation['last'] {
  const row = lastDelivered(desk.db, story, target)
  return row?.delivery.receipt && row.steps.place === place ? { receipt: row.delivery.receipt, steps: row.steps } : null
}

function unansweredOf(desk: Desk, { story, target }: Delivery, place: string): UnansweredWrite[] {
  return unansweredDeliveries(desk.db, story, target).flatMap(({ delivery: { revision }, steps }) => (steps.sentAt === null || steps.place !== place ? [] : [{ revision, sentAt: steps.sentAt, sentHash: steps.sentHash }]))
}

function knownOf(story: ApprovedStory, steps: DeliverySteps, last: Situation['last']): Known {
  return { story: story.revision.story, slug: slugOf(story), remoteId: steps.remoteId ?? last?.receipt.remoteId ?? null, url: last?.receipt.url ?? null }
}

function slugOf({ revision }: ApprovedStory): string {
  const slug = revision.fields['slug']
  return typeof slug === 'string' ? slug : ''
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer)
      reject(new DeskError('stopped', 'It was stopped.'))
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}
