import { align } from './align'
import type { Leaf } from './leaves'
import { movedContainers } from './moved-containers'
import { keptIn, whereItIs, whereItWas } from './moved-steps'
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
  const moved = moves.map(({ pair, move }) => {
    const steps = stepsOfPair(old[pair[0]], now[pair[1]], { ...level, gone: null })
    return { pair, move, steps: whereItIs(steps, move), kept: keptIn(steps) }
  })
  const movedFrom = new Map(moved.map((one) => [one.pair[0], one]))
  const movedTo = new Map(moved.map((one) => [one.pair[1], one]))
  const ends = [...pairs, [old.length, now.length] as const]
  return ends.flatMap(([b, a], index): Step[] => {
    const [lastB, lastA] = ends[index - 1] ?? [-1, -1]
    const gone = range(lastB + 1, b).flatMap((at) => goneSteps(old[at], movedFrom.get(at), level))
    const come = range(lastA + 1, a).flatMap((at) => movedTo.get(at)?.steps ?? stepsOfPair(undefined, now[at], level))
    return index < pairs.length ? [...gone, ...come, ...stepsOfPair(old[b], now[a], level)] : [...gone, ...come]
  })
}

interface Matched {
  /** What stayed, in order. */
  readonly pairs: readonly Pair[]
  readonly moves: readonly { readonly pair: Pair; readonly move: number }[]
}

function matched(old: readonly Unit[], now: readonly Unit[], { moves, depths }: Level): Matched {
  const stretches = align(old.map(({ key }) => key), now.map(({ key }) => key))
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
  if (!mayMove) return { pairs, moves: [] }
  const left = (side: 0 | 1, known: readonly Pair[]): number[] => without(places(side === 0 ? 'before' : 'after'), [...pairs, ...known], side)
  const edited = editedAndMoved(old, now, left(0, same), left(1, same))
  const moved = [...same, ...edited]
  const { found, together } = movedContainers(old, now, [left(0, []), left(1, [])], moved)
  return { pairs, moves: grouped([...moved, ...found], together, moves) }
}

const pick = (units: readonly Unit[], places: readonly number[]): Unit[] => places.flatMap((place) => units[place] ?? [])
function without(places: readonly number[], pairs: readonly Pair[], side: 0 | 1): number[] {
  const taken = new Set(pairs.map((pair) => pair[side]))
  return places.filter((place) => !taken.has(place))
}

/**
 * What stood together and stands together is one move, and so is a list, an item or a quote with what is in it.
 * @param together By index in the newer text: the container that it was moved with.
 */
function grouped(pairs: readonly Pair[], together: ReadonlyMap<number, number>, moves: Level['moves']): { readonly pair: Pair; readonly move: number }[] {
  const sorted = [...pairs].sort(([, one], [, other]) => one - other)
  const ofContainers = new Map<number, number>()
  let last = moves.count
  return sorted.map((pair, index) => {
    const [b, a] = sorted[index - 1] ?? [-2, -2]
    const container = together.get(pair[1])
    const known = container === undefined ? undefined : ofContainers.get(container)
    last = known ?? (b + 1 === pair[0] && a + 1 === pair[1] ? last : (moves.count += 1))
    if (container !== undefined) ofContainers.set(container, last)
    return { pair, move: last }
  })
}

/** What only the older text has here: it went, or was moved elsewhere. */
function goneSteps(unit: Unit | undefined, moved: { readonly move: number; readonly kept: ReadonlySet<Leaf> } | undefined, level: Level): Step[] {
  if (moved === undefined) return stepsOfPair(unit, undefined, level)
  const [table, isTable] = [level.tables.length, unit?.table !== null]
  const steps = whereItWas(stepsOfPair(unit, undefined, { ...level, gone: 'kept' }), moved.move, moved.kept)
  const rows = isTable ? level.tables[table]?.rows : undefined
  // A row of a table that was moved, of which nothing is left.
  rows?.forEach((_, row) => {
    const inside = steps.filter(({ cells }) => cells[level.cells.length]?.row === row)
    if (inside.length > 0 && inside.every((step) => step.moved === undefined)) rows[row] = 'deleted'
  })
  return steps
}

function stepsOfPair(was: Unit | undefined, is: Unit | undefined, level: Level): Step[] {
  if ((was ?? is)?.table) return stepsOfTable(was, is, { ...level, stepsOf })
  const [old, now] = [was?.leaves[0] ?? null, is?.leaves[0] ?? null]
  return old === null && now === null ? [] : [{ was: old, is: now, cells: level.cells }]
}

const range = (start: number, end: number): number[] => Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index)
