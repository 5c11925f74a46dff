import { assetOf, numberOfAttribute, textOfAttribute } from '../../document/attributes'
import { embedProvider } from '../../document/embed-provider'
import { figureAlignments, figureWidths } from '../../document/nodes/figure'
import { wordingFor } from '../../reader/wording'
import type { DocumentNode } from '../../story/revision'
import { escapeHtml } from '../escape'
import { fileNote } from '../file-note'
import type { RenderOptions } from './page'
import { pictureElement } from './picture'

type FileOptions = Pick<RenderOptions, 'assetAddress' | 'assets' | 'language' | 'pictureSources'>

/** An image with its caption and credit. A decorative one has an empty alternative text and no role. */
export function renderFigure(node: DocumentNode, { assetAddress, pictureSources }: FileOptions): string {
  const asset = assetOf(node)
  if (asset === null) return ''
  const decorative = node.attrs?.['decorative'] === true
  const attributes = ` alt="${decorative ? '' : escapeHtml(textOfAttribute(node, 'alt'))}"${decorative ? ' role="presentation"' : ''}${focus(node)}`
  const image = pictureElement(assetAddress(asset), attributes, textOfAttribute(node, 'width'), pictureSources?.(asset) ?? null)
  const words = textOfAttribute(node, 'caption').trim()
  const caption = [words && `<span class="caption">${escapeHtml(words)}</span>`, credit(node)].filter((part) => part !== '').join(' ')
  return `<figure${placement(node)}>\n${image}\n${caption && `<figcaption>${caption}</figcaption>\n`}</figure>\n`
}

/** Whose the picture is, leading to where it comes from; a source alone is named by its site. */
function credit(node: DocumentNode): string {
  const words = textOfAttribute(node, 'credit').trim()
  const source = textOfAttribute(node, 'source').trim()
  const { host } = embedProvider(source)
  if (host === '') return words && `<span class="credit">${escapeHtml(words)}</span>`
  return `<span class="credit${words === '' ? ' unnamed' : ''}"><a href="${escapeHtml(source)}">${escapeHtml(words || host)}</a></span>`
}

/** How wide it is and where it stands, as classes of our own; nothing for a picture as wide as the text. */
function placement(node: DocumentNode): string {
  const width = figureWidths.find((name) => name === textOfAttribute(node, 'width')) ?? 'text'
  const align = figureAlignments.find((name) => name === textOfAttribute(node, 'align')) ?? 'center'
  const classes = [width === 'text' ? '' : `width-${width}`, align === 'center' ? '' : `align-${align}`].filter((name) => name !== '')
  return classes.length === 0 ? '' : ` class="${classes.join(' ')}"`
}

/** What must stay in sight where a site cuts the picture to a shape of its own. */
function focus(node: DocumentNode): string {
  const [x, y] = [percent(node, 'focusX'), percent(node, 'focusY')]
  return x === 50 && y === 50 ? '' : ` style="object-position: ${x}% ${y}%"`
}

function percent(node: DocumentNode, name: string): number {
  const value = numberOfAttribute(node, name, 50, 0)
  return value <= 100 ? value : 50
}

/** Figures that are shown together, as a list with a caption for all of them. */
export function gallery(node: DocumentNode, options: FileOptions): string {
  const figures = (node.content ?? []).map((figure) => renderFigure(figure, options)).filter((figure) => figure !== '')
  if (figures.length === 0) return ''
  const caption = textOfAttribute(node, 'caption').trim()
  return `<figure class="gallery">\n<ul role="list">\n${figures.map((figure) => `<li>${figure}</li>\n`).join('')}</ul>\n${caption && `<figcaption>${escapeHtml(caption)}</figcaption>\n`}</figure>\n`
}

/** A file to download, with its type and size when they are known. */
export function renderAttachment(node: DocumentNode, { assetAddress, assets = [], language = null }: FileOptions): string {
  const asset = assetOf(node)
  if (asset === null) return ''
  const known = assets.find(({ hash }) => hash === asset)
  const name = textOfAttribute(node, 'name') || (known?.name ?? '')
  const words = textOfAttribute(node, 'label').trim() || name || wordingFor(language).download
  const about = known === undefined ? '' : ` <span class="file-note">${escapeHtml(fileNote(known, language))}</span>`
  return `<p class="attachment"><a href="${escapeHtml(assetAddress(asset))}" download="${escapeHtml(name)}">${escapeHtml(words)}</a>${about}</p>\n`
}
