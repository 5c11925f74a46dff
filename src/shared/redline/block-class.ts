import type { ChangeClass, ValueChange } from './redline-shape'
import { classOfWords, touchedIn, type WordContext } from './word-class'

const images = new Set(['figure', 'attachment'])
/** Blocks that lead elsewhere and are nothing without it. */
const cards = new Set(['button', 'embed', 'relatedStory'])
const formats = new Set(['purpose', 'callout.tone', 'table.widths', 'table.headingRow', 'table.headingColumn', 'tableCell.align', 'tableCell.span', 'tableCell.sort', 'orderedList.start'])

export const isImage = (type: string): boolean => images.has(type)
export const leadsElsewhere = (type: string): boolean => cards.has(type)

/** What a change of something that a block says beside its words is about. */
export function classOfValue(type: string, { id, pieces }: ValueChange, context: WordContext): ChangeClass {
  if (id === 'gallery.caption' || (images.has(type) && !id.includes('.'))) return 'image'
  if (formats.has(id)) return 'format'
  if (id === 'address' || id === 'story') return 'link'
  return classOfWords(touchedIn(pieces, context), id === 'attribution', context)
}
