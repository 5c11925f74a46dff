import type { LinePair } from './best-in-order'
import type { LineMatches } from './match-lines'
import type { Line } from './redline-shape'

/** The rows (or columns) of two tables as one sequence, with the place in it of each of them. */
export interface Lines {
  readonly lines: readonly Line[]
  /** The place of each line of the older table, and of the newer one. */
  readonly before: readonly number[]
  readonly after: readonly number[]
  /** Which line of the older table each line of the newer one was, wherever it stood. */
  readonly former: ReadonlyMap<number, number>
  /** By lines of the newer table: which of the moves brought it. */
  readonly moves: ReadonlyMap<number, number>
}

/**
 * Both tables' lines in one order that is the order of each. Lines that moved together are one move.
 * @param gone What lines are that only the older table has; null leaves them out: they are told elsewhere.
 */
export function linesOf({ pairs, moves }: LineMatches, before: number, after: number, gone: Line | null, moved: { count: number }): Lines {
  const [movedFrom, movedTo] = [new Set(moves.map(([b]) => b)), numbered(moves, moved)]
  const lines: Line[] = []
  const [placesBefore, placesAfter]: [number[], number[]] = [[], []]
  const leave = (): void => {
    placesBefore.push(lines.length)
    if (gone !== null) lines.push(movedFrom.has(placesBefore.length - 1) ? 'movedFrom' : gone)
  }
  for (const [b, a] of [...pairs, [before, after] as const]) {
    while (placesBefore.length < b) leave()
    while (placesAfter.length < a) placesAfter.push(lines.push(movedTo.has(placesAfter.length) ? 'movedTo' : 'inserted') - 1)
    if (b === before && a === after) break
    placesBefore.push(lines.length)
    placesAfter.push(lines.length)
    lines.push('kept')
  }
  return { lines, before: placesBefore, after: placesAfter, former: new Map([...pairs, ...moves].map(([b, a]) => [a, b])), moves: movedTo }
}

/** The number of the move of each line that was moved, in the order of the newer table. */
function numbered(moves: readonly LinePair[], moved: { count: number }): Map<number, number> {
  const numbers = new Map<number, number>()
  moves.forEach(([b, a], index) => {
    const [lastB, lastA] = moves[index - 1] ?? [-2, -2]
    if (lastB + 1 !== b || lastA + 1 !== a) moved.count += 1
    numbers.set(a, moved.count)
  })
  return numbers
}
