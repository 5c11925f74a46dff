import { strippedGif } from './gif'
import { strippedJpeg } from './jpeg'
import { strippedPng } from './png'
import { strippedWebp } from './webp'

const strippers: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array[] | undefined>> = {
  'image/jpeg': strippedJpeg,
  'image/png': strippedPng,
  'image/gif': strippedGif,
  'image/webp': strippedWebp,
}

/**
 * A picture without all that says where, when, by whom and with what it was taken. Not one pixel changes, and a picture that says
 * nothing of the kind comes back as the same bytes. Undefined where that can't be done without encoding it anew.
 */
export function stripPicture(mime: string, bytes: Uint8Array): Uint8Array | undefined {
  const parts = strippers[mime]?.(bytes)
  if (parts === undefined) return undefined
  const stripped = Buffer.concat(parts)
  return stripped.equals(bytes) ? bytes : stripped
}
