/** Words without their order: sorted, so that two bags are compared in one go through both. */
export type Bag = readonly string[] & { readonly sorted: true }

export function bagOf(words: readonly string[]): Bag {
  return Object.assign([...words].sort(), { sorted: true } as const)
}

/** How many words two bags share. */
export function wordsInCommon(one: Bag, other: Bag): number {
  let [at, place, common] = [0, 0, 0]
  while (at < one.length && place < other.length) {
    const [word = '', another = ''] = [one[at], other[place]]
    if (word === another) common += 1
    if (word <= another) at += 1
    if (word >= another) place += 1
  }
  return common
}

/** The part of their words that two bags share: 1 when they are the same, 0 when they share none or have none. */
export function partInCommon(one: Bag, other: Bag): number {
  const all = one.length + other.length
  return all === 0 ? 0 : (2 * wordsInCommon(one, other)) / all
}

/** The most that they can share, by their lengths alone. */
export const mostInCommon = (one: readonly string[], other: readonly string[]): number => (2 * Math.min(one.length, other.length)) / Math.max(1, one.length + other.length)
