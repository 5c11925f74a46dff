import { randomBytes } from 'node:crypto'
import { pngOf } from '../../drive/png'

/** A small PNG that no other call has made. */
export const picture = (): Uint8Array => pngOf(16, 16, randomBytes(16 * 16 * 3))
