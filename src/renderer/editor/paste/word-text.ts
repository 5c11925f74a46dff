import { isBare } from './is-bare'
import { rename, unwrap } from './unwrap'
import type { WordStyles } from './word-styles'

/** What stands beside the text: comments, deleted and hidden words; in Word for the web also the ends of paragraphs and what one drags a table by. */
const beside = '[style*="mso-element:comment"], [style*="mso-hide:all"], .MsoCommentReference, .MsoCommentText, .msocomtxt, .msocomanchor, a[href*="#_msocom"], .msoDel, del[cite^="mailto:"], span.EOP, .ListMarkerWrappingSpan'

/** Brings what Word writes into the form that pages have: one line where it writes two, one space for a tab, pictures and rules as such. */
export function settleWordText(body: HTMLElement, styles: WordStyles): void {
  body.querySelectorAll(beside).forEach((element) => element.remove())
  body.querySelectorAll('br[style*="page-break-before"]').forEach((line) => line.remove())
  body.querySelectorAll('[style*="mso-tab-count"], .Apple-tab-span, .TabRun').forEach((tab) => tab.replaceWith(' '))
  body.querySelectorAll<HTMLElement>('[style*="mso-element:para-border-div"]').forEach(settleRule)
  body.querySelectorAll('v\\:imagedata').forEach(settleDrawnPicture)
  body.querySelectorAll<HTMLElement>('p').forEach((paragraph) => settleOutline(paragraph, styles))
}

/**
 * Word writes a style over several lines of its source, anywhere between two words; selectors look for one way to write it.
 */
export function joinStyles(body: HTMLElement): void {
  body.querySelectorAll('[style]').forEach((element) => {
    const style = element.getAttribute('style') ?? ''
    if (/mso-/i.test(style) && /\s/.test(style)) element.setAttribute('style', style.replace(/\s+/g, ' ').replace(/([:;]) /g, '$1'))
  })
}

/** For other programs Word writes a line's break once more, between signs that say so. */
export function dropSecondBreaks(page: Document): void {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_COMMENT)
  const signs: Node[] = []
  while (walker.nextNode()) if (/^\[if !supportLineBreakNewLine/i.test(walker.currentNode.nodeValue ?? '')) signs.push(walker.currentNode)
  for (const sign of signs) for (let next = sign.nextSibling; next !== null && next.nodeType !== Node.COMMENT_NODE; next = sign.nextSibling) next.remove()
}

/** Three hyphens become a border below an empty paragraph. Words with a border are words. */
function settleRule(frame: HTMLElement): void {
  if (isBare(frame)) frame.replaceWith(frame.ownerDocument.createElement('hr'))
  else unwrap(frame)
}

/** A picture may be there as a drawing alone. */
function settleDrawnPicture(data: Element): void {
  const shape = data.closest('v\\:shape') ?? data
  if (shape.id !== '' && shape.ownerDocument.querySelector(`[v\\:shapes="${CSS.escape(shape.id)}"]`) !== null) return
  const image = shape.ownerDocument.createElement('img')
  image.setAttribute('src', data.getAttribute('src') ?? '')
  image.setAttribute('alt', shape.getAttribute('alt') ?? '')
  shape.replaceWith(image)
}

/** Headings below the sixth level, and those of a style of one's own, are paragraphs; the style says the level. */
function settleOutline(paragraph: HTMLElement, styles: WordStyles): void {
  if (/^MsoHeading[7-9]/.test(paragraph.className)) rename(paragraph, 'h6')
  if (paragraph.className.startsWith('Mso') || /mso-list/.test(paragraph.getAttribute('style') ?? '')) return
  const level = Number(styles.valueOf(paragraph, 'mso-outline-level'))
  if (level >= 1 && level <= 9) rename(paragraph, `h${Math.min(level, 6)}`)
}
