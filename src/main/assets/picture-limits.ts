import { DeskError } from '../../shared/result'

/** The most pixels that a picture may have, all frames of an animation together: more than any camera that people carry makes. */
export const pixelLimit = 220_000_000

/** Widths of the smaller pictures that are made for the web, in pixels. None is wider than what it is made of. */
export const webWidths = [1600, 800, 400] as const

export const damaged = (name: string, error: unknown): DeskError => new DeskError('asset-damaged', `‘${name}’ is damaged: the picture can’t be read to its end.`, { place: name, detail: error instanceof Error ? error.message : String(error) })

/** @throws DeskError when there are more pixels than a desk takes. */
export function refuseHuge(name: string, width: number, height: number): void {
  if (width * height <= pixelLimit) return
  throw new DeskError('picture-too-large', `‘${name}’ has ${width.toLocaleString('en')} × ${height.toLocaleString('en')} pixels, more than Copydesk opens. Make it smaller and add it again.`, { place: name })
}
