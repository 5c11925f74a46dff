import { align } from './align'
import type { Leaf } from './leaves'
import { editedAndMoved, movedUnits } from './moved-units'
import { enoughInCommon, pairUnits, type Pair } from './pair-units'
import type { Level, Step } from './step'
import { stepsOfTable } from './table-steps'
import { unitsOf, type Unit } from './units'

/** Two runs of leaves as one, in an order that is the order of both. */
export function stepsOf(before: readonly Leaf[], after: readonly Leaf[], level: Level): Step[] {
  const old = unitsOf(before, level.depths[0])
  const now = unitsOf(after, level.depths[1])
  const { pairs, moves } = matched(old, now, level)
  const movedFrom = new Map(moves.map(({ pair, move }) => [pair[0], move]))
  const movedTo = new Map(moves.map(({ pair, move }) => [pair[1], { from: pair[0], move }]))
  const ends = [...pairs, [old.length, now.length] as const]
  return ends.flatMap(([b, a], index): Step[] => {
    const [lastB, lastA] = ends[index - 1] ?? [-1, -1]
    const gone = range(lastB + 1, b).flatMap((at) => goneSteps(old[at], movedFrom.get(at), level))
    const come = range(lastA + 1, a).flatMap((at) => {
      const moved = movedTo.get(at)
      return moved === undefined ? stepsOfPair(undefined, now[at], level) : asMoved(stepsOfPair(old[moved.from], now[at], level), moved.move)
    })
    return index < pairs.length ? [...gone, ...come, ...stepsOfPair(old[b], now[a], level)] : [...gone, ...come]
  })
}

interface Matched {
  /** What stayed, in order. */
  readonly pairs: readonly Pair[]
  readonly moves: readonly { readonly pair: Pair; readonly move: number }[]
}

function matched(old: readonly Unit[], now: readonly Unit[], { moves, depths }: Level): Matched {
  const stretches = align(old.map(({ fingerprint }) => fingerprint), now.map(({ fingerprint }) => fingerprint))
  const changed = stretches.filter(({ same }) => !same)
  const mayMove = depths[0] === 0 && depths[1] === 0
  const places = (side: 'before' | 'after'): number[] => changed.flatMap((stretch) => range(stretch[side][0], stretch[side][1]))
  const same = mayMove ? movedUnits(old, now, places('before'), places('after')) : []
  const pairs = stretches.flatMap((stretch): Pair[] => {
    const { before, after } = stretch
    if (stretch.same) return range(before[0], before[1]).map((at, offset) => [at, after[0] + offset])
    const [b, a] = [without(range(before[0], before[1]), same, 0), without(range(after[0], after[1]), same, 1)]
    return pairUnits(pick(old, b), pick(now, a), mayMove ? enoughInCommon : 0).map(([one, other]) => [b[one] ?? 0, a[other] ?? 0])
  })
  const left = (side: 0 | 1): number[] => without(places(side === 0 ? 'before' : 'after'), [...same, ...pairs], side)
  const edited = mayMove ? editedAndMoved(old, now, left(0), left(1)) : []
  return { pairs, moves: grouped([...same, ...edited], moves) }
}

const pick = (units: readonly Unit[], places: readonly number[]): Unit[] => places.flatMap((place) => units[place] ?? [])
function without(places: readonly number[], pairs: readonly Pair[], side: 0 | 1): number[] {
  const taken = new Set(pairs.map((pair) => pair[side]))
  return places.filter((place) => !taken.has(place))
}

/** What stood together and stands together is one move. */
function grouped(pairs: readonly Pair[], moves: Level['moves']): { readonly pair: Pair; readonly move: number }[] {
  const sorted = [...pairs].sort(([, one], [, other]) => one - other)
  return sorted.map((pair, index) => {
    const last = sorted[index - 1]
    if (last === undefined || last[0] + 1 !== pair[0] || last[1] + 1 !== pair[1]) moves.count += 1
    return { pair, move: moves.count }
  })
}

function goneSteps(unit: Unit | undefined, move: number | undefined, level: Level): Step[] {
  if (move === undefined) return stepsOfPair(unit, undefined, level)
  return stepsOfPair(unit, undefined, level, 'kept').map((step) => ({ ...step, moved: { move, place: 'from' } }))
}

function asMoved(steps: readonly Step[], move: number): Step[] {
  return steps.map((step) => ({ ...step, moved: { move, place: 'to' } }))
}

/** @param gone What the rows of a table are that is only in the older text: it is moved elsewhere, or deleted. */
function stepsOfPair(was: Unit | undefined, is: Unit | undefined, level: Level, gone: 'deleted' | 'kept' = 'deleted'): Step[] {
  if ((was ?? is)?.table) return stepsOfTable(was, is, { ...level, stepsOf }, gone)
  const [old, now] = [was?.leaves[0] ?? null, is?.leaves[0] ?? null]
  return old === null && now === null ? [] : [{ was: old, is: now, cells: level.cells }]
}

const range = (start: number, end: number): number[] => Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index)
