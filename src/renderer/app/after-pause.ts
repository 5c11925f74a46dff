export interface Pause {
  /** Asks for the work once more: it waits until nothing has asked for so long. */
  (): void
  /** Forgets what was asked and not yet done. */
  cancel(): void
}

/**
 * Work that is done when nothing has asked for it for `quietMs`. Asking costs next to nothing, so each key may do it: the
 * timer is not set anew, but looks, when it ends, whether it ended too early.
 */
export function afterPause(work: () => void, quietMs: number): Pause {
  let timer: ReturnType<typeof setTimeout> | undefined
  let askedAt = 0
  const look = (): void => {
    const left = askedAt + quietMs - performance.now()
    timer = left > 1 ? setTimeout(look, left) : undefined
    if (timer === undefined) work()
  }
  const ask = (): void => {
    askedAt = performance.now()
    timer ??= setTimeout(look, quietMs)
  }
  return Object.assign(ask, {
    cancel() {
      clearTimeout(timer)
      timer = undefined
    },
  })
}
