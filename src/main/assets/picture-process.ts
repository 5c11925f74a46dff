import { availableParallelism, constants, setPriority } from 'node:os'
import { DeskError, type Failure } from '../../shared/result'
import { PictureTask, type PictureAnswer } from './picture-contract'
import { picturesHere } from './pictures'

const port = process.parentPort
const tell = (message: PictureAnswer): void => port.postMessage(message)

// The window goes first: pictures take what it leaves of the computer.
setPriority(constants.priority.PRIORITY_LOW)
process.env['VIPS_CONCURRENCY'] ??= String(Math.max(1, availableParallelism() - 1))

port.on('message', (event: { data: unknown }) => {
  perform(PictureTask.parse(event.data)).then(
    (output) => tell({ type: 'done', output }),
    (error: unknown) => tell({ type: 'failed', error: failureOf(error) }),
  )
})

function perform(task: PictureTask): Promise<unknown> {
  switch (task.type) {
    case 'clean':
      return picturesHere.clean(task)
    case 'crop':
      return picturesHere.crop(task, task.crop)
    case 'derive':
      return picturesHere.derive(task)
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof DeskError) return error.failure
  return { code: 'picture-failed', message: 'This file could not be read.', detail: error instanceof Error ? error.message : String(error) }
}
