import { turnedSize, type Turn } from '@shared/assets/crop'
import { useEffect, useRef } from 'react'
import { assetAddress, thumbnailAddress } from '../../editor/asset-address'

interface TurnedPictureProps {
  readonly hash: string
  readonly size: { readonly width: number; readonly height: number }
  readonly turn: Turn
}

/** The most room that a picture has in the dialog, in CSS pixels. */
const room = { width: 700, height: 440 }
/** What the dialog and the window around it need of a low window, so that the whole picture is seen without scrolling. */
const around = 272

/** A picture, turned: drawn from a smaller one where there is one. */
export function TurnedPicture({ hash, size, turn }: TurnedPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const turned = turnedSize(size, turn)
  const scale = Math.min(1, room.width / turned.width, room.height / turned.height)
  const shown = { width: Math.max(1, Math.round(turned.width * scale)), height: Math.max(1, Math.round(turned.height * scale)) }
  useEffect(() => {
    const image = new Image()
    let here = true
    image.addEventListener('load', () => here && canvas.current && draw(canvas.current, image, turn))
    image.addEventListener('error', () => {
      if (image.src !== assetAddress(hash)) image.src = assetAddress(hash)
    })
    image.src = thumbnailAddress(hash, 1600)
    return () => {
      here = false
    }
  }, [hash, turn])
  const density = window.devicePixelRatio
  return <canvas ref={canvas} className="turned-picture" width={Math.round(shown.width * density)} height={Math.round(shown.height * density)} style={{ width: 'auto', height: `min(${shown.height}px, 100vh - ${around}px)` }} />
}

function draw(canvas: HTMLCanvasElement, image: HTMLImageElement, turn: Turn): void {
  const context = canvas.getContext('2d')
  if (context === null) return
  const { width, height } = canvas
  const lying = turn === 90 || turn === 270
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, width, height)
  context.translate(width / 2, height / 2)
  context.rotate((turn * Math.PI) / 180)
  context.imageSmoothingQuality = 'high'
  const [wide, high] = lying ? [height, width] : [width, height]
  context.drawImage(image, -wide / 2, -high / 2, wide, high)
}
