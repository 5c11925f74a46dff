/** Signs that a text is meant as Markdown, one of which is enough. */
const sure: readonly RegExp[] = [
  /^#{1,6} +\S/m,
  /^(```|~~~)/m,
  /!?\[[^\]\n]+\]\((?:https?:|mailto:|\/|#|\.)[^)\s]*\)/,
  /^\[\^[^\]\n]+\]:/m,
  /^\s*\|?(?:\s*:?-{3,}:?\s*\|)+\s*:?-{0,}:?\s*\|?\s*$/m,
  /^\s*[-*+] \[[ xX]\] /m,
]

/** Signs that are also found in other texts: two of them, or one several times. */
const perhaps: readonly RegExp[] = [/^\s*[-*+] +\S/gm, /^\s*\d{1,3}[.)] +\S/gm, /(?<![*\w])\*\*[^\s*][^*\n]*\*\*(?![*\w])/g, /(?<![_\w])__[^\s_][^_\n]*__(?![_\w])/g, /(?<![*\w])\*[^\s*][^*\n]*\*(?![*\w])/g, /^> ?\S/gm, /(?<!`)`[^`\n]+`(?!`)/g]

/** Whether a plain text has the signs of Markdown, so that turning it into formatted text is worth an offer. */
export function looksLikeMarkdown(text: string): boolean {
  if (sure.some((sign) => sign.test(text))) return true
  const found = perhaps.map((sign) => text.match(sign)?.length ?? 0)
  return found.filter((times) => times > 0).length >= 2 || found.some((times) => times >= 2)
}
