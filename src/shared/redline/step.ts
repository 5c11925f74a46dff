import type { Leaf } from './leaves'
import type { CellPlace, Line, RedlineTable } from './redline-shape'

/** One block of a redline: a leaf of either revision, or of both. */
export interface Step {
  readonly was: Leaf | null
  readonly is: Leaf | null
  /** For what was moved: which move it is a part of, and whether this is its former or its new place. */
  readonly moved?: { readonly move: number; readonly place: 'from' | 'to' }
  /** Which of the cells that became one, or of the cell that became some, it stands in. */
  readonly merge?: number
  /** The cells that it stands in, from the outside in. */
  readonly cells: readonly CellPlace[]
}

/** What is aligned at one level: the body, or a cell of a table. */
export interface Level {
  readonly tables: RedlineTable[]
  /** How many moves, and how many merged or split cells, there are so far. */
  readonly moves: { count: number }
  readonly merges: { count: number }
  /** How many nodes are around both: 0 for the body. */
  readonly depths: readonly [before: number, after: number]
  readonly cells: readonly CellPlace[]
  /** What lines of a table are that only the older text has. Null where what was moved is told at its new place: there they are left out. */
  readonly gone: Line | null
}
