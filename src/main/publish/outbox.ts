import { setTimeout as wait } from 'node:timers/promises'
import type { Delivery, Target } from '../../shared/publishing'
import { DeskError } from '../../shared/result'
import type { DeliveryId, StoryId, TargetId } from '../../shared/story/ids'
import type { Desk } from '../desk/desk'
import { addDelivery, changeDelivery, hasDelivery, openDeliveries, rowWith, unrecordedDeliveries, type DeliveryChange } from '../store/deliveries'
import { targetWith } from '../store/targets'
import { deliver } from './deliver'
import { mayLeave } from './may-leave'
import { usualPace, type RetryPace } from './retry-pace'
import type { PublishTarget } from './target'

export interface OutboxParts {
  readonly desk: Desk
  readonly targetFor: (target: Target) => PublishTarget
  /** A delivery of this story has moved. */
  readonly changed: (story: StoryId) => void
  /** Puts 'published' into the story's log, once for each delivery. @throws Error when it can't now: it is asked again when the desk is next opened. */
  readonly delivered: (delivery: Delivery) => void
  readonly pace?: RetryPace
}

/** Brings approved revisions to targets, whatever happens on the way. */
export interface Outbox {
  /**
   * Writes down that the approved revision goes to a target, and begins. The same revision is not put on its way twice.
   * @throws DeskError in words when nothing of the story may leave the desk now.
   */
  enqueue(story: StoryId, target: TargetId): Delivery
  /** Begins again with what is not done yet. @param options.overwrite Replaces the target's changed copy. */
  retry(id: DeliveryId, options: { readonly overwrite: boolean }): Delivery
  /** Stops a delivery. What is at the target already stays there. */
  cancel(id: DeliveryId): Delivery
  /** Goes on with everything that was under way when the desk was last open. */
  resume(): void
  /** Stops what is running; it goes on with `resume`. */
  close(): Promise<void>
  /** Waits until nothing is queued or being sent; what waits for its next attempt is not waited for. */
  idle(): Promise<void>
}

interface Running {
  readonly delivery: Delivery
  readonly control: AbortController
  readonly done: Promise<void>
}

/** A target is asked for this many stories at a time. */
const lanesOfTarget = 2
/** A target that does not stop when it is asked to does not keep a desk from closing; milliseconds. */
const longestClosing = 5000

export function createOutbox(parts: OutboxParts): Outbox {
  const { desk, changed } = parts
  const pace = parts.pace ?? usualPace
  const queue: Delivery[] = []
  const running = new Map<DeliveryId, Running>()
  const timers = new Map<DeliveryId, NodeJS.Timeout>()
  let closed = false

  function change(id: DeliveryId, next: DeliveryChange): Delivery {
    changeDelivery(desk.db, id, next)
    const { delivery } = rowWith(desk.db, id)
    changed(delivery.story)
    return delivery
  }

  function put(delivery: Delivery): Delivery {
    clearTimeout(timers.get(delivery.id))
    timers.delete(delivery.id)
    queue.push(delivery)
    startNext()
    return delivery
  }

  function startNext(): void {
    if (closed) return
    const next = queue.findIndex(canStart)
    const [delivery] = next === -1 ? [] : queue.splice(next, 1)
    if (delivery === undefined) return
    start(delivery)
    startNext()
  }

  /** One delivery at a time for a story and a target; several targets and stories beside each other. */
  function canStart(delivery: Delivery): boolean {
    const sameTarget = [...running.values()].filter((other) => other.delivery.target === delivery.target)
    return sameTarget.length < lanesOfTarget && !sameTarget.some((other) => other.delivery.story === delivery.story)
  }

  function start(delivery: Delivery): void {
    const control = new AbortController()
    // Never at once: who asked for a delivery gets its row before anything moves.
    const done = Promise.resolve()
      .then(() => attempt(delivery.id, control.signal))
      // The desk's file took no note (a full disk, say): the delivery goes on when the desk is next opened.
      .catch((error: unknown) => console.error('What became of a delivery could not be written down', error))
      .finally(() => {
        running.delete(delivery.id)
        startNext()
      })
    running.set(delivery.id, { delivery, control, done })
  }

  async function attempt(id: DeliveryId, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return
    // What was done at the target stays true after a cancellation; that it is going on does not.
    const note = (next: DeliveryChange): void => void (signal.aborted ? next.steps && changeDelivery(desk.db, id, { steps: next.steps }) : change(id, next))
    const outcome = await deliver({ desk, targetFor: parts.targetFor, pace, signal, change: note }, id)
    // Cancelled or closed meanwhile: whoever did that has written what the delivery is now.
    if (signal.aborted) return
    const delivery = change(id, outcome)
    if (delivery.state === 'delivered') record(delivery)
    if (delivery.state === 'waiting') tryLater(delivery)
  }

  function record(delivery: Delivery): void {
    try {
      parts.delivered(delivery)
      change(delivery.id, { recorded: true, error: null })
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error)
      change(delivery.id, { error: { code: 'not-recorded', message: 'It was delivered, but that could not be signed in the story’s log yet. Copydesk tries again when the desk is next opened.', detail } })
    }
  }

  function tryLater(delivery: Delivery): void {
    const pause = delivery.nextAttemptAt === null ? 0 : Math.max(0, Date.parse(delivery.nextAttemptAt) - Date.now())
    // A timer holds at most 2^31-1 ms; no pause is that long.
    timers.set(delivery.id, setTimeout(() => put(delivery), pause))
  }

  return {
    enqueue(story, target) {
      if (targetWith(desk.db, target) === undefined) throw noTarget()
      const { id: revision } = mayLeave(desk, story, new Date())
      const underWay = openDeliveries(desk.db).find((other) => other.story === story && other.target === target && other.revision === revision)
      if (underWay) return underWay
      const delivery = put(addDelivery(desk.db, { story, revision, target }))
      changed(story)
      return delivery
    },
    retry(id, { overwrite }) {
      const { state } = known(id)
      if (state === 'queued' || state === 'sending' || state === 'delivered') return known(id)
      return put(change(id, { state: 'queued', attempts: 0, nextAttemptAt: null, error: null, progress: null, overwrite }))
    },
    cancel(id) {
      const { state } = known(id)
      if (state !== 'queued' && state !== 'sending' && state !== 'waiting') return known(id)
      const waiting = queue.findIndex((delivery) => delivery.id === id)
      if (waiting !== -1) queue.splice(waiting, 1)
      clearTimeout(timers.get(id))
      timers.delete(id)
      running.get(id)?.control.abort()
      return change(id, { state: 'cancelled', nextAttemptAt: null, progress: null, error: null })
    },
    resume() {
      for (const delivery of openDeliveries(desk.db)) {
        if (running.has(delivery.id) || queue.some(({ id }) => id === delivery.id)) continue
        if (delivery.state === 'waiting') tryLater(delivery)
        else put(delivery.state === 'sending' ? change(delivery.id, { state: 'queued', progress: null }) : delivery)
      }
      for (const delivery of unrecordedDeliveries(desk.db)) record(delivery)
    },
    async close() {
      closed = true
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
      const ending = [...running.values()]
      for (const { control } of ending) control.abort()
      await Promise.race([Promise.all(ending.map(({ done }) => done)), wait(longestClosing, undefined, { ref: false })])
      for (const { delivery } of ending) if (rowWith(desk.db, delivery.id).delivery.state === 'sending') changeDelivery(desk.db, delivery.id, { state: 'queued', progress: null })
    },
    async idle() {
      while (running.size > 0) await Promise.all([...running.values()].map(({ done }) => done))
    },
  }

  /** @throws DeskError when there is no such delivery. */
  function known(id: DeliveryId): Delivery {
    if (!hasDelivery(desk.db, id)) throw new DeskError('no-delivery', 'This delivery is no longer on the desk.')
    return rowWith(desk.db, id).delivery
  }
}

function noTarget(): DeskError {
  return new DeskError('no-target', 'This target is no longer on the desk.')
}
