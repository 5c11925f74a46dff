import './figure-card.css'
import { ImageOff, ImageUp, Trash2, TriangleAlert } from 'lucide-react'
import { useId, useState } from 'react'
import { IconButton } from '../../ui/Button'
import { assetAddress } from '../asset-address'
import { choosePictures } from '../files/choose-files'
import { addFile } from '../files/add-file'
import type { CardProps } from './node-cards'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** An image of the text with its caption, credit and what it says to those who can't see it. */
export function FigureCard({ node, selected, change, remove }: CardProps) {
  const { asset, alt, caption, credit, decorative } = node.attrs
  const altId = useId()
  const missing = decorative !== true && text(alt).trim() === ''
  const replace = async (): Promise<void> => {
    const [file] = await choosePictures('one')
    const added = file && (await addFile(file))
    if (added) change({ asset: added.hash })
  }
  return (
    <figure className={`figure-card ${selected ? 'figure-card--selected' : ''}`}>
      <div className="figure-card__picture" data-drag-handle>
        <Picture key={text(asset)} asset={text(asset)} alt={text(alt)} />
        <div className="figure-card__tools">
          <IconButton icon={ImageUp} label="Replace image" size="small" onClick={() => void replace()} />
          <IconButton icon={Trash2} label="Remove image" size="small" onClick={remove} />
        </div>
      </div>
      <figcaption className="figure-card__words">
        <input className="figure-card__caption" aria-label="Caption" placeholder="Caption" dir="auto" value={text(caption)} onChange={(event) => change({ caption: event.target.value })} />
        <input className="figure-card__credit" aria-label="Credit" placeholder="Credit" dir="auto" value={text(credit)} onChange={(event) => change({ credit: event.target.value })} />
      </figcaption>
      <div className={`figure-card__alt ${missing ? 'figure-card__alt--missing' : ''}`}>
        <label className="figure-card__label" htmlFor={altId}>
          {missing && <TriangleAlert size={14} aria-hidden />}
          Alternative text
        </label>
        <input
          id={altId}
          className="figure-card__input"
          placeholder={decorative === true ? 'Skipped by screen readers' : 'What does the image show?'}
          dir="auto"
          aria-invalid={missing || undefined}
          disabled={decorative === true}
          value={decorative === true ? '' : text(alt)}
          onChange={(event) => change({ alt: event.target.value })}
        />
        <label className="figure-card__decorative">
          <input type="checkbox" checked={decorative === true} onChange={(event) => change({ decorative: event.target.checked })} />
          Decorative
        </label>
      </div>
    </figure>
  )
}

function Picture({ asset, alt }: { readonly asset: string; readonly alt: string }) {
  const [broken, setBroken] = useState(asset === '')
  if (!broken) return <img src={assetAddress(asset)} alt={alt} draggable={false} onError={() => setBroken(true)} />
  return (
    <span className="figure-card__missing">
      <ImageOff size={22} aria-hidden />
      The file of this image is missing
    </span>
  )
}
