/** A text in the form in which it is compared: without capitals and accents. */
const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase()

/** Whether a text, or one of its words, starts with what was typed; capitals and accents make no difference. */
export function matchesPrefix(text: string, prefix: string): boolean {
  const wanted = folded(prefix).trim()
  if (wanted === '') return true
  const whole = folded(text)
  for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(whole[at - 1] ?? '')) return true
  }
  return false
}
