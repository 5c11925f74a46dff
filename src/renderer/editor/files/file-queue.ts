import type { AssetInfo } from '@shared/ipc'
import type { Failure } from '@shared/result'
import { create } from 'zustand'
import { ask } from '../../app/bridge'

/** What became of one file. */
export type AddedFile = { readonly kind: 'added'; readonly asset: AssetInfo } | { readonly kind: 'failed'; readonly failure: Failure } | { readonly kind: 'cancelled' }

/** Files on their way to the desk. `total` is 0 when there are none. */
interface Adding {
  readonly total: number
  readonly done: number
  /** The name of the file that is being added. */
  readonly name: string
  /** Those that could not be added, until they are looked at. */
  readonly problems: readonly Failure[]
  /** How many were added, until that is looked at. */
  readonly added: number
}

export const useAdding = create<Adding>(() => ({ total: 0, done: 0, name: '', problems: [], added: 0 }))

interface Waiting {
  readonly file: File
  readonly settle: (added: AddedFile) => void
}

const waiting: Waiting[] = []
let running = false

/**
 * Puts files into the desk, one at a time whoever gave them, so that neither a hundred pictures nor a large one holds up the window: only
 * one is ever in memory. Answers for each file, in order, what became of it.
 */
export function addToDesk(files: readonly File[]): Promise<AddedFile>[] {
  useAdding.setState((before) => (before.total === 0 ? { total: files.length, done: 0, problems: [], added: 0 } : { total: before.total + files.length }))
  const outcomes = files.map((file) => new Promise<AddedFile>((settle) => waiting.push({ file, settle })))
  if (!running) void run()
  return outcomes
}

/** Gives up what has not begun; what was added stays. */
export function cancelAdding(): void {
  for (const { settle } of waiting.splice(0)) settle({ kind: 'cancelled' })
  useAdding.setState(({ done }) => ({ total: done + 1 }))
}

/** Forgets what came of the last files. */
export const forgetOutcome = (): void => useAdding.setState({ problems: [], added: 0 })

async function run(): Promise<void> {
  running = true
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    useAdding.setState({ name: next.file.name })
    const outcome = await add(next.file)
    useAdding.setState(({ done, added, problems }) => ({ done: done + 1, added: added + (outcome.kind === 'added' ? 1 : 0), problems: outcome.kind === 'failed' ? [...problems, outcome.failure] : problems }))
    next.settle(outcome)
  }
  running = false
  useAdding.setState({ total: 0, done: 0, name: '' })
}

async function add(file: File): Promise<AddedFile> {
  const bytes = await file.arrayBuffer().catch(() => null)
  if (bytes === null) return { kind: 'failed', failure: { code: 'unreadable', message: `‘${file.name}’ could not be read.`, place: file.name } }
  const answer = await ask('asset.add', { name: file.name, bytes: new Uint8Array(bytes) })
  if (answer.ok) return { kind: 'added', asset: answer.value }
  const { message } = answer.error
  return { kind: 'failed', failure: { ...answer.error, message: message.includes(file.name) ? message : `‘${file.name}’ could not be added. ${message}` } }
}
