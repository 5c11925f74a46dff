import type { EventPayload } from '../../shared/ipc'
import { DeskError } from '../../shared/result'
import type { JobOutput, JobRequest } from './job-contract'
import { runJob } from './run-job'

/** The long tasks under way, each named by the window so that it can show and cancel it. */
export interface RunningJobs {
  run<K extends JobRequest['kind']>(job: string, request: Extract<JobRequest, { kind: K }>): Promise<JobOutput<K>>
  cancel(job: string): void
  cancelAll(): void
}

/** @param program The file that a job's process runs. */
export function keepRunningJobs(program: string, report: (progress: EventPayload<'job.progress'>) => void): RunningJobs {
  const running = new Map<string, AbortController>()
  return {
    async run(job, request) {
      if (running.has(job)) throw new DeskError('job-running', 'This is under way already. Wait until it is done, or cancel it first.')
      const control = new AbortController()
      running.set(job, control)
      try {
        return await runJob(program, request, control.signal, ({ done, total, label }) => report({ job, done, total, label }))
      } finally {
        running.delete(job)
      }
    },
    cancel: (job) => running.get(job)?.abort(),
    cancelAll: () => running.forEach((control) => control.abort()),
  }
}
