import type { Pictures as Both, ShownPicture } from '@shared/redline/pictures'
import { ImageOff } from 'lucide-react'
import { useState } from 'react'
import { assetAddress } from '../../editor/asset-address'

/** The former and the present picture side by side, or the one that there is. */
export function Pictures({ pictures: { before, after, differ } }: { readonly pictures: Both }) {
  return (
    <div className={`redline__pictures ${differ ? 'redline__pictures--both' : ''}`}>
      {before && <Picture picture={before} name={differ ? 'Before' : ''} />}
      {after && <Picture picture={after} name={differ ? 'Now' : ''} />}
    </div>
  )
}

function Picture({ picture: { asset, alt, focus }, name }: { readonly picture: ShownPicture; readonly name: string }) {
  const [broken, setBroken] = useState(false)
  return (
    <figure className={`redline__picture ${name === 'Before' ? 'redline__picture--before' : ''}`}>
      {broken ? (
        <span className="redline__missing">
          <ImageOff size={16} aria-hidden /> This picture is not on the desk any more
        </span>
      ) : (
        <img src={assetAddress(asset)} alt={alt} loading="lazy" style={{ objectPosition: `${focus.x}% ${focus.y}%` }} onError={() => setBroken(true)} />
      )}
      {name !== '' && <figcaption>{name}</figcaption>}
    </figure>
  )
}
