/** Letters that are taken for one another in Arabic more often than any others: hamza and its seats, alif and ya, ta and ha. */
const alike = ['اأإآٱ', 'ىيئ', 'ةه', 'وؤ', 'ءئؤ', 'ضظ', 'سص', 'تط', 'ذز'] as const

const areAlike = (a: string, b: string): boolean => alike.some((letters) => letters.includes(a) && letters.includes(b))

/** Candidates by how likely it is that someone who meant them wrote `word`, each once. */
export function byLikelihood(word: string, candidates: readonly string[]): string[] {
  const costs = [...new Set(candidates)].filter((candidate) => candidate !== word).map((candidate, index) => ({ candidate, index, cost: costOf(word, candidate) }))
  return costs.sort((a, b) => a.cost - b.cost || a.index - b.index).map(({ candidate }) => candidate)
}

/** What it takes to turn one word into another: a letter that is doubled, swapped or like the right one costs less than a wrong one. */
function costOf(written: string, meant: string): number {
  const a = [...written]
  const b = [...meant]
  const costs: number[][] = [[0, ...b.map((_, index) => index + 1)]]
  const at = (i: number, j: number): number => costs[i]?.[j] ?? Infinity
  for (let i = 1; i <= a.length; i++) {
    costs[i] = [i]
    for (let j = 1; j <= b.length; j++) {
      const left = a[i - 1] ?? ''
      const right = b[j - 1] ?? ''
      const swapped = i > 1 && j > 1 && left === b[j - 2] && a[i - 2] === right ? at(i - 2, j - 2) + 0.7 : Infinity
      const dropped = at(i - 1, j) + (left === a[i - 2] ? 0.4 : 1)
      const added = at(i, j - 1) + (right === b[j - 2] ? 0.4 : 1)
      const changed = at(i - 1, j - 1) + (left === right ? 0 : areAlike(left, right) ? 0.3 : 1.1)
      costs[i]?.push(Math.min(swapped, dropped, added, changed))
    }
  }
  return at(a.length, b.length)
}
