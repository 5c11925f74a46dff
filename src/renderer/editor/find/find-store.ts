import type { FindOptions } from '@shared/find/find-options'
import { patternOf } from '@shared/find/pattern'
import { create } from 'zustand'
import type { StoryMatch } from './story-matches'

interface FindState {
  readonly open: boolean
  /** Whether the row for replacing is shown, too. */
  readonly replacing: boolean
  readonly options: FindOptions
  readonly replacement: string
  readonly matches: readonly StoryMatch[]
  /** The place of the match that is shown among `matches`; -1 while none is. */
  readonly current: number
  /** What is searched is an expression that would take too long on this story. */
  readonly endless: boolean
  /** Counts the times that the bar was asked for, so that it takes the focus each time. */
  readonly asked: number
}

/** What is searched in the story that is shown. It stays when the bar is closed, or another story is opened. */
export const useFind = create<FindState>(() => ({
  open: false,
  replacing: false,
  options: { text: '', matchCase: false, ignoreAccents: false, wholeWord: false, regexp: false },
  replacement: '',
  matches: [],
  current: -1,
  endless: false,
  asked: 0,
}))

/** Why what is searched is no regular expression, as the end of a sentence; null when it is one. */
export function whyWrong(options: FindOptions): string | null {
  const pattern = patternOf(options)
  return pattern.kind === 'wrong' ? pattern.why : null
}

/** A match of another story that is to be shown when that story is on the screen. */
export interface Awaited {
  readonly story: string
  readonly in: 'headline' | 'summary' | 'body'
  readonly place: number
}
let awaited: Awaited | null = null

/** Opens the bar with a query, to show one of its matches in a story that is about to be opened. */
export function findLater(options: FindOptions, match: Awaited): void {
  awaited = match
  useFind.setState(({ asked }) => ({ open: true, replacing: false, options, matches: [], current: -1, asked: asked + 1 }))
}

export function takeAwaited(story: string): Awaited | null {
  if (awaited?.story !== story) return null
  const taken = awaited
  awaited = null
  return taken
}
