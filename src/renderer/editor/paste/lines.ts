const blocks = 'p, h1, h2, h3, h4, h5, h6, ul, ol, table, div, blockquote, pre, hr, figure'

/** Takes away the line breaks that no reader sees as such: those beside a block, and at the end of one. */
export function settleLines(body: HTMLElement): void {
  body.querySelectorAll('br').forEach((line) => {
    const beside = [line.previousElementSibling, line.nextElementSibling].some((element) => element?.matches(blocks))
    if (line.className === 'Apple-interchange-newline' || beside) line.remove()
  })
  body.querySelectorAll('p, h1, h2, h3, h4, h5, h6').forEach(trimEnd)
}

function trimEnd(block: Element): void {
  for (let last = lastShown(block); last instanceof HTMLBRElement; last = lastShown(block)) last.remove()
}

/** The last thing in a block that shows: words or an element without content. */
function lastShown(block: Node): Node | null {
  for (let child = block.lastChild; child !== null; child = child.previousSibling) {
    if (child.nodeType === Node.TEXT_NODE && (child.nodeValue ?? '').trim() !== '') return child
    if (!(child instanceof Element)) continue
    const inner = child.childNodes.length === 0 ? (child.matches('br, img, hr') ? child : null) : lastShown(child)
    if (inner !== null) return inner
  }
  return null
}
