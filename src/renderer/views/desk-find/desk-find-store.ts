import type { DeskFindSummary, FoundStory } from '@shared/find/desk-find'
import type { FindOptions } from '@shared/find/find-options'
import { patternOf } from '@shared/find/pattern'
import type { Failure } from '@shared/result'
import type { KindId } from '@shared/story/ids'
import type { StoryState } from '@shared/workflow/state'
import { create } from 'zustand'
import { useApp } from '../../app/app-store'
import { ask, on } from '../../app/bridge'

interface DeskFindState {
  readonly options: FindOptions
  readonly kind: KindId | null
  readonly state: StoryState | null
  readonly stories: readonly FoundStory[]
  readonly progress: { readonly done: number; readonly total: number } | null
  /** What the search came to; null while it runs, or when nothing was searched. */
  readonly summary: DeskFindSummary | null
  readonly failure: Failure | null
}

const nothing = { stories: [], progress: null, summary: null, failure: null } as const

/** What is searched across the desk, and what was found. It is still there when the dialog is opened again. */
export const useDeskFind = create<DeskFindState>(() => ({
  options: { text: '', matchCase: false, ignoreAccents: false, wholeWord: false, regexp: false },
  kind: null,
  state: null,
  ...nothing,
}))

useApp.subscribe(({ desk }, before) => {
  if (desk?.path !== before.desk?.path) useDeskFind.setState({ kind: null, state: null, ...nothing })
})

/** The search under way, by its name. What belongs to another one is old news. */
let running: string | null = null

on('find.matches', ({ job, stories }) => {
  if (job === running) useDeskFind.setState((before) => ({ stories: [...before.stories, ...stories] }))
})
on('job.progress', ({ job, done, total }) => {
  if (job === running) useDeskFind.setState({ progress: { done, total } })
})

/** Ends the search under way; what it found stays. */
export function stopFinding(): void {
  if (running === null) return
  void ask('job.cancel', { job: running })
  running = null
  useDeskFind.setState({ progress: null })
}

/** Starts over with what is asked for now; an expression that is wrong finds nothing. */
export async function findAcross(): Promise<void> {
  stopFinding()
  const { options, kind, state } = useDeskFind.getState()
  useDeskFind.setState(nothing)
  if (patternOf(options).kind !== 'pattern') return
  const job = crypto.randomUUID()
  running = job
  useDeskFind.setState({ progress: { done: 0, total: 0 } })
  const answer = await ask('desk.find', { options, kind, state, job })
  if (running !== job) return
  running = null
  useDeskFind.setState({ progress: null, summary: answer.ok ? answer.value : null, failure: answer.ok ? null : answer.error })
}
