import { whenAtRest } from './after-frame'
import { oneAtATime } from './one-at-a-time'

/** Something that is asked of main about what is shown. */
export interface AskedAtRest {
  /** Asks now, or, while an answer is awaited, once more afterwards. */
  readonly refresh: () => void
  /** Asks now unless an answer is awaited. The promise is kept when an answer has come, or none will. */
  readonly sooner: () => Promise<void>
  readonly stop: () => void
}

/** Asks once the window has drawn what is shown and is at rest; at once for whoever can't wait. `ask` reports its own errors. */
export function askedAtRest(ask: () => Promise<void>): AskedAtRest {
  let waiting: (() => void)[] = []
  let isAsking = false
  const tell = (): void => {
    const told = waiting
    waiting = []
    for (const hear of told) hear()
  }
  const refresh = oneAtATime(async () => {
    isAsking = true
    await ask()
    isAsking = false
    tell()
  })
  const callOff = whenAtRest(refresh)
  return {
    refresh,
    sooner: () =>
      new Promise((resolve) => {
        callOff()
        waiting.push(resolve)
        if (!isAsking) refresh()
      }),
    stop() {
      callOff()
      refresh.cancel()
      tell()
    },
  }
}
