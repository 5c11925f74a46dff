/** The middle of some measurements. */
export const median = (values: readonly number[]): number => percentile(values, 50)

/** The value that `share` percent of the measurements do not exceed. @throws RangeError without measurements. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.ceil((share / 100) * sorted.length) - 1)]
  if (value === undefined) throw new RangeError('Nothing was measured')
  return value
}

/** The least and the most. */
export type Range = readonly [least: number, most: number]
export const rangeOf = (values: readonly number[]): Range => [Math.min(...values), Math.max(...values)]

/** Runs something some times; milliseconds of each run. */
export async function timed(times: number, work: (index: number) => unknown): Promise<number[]> {
  const taken: number[] = []
  for (let index = 0; index < times; index++) {
    const start = performance.now()
    await work(index)
    taken.push(performance.now() - start)
  }
  return taken
}

/** One line of the table: what Copydesk needs beside what the bare thing needs in the same run. */
export interface Measured {
  readonly what: string
  readonly unit: string
  readonly ours: number
  readonly floor: number
  readonly floorIs: string
  /** How far the rounds lie apart, where there were rounds. */
  readonly spread?: { readonly ours: Range; readonly floor: Range }
  /** For rates more is better, so the ratio is turned round: it always says how many times the floor's cost ours is. */
  readonly moreIsBetter?: boolean
}

export const ratioOf = ({ ours, floor, moreIsBetter }: Measured): number => (moreIsBetter ? floor / ours : ours / floor)

/** A percentile of milliseconds over all rounds together, with that of the best and of the worst round. */
export function measuredInRounds(what: string, share: number, ours: readonly (readonly number[])[], floor: readonly (readonly number[])[], floorIs: string): Measured {
  const each = (rounds: readonly (readonly number[])[]): Range => rangeOf(rounds.map((round) => percentile(round, share)))
  return { what, unit: 'ms', ours: percentile(ours.flat(), share), floor: percentile(floor.flat(), share), spread: { ours: each(ours), floor: each(floor) }, floorIs }
}
