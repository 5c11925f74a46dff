import { redline } from '../../shared/redline/redline'
import type { Redline } from '../../shared/redline/redline-shape'
import type { DocumentNode } from '../../shared/story/revision'
import { FromCompare, type Comparison, type ToCompare } from './compare-contract'

/** Tells revisions apart without keeping the desk waiting. */
export interface Comparer {
  compare(comparison: Comparison): Promise<Redline>
  /** Ends the process; the next long comparison starts it again. */
  rest(): void
}

/** A process that was started: how to tell it something, to hear it, and to end it. */
export interface CompareChild {
  postMessage(message: ToCompare): void
  onMessage(heard: (message: unknown) => void): void
  onExit(ended: () => void): void
  kill(): void
}

/** Two texts with fewer letters together are compared at once, in some milliseconds: about six thousand words. */
const longText = 36_000
/** After so long without a question the process is let go; milliseconds. */
const restAfter = 2 * 60_000

interface Waiting {
  readonly comparison: Comparison
  readonly answered: (redline: Redline) => void
  readonly failed: (error: Error) => void
}

/**
 * Short texts are compared where they are; long ones in a process of its own. What that process can't answer, because it ended,
 * is compared here: late, but told.
 * @param start Starts the process.
 */
export function createComparer(start: () => CompareChild): Comparer {
  const waiting = new Map<number, Waiting>()
  let child: CompareChild | null = null
  let next = 1
  let timer: NodeJS.Timeout | undefined

  function running(): CompareChild {
    if (child !== null) return child
    const started = start()
    started.onMessage(hear)
    started.onExit(() => {
      if (child !== started) return
      child = null
      for (const { comparison, answered, failed } of waiting.values()) settle(comparison, answered, failed)
      waiting.clear()
    })
    child = started
    return started
  }

  function hear(raw: unknown): void {
    const { id, redline: told, failed } = FromCompare.parse(raw)
    const asked = waiting.get(id)
    waiting.delete(id)
    if (told === null) asked?.failed(new Error(`The texts could not be compared: ${failed}`))
    else asked?.answered(told)
  }

  function rest(): void {
    const resting = child
    child = null
    clearTimeout(timer)
    for (const { comparison, answered, failed } of waiting.values()) settle(comparison, answered, failed)
    waiting.clear()
    resting?.kill()
  }

  return {
    rest,
    compare(comparison) {
      return new Promise((answered, failed) => {
        if (!isLong(comparison)) return settle(comparison, answered, failed)
        clearTimeout(timer)
        timer = setTimeout(rest, restAfter)
        timer.unref()
        const id = next++
        waiting.set(id, { comparison, answered, failed })
        running().postMessage({ id, comparison })
      })
    },
  }
}

function settle({ before, after, known }: Comparison, answered: (redline: Redline) => void, failed: (error: Error) => void): void {
  try {
    answered(redline(before, after, known))
  } catch (error) {
    failed(error instanceof Error ? error : new Error(String(error)))
  }
}

const isLong = ({ before, after }: Comparison): boolean => lettersOf(before?.body) + lettersOf(after.body) >= longText

function lettersOf(node: DocumentNode | undefined): number {
  if (node === undefined) return 0
  return (node.text?.length ?? 0) + (node.content ?? []).reduce((sum, child) => sum + lettersOf(child), 0)
}
