import type { UpdateQueue } from './update-queue'

/** Brings a story's document up to date with the text that is on the screen. */
export interface Settling {
  /** The text is ahead: within a moment the document is told. */
  settleSoon(): void
  /** Tells the document now. */
  settle(): void
  onSettle(tell: () => void): void
}

/** When a key's frame has had time to be drawn; milliseconds. */
const frameMs = 12

/** @param queue Sends what was typed as soon as the document was told. */
export function createSettling(queue: Pick<UpdateQueue, 'goOn'>): Settling {
  let tell = (): void => {}
  let timer: ReturnType<typeof setTimeout> | undefined
  const settle = (): void => {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    tell()
    queue.goOn()
  }
  return {
    settleSoon: () => void (timer ??= setTimeout(settle, frameMs)),
    settle,
    onSettle: (next) => void (tell = next),
  }
}
