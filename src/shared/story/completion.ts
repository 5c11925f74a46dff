/** A text in the form in which names are compared: words without capitals, accents and signs, with one space between them. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Whether a text, or one of its words, starts with what was typed; capitals, accents and signs make no difference. */
export function matchesPrefix(text: string, prefix: string): boolean {
  return ` ${folded(text)}`.includes(` ${folded(prefix)}`)
}
