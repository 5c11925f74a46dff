/** A window that is hidden draws no frames; milliseconds. */
const withoutFrames = 250

/** Runs something once the next frame is drawn, or a moment later where none is drawn. Answers how to call it off. */
export function afterFrame(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>
  const done = (): void => {
    calledOff()
    run()
  }
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer)
    timer = setTimeout(done)
  })
  timer = setTimeout(done, withoutFrames)
  const calledOff = (): void => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
  return calledOff
}

/** Nothing waits longer for a window that has something to do all the time; milliseconds. */
const restAfter = 120

/** Runs something once the next frame is drawn and the window has nothing to do any more. Answers how to call it off. */
export function whenAtRest(run: () => void): () => void {
  let idle: number | undefined
  const callFrameOff = afterFrame(() => {
    idle = requestIdleCallback(run, { timeout: restAfter })
  })
  return () => {
    callFrameOff()
    if (idle !== undefined) cancelIdleCallback(idle)
  }
}
