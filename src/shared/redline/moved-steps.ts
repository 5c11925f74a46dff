import type { Leaf } from './leaves'
import type { Step } from './step'

/** Of two things that are one: those of its leaves that are still there. */
export const keptIn = (steps: readonly Step[]): ReadonlySet<Leaf> => new Set(steps.flatMap(({ was, is }) => (was === null || is === null ? [] : [was])))

/** What was moved, where it is now: with what was changed and what came. What went of it is told where it was. */
export function whereItIs(steps: readonly Step[], move: number): Step[] {
  return steps.flatMap((step): Step[] => (step.is === null ? [] : [step.was === null ? step : { ...step, moved: { move, place: 'to' } }]))
}

/** What was moved, where it was. @param kept Those of its leaves that are there at the new place; the others went. */
export function whereItWas(steps: readonly Step[], move: number, kept: ReadonlySet<Leaf>): Step[] {
  return steps.map((step): Step => (step.was !== null && kept.has(step.was) ? { ...step, moved: { move, place: 'from' } } : step))
}
