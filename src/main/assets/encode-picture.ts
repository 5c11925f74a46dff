import type { Metadata, Sharp } from 'sharp'

/** A format that pictures are kept in; the name is also the ending of derived files. */
export type PictureFormat = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif'

const formats: Readonly<Record<string, PictureFormat>> = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/gif': 'gif', 'image/webp': 'webp', 'image/avif': 'avif' }

/** The format of a type of file, or undefined for what is no picture that a desk takes. */
export const formatOfMime = (mime: string): PictureFormat | undefined => formats[mime]

/** Encodes a picture that takes the place of its original, so that nobody sees a difference. Colours become sRGB, and no data is kept beside them. */
export function encodeFaithfully(picture: Sharp, format: PictureFormat, { chromaSubsampling, depth }: Pick<Metadata, 'chromaSubsampling' | 'depth'>): Sharp {
  switch (format) {
    case 'jpeg':
      return picture.jpeg({ quality: 93, chromaSubsampling: chromaSubsampling === '4:4:4' ? '4:4:4' : '4:2:0' })
    case 'png':
      return depth === 'ushort' ? picture.toColourspace('rgb16').png() : picture.png()
    case 'gif':
      return picture.gif()
    case 'webp':
      return picture.webp({ quality: 92, smartSubsample: true })
    case 'avif':
      return picture.avif({ quality: 75, effort: 3 })
  }
}

/** Encodes a smaller picture for pages of the web. */
export function encodeForWeb(picture: Sharp, format: PictureFormat): Sharp {
  switch (format) {
    case 'jpeg':
      return picture.jpeg({ quality: 80, progressive: true })
    case 'png':
      return picture.png({ compressionLevel: 9 })
    case 'gif':
      return picture.gif()
    case 'webp':
      return picture.webp({ quality: 80 })
    case 'avif':
      return picture.avif({ quality: 55, effort: 2 })
  }
}
