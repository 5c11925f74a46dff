import { z } from 'zod'
import { AssetInfo, AssetWords } from '../assets/asset-info'
import { Crop } from '../assets/crop'
import { AssetDetails, LibraryAsset, LibraryQuery, ReplaceReport } from '../assets/library'
import { AssetHash } from '../story/ids'
import { bytes, call, none } from './call'

/** The library of pictures and PDFs. */
export const assetsCalls = {
  'asset.add': call(z.object({ name: z.string().max(255), bytes }), AssetInfo),
  'asset.describe': call(z.object({ hash: AssetHash }), AssetInfo),
  'asset.saveAs': call(z.object({ hash: AssetHash }), z.string().nullable()),
  /** A page of the library. */
  'asset.list': call(LibraryQuery.extend({ offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) }), z.object({ assets: z.array(LibraryAsset), total: z.number() })),
  'asset.details': call(z.object({ hash: AssetHash }), AssetDetails),
  /** What new uses of a picture start with; uses that are there stay as they are. */
  'asset.setWords': call(AssetWords.extend({ hash: AssetHash }), none),
  /** Makes a new picture out of a part of another one. */
  'asset.crop': call(z.object({ hash: AssetHash, crop: Crop }), AssetInfo),
  /** Puts another file in the place of one, in every story that is not archived. Each story is changed as a whole or not at all. */
  'asset.replace': call(z.object({ from: AssetHash, to: AssetHash, job: z.string() }), ReplaceReport),
  /** Takes a file off the desk that no story has, in none of its versions. */
  'asset.remove': call(z.object({ hash: AssetHash }), none),
}
