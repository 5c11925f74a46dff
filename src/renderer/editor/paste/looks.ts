import { rename } from './unwrap'

/** Says by elements what word processors say by styles: raised and lowered letters, marked words; and takes back what only looks so. */
export function looksToMarks(body: HTMLElement): void {
  for (const span of body.querySelectorAll<HTMLElement>('span, font')) {
    const { verticalAlign } = span.style
    // A call of a note is raised, and is one already.
    if ((verticalAlign === 'super' || verticalAlign === 'sub') && span.querySelector('[data-footnote]') === null) wrapInside(span, verticalAlign === 'super' ? 'sup' : 'sub')
    if (isMarked(span)) wrapInside(span, 'mark')
  }
  // A link is shown underlined; that is no underlining of its words.
  body.querySelectorAll<HTMLElement>('a[href] span, a[href] font, a[href]').forEach((element) => {
    for (const property of ['text-decoration', 'text-decoration-line']) if (/underline/.test(element.style.getPropertyValue(property))) element.style.removeProperty(property)
  })
  body.querySelectorAll('a[href] u').forEach((element) => element.replaceWith(...element.childNodes))
  body.querySelectorAll('u a[href]').forEach((link) => {
    const line = link.closest('u')
    if (line !== null && (line.textContent ?? '') === (link.textContent ?? '')) line.replaceWith(...line.childNodes)
  })
  // Headings are bold by themselves.
  body.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6').forEach((heading) => {
    heading.querySelectorAll<HTMLElement>('[style]').forEach((element) => element.style.removeProperty('font-weight'))
    heading.querySelectorAll('b, strong').forEach((bold) => bold.replaceWith(...bold.childNodes))
  })
}

function wrapInside(element: Element, tag: string): void {
  const wrapped = element.ownerDocument.createElement(tag)
  wrapped.append(...element.childNodes)
  element.append(wrapped)
}

/** Words marked as with a pen: Word says so; in Google Docs they have a ground of another colour than the page. */
function isMarked(span: HTMLElement): boolean {
  if (/mso-highlight/i.test(span.getAttribute('style') ?? '')) return true
  const ground = span.style.backgroundColor
  return /white-space:\s*pre/.test(span.getAttribute('style') ?? '') && ground !== '' && !/^(transparent|inherit|initial|white|rgb\(255, 255, 255\)|rgba\(.*, 0\))$/.test(ground)
}

/** The headline is the page's first level, so a text's headings are of the second to the fourth; their order among each other stays. */
export function settleHeadings(body: HTMLElement): void {
  body.querySelectorAll('p[class^="MsoTitle"]').forEach((element) => rename(element, 'h1'))
  body.querySelectorAll('p[class^="MsoSubtitle"]').forEach((element) => rename(element, 'p'))
  body.querySelectorAll('[role="heading"][aria-level]').forEach((element) => rename(element, `h${Math.min(6, Math.max(1, Number(element.getAttribute('aria-level')) || 2))}`))
  const down = body.querySelector('h1') === null ? 0 : 1
  body.querySelectorAll('h1, h2, h3, h4, h5, h6').forEach((heading) => {
    const level = Math.min(4, Math.max(2, Number(heading.localName.slice(1)) + down))
    if (heading.localName !== `h${level}`) rename(heading, `h${level}`)
  })
}

/** Word has styles for quotations; a browser sees paragraphs. */
export function quotesToBlockquotes(body: HTMLElement): void {
  for (const first of body.querySelectorAll('p.MsoQuote, p.MsoIntenseQuote')) {
    if (!first.isConnected || first.closest('blockquote') !== null) continue
    const quote = body.ownerDocument.createElement('blockquote')
    first.before(quote)
    for (let next: Element | null = first; next !== null && next.matches('p.MsoQuote, p.MsoIntenseQuote'); next = quote.nextElementSibling) quote.append(next)
  }
}

/** Google Docs writes a list of tasks as items with the role of a checkbox, each with a picture of it. */
export function checkboxesToTasks(body: HTMLElement): void {
  for (const item of body.querySelectorAll('li[role="checkbox"], li[aria-checked]')) {
    item.setAttribute('data-type', 'taskItem')
    item.setAttribute('data-checked', String(item.getAttribute('aria-checked') === 'true'))
    item.querySelectorAll(':scope > img, :scope > span > img').forEach((picture) => picture.remove())
    item.parentElement?.setAttribute('data-type', 'taskList')
  }
}
