import type { StoryRow } from '@shared/ipc'
import { score } from './score'

/** Stories that the desk found, and by what. */
export interface Found {
  readonly by: string
  readonly rows: readonly StoryRow[]
}

/**
 * What is shown of an answer of the desk while other words are typed: only what they say as well. Stories stand first in the palette, so
 * one that was found by the first letters would be taken by Return in the place of the command that was typed.
 */
export function stillFound({ by, rows }: Found, typed: string): readonly StoryRow[] {
  if (typed === by) return rows
  return typed.length < 2 ? [] : rows.filter(({ headline }) => score(headline, typed) > 0)
}
