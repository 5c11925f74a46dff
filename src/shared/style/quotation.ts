/** Marks that open a quotation, and those that close it. Single ones are left out: they are apostrophes, too. */
const pairs: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '「': '」', '『': '』', '"': '"' }

/**
 * The stretches of a text that stand in quotation marks. One that is not closed in the same block reaches to its end, as the
 * paragraphs of a long quotation do.
 */
export function quotationsIn(text: string): readonly { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = []
  let open: { readonly from: number; readonly closing: string } | null = null
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at)
    if (open === null) {
      const closing = pairs[mark]
      if (closing !== undefined) open = { from: at, closing }
    } else if (open.closing.includes(mark)) {
      found.push({ from: open.from, to: at + 1 })
      open = null
    }
  }
  // A typewriter's mark alone may be inches.
  if (open !== null && text.charAt(open.from) !== '"') found.push({ from: open.from, to: text.length })
  return found
}
