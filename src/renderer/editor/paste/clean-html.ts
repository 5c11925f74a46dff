import { isSafeLinkAddress } from '@shared/document/link-address'
import { AssetHash } from '@shared/story/ids'
import { wordListsToLists } from './word-lists'
import { wordNotesToFootnotes } from './word-notes'

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
const kept = new Set(['href', 'colspan', 'rowspan', 'start', 'data-pm-slice', 'data-asset', 'data-alt', 'data-caption', 'data-credit', 'data-decorative', 'data-name', 'data-label', 'data-attachment', 'data-footnote', 'data-picture', 'style'])

const keptStyles = /^(font-weight|font-style|text-decoration|text-decoration-line)$/

/**
 * Turns HTML from the clipboard into what a story can hold: no scripts, styles, forms or handlers; Word's lists and notes as lists
 * and footnotes; Google's wrapper unwrapped; headings at the levels that a text has. The page that the HTML is parsed into
 * runs nothing and loads nothing.
 */
export function cleanPastedHtml(html: string): CleanPaste {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const { body } = page
  removeComments(page)
  body.querySelectorAll(unwanted).forEach((element) => element.remove())
  wordNotesToFootnotes(body)
  wordListsToLists(body)
  body.querySelectorAll('*').forEach((element) => element.tagName.includes(':') && unwrap(element))
  unwrapWrappers(body)
  settleHeadings(body)
  settleSpaces(body)
  body.querySelectorAll('a').forEach(settleLink)
  const { pictures, leftOut } = settlePictures(body)
  body.querySelectorAll('*').forEach(stripAttributes)
  return { html: body.innerHTML, pictures, leftOut }
}

function removeComments(page: Document): void {
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT)
  const found: Node[] = []
  while (walker.nextNode()) found.push(walker.currentNode)
  found.forEach((node) => node.parentNode?.removeChild(node))
}

export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes)
}

/** Google Docs puts everything into a `<b>` that is not bold, and line breaks between blocks. */
function unwrapWrappers(body: HTMLElement): void {
  body.querySelectorAll<HTMLElement>('b, strong').forEach((element) => {
    if (/^(normal|[1-4]00)$/.test(element.style.fontWeight) || element.id.startsWith('docs-internal-guid')) unwrap(element)
  })
  const blocks = 'p, h1, h2, h3, h4, h5, h6, ul, ol, table, div, blockquote, pre, hr, figure'
  body.querySelectorAll('br').forEach((line) => {
    const beside = [line.previousElementSibling, line.nextElementSibling].some((element) => element?.matches(blocks))
    if (line.className === 'Apple-interchange-newline' || beside) line.remove()
  })
}

/** The headline is the page's first level, so a text's headings are of the second to the fourth. */
function settleHeadings(body: HTMLElement): void {
  body.querySelectorAll('p.MsoTitle').forEach((element) => rename(element, 'h2'))
  body.querySelectorAll('h1').forEach((element) => rename(element, 'h2'))
  body.querySelectorAll('h5, h6').forEach((element) => rename(element, 'h4'))
}

function rename(element: Element, tag: string): void {
  const renamed = element.ownerDocument.createElement(tag)
  renamed.append(...element.childNodes)
  element.replaceWith(renamed)
}

/** Spaces that were only made unbreakable to survive the clipboard break again. */
function settleSpaces(body: HTMLElement): void {
  body.querySelectorAll<HTMLElement>('.Apple-converted-space, span[style*="mso-spacerun"]').forEach((element) => {
    element.replaceWith((element.textContent ?? '').replaceAll('\u00a0', ' '))
  })
}

/** A link that may not be followed is plain words; one that leads through Google's counter leads straight. */
function settleLink(link: HTMLAnchorElement): void {
  const address = straightAddress(link.getAttribute('href') ?? '')
  if (isSafeLinkAddress(address) && !address.startsWith('#')) link.setAttribute('href', address)
  else unwrap(link)
}

function straightAddress(address: string): string {
  if (!/^https?:\/\/(www\.)?google\.[a-z.]+\/url\?/i.test(address) || !URL.canParse(address)) return address
  const url = new URL(address)
  return url.searchParams.get('q') ?? url.searchParams.get('url') ?? address
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
    if (/^((https?|file):|\/\/)/i.test(address) && !isInvisible(image)) leftOut += 1
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

function stripAttributes(element: Element): void {
  for (const { name } of Array.from(element.attributes)) if (!kept.has(name) && !isCodeLanguage(element, name)) element.removeAttribute(name)
  if (!(element instanceof HTMLElement)) return
  for (const property of Array.from(element.style)) if (!keptStyles.test(property)) element.style.removeProperty(property)
  if (element.style.length === 0) element.removeAttribute('style')
}

const isCodeLanguage = (element: Element, name: string): boolean => name === 'class' && element.tagName === 'CODE' && /^language-[\w+-]+$/.test(element.className)
