/** How much two texts have in common: from 0, no word, to 1, all words as often. Where there are no spaces, letters are counted. */
export function sharedWords(one: string, other: string): number {
  const [a, b] = [countsOf(one), countsOf(other)]
  const total = sum(a) + sum(b)
  if (total === 0) return 1
  let common = 0
  for (const [word, count] of a) common += Math.min(count, b.get(word) ?? 0)
  return (2 * common) / total
}

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of text.normalize('NFKC').toLowerCase().match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((total, count) => total + count, 0)
