import path from 'node:path'
import type { AssetInfo } from '../../shared/assets/asset-info'
import { isWhole, type Crop } from '../../shared/assets/crop'
import type { Desk } from '../desk/desk'
import { addAsset, readAsset } from '../store/assets'
import { setAssetWords } from '../store/library'
import type { Pictures } from './pictures'

/**
 * Makes a part of a picture a picture of the desk, which remembers what it was cut out of. It starts with what the library says of the
 * original. The whole picture is the original itself. @throws DeskError when it can't be read.
 */
export async function cropAsset(desk: Pick<Desk, 'db' | 'path'>, original: AssetInfo, crop: Crop, pictures: Pick<Pictures, 'crop'>): Promise<AssetInfo> {
  if (isWhole(crop)) return original
  const { hash, mime, name } = original
  const bytes = await pictures.crop({ name, mime, bytes: await readAsset(desk, hash) }, crop)
  const { name: stem, ext } = path.parse(name)
  const made = await addAsset(desk, { name: `${stem} (cut)${ext}`, bytes }, { hash, crop })
  if (original.words === undefined || made.words !== undefined) return made
  setAssetWords(desk.db, made.hash, original.words)
  return { ...made, words: original.words }
}
