import { middle, type Focus } from '@shared/assets/crop'
import { ImageValue, type FieldDefinition } from '@shared/story/kind'
import { Crop, Crosshair, ImagePlus, Images, ImageUp, Trash2 } from 'lucide-react'
import type { AssetInfo } from '@shared/ipc'
import { useState } from 'react'
import { useStorySession } from '../../story/StoryProvider'
import { putField, useShownValue } from '../suggestions/fields/shown-field'
import { Button, IconButton } from '../../ui/Button'
import { Checkbox, TextField } from '../../ui/Field'
import { chooseAsset } from '../../views/assets/choose-asset'
import { CropDialog } from '../../views/assets/CropDialog'
import { assetAddress } from '../asset-address'
import { FocalPoint } from '../body/cards/FocalPoint'
import { addFile } from '../files/add-file'
import { choosePictures } from '../files/choose-files'
import { AssetField } from './AssetField'

/** A picture with what readers need to know of it. */
export function ImageField({ field }: { readonly field: FieldDefinition }) {
  const session = useStorySession()
  const value = useShownValue(session, field)
  const parsed = ImageValue.safeParse(value)
  const image = parsed.success ? parsed.data : null

  const [cropping, setCropping] = useState(false)
  const [aiming, setAiming] = useState(false)

  /** Another picture has another middle; what is said of the one before stays, and else what the library says of this one. */
  const show = ({ hash, words }: AssetInfo): void => {
    const { focus: _focus, ...kept }: Omit<ImageValue, 'asset'> = image ?? { alt: '', decorative: false, caption: '', credit: '', ...words }
    session.startStep()
    putField(session, field, { ...kept, asset: hash })
  }
  const put = async (files: readonly File[]): Promise<void> => {
    const [file] = files
    const added = file && (await addFile(file))
    if (added) show(added)
  }
  const choose = (): void => void choosePictures('one').then(put)
  const lookUp = (): void => void chooseAsset('picture').then((asset) => asset && show(asset))
  const change = (part: Partial<ImageValue>): void => {
    if (image) putField(session, field, { ...image, ...part })
  }
  /** The middle is not said: an image that says nothing of it keeps its bytes. */
  const aim = (focus: Focus): void => {
    if (!image) return
    const { focus: _before, ...kept } = image
    putField(session, field, focus.x === middle.x && focus.y === middle.y ? kept : { ...kept, focus })
  }
  const needsAlt = image !== null && !image.decorative && image.alt.trim() === ''
  return (
    <>
      <AssetField field={field} onFiles={(files) => void put(files)}>
        {image === null ? (
          <div className="image-field__add">
            <Button icon={ImagePlus} className="fields-form__add" onClick={choose}>
              Add image
            </Button>
            <IconButton icon={Images} label="Choose from the library" onClick={lookUp} />
          </div>
        ) : (
          <div className="image-field">
            <div className="image-field__picture">
              <span className="image-field__frame">
                <img src={assetAddress(image.asset)} alt={image.alt} />
                {aiming && <FocalPoint x={image.focus?.x ?? middle.x} y={image.focus?.y ?? middle.y} onMove={(x, y) => aim({ x, y })} onDone={() => setAiming(false)} />}
              </span>
              <div className="image-field__tools">
                <IconButton icon={Crosshair} label={`Focal point of ${field.label.toLowerCase()}`} size="small" aria-pressed={aiming} onClick={() => setAiming(!aiming)} />
                <IconButton icon={Crop} label={`Crop ${field.label.toLowerCase()}`} size="small" onClick={() => setCropping(true)} />
                <IconButton icon={Images} label={`Choose ${field.label.toLowerCase()} from the library`} size="small" onClick={lookUp} />
                <IconButton icon={ImageUp} label={`Replace ${field.label.toLowerCase()}`} size="small" onClick={choose} />
                <IconButton icon={Trash2} label={`Remove ${field.label.toLowerCase()}`} size="small" onClick={() => putField(session, field, undefined)} />
              </div>
            </div>
            <TextField label="Alternative text" value={image.decorative ? '' : image.alt} disabled={image.decorative} dir="auto" placeholder={image.decorative ? 'Skipped by screen readers' : 'What does the image show?'} error={needsAlt ? 'Missing: say what it shows, or mark it as decorative.' : undefined} onFocus={session.startStep} onChange={(event) => change({ alt: event.target.value })} />
            <Checkbox label="Decorative" checked={image.decorative} onChange={(event) => change({ decorative: event.target.checked })} />
            <TextField label="Caption" value={image.caption} dir="auto" onFocus={session.startStep} onChange={(event) => change({ caption: event.target.value })} />
            <TextField label="Credit" value={image.credit} dir="auto" onFocus={session.startStep} onChange={(event) => change({ credit: event.target.value })} />
          </div>
        )}
      </AssetField>
      {cropping && image && (
        <CropDialog
          asset={image.asset}
          onClose={() => setCropping(false)}
          onDone={(made) => {
            setCropping(false)
            show(made)
          }}
        />
      )}
    </>
  )
}
