import type { Paragraph, PhrasingContent } from 'mdast'
import type { AssetHash } from '../story/ids'
import type { DocumentNode } from '../story/revision'
import { imageOfTag } from './html-image'
import { oneLine, plainText } from './node-text'
import { lineOf } from './read-box'
import { resolved, type Reader } from './text-reader'

/** An image alone in its paragraph, with its caption in italics and its credit in brackets in the line below. */
export function figureOf({ children }: Paragraph, reader: Reader): DocumentNode[] | undefined {
  const [first, ...rest] = children
  const image = imageOfTag(first) ?? first
  const source = resolved(image, 'image', reader)
  const asset = source && reader.asset(source.url)
  if (image === undefined || source === undefined || asset === undefined || asset === null) return undefined
  const below = captionOf(rest, reader)
  if (below === undefined) return undefined
  const alt = 'alt' in image ? (image.alt ?? '') : ''
  return [figure(asset, alt, source.title, below)]
}

/** What stands below an image. */
interface Below {
  readonly caption: string
  readonly credit: string
  /** Where the credit leads to. */
  readonly source: string
}

function captionOf(nodes: readonly PhrasingContent[], reader: Reader): Below | undefined {
  if (nodes.length === 0) return { caption: '', credit: '', source: '' }
  const [first, ...more] = nodes
  // The line below starts after a break, or after a mere line end in files that others wrote.
  const startsLine = first?.type === 'break'
  const line = startsLine ? more : first?.type === 'text' && first.value.startsWith('\n') ? [{ ...first, value: first.value.slice(1) }, ...more] : undefined
  if (line === undefined) return undefined
  const words = line.filter((node) => node.type !== 'text' || node.value !== '')
  const caption = words[0]?.type === 'emphasis' ? plainText(words[0]) : undefined
  const after = caption === undefined ? words : words.slice(1)
  if (after.length === 0) return caption === undefined ? undefined : { caption, credit: '', source: '' }
  const credit = creditOf(after, reader)
  return credit && { caption: caption ?? '', ...credit }
}

/** A credit in brackets, or a link in them, which is a credit that leads to its source. */
function creditOf([first, link, last, ...more]: readonly PhrasingContent[], reader: Reader): Omit<Below, 'caption'> | undefined {
  if (first?.type !== 'text' || more.length > 0) return undefined
  const credit = link === undefined ? /^\s*\((.*)\)\s*$/s.exec(first.value)?.[1] : undefined
  if (link === undefined) return credit === undefined ? undefined : { credit, source: '' }
  const source = resolved(link, 'link', reader)?.url ?? ''
  if (!/^\s*\(\s*$/.test(first.value) || last?.type !== 'text' || !/^\s*\)\s*$/.test(last.value) || !/^https?:/i.test(source)) return undefined
  const words = lineOf(link)
  return { credit: words === source ? '' : words, source }
}

/** A figure of the document; an image without words whose title is a space is for decoration. */
export function figure(asset: AssetHash, alt: string, title: string | null, below: Below): DocumentNode {
  const decorative = alt.trim() === '' && title === ' '
  const caption = below.caption || (title ?? '')
  return { type: 'figure', attrs: { asset, alt: oneLine(alt), caption: oneLine(caption), credit: oneLine(below.credit), decorative, ...(below.source !== '' && { source: below.source }) } }
}
