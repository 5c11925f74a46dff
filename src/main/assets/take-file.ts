import type { AssetInfo } from '../../shared/assets/asset-info'
import { addAsset, knownFile, type NewFile } from '../store/assets'
import type { Pictures } from './pictures'

/**
 * Takes a file in, as everything that comes to a desk is: pictures upright and without what they say of place, camera and people.
 * @throws DeskError in words, naming the file, when it can't be taken; nothing is then stored.
 */
export async function takeFile(desk: Parameters<typeof addAsset>[0], file: NewFile, pictures: Pictures): Promise<AssetInfo> {
  const { name, type } = await knownFile(file)
  if (!type.mime.startsWith('image/')) return addAsset(desk, file)
  const cleaned = await pictures.clean({ name, mime: type.mime, bytes: file.bytes })
  return addAsset(desk, cleaned === null ? file : { name: file.name, bytes: cleaned })
}
