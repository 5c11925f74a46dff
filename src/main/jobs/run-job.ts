import { utilityProcess } from 'electron'
import { DeskError } from '../../shared/result'
import { FromJob, jobOutputs, type JobOutput, type JobRequest, type Progress, type ToJob } from './job-contract'

/**
 * Runs one job in a process of its own, so that the window stays live.
 * @param program The built `jobs/job-process`.
 * @throws DeskError when the job fails, is cancelled, or its process ends early (what it had finished stays).
 */
export function runJob<K extends JobRequest['kind']>(program: string, request: Extract<JobRequest, { kind: K }>, signal: AbortSignal, report: (progress: Progress) => void): Promise<JobOutput<K>> {
  const child = utilityProcess.fork(program, [], { serviceName: `copydesk ${request.kind}` })
  const tell = (message: ToJob): void => child.postMessage(message)
  const cancel = (): void => tell({ type: 'cancel' })
  signal.addEventListener('abort', cancel)
  return new Promise<JobOutput<K>>((resolve, reject) => {
    child.on('message', (raw: unknown) => {
      const message = FromJob.parse(raw)
      if (message.type === 'progress') return report(message)
      if (message.type === 'failed') reject(new DeskError(message.error.code, message.error.message, message.error))
      else resolve(jobOutputs[request.kind].parse(message.output) as JobOutput<K>)
      child.kill()
    })
    child.once('exit', (code) => reject(new DeskError('job-ended', `The ${request.kind} stopped before it was done. What was finished stays; please start it again.`, { detail: `exit code ${code}` })))
    tell({ type: 'run', request })
    if (signal.aborted) cancel()
  }).finally(() => signal.removeEventListener('abort', cancel))
}
