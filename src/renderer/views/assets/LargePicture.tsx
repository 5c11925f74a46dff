import type { LibraryAsset } from '@shared/assets/library'
import { useState } from 'react'
import { thumbnailAddress } from '../../editor/asset-address'
import { Thumbnail } from './AssetGrid'

/** The chosen file as a picture, as large as the pane is; the sign of its type where there is none. */
export function LargePicture({ asset }: { readonly asset: LibraryAsset }) {
  const [failed, setFailed] = useState('')
  const address = thumbnailAddress(asset.hash, 800)
  return (
    <div className="asset-pane__picture">
      {asset.thumbnail && failed !== address ? <img src={address} alt={asset.words?.alt ?? ''} onError={() => setFailed(address)} /> : <Thumbnail asset={{ ...asset, thumbnail: false }} />}
    </div>
  )
}
