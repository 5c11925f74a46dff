/** How many words two lists share, whatever their order. */
export function wordsInCommon(one: readonly string[], other: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of one) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of other) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    left.set(word, count - 1)
    common += 1
  }
  return common
}

/** The part of their words that two lists share: 1 when they are the same, 0 when they share none or have none. */
export function partInCommon(one: readonly string[], other: readonly string[]): number {
  const all = one.length + other.length
  return all === 0 ? 0 : (2 * wordsInCommon(one, other)) / all
}

/** The most that they can share, by their lengths alone. */
export const mostInCommon = (one: readonly string[], other: readonly string[]): number => (2 * Math.min(one.length, other.length)) / Math.max(1, one.length + other.length)
