import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Sharp } from 'sharp'
import writeFileAtomic from 'write-file-atomic'
import type { AssetVariant } from '../store/asset-variants'
import { encodeForWeb, formatOfMime, type PictureFormat } from './encode-picture'
import { readPdf } from './pdf-pages'
import { webWidths } from './picture-limits'
import { lookAtPicture, readPicture } from './read-picture'

export interface DeriveRequest {
  readonly mime: string
  /** Where the file is. */
  readonly file: string
  /** Where the pictures made of it go; the folder is made when it is not there. */
  readonly folder: string
}

export interface Derived {
  readonly variants: readonly AssetVariant[]
  readonly pages: number | null
}

/**
 * Makes the smaller pictures of a picture, in WebP and in its own format, or a PDF's first page as pictures, and counts the
 * pages. Each file is written whole or not at all. A file of another type has none. @throws when the file can't be read.
 */
export async function derivePictures({ mime, file, folder }: DeriveRequest): Promise<Derived> {
  const bytes = await readFile(file)
  if (mime === 'application/pdf') {
    const { pages, cover } = await readPdf(bytes)
    return { pages, variants: await writeSizes(cover, ['webp'], webWidths.filter((width) => width <= 800), folder) }
  }
  const format = formatOfMime(mime)
  if (format === undefined) return { variants: [], pages: null }
  const { width } = await lookAtPicture(bytes)
  const formats: PictureFormat[] = format === 'webp' ? ['webp'] : ['webp', format]
  const widths = webWidths.filter((smaller) => smaller < width)
  return { variants: widths.length === 0 ? [] : await writeSizes(await readPicture(bytes), formats, widths, folder), pages: null }
}

/** The file of one size in one format, in the folder of what it was made of. */
export const variantFile = ({ width, format }: Pick<AssetVariant, 'width' | 'format'>): string => `${width}.${format}`

async function writeSizes(picture: Sharp, formats: readonly PictureFormat[], widths: readonly number[], folder: string): Promise<AssetVariant[]> {
  await mkdir(folder, { recursive: true })
  const made: AssetVariant[] = []
  for (const wanted of widths) {
    for (const format of formats) {
      const { data, info } = await encodeForWeb(picture.clone().resize({ width: wanted, withoutEnlargement: true }), format).toBuffer({ resolveWithObject: true })
      await writeFileAtomic(path.join(folder, variantFile({ width: wanted, format })), data)
      made.push({ width: wanted, height: info.pageHeight ?? info.height, format, size: data.length })
    }
  }
  return made
}
