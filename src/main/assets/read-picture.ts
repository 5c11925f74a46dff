import type { Metadata, Sharp } from 'sharp'
import { pixelLimit } from './picture-limits'

/**
 * A picture, ready to be worked on, all of its frames. The package is loaded when the first picture comes: it has a binary of its
 * own, which the window's process must not carry.
 */
export async function readPicture(source: Uint8Array | string): Promise<Sharp> {
  const { default: sharp } = await import('sharp')
  // One picture is worked on at a time, and the same one hardly ever twice.
  sharp.cache(false)
  return sharp(source, { limitInputPixels: pixelLimit, failOn: 'error', animated: true, sequentialRead: true })
}

/** What a picture says of itself, without decoding it; also of one that is too large to be opened. */
export async function lookAtPicture(source: Uint8Array): Promise<Metadata> {
  const { default: sharp } = await import('sharp')
  return sharp(source, { limitInputPixels: false, animated: true }).metadata()
}
