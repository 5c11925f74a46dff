const words =
  'the council of harbour cities met on Tuesday to agree how newcomers find housing work and schools within a year of arrival mayors from nine ports said that local budgets carry most of the cost while national plans rarely name cities at all'.split(
    ' ',
  )

/** Paragraphs of about 80 words each, `count` words in all; the same text every time. */
export function paragraphs(count: number): string[] {
  const all = Array.from({ length: count }, (_, index) => words[(index * 7 + (index >> 4)) % words.length] ?? '')
  return Array.from({ length: Math.ceil(count / 80) }, (_, index) => `${all.slice(index * 80, index * 80 + 80).join(' ')}.`)
}
