import { DeskError, type Failure, type Result } from '@shared/result'
import * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'

/** Whether what was typed is on the disk. `failed`: it is kept here and sent again by and by. */
export type SaveState = { readonly kind: 'saved' } | { readonly kind: 'saving' } | { readonly kind: 'failed'; readonly words: string }

/** The way from one story's document to the disk: nothing leaves it before main has said that it is stored. */
export interface UpdateQueue {
  /** 'saved' only while everything that was ever added has been acknowledged. */
  readonly state: StoreApi<SaveState>
  add(update: Uint8Array): void
  /** Sends what waits at once: its frame was drawn. */
  goOn(): void
  /** Resolves when all that was added is stored. @throws DeskError when it can't be stored now; it stays queued. */
  flush(): Promise<void>
  /** Sends what waits without waiting for an answer: the page is going away. */
  sendAtOnce(): void
  /** Takes no part in `flushAll` any more. */
  close(): void
}

const longestPauseMs = 15_000
/** What was typed leaves when the frame that shows it has had time to be drawn: no letter waits for its own storing. */
const frameMs = 12

/** All queues of the window. */
const queues = new Set<UpdateQueue>()

/** Resolves when every story's updates are stored. @throws DeskError when some are not; the others are. */
export async function flushAll(): Promise<void> {
  const outcomes = await Promise.allSettled([...queues].map((queue) => queue.flush()))
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
}

/** The last chance of a page that is closed without having been asked. */
export const sendAllAtOnce = (): void => queues.forEach((queue) => queue.sendAtOnce())

/**
 * One update is on its way at a time; what comes meanwhile goes together with the next. The first goes a frame later.
 * @param send Answers when the update is on the disk.
 * @param settle Adds what is about to be added, before everything is to be stored.
 */
export function createUpdateQueue(send: (update: Uint8Array) => Promise<Result<unknown>>, settle: () => void = () => {}): UpdateQueue {
  const state = createStore<SaveState>(() => ({ kind: 'saved' }))
  let waiting: Uint8Array[] = []
  let underWay: Promise<Failure | null> | null = null
  let failures = 0
  let retry: ReturnType<typeof setTimeout> | undefined
  let afterFrame: ReturnType<typeof setTimeout> | undefined

  function startSoon(): void {
    if (retry === undefined && underWay === null) afterFrame ??= setTimeout(() => void start(), frameMs)
  }

  function start(): Promise<Failure | null> {
    clearTimeout(retry)
    clearTimeout(afterFrame)
    retry = afterFrame = undefined
    // Only after the task that typed: its other updates then go along.
    underWay ??= Promise.resolve()
      .then(sendWaiting)
      .finally(() => {
        underWay = null
        if (waiting.length > 0) startSoon()
      })
    return underWay
  }

  async function sendWaiting(): Promise<Failure | null> {
    while (waiting.length > 0) {
      const update = merged(waiting)
      waiting = []
      const answer = await send(update)
      if (!answer.ok) {
        waiting.unshift(update)
        pause(answer.error)
        return answer.error
      }
      failures = 0
    }
    state.setState({ kind: 'saved' }, true)
    return null
  }

  function pause({ message }: Failure): void {
    failures += 1
    state.setState({ kind: 'failed', words: message }, true)
    retry = setTimeout(() => void start(), Math.min(longestPauseMs, 500 * 2 ** failures))
  }

  const queue: UpdateQueue = {
    state,
    add(update) {
      waiting.push(update)
      if (state.getState().kind === 'saved') state.setState({ kind: 'saving' }, true)
      startSoon()
    },
    goOn() {
      if (retry === undefined && waiting.length > 0) void start()
    },
    async flush() {
      settle()
      if (waiting.length === 0 && underWay === null) return
      const failure = await start()
      if (failure) throw new DeskError(failure.code, failure.message, failure)
    },
    sendAtOnce() {
      settle()
      for (const update of waiting) void send(update)
    },
    close() {
      clearTimeout(retry)
      clearTimeout(afterFrame)
      queues.delete(queue)
    },
  }
  queues.add(queue)
  return queue
}

function merged(updates: readonly Uint8Array[]): Uint8Array {
  const [only] = updates
  return only !== undefined && updates.length === 1 ? only : Y.mergeUpdates([...updates])
}
