import type { Metadata, Sharp } from 'sharp'
import { loadSharp } from './load-sharp'
import { pixelLimit } from './picture-limits'

/** A picture, ready to be worked on, all of its frames. */
export async function readPicture(source: Uint8Array | string): Promise<Sharp> {
  const sharp = await loadSharp()
  return sharp(source, { limitInputPixels: pixelLimit, failOn: 'error', animated: true, sequentialRead: true })
}

/** What a picture says of itself, without decoding it; also of one that is too large to be opened. */
export async function lookAtPicture(source: Uint8Array): Promise<Metadata> {
  const sharp = await loadSharp()
  return sharp(source, { limitInputPixels: false, animated: true }).metadata()
}
