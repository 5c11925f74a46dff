import { fromHtml } from 'hast-util-from-html'
import type { Image, PhrasingContent } from 'mdast'
import { escapeHtml } from '../html/escape'

const tag = /^<img src="[^"<>]*" alt="[^"<>]*">$/

/** An image as HTML, for parsers that lose what is escaped in Markdown’s alternative texts. It stands in a table, too. */
export function imageTag(address: string, alt: string): string {
  return `<img src="${attribute(address)}" alt="${attribute(alt)}">`
}

const attribute = (text: string): string => escapeHtml(text).replaceAll('|', '&#124;')

/** Such an image as if it stood there as Markdown; undefined for anything else. */
export function imageOfTag(node: PhrasingContent | undefined): Image | undefined {
  if (node?.type !== 'html' || !tag.test(node.value)) return undefined
  const [image] = fromHtml(node.value, { fragment: true }).children
  if (image?.type !== 'element') return undefined
  const { src, alt } = image.properties
  return { type: 'image', url: String(src), alt: String(alt) }
}
