import type { AssetHash } from '../../story/ids'
import { escapeHtml } from '../escape'

/** Smaller pictures of one that really are where the page is read. */
export interface PictureSources {
  /** Of the picture itself, in pixels. */
  readonly width: number
  readonly height: number
  /** In WebP; each narrower than the picture itself. */
  readonly smaller: readonly { readonly address: string; readonly width: number }[]
}

/** How much room a figure has on a page, by its width. */
const room: Readonly<Record<string, string>> = { half: '(max-width: 720px) 100vw, 360px', wide: '(max-width: 1040px) 100vw, 1040px', full: '100vw' }
const textWide = '(max-width: 720px) 100vw, 720px'

/** An image from which a browser takes the size that it needs. Without smaller pictures it is the image alone. */
export function pictureElement(address: string, attributes: string, wide: string, sources: PictureSources | null): string {
  const src = `src="${escapeHtml(address)}"`
  if (sources === null) return `<img ${src}${attributes}>`
  const image = `<img ${src}${attributes} width="${sources.width}" height="${sources.height}">`
  if (sources.smaller.length === 0) return image
  const set = sources.smaller.map((one) => `${escapeHtml(one.address)} ${one.width}w`).join(', ')
  return `<picture>\n<source type="image/webp" srcset="${set}" sizes="${room[wide] ?? textWide}">\n${image}\n</picture>`
}

/** Answers the smaller pictures of a file, or null when nothing is known of them. */
export type FindSources = (hash: AssetHash) => PictureSources | null
