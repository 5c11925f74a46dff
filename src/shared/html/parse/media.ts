import type { Element } from 'hast'
import type { Flow } from '../../document/flow'
import { isWebAddress } from '../../document/web-address'
import { directionOf } from '../../reader/language'
import type { DocumentNode } from '../../story/revision'
import { elementsIn, hasClass, isElement, lineIn, property, styleOf } from '../elements'
import { blocksOf, classesOf, hasOneOf, plainLine, shown, tell, type Reader } from './reader'

interface Words {
  readonly caption: string
  readonly credit: string
  readonly source: string
}

const noWords: Words = { caption: '', credit: '', source: '' }

/** A figure around one image, several, or a table. Others (around a quotation, words) are wrappers like any other. */
export function visitFigure(element: Element, flow: Flow, reader: Reader): boolean {
  const inside = [...elementsIn(element)]
  const images = inside.filter(({ tagName }) => tagName === 'img')
  const image = images[0]
  if (inside.some(({ tagName }) => tagName === 'blockquote')) return false
  if (inside.some(({ tagName }) => tagName === 'table')) return visitCaptionedTable(element, flow, reader)
  if (image === undefined) return false
  if (images.length > 1 || isGallery(element)) return visitGallery(element, flow, reader)
  const caption = inside.find((part) => isElement(part, 'figcaption') || hasClass(part, 'wp-caption-text'))
  const credit = caption && [...elementsIn(caption)].find((part) => hasClass(part, 'credit'))
  const words = caption === undefined ? '' : lineIn({ ...caption, children: withoutElement(caption.children, credit) })
  addImage(image, flow, reader, [element, ...wrappersOf(element, image)], { caption: words, ...(credit === undefined ? { credit: '', source: '' } : creditOf(credit)) })
  return true
}

/** The elements between a figure and its image, the image included: sites put their classes on any of them. */
function wrappersOf(element: Element, image: Element): Element[] {
  const parents = new Map<Element, Element>()
  for (const part of [element, ...elementsIn(element)]) for (const child of part.children) if (isElement(child)) parents.set(child, part)
  const path: Element[] = []
  for (let part: Element | undefined = image; part !== undefined && part !== element; part = parents.get(part)) path.push(part)
  return path
}

function creditOf(element: Element): Pick<Words, 'credit' | 'source'> {
  const link = [...elementsIn(element)].find((part) => isElement(part, 'a') && isWebAddress(property(part, 'href')))
  return { credit: hasClass(element, 'unnamed') ? '' : lineIn(element), source: link === undefined ? '' : property(link, 'href') }
}

function withoutElement(children: Element['children'], element: Element | undefined): Element['children'] {
  return children.flatMap((child) => (child === element ? [] : [isElement(child) ? { ...child, children: withoutElement(child.children, element) } : child]))
}

export function visitImage(element: Element, flow: Flow, reader: Reader): void {
  addImage(element, flow, reader, [element], noWords)
}

function addImage(image: Element, flow: Flow, reader: Reader, around: readonly Element[], words: Words): void {
  // Pages that load pictures late keep the real address apart.
  const source = [property(image, 'src'), property(image, 'dataSrc')].find((address) => address !== '' && !address.startsWith('data:')) ?? property(image, 'src')
  if (source === '' || isTracker(image)) return
  const asset = reader.asset(source)
  const alt = property(image, 'alt').replace(/\s+/g, ' ').trim()
  if (asset === null) return tell(reader, `An image was left out because its file was not found: ${shown(source)}`)
  const decorative = alt === '' && /^(presentation|none)$/.test(property(image, 'role'))
  flow.block({ type: 'figure', attrs: { asset, alt, decorative, ...words, ...placementOf(around, reader), ...focusOf(image) } })
}

/** A picture of one pixel counts visitors and shows nothing. */
function isTracker(element: Element): boolean {
  return ['0', '1'].includes(property(element, 'width')) && ['0', '1'].includes(property(element, 'height'))
}

/** Width and place, by our own classes or those of WordPress. */
function placementOf(around: readonly Element[], { language }: Reader): { readonly width?: string; readonly align?: string } {
  const classes = new Set(around.flatMap((element) => [...classesOf(element)]))
  const width = ['half', 'wide', 'full'].find((name) => hasOneOf(classes, `width-${name}`, `align${name}`))
  const align = ['start', 'end'].find((name) => classes.has(`align-${name}`))
  const side = ['left', 'right'].find((name) => hasOneOf(classes, `align${name}`, `align-${name}`))
  if (side === undefined) return { ...(width !== undefined && { width }), ...(align !== undefined && { align }) }
  const isAtStart = (side === 'left') === (directionOf(language ?? 'en') === 'ltr')
  return { width: width ?? 'half', align: isAtStart ? 'start' : 'end' }
}

function focusOf(image: Element): { readonly focusX?: number; readonly focusY?: number } {
  const [, x, y] = /^(\d{1,3})(?:\.\d+)?%\s+(\d{1,3})(?:\.\d+)?%$/.exec(styleOf(image, 'object-position')) ?? []
  return x === undefined || y === undefined || Number(x) > 100 || Number(y) > 100 ? {} : { focusX: Number(x), focusY: Number(y) }
}

export function isGallery(element: Element): boolean {
  return hasOneOf(classesOf(element), 'gallery', 'wp-block-gallery', 'blocks-gallery-grid', 'tiled-gallery') || property(element, 'dataGallery') !== ''
}

/** Images that a page shows together, with the caption of all of them; false when there is more in it than images. */
export function visitGallery(element: Element, flow: Flow, reader: Reader): boolean {
  const caption = captionOf(element)
  const words = caption === undefined ? '' : plainLine(caption, reader)
  const problems: string[] = []
  const figures = figuresIn(blocksOf(withoutElement(element.children, caption), { ...reader, problems }, []))
  if (words === null || figures === null || figures.length === 0) return false
  for (const problem of problems) tell(reader, problem)
  flow.block({ type: 'gallery', attrs: { caption: words }, content: figures })
  return true
}

/** Galleries come as lists: their figures, when there is nothing else. */
function figuresIn(blocks: readonly DocumentNode[]): DocumentNode[] | null {
  const figures: DocumentNode[] = []
  for (const block of blocks) {
    const inside = block.type === 'figure' ? [block] : block.type === 'bulletList' || block.type === 'listItem' || block.type === 'gallery' ? figuresIn(block.content ?? []) : block.type === 'paragraph' && (block.content ?? []).length === 0 ? [] : null
    if (inside === null) return null
    figures.push(...inside)
  }
  return figures
}

/** The caption of the whole: not one of a figure inside. */
function captionOf(element: Element): Element | undefined {
  return element.children.findLast((child): child is Element => isElement(child, 'figcaption') || (isElement(child) && hasClass(child, 'blocks-gallery-caption')))
}

function visitCaptionedTable(element: Element, flow: Flow, reader: Reader): boolean {
  const caption = captionOf(element)
  const words = caption === undefined ? null : plainLine(caption, reader)
  if (words === null || words === '') return false
  const [table, ...others] = blocksOf(withoutElement(element.children, caption), reader, [])
  if (table?.type !== 'table' || others.length > 0 || (table.attrs?.['caption'] ?? '') !== '') return false
  flow.block({ ...table, attrs: { ...table.attrs, caption: words } })
  return true
}
