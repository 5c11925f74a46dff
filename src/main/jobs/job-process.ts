import { DeskError, type Failure } from '../../shared/result'
import { ToJob, type FromJob } from './job-contract'
import { performJob } from './perform-job'

const port = process.parentPort
const cancelling = new AbortController()
const tell = (message: FromJob): void => port.postMessage(message)

port.on('message', (event: { data: unknown }) => {
  const message = ToJob.parse(event.data)
  if (message.type === 'cancel') return cancelling.abort()
  performJob(message.request, cancelling.signal, (progress) => tell({ type: 'progress', ...progress }), (stories) => tell({ type: 'found', stories })).then(
    (output) => tell({ type: 'done', output }),
    (error: unknown) => tell({ type: 'failed', error: failureOf(error) }),
  )
})

function failureOf(error: unknown): Failure {
  if (error instanceof DeskError) return error.failure
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { code: 'job-failed', message: 'This could not be finished. What was done before stays as it is.', detail }
}
