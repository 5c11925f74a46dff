import { plainText } from '../story/text'
import { gridOf } from './grid'
import type { Leaf } from './leaves'
import { matchColumns, matchRows, type LineMatches } from './match-lines'
import { keptIn, whereItIs, whereItWas } from './moved-steps'
import type { CellPlace } from './redline-shape'
import type { Level, Step } from './step'
import { cellsOfBoth, type BothCells, type SideCell } from './table-cells'
import { linesOf } from './table-lines'
import { cellGroups, type CellGroup } from './table-merges'
import type { Unit } from './units'

type TableLevel = Level & { readonly stepsOf: (before: readonly Leaf[], after: readonly Leaf[], level: Level) => Step[] }

const noMatches: LineMatches = { pairs: [], moves: [] }

/**
 * Two tables as one, cell by cell: by rows, in each by columns, which is the reading order of both. What only one of them has
 * comes or goes as rows and columns, what stands elsewhere now was moved as such; cells that begin at the same place stand
 * for each other, and what was merged or split is told together.
 */
export function stepsOfTable(was: Unit | undefined, is: Unit | undefined, level: TableLevel): Step[] {
  const [old, now] = [gridOf(was?.table?.node), gridOf(is?.table?.node)]
  const isBoth = was !== undefined && is !== undefined
  const rowMatches = isBoth ? matchRows(old, now) : noMatches
  const rows = linesOf(rowMatches, old.rows, now.rows, level.gone, level.moves)
  const columns = linesOf(isBoth ? matchColumns(old, now, rowMatches) : noMatches, old.columns, now.columns, level.gone, level.moves)
  const table = level.tables.push({ rows: [...rows.lines], columns: [...columns.lines] }) - 1
  const cells = cellsOfBoth({ unit: was, grid: old }, { unit: is, grid: now }, rows, columns)
  const groups = cellGroups(cells, rows.lines, columns.lines)
  return stepsOfGroups(groups, table, level)
}

function stepsOfGroups(groups: readonly CellGroup[], table: number, level: TableLevel): Step[] {
  const told = new Map<BothCells, Step[]>()
  const kept = new Map<SideCell, ReadonlySet<Leaf>>()
  for (const group of groups) {
    const { was, moved } = group.main
    if (moved?.place === 'from') continue
    const steps = stepsOfGroup(group, table, level)
    if (was !== undefined && moved !== undefined) kept.set(was, keptIn(steps))
    told.set(group.main, moved === undefined ? steps : whereItIs(steps, moved.move))
  }
  for (const group of groups) if (group.below.length > 0) joinBelow(group, told, level)
  return groups.flatMap((group) => {
    const { was, moved } = group.main
    if (was === undefined || moved?.place !== 'from') return told.get(group.main) ?? []
    return whereItWas(stepsOfGroup(group, table, { ...level, gone: 'kept' }), moved.move, kept.get(was) ?? new Set())
  })
}

function stepsOfGroup({ main, was, is, below }: CellGroup, table: number, level: TableLevel): Step[] {
  const isMerge = was.length > 1 || is.length > 1 || below.length > 0
  const merge = isMerge ? { merge: (level.merges.count += 1) } : {}
  const [place] = [main.is ?? main.was].flatMap((cell) => cell?.place ?? [])
  const leaves = (cells: readonly SideCell[]): Leaf[] => cells.flatMap((cell) => cell.leaves)
  const depths = [depthIn(was[0], level, 0), depthIn(is[0], level, 1)] as const
  const steps = level.stepsOf(leaves(was), leaves(is), { ...level, depths, cells: place === undefined ? level.cells : [...level.cells, { table, ...place }] })
  if (is.length < 2) return steps.map((step) => ({ ...step, ...merge }))
  // What was split stands in the cells that there are now.
  const placesOf = new Map(is.flatMap((cell) => cell.leaves.map((leaf): readonly [Leaf, SideCell['place']] => [leaf, cell.place])))
  return steps.map((step) => ({ ...step, ...merge, cells: inCell(step, level.cells.length, table, step.is === null ? null : (placesOf.get(step.is) ?? null)) }))
}

function inCell({ cells }: Step, at: number, table: number, place: SideCell['place']): readonly CellPlace[] {
  return place === null ? cells : cells.map((cell, index) => (index === at ? { table, ...place } : cell))
}

/** Words that went up into a merged cell, or down out of a split one, are no other words: they were moved with the cell. */
function joinBelow({ main, below }: CellGroup, told: Map<BothCells, Step[]>, level: Level): void {
  const merge = told.get(main)?.[0]?.merge
  if (merge === undefined) return
  for (const cell of below) {
    const [one, other] = [told.get(main) ?? [], told.get(cell) ?? []]
    const [gone, come] = cell.is === undefined ? [other, one] : [one, other]
    const pairs = gone.flatMap((step) => {
      const text = step.is === null && step.was !== null ? plainText(step.was.node) : ''
      const to = text === '' ? undefined : come.find(({ was, is, cells }) => was === null && is !== null && cells.length === step.cells.length && plainText(is.node) === text)
      return to === undefined || step.was === null ? [] : [{ from: step, to, was: step.was, move: (level.moves.count += 1) }]
    })
    const joined = (steps: readonly Step[]): Step[] =>
      steps.map((step): Step => {
        const from = pairs.find((pair) => pair.from === step)
        const to = pairs.find((pair) => pair.to === step)
        if (from !== undefined) return { ...step, merge, moved: { move: from.move, place: 'from' } }
        return to === undefined ? { ...step, merge } : { ...step, merge, was: to.was, moved: { move: to.move, place: 'to' } }
      })
    told.set(main, joined(one))
    told.set(cell, joined(other))
  }
}

/** The number of nodes around the leaves of a cell, down to it. */
function depthIn(side: SideCell | undefined, { depths }: Level, at: 0 | 1): number {
  const [leaf] = side?.leaves ?? []
  if (leaf === undefined) return depths[at]
  const table = leaf.within.findIndex(({ type }, place) => place >= depths[at] && type === 'table')
  return Math.min(leaf.within.length, table + 3)
}
