import type { Delivery, Target } from '../../shared/publishing'
import { DeskError } from '../../shared/result'
import type { StoryId } from '../../shared/story/ids'
import type { Desk } from '../desk/desk'
import type { Keyring } from '../desk/keyring'
import type { Outbox } from '../publish/outbox'
import { givenSecrets } from '../publish/secrets'
import { openSession } from '../session/desk-session'
import { openPublishing } from '../session/publishing'
import { deliveriesOf } from '../store/deliveries'
import type { Terminal } from './terminal'

export interface SendRequest {
  readonly desk: Desk
  readonly target: Target
  readonly stories: readonly StoryId[]
  /** Who signs 'published'. */
  readonly keyring: Keyring
  /** How long to wait for all deliveries to end. */
  readonly patienceMs: number
  readonly terminal: Terminal
}

/**
 * Sends stories to one target through the desk's outbox. Answers their deliveries as they are when all have ended, or when
 * patience has, or when the person stops it; and how many stories may not be published now.
 */
export async function send({ desk, target, stories, keyring, patienceMs, terminal }: SendRequest): Promise<{ deliveries: Delivery[]; refused: number }> {
  const secret = terminal.environment['COPYDESK_SECRET']
  const session = openSession(desk, keyring, undefined, { storiesChanged() {}, storyUpdated() {} })
  let tell = (): void => {}
  const outbox = openPublishing(session, givenSecrets((id) => (id === target.id ? secret : undefined)), () => tell())
  try {
    const begun = stories.flatMap((story) => begin(outbox, desk, target, story, terminal))
    const current = (): Delivery[] => begun.map((delivery) => asStored(desk, delivery))
    const say = speaker(terminal)
    await until(terminal.signal, patienceMs, (done) => {
      tell = () => {
        const now = current()
        now.forEach(say)
        if (now.every(hasEnded)) done()
      }
      tell()
    })
    await outbox.close()
    return { deliveries: current(), refused: stories.length - begun.length }
  } finally {
    await outbox.close()
    session.close()
  }
}

/** Puts a story on its way; a delivery that an earlier run left unfinished goes on from where it was. */
function begin(outbox: Outbox, desk: Desk, target: Target, story: StoryId, terminal: Terminal): Delivery[] {
  try {
    const known = new Set(deliveriesOf(desk.db, story).map(({ id }) => id))
    const delivery = outbox.enqueue(story, target.id)
    if (!known.has(delivery.id)) return [delivery]
    outbox.cancel(delivery.id)
    return [outbox.retry(delivery.id, { overwrite: false })]
  } catch (error) {
    if (!(error instanceof DeskError)) throw error
    terminal.err(`Not published: ${error.message} (${story})`)
    return []
  }
}

function asStored({ db }: Desk, delivery: Delivery): Delivery {
  return deliveriesOf(db, delivery.story).find(({ id }) => id === delivery.id) ?? delivery
}

const hasEnded = ({ state }: Delivery): boolean => state === 'delivered' || state === 'failed' || state === 'drifted' || state === 'cancelled'

/** Waits until `start`'s callback is called, or time is up, or the signal comes. */
function until(signal: AbortSignal, limitMs: number, start: (done: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, limitMs)
    function end(): void {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    signal.addEventListener('abort', end)
    start(end)
  })
}

/** Says what a delivery is doing whenever that is something new. */
function speaker(terminal: Terminal): (delivery: Delivery) => void {
  const spoken = new Map<string, string>()
  return ({ id, headline, state, progress, error }) => {
    const words = `${headline}: ${progress?.label ?? state}${error === null ? '' : `. ${error.message}`}`
    if (spoken.get(id) === words) return
    spoken.set(id, words)
    terminal.err(words)
  }
}
