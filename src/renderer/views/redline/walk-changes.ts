import type { ChangeClass } from '@shared/redline/redline-shape'

/** The changes that are walked through: all, or those of some classes. */
export function walked(changes: readonly ChangeClass[], only: ReadonlySet<ChangeClass>): number[] {
  return changes.flatMap((change, part) => (only.size === 0 || only.has(change) ? [part] : []))
}

/** The next or previous of them, from any change or from none; it starts over at the end. Null when there is none. */
export function stepFrom(walked: readonly number[], from: number | null, step: 1 | -1): number | null {
  if (walked.length === 0) return null
  if (from === null) return (step === 1 ? walked[0] : walked.at(-1)) ?? null
  const next = step === 1 ? walked.find((part) => part > from) : walked.findLast((part) => part < from)
  return next ?? (step === 1 ? walked[0] : walked.at(-1)) ?? null
}

const markedClass = 'redline__here'

/** Marks all parts of a change inside a redline, and scrolls the first of them into view. */
export function showChange(inside: HTMLElement, part: number): void {
  for (const marked of inside.querySelectorAll(`.${markedClass}`)) marked.classList.remove(markedClass)
  const parts = [...inside.querySelectorAll<HTMLElement>(`[data-part="${part}"]`)]
  for (const element of parts) element.classList.add(markedClass)
  intoView(parts[0])
}

/** Shows one of the two places of what was moved: marks it, scrolls it into view and puts the focus on the way back. */
export function showEnd(inside: HTMLElement, part: number, end: 'from' | 'to'): void {
  showChange(inside, part)
  const way = inside.querySelector<HTMLElement>(`.redline__jump[data-end="${end}"][data-move="${part}"]`)
  intoView(way ?? undefined)
  way?.focus({ preventScroll: true })
}

/** Blocks out of sight have no exact height until they are drawn: what is shown first may lie elsewhere a frame later. */
function intoView(element: HTMLElement | undefined): void {
  element?.scrollIntoView({ block: 'center', behavior: 'auto' })
  requestAnimationFrame(() => element?.scrollIntoView({ block: 'center', behavior: 'auto' }))
}
