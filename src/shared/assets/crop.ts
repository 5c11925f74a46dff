import { z } from 'zod'

/** Quarter turns, clockwise, in degrees. */
export const Turn = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)])
export type Turn = z.infer<typeof Turn>

const percent = z.number().min(0).max(100)

/** A part of a picture: first it is turned, then cut; percent of what is there after the turn. */
export const Crop = z
  .object({ turn: Turn, x: percent, y: percent, width: percent.positive(), height: percent.positive() })
  .refine(({ x, y, width, height }) => x + width <= 100.001 && y + height <= 100.001, 'The cut reaches beyond the picture')
export type Crop = z.infer<typeof Crop>

/** The whole picture as it is. */
export const wholePicture: Crop = { turn: 0, x: 0, y: 0, width: 100, height: 100 }

/** Whether a crop leaves a picture as it is. */
export const isWhole = ({ turn, x, y, width, height }: Crop): boolean => turn === 0 && x === 0 && y === 0 && width === 100 && height === 100

interface Size {
  readonly width: number
  readonly height: number
}

/** The pixels that a crop cuts out of a picture of this size, after the turn: whole ones, at least one, none outside. */
export function cropPixels({ turn, x, y, width, height }: Crop, size: Size): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } {
  const turned = turnedSize(size, turn)
  const span = (from: number, length: number, all: number): readonly [number, number] => {
    const start = Math.min(all - 1, Math.max(0, Math.round((from / 100) * all)))
    const end = Math.min(all, Math.max(start + 1, Math.round(((from + length) / 100) * all)))
    return [start, end - start]
  }
  const [left, wide] = span(x, width, turned.width)
  const [top, high] = span(y, height, turned.height)
  return { left, top, width: wide, height: high }
}

/** The size of a picture after a turn. */
export function turnedSize({ width, height }: Size, turn: Turn): Size {
  return turn === 90 || turn === 270 ? { width: height, height: width } : { width, height }
}

/** What must stay in sight when a picture is cut to another shape: percent from the left and from the top. */
export const Focus = z.object({ x: z.number().int().min(0).max(100), y: z.number().int().min(0).max(100) })
export type Focus = z.infer<typeof Focus>

export const middle: Focus = { x: 50, y: 50 }
