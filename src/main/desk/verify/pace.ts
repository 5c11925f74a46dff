import { setImmediate } from 'node:timers/promises'
import { DeskError } from '../../../shared/result'

export interface PaceRequest {
  readonly signal?: AbortSignal
  readonly report?: (progress: { done: number; total: number; label: string }) => void
}

/** Called between pieces of long work. @throws DeskError `cancelled` once the work was cancelled. */
export type Pace = (done: number, total: number, label: string) => Promise<void>

/** Says ten times a second how far the work is, and lets a cancellation arrive. */
export function paceOf({ signal, report }: PaceRequest): Pace {
  let last = 0
  return async (done, total, label) => {
    if (Date.now() - last > 100) {
      report?.({ done, total, label })
      await setImmediate()
      last = Date.now()
    }
    if (signal?.aborted) throw new DeskError('cancelled', 'The check was cancelled. Nothing in the desk was changed by it.')
  }
}
