import 'react-image-crop/dist/ReactCrop.css'
import './crop-dialog.css'
import { cropPixels, isWhole, turnedSize, wholePicture, type Crop, type Turn } from '@shared/assets/crop'
import type { AssetDetails } from '@shared/assets/library'
import type { AssetInfo } from '@shared/ipc'
import { AssetHash } from '@shared/story/ids'
import type { Failure } from '@shared/result'
import { RotateCcw, RotateCw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { centerCrop, makeAspectCrop, ReactCrop, type PercentCrop } from 'react-image-crop'
import { ask } from '../../app/bridge'
import { Button, IconButton } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ProblemList } from '../../ui/ProblemList'
import { Segments } from '../../ui/Segments'
import { TurnedPicture } from './TurnedPicture'
import { inFigures } from '@shared/figures'

type Shape = 'free' | 'original' | 'square' | 'standard' | 'wide'

const shapes: readonly { readonly value: Shape; readonly label: string }[] = [
  { value: 'free', label: 'Free' },
  { value: 'original', label: 'Original' },
  { value: 'square', label: '1:1' },
  { value: 'standard', label: '4:3' },
  { value: 'wide', label: '16:9' },
]
const ratios: Readonly<Partial<Record<Shape, number>>> = { square: 1, standard: 4 / 3, wide: 16 / 9 }

interface CropDialogProps {
  /** The picture to cut; one that was cut already opens on what it was cut out of. */
  readonly asset: string
  readonly onClose: () => void
  /** The picture that was made, or the original when all of it is wanted again. Not called when nothing was changed. */
  readonly onDone: (made: AssetInfo) => void
}

/** What is cut: the picture itself, and where the cut starts from. */
interface Start {
  readonly original: AssetInfo
  readonly crop: Crop
}

/** Cuts and turns a picture. The picture stays as it is: what is cut out is a new one, which remembers where it comes from. */
export function CropDialog({ asset, onClose, onDone }: CropDialogProps) {
  const [start, setStart] = useState<Start | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => {
    let here = true
    void startOf(asset).then((found) => {
      if (!here) return
      if ('code' in found) setFailure(found)
      else setStart(found)
    })
    return () => {
      here = false
    }
  }, [asset])
  if (start === null)
    return (
      <Dialog title="Crop" onClose={onClose} foot={<Button onClick={onClose}>Close</Button>}>
        {failure && <ProblemList problems={[failure]} />}
      </Dialog>
    )
  return <Cropping key={start.original.hash} asset={asset} start={start} onClose={onClose} onDone={onDone} />
}

async function startOf(asset: string): Promise<Start | Failure> {
  const hash = AssetHash.safeParse(asset)
  const missing: Failure = { code: 'no-asset', message: 'This picture is not on the desk.' }
  if (!hash.success) return missing
  const details = await ask('asset.details', { hash: hash.data })
  if (!details.ok) return details.error
  return (await originalOf(details.value)) ?? { original: details.value.asset, crop: wholePicture }
}

async function originalOf({ origin }: AssetDetails): Promise<Start | null> {
  const original = origin && (await ask('asset.describe', { hash: origin.hash }))
  return origin !== null && original?.ok ? { original: original.value, crop: origin.crop } : null
}

function Cropping({ asset, start: { original, crop: before }, onClose, onDone }: CropDialogProps & { readonly start: Start }) {
  const [turn, setTurn] = useState<Turn>(before.turn)
  const [cut, setCut] = useState<PercentCrop>({ unit: '%', x: before.x, y: before.y, width: before.width, height: before.height })
  const [shape, setShape] = useState<Shape>('free')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const size = { width: original.width ?? 1, height: original.height ?? 1 }
  const turned = turnedSize(size, turn)
  const ratio = shape === 'original' ? turned.width / turned.height : ratios[shape]
  const crop: Crop = { turn, x: cut.x, y: cut.y, width: Math.min(cut.width, 100 - cut.x), height: Math.min(cut.height, 100 - cut.y) }
  const pixels = cropPixels(crop, size)

  const choose = (next: Shape, sides = turned): void => {
    setShape(next)
    const wanted = next === 'original' ? sides.width / sides.height : ratios[next]
    if (wanted !== undefined) setCut(largest(wanted, sides))
  }
  const rotate = (by: 90 | 270): void => {
    const next = turnsAfter[turn][by]
    setTurn(next)
    const sides = turnedSize(size, next)
    if (shape === 'free') setCut({ unit: '%', x: 0, y: 0, width: 100, height: 100 })
    else choose(shape, sides)
  }
  const make = async (): Promise<void> => {
    if (busy) return
    if (JSON.stringify(crop) === JSON.stringify(before)) return onClose()
    if (isWhole(crop) && original.hash === asset) return onClose()
    setBusy(true)
    const made = await ask('asset.crop', { hash: original.hash, crop })
    setBusy(false)
    if (made.ok) onDone(made.value)
    else setFailure(made.error)
  }
  return (
    <Dialog
      title="Crop"
      width={760}
      className="crop-dialog"
      onClose={onClose}
      onSubmit={() => void make()}
      foot={
        <>
          <span className="crop-dialog__size dialog__aside" role="status">
            {busy ? 'Cutting …' : `${inFigures(pixels.width)} × ${inFigures(pixels.height)} pixels`}
          </span>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" data-autofocus unavailable={busy && 'The picture is being cut'}>
            Crop
          </Button>
        </>
      }
    >
      <div className="crop-dialog__tools">
        <Segments label="Shape" value={shape} options={shapes} onChange={(next) => choose(next)} />
        <span className="crop-dialog__turns">
          <IconButton icon={RotateCcw} label="Turn left" onClick={() => rotate(270)} />
          <IconButton icon={RotateCw} label="Turn right" onClick={() => rotate(90)} />
        </span>
      </div>
      <div className="crop-dialog__picture">
        <ReactCrop crop={cut} onChange={(_pixels, percent) => setCut(percent)} {...(ratio !== undefined && { aspect: ratio })} keepSelection ruleOfThirds minWidth={8} minHeight={8} ariaLabels={labels}>
          <TurnedPicture hash={original.hash} size={size} turn={turn} />
        </ReactCrop>
      </div>
      {failure && <ProblemList problems={[failure]} />}
    </Dialog>
  )
}

const turnsAfter: Readonly<Record<Turn, Readonly<Record<90 | 270, Turn>>>> = { 0: { 90: 90, 270: 270 }, 90: { 90: 180, 270: 0 }, 180: { 90: 270, 270: 90 }, 270: { 90: 0, 270: 180 } }

/** The largest part of a picture that has a shape, in its middle. */
function largest(ratio: number, { width, height }: { readonly width: number; readonly height: number }): PercentCrop {
  const wide = ratio > width / height
  return centerCrop(makeAspectCrop({ unit: '%', ...(wide ? { width: 100 } : { height: 100 }) }, ratio, width, height), width, height)
}

const labels = {
  cropArea: 'What is kept. Arrow keys move it.',
  nwDragHandle: 'Top left corner. Arrow keys move it.',
  nDragHandle: 'Top edge. Arrow keys move it.',
  neDragHandle: 'Top right corner. Arrow keys move it.',
  eDragHandle: 'Right edge. Arrow keys move it.',
  seDragHandle: 'Bottom right corner. Arrow keys move it.',
  sDragHandle: 'Bottom edge. Arrow keys move it.',
  swDragHandle: 'Bottom left corner. Arrow keys move it.',
  wDragHandle: 'Left edge. Arrow keys move it.',
}
