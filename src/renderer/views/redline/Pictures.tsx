import { fileNameIn, type Pictures as Both, type ShownPicture } from '@shared/redline/pictures'
import type { ValueChange } from '@shared/redline/redline-shape'
import { ImageOff } from 'lucide-react'
import { useState } from 'react'
import { assetAddress } from '../../editor/asset-address'
import { useChangeClass } from './redline-context'

interface PicturesProps {
  readonly pictures: Both
  /** The change that another file is: then the names of both are said. */
  readonly change?: ValueChange | undefined
}

/** The former and the present picture side by side, or the one that there is. */
export function Pictures({ pictures: { before, after, differ }, change }: PicturesProps) {
  const named = (when: string, value: ValueChange['before']): string => [when, fileNameIn(value)].filter((words) => words !== '').join(' · ')
  return (
    <div className={`redline__pictures ${differ ? 'redline__pictures--both' : ''}`} data-part={change?.part} data-class={useChangeClass(change?.part)}>
      {before && <Picture picture={before} name={differ ? named('Before', change?.before ?? null) : ''} isFormer />}
      {after && <Picture picture={after} name={differ ? named('Now', change?.after ?? null) : ''} />}
    </div>
  )
}

function Picture({ picture: { asset, alt, focus }, name, isFormer = false }: { readonly picture: ShownPicture; readonly name: string; readonly isFormer?: boolean }) {
  const [broken, setBroken] = useState(false)
  return (
    <figure className={`redline__picture ${isFormer ? 'redline__picture--before' : ''}`}>
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
