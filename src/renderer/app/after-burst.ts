import { oneAtATime } from './one-at-a-time'

export interface Burst {
  /** Asks for the work: done once for all that is asked within a moment. */
  (): void
  /** Does the work at once. */
  now(): void
  /** Forgets what was asked and not yet done. */
  cancel(): void
}

/** Work that many events ask for, done once after a burst of them; never twice at the same time, and once more when asked meanwhile. */
export function afterBurst(work: () => Promise<void>, quietMs = 120): Burst {
  let timer: ReturnType<typeof setTimeout> | undefined
  const runOne = oneAtATime(work)
  const run = (): void => {
    timer = undefined
    runOne()
  }
  // The first of a burst starts the clock: a stream of events without a pause must not put the work off for ever.
  const ask = (): void => void (timer ??= setTimeout(run, quietMs))
  return Object.assign(ask, {
    now: run,
    cancel() {
      clearTimeout(timer)
      timer = undefined
      runOne.cancel()
    },
  })
}
