import type { EventPayload } from '../../shared/ipc'
import type { FoundStory } from '../../shared/find/desk-find'
import { DeskError } from '../../shared/result'
import type { JobOutput, JobRequest } from './job-contract'
import { runJob } from './run-job'

/** The long tasks under way, each named by the window so that it can show and cancel it. */
export interface RunningJobs {
  run<K extends JobRequest['kind']>(job: string, request: Extract<JobRequest, { kind: K }>, found?: (stories: FoundStory[]) => void): Promise<JobOutput<K>>
  /** Runs work of this process, in slices that look at the signal, under a name by which it can be cancelled. */
  runHere<T>(job: string, desk: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>
  cancel(job: string): void
  /** Cancels what works on a desk, and waits until its processes have ended: they work under the desk's lock. */
  endAll(desk: string): Promise<void>
}

interface Running {
  readonly desk: string
  readonly control: AbortController
  readonly done: Promise<unknown>
}

/** @param program The file that a job's process runs. */
export function keepRunningJobs(program: string, report: (progress: EventPayload<'job.progress'>) => void): RunningJobs {
  const running = new Map<string, Running>()
  async function keep<T>(job: string, desk: string, start: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (running.has(job)) throw new DeskError('job-running', 'This is under way already. Wait until it is done, or cancel it first.')
    const control = new AbortController()
    const done = start(control.signal)
    running.set(job, { desk, control, done })
    try {
      return await done
    } finally {
      running.delete(job)
    }
  }
  return {
    run: (job, request, found = () => undefined) => keep(job, request.desk, (signal) => runJob(program, request, signal, ({ done, total, label }) => report({ job, done, total, label }), found)),
    runHere: keep,
    cancel: (job) => running.get(job)?.control.abort(),
    async endAll(desk) {
      const ending = [...running.values()].filter((job) => job.desk === desk)
      for (const { control } of ending) control.abort()
      await Promise.allSettled(ending.map(({ done }) => done))
    },
  }
}
