import { assetOf, numberOfAttribute, textOfAttribute } from '../document/attributes'
import type { AssetHash } from '../story/ids'
import { ImageValue } from '../story/kind'
import type { RedlineBlock, ValueChange } from './redline-shape'

/** A picture as it is shown: with the point that stays in sight when it is cut. */
export interface ShownPicture {
  readonly asset: AssetHash
  readonly alt: string
  /** Percent from the left and from the top. */
  readonly focus: { readonly x: number; readonly y: number }
}

/** What was seen and what is seen now, where that differs; else the one picture that there is as `after`. */
export interface Pictures {
  readonly before: ShownPicture | null
  readonly after: ShownPicture | null
  readonly differ: boolean
}

/** The name of a file in the words of a value. */
export const fileNameIn = (value: ValueChange['before']): string => (typeof value === 'string' ? value : '')

/** The pictures of an image in the text; both where another one was chosen, or another part of it matters. */
export function picturesOf(block: RedlineBlock): Pictures | null {
  if (block.type !== 'figure') return null
  const after = pictureOf(block)
  const before = block.change === 'changed' || block.change === 'movedTo' ? pictureOf(block.was?.type === 'figure' ? block.was : block) : null
  return both(before, after)
}

/** The pictures of a field that holds one. */
export function picturesOfField({ before, after }: ValueChange): Pictures | null {
  const [was, is] = [ofValue(before), ofValue(after)]
  return was === null && is === null ? null : { before: was, after: is, differ: true }
}

function both(before: ShownPicture | null, after: ShownPicture | null): Pictures | null {
  if (before === null) return after === null ? null : { before: null, after, differ: false }
  const differ = before.asset !== after?.asset || before.focus.x !== after.focus.x || before.focus.y !== after.focus.y
  return { before: differ ? before : null, after, differ }
}

function pictureOf(node: { readonly attrs: Readonly<Record<string, unknown>> }): ShownPicture | null {
  const asset = assetOf(node)
  return asset === null ? null : { asset, alt: textOfAttribute(node, 'alt'), focus: { x: numberOfAttribute(node, 'focusX', 50, 0), y: numberOfAttribute(node, 'focusY', 50, 0) } }
}

function ofValue(value: ValueChange['before']): ShownPicture | null {
  const image = ImageValue.safeParse(value)
  // A file is told by its name.
  if (!image.success || (typeof value === 'object' && value !== null && 'name' in value)) return null
  const asset = assetOf({ attrs: { asset: image.data.asset } })
  return asset === null ? null : { asset, alt: image.data.alt, focus: image.data.focus ?? { x: 50, y: 50 } }
}
