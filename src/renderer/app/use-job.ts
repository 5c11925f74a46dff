import type { EventPayload } from '@shared/ipc'
import type { Result } from '@shared/result'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ask, on } from './bridge'

export type JobProgress = Omit<EventPayload<'job.progress'>, 'job'>

interface Job {
  /** How far it is; null while nothing runs. */
  readonly progress: JobProgress | null
  /** Runs long work under a name of its own; main reports progress and hears the cancellation under this name. */
  readonly run: <T>(label: string, work: (job: string) => Promise<Result<T>>) => Promise<Result<T>>
  readonly cancel: () => void
}

/** One long task of a dialog. It is cancelled when the dialog goes away. */
export function useJob(): Job {
  const [progress, setProgress] = useState<JobProgress | null>(null)
  const running = useRef<string | null>(null)
  const cancel = useCallback(() => {
    if (running.current === null) return
    void ask('job.cancel', { job: running.current })
    // What is under way may need some seconds to stop.
    setProgress((before) => before && { ...before, label: 'Stopping' })
  }, [])
  useEffect(() => {
    const stop = on('job.progress', ({ job, ...how }) => job === running.current && setProgress(how))
    return () => {
      stop()
      cancel()
    }
  }, [cancel])
  const run = useCallback(async <T>(label: string, work: (job: string) => Promise<Result<T>>): Promise<Result<T>> => {
    const job = crypto.randomUUID()
    running.current = job
    setProgress({ done: 0, total: 0, label })
    const answer = await work(job)
    running.current = null
    setProgress(null)
    return answer
  }, [])
  return { progress, run, cancel }
}
