/** The words of one language, as far as a dictionary has them. Words come as `plainWord` gives them. */
export interface Dictionary {
  has(word: string): boolean
  /** Words that someone may have meant, the likeliest first. */
  suggest(word: string): string[]
  /** Gives its memory back; it is not asked again. */
  close(): void
}
