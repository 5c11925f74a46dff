import type { AssetHash } from '../../shared/story/ids'
import type { Desk } from '../desk/desk'
import { readThumbnail } from '../assets/read-thumbnail'
import { describeAsset, readAsset } from '../store/assets'

/** Wide enough for a column of text on any screen. */
const width = 800
/** Bytes of a picture that is put in as it is, while no smaller one has been made. */
const largest = 3 * 1024 * 1024
/** Bytes of all pictures of one page. */
const mostInAll = 40 * 1024 * 1024

/** The pictures of a page as addresses that hold them (`data:`), by hash. One that would make the page too heavy is left out: it is in the packet itself. */
export async function inlinePictures(desk: Pick<Desk, 'db' | 'path'>, hashes: readonly AssetHash[]): Promise<ReadonlyMap<AssetHash, string>> {
  const found = new Map<AssetHash, string>()
  let total = 0
  for (const hash of hashes) {
    const picture = await smallPicture(desk, hash)
    if (picture === undefined || total + picture.bytes.byteLength > mostInAll) continue
    total += picture.bytes.byteLength
    found.set(hash, `data:${picture.mime};base64,${Buffer.from(picture.bytes).toString('base64')}`)
  }
  return found
}

async function smallPicture(desk: Pick<Desk, 'db' | 'path'>, hash: AssetHash): Promise<{ bytes: Uint8Array; mime: string } | undefined> {
  const info = describeAsset(desk.db, hash)
  if (info === undefined || !info.mime.startsWith('image/')) return undefined
  const small = await readThumbnail(desk, hash, width)
  if (small !== undefined) return small
  return info.size <= largest ? { bytes: await readAsset(desk, hash), mime: info.mime } : undefined
}
