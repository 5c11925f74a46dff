import type { z } from 'zod'
import { DeskError } from '../../shared/result'
import { PictureAnswer, pictureOutputs, type PictureTask } from './picture-contract'
import type { Pictures } from './pictures'

/** A process that does one piece of work after the other. */
export interface PictureChild {
  post(task: PictureTask): void
  onMessage(heard: (message: unknown) => void): void
  /** Heard once, whatever ended it. */
  onExit(heard: () => void): void
  kill(): void
}

interface Waiting {
  readonly task: PictureTask
  readonly settle: (answer: PictureAnswer | undefined) => void
}

/**
 * Works on pictures in a process of its own, started with the first one, so that neither a large picture nor a broken one holds up
 * or ends the app. What a person waits for goes before the pictures that are made behind. When the process ends by
 * itself, the file it was at is refused in words, and the others go on in a new one.
 */
export function pictureWorker(start: () => PictureChild): Pictures {
  const waiting: Waiting[] = []
  let child: PictureChild | undefined
  let current: Waiting | undefined

  function next(): void {
    if (current !== undefined) return
    const urgent = waiting.findIndex(({ task }) => task.type !== 'derive')
    current = waiting.splice(Math.max(0, urgent), 1)[0]
    if (current === undefined) return
    child ??= started()
    child.post(current.task)
  }

  function started(): PictureChild {
    const process = start()
    process.onMessage((raw) => {
      const answer = PictureAnswer.safeParse(raw)
      finish(answer.success ? answer.data : undefined)
    })
    process.onExit(() => {
      if (child !== process) return
      child = undefined
      finish(undefined)
    })
    return process
  }

  function finish(answer: PictureAnswer | undefined): void {
    const done = current
    current = undefined
    done?.settle(answer)
    next()
  }

  function work<T extends PictureTask['type']>(type: T, task: Extract<PictureTask, { type: T }>, name: string): Promise<z.output<(typeof pictureOutputs)[T]>> {
    return new Promise((resolve, reject) => {
      const settle = (answer: PictureAnswer | undefined): void => {
        if (answer?.type === 'failed') return reject(new DeskError(answer.error.code, answer.error.message, answer.error))
        const output = answer === undefined ? undefined : pictureOutputs[type].safeParse(answer.output)
        if (output?.success === true) resolve(output.data as z.output<(typeof pictureOutputs)[T]>)
        else reject(new DeskError('picture-worker-ended', `‘${name}’ could not be opened: the work on it ended unexpectedly. If it happens again, the file is damaged in a way that Copydesk does not know.`, { place: name }))
      }
      waiting.push({ task, settle })
      next()
    })
  }

  /** What nobody waits for any more is not begun; what is under way ends with its process. */
  function drop(task: PictureTask): void {
    const at = waiting.findIndex((other) => other.task === task)
    if (at >= 0) waiting.splice(at, 1)[0]?.settle(undefined)
    else if (current?.task === task) child?.kill()
  }

  return {
    clean: (file) => work('clean', { type: 'clean', ...file }, file.name),
    crop: (file, crop) => work('crop', { type: 'crop', ...file, crop }, file.name),
    derive(request, signal) {
      const task = { type: 'derive' as const, ...request }
      const done = work('derive', task, request.file)
      const abort = (): void => drop(task)
      if (signal?.aborted) abort()
      signal?.addEventListener('abort', abort)
      return done.finally(() => signal?.removeEventListener('abort', abort))
    },
  }
}
