import { whenAtRest } from './after-frame'
import { oneAtATime } from './one-at-a-time'

/** Something that is asked of main about what is shown. */
export interface AskedAtRest {
  /** Asks now, or, while an answer is awaited, once more afterwards. */
  readonly refresh: () => void
  /** Asks now unless an answer is awaited. The promise is kept when the answer has come. */
  readonly sooner: () => Promise<void>
  readonly stop: () => void
}

/** Asks once the window has drawn what is shown and is at rest; at once for whoever can't wait. `ask` reports its own errors. */
export function askedAtRest(ask: () => Promise<void>): AskedAtRest {
  let answer: Promise<void> | null = null
  const refresh = oneAtATime(() => {
    answer = ask().finally(() => {
      answer = null
    })
    return answer
  })
  const callOff = whenAtRest(refresh)
  return {
    refresh,
    sooner() {
      callOff()
      if (answer === null) refresh()
      return answer ?? Promise.resolve()
    },
    stop() {
      callOff()
      refresh.cancel()
    },
  }
}
