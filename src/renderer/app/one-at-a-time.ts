export interface OneAtATime {
  /** Asks for the work: at once, or, while it is being done, once more afterwards. */
  (): void
  /** Forgets that it was asked for once more. */
  cancel(): void
}

/** Work that is never done twice at the same time, and once more when it was asked for meanwhile. */
export function oneAtATime(work: () => Promise<void>): OneAtATime {
  let running = false
  let again = false
  const run = (): void => {
    if (running) {
      again = true
      return
    }
    running = true
    void work().finally(() => {
      running = false
      if (!again) return
      again = false
      run()
    })
  }
  return Object.assign(run, {
    cancel() {
      again = false
    },
  })
}
