import { textOfAttribute } from '../../document/attributes'
import { escapeHtml } from '../../html/escape'
import type { AssetHash } from '../../story/ids'
import { factsOfCard, headsOf, isCard, isWhole, labelOfCard, titleOfCard } from '../block-words'
import { formChange } from '../form-words'
import { picturesOf, type Pictures, type ShownPicture } from '../pictures'
import type { RedlineBlock, ValueChange } from '../redline-shape'
import { isGone } from '../standing'
import { piecesHtml, type Whole } from './pieces-html'

/** Where a page with a redline finds what the redline only names. */
export interface RedlineAddresses {
  /** The address of a picture, such as a `data:` address; null when the page does not have it. */
  readonly assetAddress: (hash: AssetHash) => string | null
}

export type Page = Whole & RedlineAddresses

/**
 * One block with what changed in it.
 * @param continues Whether it belongs to what was moved with the block before it, which says so.
 */
export function blockHtml(block: RedlineBlock, page: Page, continues = false): string {
  const depth = block.within.filter((type) => type === 'listItem' || type === 'taskItem').length
  const names = ['block', block.change, block.type, ...around(block), ...(depth > 0 ? [`depth-${Math.min(depth, 6)}`] : [])]
  const form = formChange(block)
  return `<div class="${names.map((name) => escapeHtml(name)).join(' ')}">${headsOf(block).map((head) => `<p class="head" dir="auto">${escapeHtml(head)}</p>`).join('')}${label(form)}${label(continues ? '' : wholeLabel(block))}${wordsHtml(block, page)}${block.values.map((value) => valueHtml(value, page)).join('')}</div>\n`
}

const around = ({ within }: RedlineBlock): string[] => [within.includes('blockquote') ? 'quoted' : '', within.some((type) => type === 'callout' || type === 'gallery' || type === 'relatedStories') ? 'boxed' : ''].filter((name) => name !== '')
const label = (words: string | null): string => (words === null || words === '' ? '' : `<p class="label">${escapeHtml(words)}</p>`)
const wholeLabel = (block: RedlineBlock): string => (isCard(block) ? '' : block.change === 'movedFrom' ? 'Moved away from here' : block.change === 'movedTo' ? 'Moved here' : '')

/** A value that changed beside the text, with its name. */
export function valueHtml({ label: name, pieces }: ValueChange, page: Page): string {
  return `<div class="value"><span class="label">${escapeHtml(name)}</span><p dir="auto">${piecesHtml(pieces, page)}</p></div>`
}

function wordsHtml(block: RedlineBlock, page: Page): string {
  if (block.type === 'horizontalRule') return `${isWhole(block) ? label(labelOfCard(block)) : ''}<hr>`
  if (isCard(block)) return cardHtml(block, page)
  const marker = block.marker === undefined ? '' : `<span class="marker">${escapeHtml(block.marker)}</span>`
  const by = block.type === 'pullQuote' ? textOfAttribute(block, 'attribution') : ''
  const level = block.type === 'heading' ? ` data-level="${escapeHtml(String(block.attrs['level'] ?? 2))}"` : ''
  return `<p class="words" dir="auto"${level}>${marker}${piecesHtml(block.pieces, page, block.change === 'movedFrom')}</p>${by === '' ? '' : `<p class="by" dir="auto">${escapeHtml(by)}</p>`}`
}

function cardHtml(block: RedlineBlock, page: Page): string {
  const pictures = picturesOf(block)
  const title = titleOfCard(block)
  const facts = factsOfCard(block, page.targets).map(({ label: name, text }) => `<div><dt>${escapeHtml(name)}</dt><dd dir="auto">${escapeHtml(text)}</dd></div>`)
  const gone = isGone(block)
  return `${label(labelOfCard(block))}${pictures === null ? '' : picturesHtml(pictures, page)}${title === '' ? '' : `<p class="title${gone ? ' gone' : ''}" dir="auto">${escapeHtml(title)}</p>`}${facts.length === 0 ? '' : `<dl>${facts.join('')}</dl>`}`
}

/** One picture, or the former and the present one side by side. */
export function picturesHtml({ before, after, differ }: Pictures, page: Page): string {
  if (!differ) return after === null ? '' : `<div class="pictures">${pictureHtml(after, '', page)}</div>`
  return `<div class="pictures">${before === null ? '' : pictureHtml(before, 'Before', page)}${after === null ? '' : pictureHtml(after, 'Now', page)}</div>`
}

function pictureHtml({ asset, alt, focus }: ShownPicture, name: string, { assetAddress }: RedlineAddresses): string {
  const address = assetAddress(asset)
  const image = address === null ? `<span class="missing">${escapeHtml(alt === '' ? 'Picture' : alt)}</span>` : `<img src="${escapeHtml(address)}" alt="${escapeHtml(alt)}" style="object-position:${focus.x}% ${focus.y}%">`
  return `<figure>${image}${name === '' ? '' : `<figcaption>${name}</figcaption>`}</figure>`
}
