import type { Metadata } from 'sharp'
import { damaged, refuseHuge } from './picture-limits'
import { encodeFaithfully, formatOfMime } from './encode-picture'
import { lookAtPicture, readPicture } from './read-picture'
import { stripPicture } from './strip/strip-picture'

/** A picture file as it comes: its type was read from its bytes. */
export interface PictureFile {
  readonly name: string
  readonly mime: string
  readonly bytes: Uint8Array
}

/**
 * A picture as a desk keeps it: upright, and without place, time, camera and names. The pixels and their colour profile stay as they
 * are wherever that is possible; a picture that must be turned is encoded anew, in sRGB. Null when there is nothing to do:
 * the same file then keeps its bytes and its hash.
 * @throws DeskError when it is damaged or has too many pixels.
 */
export async function cleanPicture({ name, mime, bytes }: PictureFile): Promise<Uint8Array | null> {
  const format = formatOfMime(mime)
  if (format === undefined) return null
  const about = await orDamaged(name, () => lookAtPicture(bytes))
  refuseHuge(name, about.width, about.height)
  await orDamaged(name, () => decodeWhole(bytes))
  const lying = (about.orientation ?? 1) > 1
  const stripped = lying ? undefined : stripPicture(mime, bytes)
  if (stripped !== undefined && !saysMore(await lookAtPicture(stripped))) return stripped === bytes ? null : stripped
  if (stripped === undefined && !lying && !saysMore(about)) return null
  return orDamaged(name, async () => encodeFaithfully((await readPicture(bytes)).autoOrient(), format, about).toBuffer())
}

/** Reads every pixel and keeps none: a picture that breaks off is noticed here, not by readers. */
async function decodeWhole(bytes: Uint8Array): Promise<void> {
  await (await readPicture(bytes)).resize({ width: 32, height: 32, fit: 'fill' }).raw().toBuffer()
}

const saysMore = ({ exif, xmp, iptc }: Metadata): boolean => exif !== undefined || xmp !== undefined || iptc !== undefined

/** @throws DeskError when the work fails, as it does on a damaged picture. */
export async function orDamaged<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw damaged(name, error)
  }
}
