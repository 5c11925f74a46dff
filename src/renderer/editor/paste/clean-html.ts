import { isSafeLinkAddress } from '@shared/document/link-address'
import { AssetHash } from '@shared/story/ids'
import { levelledListsToLists, listStart } from './levelled-lists'
import { settleLines } from './lines'
import { checkboxesToTasks, looksToMarks, quotesToBlockquotes, settleHeadings } from './looks'
import { notesToFootnotes } from './notes'
import { unwrap } from './unwrap'
import { wordListsToLists } from './word-lists'
import { wordStylesOf, type WordStyles } from './word-styles'
import { dropSecondBreaks, joinStyles, settleWordText } from './word-text'

/** Pasted HTML that is fit for the schema, and what of it can't come along by itself. */
export interface CleanPaste {
  readonly html: string
  /** Pictures whose bytes came with the HTML; each stands in it as `<img data-picture="index">`. */
  readonly pictures: readonly EmbeddedPicture[]
  /** How many pictures were left out because their bytes are elsewhere. */
  readonly leftOut: number
}
export interface EmbeddedPicture {
  /** A `data:` address of a picture. */
  readonly address: string
  readonly alt: string
}

const unwanted = 'script, style, meta, link, title, base, template, noscript, iframe, object, embed, applet, audio, video, canvas, svg, math, form input, input, button, select, option, textarea, dialog, area, map'

/** What the schema reads; every other attribute goes. */
const kept = new Set(['href', 'colspan', 'rowspan', 'start', 'style'])

/** All parts of a decoration: without one of them a browser no longer knows the whole. */
const keptStyles = /^(font-weight|font-style|text-decoration(-line|-style|-color|-thickness)?)$/

/**
 * Turns HTML from the clipboard into what a story can hold: no scripts, styles, forms or handlers; Word's lists and notes as lists
 * and footnotes; Google's wrapper unwrapped; headings at the levels that a text has. The page that the HTML is parsed into
 * runs nothing and loads nothing. `beside` are the pictures that came in another form: they take the places of those whose files the HTML names.
 */
export function cleanPastedHtml(html: string, beside: readonly (string | null)[] = []): CleanPaste {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const { body } = page
  // What was copied from a story says what it is by itself.
  const own = body.querySelector('[data-pm-slice]') !== null
  const styles = wordStylesOf(page)
  if (!own) dropSecondBreaks(page)
  removeComments(page)
  if (!own) checkboxesToTasks(body)
  body.querySelectorAll(unwanted).forEach((element) => element.remove())
  if (!own) settleForeign(body, styles)
  body.querySelectorAll('a').forEach((link) => settleLink(link, own))
  body.querySelectorAll('ol[start]').forEach((list) => listStart.test(list.getAttribute('start') ?? '') || list.removeAttribute('start'))
  body.querySelectorAll('table').forEach(limitSpans)
  placePictures(body, beside)
  const { pictures, leftOut } = settlePictures(body)
  if (!own) body.querySelectorAll('p').forEach(removeIfEmpty)
  body.querySelectorAll('*').forEach((element) => stripAttributes(element, own))
  return { html: body.innerHTML, pictures, leftOut }
}

/** Reads what other programs mean, from the least to the most general: their notes and lists before the looks of single words. */
function settleForeign(body: HTMLElement, styles: WordStyles): void {
  joinStyles(body)
  body.querySelectorAll(dropped).forEach((element) => element.remove())
  settleWordText(body, styles)
  notesToFootnotes(body)
  wordListsToLists(body, styles)
  levelledListsToLists(body)
  body.querySelectorAll('*').forEach((element) => element.tagName.includes(':') && unwrap(element))
  unwrapWrappers(body)
  settleLines(body)
  quotesToBlockquotes(body)
  settleHeadings(body)
  looksToMarks(body)
  settleSpaces(body)
  body.querySelectorAll('table').forEach(unwrapFrame)
  body.querySelectorAll('table > caption').forEach(settleCaption)
  body.querySelectorAll<HTMLTableCellElement>('thead td').forEach(asHeader)
}

/** Rows that a table repeats on each page are its head; Word writes them of plain cells. */
function asHeader(cell: HTMLTableCellElement): void {
  const header = cell.ownerDocument.createElement('th')
  for (const name of ['colspan', 'rowspan']) {
    const value = cell.getAttribute(name)
    if (value !== null) header.setAttribute(name, value)
  }
  header.append(...cell.childNodes)
  cell.replaceWith(header)
}

/** No cell is wider than a browser draws it (HTML, 4.9.11: 1,000 columns), and none goes on below its table: each column and row of a span costs time. */
function limitSpans(table: HTMLTableElement): void {
  const rows = [...table.rows]
  for (const [index, row] of rows.entries()) {
    for (const cell of row.cells) {
      if (cell.colSpan > 1) cell.setAttribute('colspan', String(cell.colSpan))
      if (cell.rowSpan > 1) cell.setAttribute('rowspan', String(Math.min(cell.rowSpan, rows.length - index)))
    }
  }
}

/** What a table shows is said by an attribute in a story. */
function settleCaption(caption: Element): void {
  caption.parentElement?.setAttribute('data-caption', (caption.textContent ?? '').replace(/\s+/g, ' ').trim())
  caption.remove()
}

/** What a page hides, and the comments of a page that Google Docs published. */
const dropped = 'a[href^="#cmnt"], [style*="display:none"], [style*="display: none"], [hidden], .sr-only'

/** A table of one cell is a frame around what it holds: mails and old pages are laid out so. */
function unwrapFrame(table: HTMLTableElement): void {
  const cells = [...table.querySelectorAll('td, th')].filter((cell) => cell.closest('table') === table)
  const [only] = cells
  if (cells.length === 1 && only !== undefined) table.replaceWith(...only.childNodes)
}

/** Word processors write an empty paragraph for the room between two others; a story has that room by itself. */
function removeIfEmpty(paragraph: HTMLElement): void {
  const alone = paragraph.parentElement?.matches('td, th, li') === true && paragraph.parentElement.childElementCount === 1
  if (!alone && (paragraph.textContent ?? '').replace(/[\s\u00a0]/g, '') === '' && paragraph.querySelector('img, figure, [data-footnote]') === null) paragraph.remove()
}

function removeComments(page: Document): void {
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT)
  const found: Node[] = []
  while (walker.nextNode()) found.push(walker.currentNode)
  found.forEach((node) => node.parentNode?.removeChild(node))
}

/** Google Docs puts everything into a `<b>` that is not bold. */
function unwrapWrappers(body: HTMLElement): void {
  body.querySelectorAll<HTMLElement>('b, strong').forEach((element) => {
    if (/^(normal|[1-4]00)$/.test(element.style.fontWeight) || element.id.startsWith('docs-internal-guid')) unwrap(element)
  })
}

/** Spaces that were only made unbreakable to survive the clipboard break again. */
function settleSpaces(body: HTMLElement): void {
  body.querySelectorAll<HTMLElement>('.Apple-converted-space, span[style*="mso-spacerun"]').forEach((element) => {
    element.replaceWith((element.textContent ?? '').replaceAll('\u00a0', ' '))
  })
}

/** A link that may not be followed, or leads to a place of another page, is plain words; one that leads through Google's counter leads straight. */
function settleLink(link: HTMLAnchorElement, own: boolean): void {
  const address = straightAddress(link.getAttribute('href') ?? '')
  if (isSafeLinkAddress(address) && (own || !address.startsWith('#'))) link.setAttribute('href', address)
  else unwrap(link)
}

function straightAddress(address: string): string {
  if (!/^https?:\/\/(www\.)?google\.[a-z.]+\/url\?/i.test(address) || !URL.canParse(address)) return address
  const url = new URL(address)
  return url.searchParams.get('q') ?? url.searchParams.get('url') ?? address
}

/** Only the order says which picture belongs where, so there must be as many as places. */
function placePictures(body: HTMLElement, pictures: readonly (string | null)[]): void {
  const places = body.querySelectorAll('img[src^="file:" i]')
  if (places.length !== pictures.length) return
  for (const [index, address] of pictures.entries()) if (address !== null) places[index]?.setAttribute('src', address)
}

function settlePictures(body: HTMLElement): { readonly pictures: readonly EmbeddedPicture[]; readonly leftOut: number } {
  const pictures: EmbeddedPicture[] = []
  let leftOut = 0
  body.querySelectorAll('img').forEach((image) => {
    const address = image.getAttribute('src') ?? ''
    const alt = image.getAttribute('alt') ?? ''
    const own = AssetHash.safeParse(address.replace('copydesk-asset://asset/', ''))
    if (own.success) return image.replaceWith(figure(image, { asset: own.data, alt }))
    if (/^data:image\/(png|jpe?g|gif|webp|avif);base64,/i.test(address)) {
      image.removeAttribute('src')
      image.setAttribute('data-picture', String(pictures.length))
      pictures.push({ address, alt })
      return undefined
    }
    if (/^((https?|file|cid|blob|data|webkit-fake-url):|\/\/)/i.test(address) && !isInvisible(image)) leftOut += 1
    // Without its picture a caption says nothing.
    image.closest('figure')?.querySelector('figcaption')?.remove()
    return image.remove()
  })
  return { pictures, leftOut }
}

/** The pixels with which mails and pages count their readers. */
function isInvisible(image: Element): boolean {
  return Number(image.getAttribute('width') ?? 2) <= 1 || Number(image.getAttribute('height') ?? 2) <= 1
}

/** A figure as the schema reads it. */
export function figure(near: Node, { asset, alt, caption = '' }: { readonly asset: string; readonly alt: string; readonly caption?: string }): HTMLElement {
  const made = (near.ownerDocument ?? document).createElement('figure')
  made.setAttribute('data-asset', asset)
  made.setAttribute('data-alt', alt)
  made.setAttribute('data-caption', caption)
  return made
}

function stripAttributes(element: Element, own: boolean): void {
  for (const { name, value } of Array.from(element.attributes)) if (!isKept(element, name, value, own)) element.removeAttribute(name)
  if (!(element instanceof HTMLElement)) return
  for (const property of Array.from(element.style)) if (!keptStyles.test(property) && !(own && property === 'text-align' && element.matches('td, th'))) element.style.removeProperty(property)
  if (element.style.length === 0) element.removeAttribute('style')
}

/** A story's own attributes begin with `data-`; the schema reads those that it knows. Addresses among them must be safe ones. Other programs name a language with every word. */
function isKept(element: Element, name: string, value: string, own: boolean): boolean {
  if (name === 'data-address' || name === 'data-source') return isSafeLinkAddress(value)
  return kept.has(name) || name.startsWith('data-') || (own && (name === 'lang' || name === 'colwidth')) || isCodeLanguage(element, name)
}

const isCodeLanguage = (element: Element, name: string): boolean => name === 'class' && element.tagName === 'CODE' && /^language-[\w+-]+$/.test(element.className)
