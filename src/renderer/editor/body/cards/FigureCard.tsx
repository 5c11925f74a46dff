import './figure-card.css'
import { figureAlignments, figureWidths } from '@shared/document/nodes/figure'
import type { AssetInfo } from '@shared/ipc'
import { isWebAddress } from '@shared/document/web-address'
import { AlignHorizontalJustifyCenter, AlignHorizontalJustifyEnd, AlignHorizontalJustifyStart, Crop, Crosshair, ImageOff, ImageUp, Images, LibraryBig, SlidersHorizontal, Trash2, TriangleAlert } from 'lucide-react'
import { useId, useState } from 'react'
import { Button, IconButton } from '../../../ui/Button'
import { Segments } from '../../../ui/Segments'
import { assetAddress } from '../../asset-address'
import { addFile } from '../../files/add-file'
import { choosePictures } from '../../files/choose-files'
import { chooseAsset } from '../../../views/assets/choose-asset'
import { CropDialog } from '../../../views/assets/CropDialog'
import { addToGallery, removePicture } from '../gallery'
import type { CardProps } from '../node-cards'
import { CardText } from './CardText'
import { FocalPoint } from './FocalPoint'
import { chosen, percent, text } from './attribute-values'

const widthNames = { text: 'As the text', half: 'Half', wide: 'Wide', full: 'Page' } as const
const alignments = { center: { label: 'In the middle', icon: AlignHorizontalJustifyCenter }, start: { label: 'At the start, text beside it', icon: AlignHorizontalJustifyStart }, end: { label: 'At the end, text beside it', icon: AlignHorizontalJustifyEnd } } as const

/** An image of the text with its caption, credit and what it says to those who can't see it. */
export function FigureCard(card: CardProps) {
  const { editor, node, selected, change, choose, position } = card
  const { asset, alt, caption, credit, decorative } = node.attrs
  const altId = useId()
  const optionsId = useId()
  const [options, setOptions] = useState(false)
  const [aiming, setAiming] = useState(false)
  const missing = decorative !== true && text(alt).trim() === ''
  const [cropping, setCropping] = useState(false)
  /** Another picture has another middle. What is said of the one before stays; where nothing was said, the library may say something. */
  const show = ({ hash, words }: AssetInfo): void => {
    const said = text(alt) !== '' || text(caption) !== '' || text(credit) !== '' || decorative === true
    choose({ asset: hash, focusX: 50, focusY: 50, ...(!said && words) })
  }
  const replace = async (): Promise<void> => {
    const [file] = await choosePictures('one')
    const added = file && (await addFile(file))
    if (added) show(added)
  }
  const remove = (): void => {
    const at = position()
    if (at !== undefined) removePicture(editor, at)
  }
  return (
    <figure className={`figure-card ${selected ? 'figure-card--selected' : ''}`}>
      <div className="figure-card__picture" data-drag-handle>
        <Picture key={text(asset)} asset={text(asset)} alt={text(alt)} focus={{ x: percent(node.attrs['focusX']), y: percent(node.attrs['focusY']) }} aiming={aiming} onAim={(x, y) => choose({ focusX: x, focusY: y })} onAimed={() => setAiming(false)} />
        <div className="figure-card__tools" hidden={aiming}>
          <IconButton icon={SlidersHorizontal} label="Options of the image" size="small" aria-expanded={options} aria-controls={options ? optionsId : undefined} onClick={() => setOptions(!options)} />
          <IconButton icon={Crosshair} label="Focal point" size="small" aria-pressed={aiming} onClick={() => setAiming(!aiming)} />
          <IconButton icon={Crop} label="Crop image" size="small" onClick={() => setCropping(true)} />
          <IconButton icon={LibraryBig} label="Choose image from the library" size="small" onClick={() => void chooseAsset('picture').then((picture) => picture && show(picture))} />
          <IconButton icon={ImageUp} label="Replace image" size="small" onClick={() => void replace()} />
          <IconButton icon={Trash2} label="Remove image" size="small" onClick={remove} />
        </div>
      </div>
      {aiming && (
        <div className="figure-card__aiming">
          <span>Click on what must stay in sight, or move the mark with the arrow keys.</span>
          <Button size="small" onClick={() => setAiming(false)}>
            Done
          </Button>
        </div>
      )}
      <figcaption className="figure-card__words">
        <CardText card={card} wraps className="figure-card__caption" words="caption" aria-label="Caption" placeholder="Caption" value={text(caption)} onText={(words) => change({ caption: words })} />
        <CardText card={card} className="figure-card__credit" words="credit" aria-label="Credit" placeholder="Credit" value={text(credit)} onText={(words) => change({ credit: words })} />
      </figcaption>
      <div className={`figure-card__alt ${missing ? 'figure-card__alt--missing' : ''}`}>
        <label className="figure-card__label" htmlFor={altId}>
          {missing && <TriangleAlert size={14} aria-hidden />}
          Alternative text
        </label>
        <CardText
          card={card}
          id={altId}
          words="alt"
          wraps
          className="figure-card__input"
          placeholder={decorative === true ? 'Skipped by screen readers' : 'What does the image show?'}
          aria-invalid={missing || undefined}
          disabled={decorative === true}
          value={decorative === true ? '' : text(alt)}
          onText={(words) => change({ alt: words })}
        />
        <label className="figure-card__decorative">
          <input type="checkbox" checked={decorative === true} onChange={(event) => choose({ decorative: event.target.checked })} />
          Decorative
        </label>
      </div>
      {options && <Options id={optionsId} card={card} />}
      {cropping && (
        <CropDialog
          asset={text(asset)}
          onClose={() => setCropping(false)}
          onDone={(made) => {
            setCropping(false)
            show(made)
          }}
        />
      )}
    </figure>
  )
}

function Options({ id, card }: { readonly id: string; readonly card: CardProps }) {
  const { node, change, choose, editor, position } = card
  const source = text(node.attrs['source'])
  const width = chosen(figureWidths, node.attrs['width'])
  const sourceId = useId()
  const gather = async (): Promise<void> => {
    const files = await choosePictures('several')
    const at = position()
    if (at !== undefined) await addToGallery(editor, at, files)
  }
  return (
    <div id={id} className="figure-card__options" role="group" aria-label="Options of the image">
      <div className="figure-card__option figure-card__option--layout">
        <span className="figure-card__label">Width</span>
        <Segments label="Width" value={width} options={figureWidths.map((value) => ({ value, label: widthNames[value] }))} onChange={(value) => choose({ width: value, ...(value !== 'half' && { align: 'center' }) })} />
        {width === 'half' && <Segments label="Place" value={chosen(figureAlignments, node.attrs['align'])} options={figureAlignments.map((value) => ({ value, ...alignments[value] }))} onChange={(value) => choose({ align: value })} />}
      </div>
      <div className="figure-card__option">
        <label className="figure-card__label" htmlFor={sourceId}>
          Source
        </label>
        <CardText card={card} id={sourceId} className="figure-card__input" dir="ltr" spellCheck={false} placeholder="https://… where the image comes from" aria-invalid={(source !== '' && !isWebAddress(source)) || undefined} value={source} onText={(words) => change({ source: words.trim() })} />
      </div>
      <div className="figure-card__option figure-card__option--layout">
        <Button size="small" icon={Images} onClick={() => void gather()}>
          Add images beside it…
        </Button>
      </div>
    </div>
  )
}

interface PictureProps {
  readonly asset: string
  readonly alt: string
  readonly focus: { readonly x: number; readonly y: number }
  readonly aiming: boolean
  readonly onAim: (x: number, y: number) => void
  readonly onAimed: () => void
}

function Picture({ asset, alt, focus, aiming, onAim, onAimed }: PictureProps) {
  const [broken, setBroken] = useState(asset === '')
  if (broken)
    return (
      <span className="figure-card__missing">
        <ImageOff size={22} aria-hidden />
        The file of this image is missing
      </span>
    )
  return (
    <span className="figure-card__frame">
      <img src={assetAddress(asset)} alt={alt} draggable={false} style={{ objectPosition: `${focus.x}% ${focus.y}%` }} onError={() => setBroken(true)} />
      {aiming && <FocalPoint x={focus.x} y={focus.y} onMove={onAim} onDone={onAimed} />}
    </span>
  )
}
