import type { Leaf } from './leaves'
import type { CellPlace, RedlineTable } from './redline-shape'

/** One block of a redline: a leaf of either revision, or of both. */
export interface Step {
  readonly was: Leaf | null
  readonly is: Leaf | null
  /** For what was moved: which move it is a part of, and whether this is its former or its new place. */
  readonly moved?: { readonly move: number; readonly place: 'from' | 'to' }
  /** The cells that it stands in, from the outside in. */
  readonly cells: readonly CellPlace[]
}

/** What is aligned at one level: the body, or a cell of a table. */
export interface Level {
  readonly tables: RedlineTable[]
  /** How many moves there are so far. */
  readonly moves: { count: number }
  /** How many nodes are around both: 0 for the body. */
  readonly depths: readonly [before: number, after: number]
  readonly cells: readonly CellPlace[]
}
