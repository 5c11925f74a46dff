import { useApp } from '../../app/app-store'
import type { Box } from '../find/box-of-words'
import { drawBoxMarks, movedMarks, type BoxMark } from './draw-box-marks'
import type { Found, Proof } from './proof'

/** The lines under what is wrong or avoided in a text box, which can't show any itself. */
export interface LinesUnderBox {
  /** Somebody has looked through the words of the box. */
  readonly judged: (marks: readonly BoxMark[]) => void
  /** The box has other words. */
  readonly changed: (text: string) => void
  readonly end: () => void
}

export interface Mirrored {
  /** The box, while it is on the screen. */
  readonly box: () => Box | null
  /** The same letters at the same place, unseen. */
  readonly mirror: HTMLElement
  readonly text: string
  /** Hears when the first lines are drawn, and when the last ones go. */
  readonly onLines?: (any: boolean) => void
}

/** Draws lines into the mirror of a box. */
export function linesUnderBox({ box, mirror, text: first, onLines }: Mirrored): LinesUnderBox {
  let text = first
  let marks: readonly BoxMark[] = []
  let typing = false

  function draw(): void {
    const shown = box()
    const caret = typing && shown !== null && document.activeElement === shown && shown.selectionStart === shown.selectionEnd ? shown.selectionStart : null
    // The word that is being written is not judged yet.
    drawBoxMarks(mirror, text, marks.filter(({ from, to, kind }) => kind !== 'spelling' || caret === null || caret < from || caret > to))
  }
  /** The cursor has left the word, or the box. */
  const moved = (): void => {
    if (typing) draw()
  }
  /** Only a box with lines has to hear of the cursor. */
  function take(next: readonly BoxMark[]): void {
    if ((next.length > 0) !== (marks.length > 0)) {
      const change = next.length > 0 ? ('addEventListener' as const) : ('removeEventListener' as const)
      document[change]('selectionchange', moved)
      document[change]('focusout', moved)
      onLines?.(next.length > 0)
    }
    marks = next
    draw()
  }
  return {
    judged(next) {
      if (next.length > 0 || marks.length > 0) take(next)
    },
    changed(now) {
      const next = movedMarks(marks, text, now)
      text = now
      typing = document.activeElement === box()
      if (next.length > 0 || marks.length > 0) take(next)
    },
    end: () => take([]),
  }
}

/** What a person wants to see of what was found. */
export const shownOf = ({ mistakes, notes }: Proof): readonly Found[] => (useApp.getState().preferences?.styleMarks === false ? mistakes : [...mistakes, ...notes.filter(({ mark }) => mark.kind !== 'sentence')])
