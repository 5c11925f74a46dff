import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { AssetHash } from '../../shared/story/ids'
import type { Desk } from '../desk/desk'
import { describeAsset, readAsset } from '../store/assets'
import { prepareAgain, variantFolder, variantsOf } from '../store/asset-variants'
import { variantFile } from './derive-pictures'

/**
 * The smallest of a file's pictures that is at least so wide, or the widest one; a picture of which none was made because it is no
 * wider is shown itself. Undefined while they have not been made.
 */
export async function readThumbnail(desk: Pick<Desk, 'db' | 'path'>, hash: AssetHash, size: number): Promise<{ bytes: Uint8Array; mime: string } | undefined> {
  const info = describeAsset(desk.db, hash)
  if (info === undefined) return undefined
  const made = variantsOf(desk.db, hash).filter(({ format }) => format === 'webp')
  const best = made.findLast(({ width }) => width >= size)
  if (best === undefined && (info.width ?? Infinity) <= size) return { bytes: await readAsset(desk, hash), mime: info.mime }
  const chosen = best ?? made[0]
  if (chosen === undefined) return undefined
  const bytes = await readFile(path.join(variantFolder(desk.path, hash), variantFile(chosen))).catch(() => undefined)
  // Somebody emptied the folder of derived pictures: they are made again.
  if (bytes === undefined) prepareAgain(desk.db, hash)
  return bytes && { bytes, mime: 'image/webp' }
}
