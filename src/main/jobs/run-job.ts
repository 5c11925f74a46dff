import { utilityProcess } from 'electron'
import type { FoundStory } from '../../shared/find/desk-find'
import { DeskError } from '../../shared/result'
import { FromJob, jobOutputs, type JobOutput, type JobRequest, type Progress, type ToJob } from './job-contract'

/** A job that does not end by itself after it was cancelled is ended; milliseconds. */
const longestEnding = 5000
/** One that only reads has nothing to bring to an end. */
const longestEndingOfReading = 250

/** What is said when a job's process ends before the job does. */
const endedEarly: Readonly<Record<JobRequest['kind'], string>> = {
  import: 'The import stopped before it was done. The stories that have come in stay.',
  export: 'The export stopped before it was done. The files that are written stay.',
  verify: 'The check stopped before it was done. Nothing was changed.',
  find: 'The search stopped before it was done.',
  packetLook: 'The packet could not be read to its end. Nothing was changed.',
  packetTake: 'The packet was not taken in: that stopped before it was done. Nothing was changed.',
  packetWrite: 'The packet was not written: that stopped before it was done.',
}

/**
 * Runs one job in a process of its own, so that the window stays live. Settles when that process has ended.
 * @param program The built `jobs/job-process`.
 * @throws DeskError when the job fails, is cancelled, or its process ends early (what it had finished stays).
 */
export async function runJob<K extends JobRequest['kind']>(program: string, request: Extract<JobRequest, { kind: K }>, signal: AbortSignal, report: (progress: Progress) => void, found: (stories: FoundStory[]) => void): Promise<JobOutput<K>> {
  const child = utilityProcess.fork(program, [], { serviceName: `copydesk ${request.kind}` })
  const tell = (message: ToJob): void => child.postMessage(message)
  let outcome: FromJob | undefined
  let deadline: NodeJS.Timeout | undefined
  const cancel = (): void => {
    tell({ type: 'cancel' })
    deadline ??= setTimeout(() => child.kill(), request.kind === 'find' ? longestEndingOfReading : longestEnding)
  }
  child.on('message', (raw: unknown) => {
    const message = FromJob.safeParse(raw)
    if (message.data?.type === 'progress') return report(message.data)
    if (message.data?.type === 'found') return found(message.data.stories)
    outcome = message.data
    child.kill()
  })
  const ended = new Promise<number>((resolve) => child.once('exit', resolve))
  signal.addEventListener('abort', cancel)
  tell({ type: 'run', request })
  if (signal.aborted) cancel()
  const code = await ended
  signal.removeEventListener('abort', cancel)
  clearTimeout(deadline)
  if (outcome?.type === 'failed') throw new DeskError(outcome.error.code, outcome.error.message, outcome.error)
  const output = outcome?.type === 'done' ? jobOutputs[request.kind].safeParse(outcome.output) : undefined
  if (output?.success !== true) throw new DeskError('job-ended', `${endedEarly[request.kind]} Please start it again.`, { detail: `exit code ${code}` })
  return output.data as JobOutput<K>
}
