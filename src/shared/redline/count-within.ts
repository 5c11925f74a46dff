import { classOfValue } from './block-class'
import type { Parts } from './parts'
import type { ChangeClass, Piece, RedlineBlock, ValueChange } from './redline-shape'
import { runsOf, type Run } from './runs-of-changes'
import { classOfWords, touchedIn, type WordContext } from './word-class'

/**
 * A block that both revisions have, with the changes in it.
 * @param merge The merged or split cell that it stands in.
 * @param partOf The change that words with a number in their part belong to: they were moved, or edited in a move.
 */
export function countedWithin(block: RedlineBlock, merge: number | undefined, { add, named }: Parts, partOf: (number: number) => number, context: WordContext): RedlineBlock {
  const pieces = [...block.pieces]
  const touched = new Map(touchedIn(block.pieces, context).map((one) => [one.piece, one]))
  const classOf = ({ sort, at }: Run): ChangeClass => (sort === 'words' ? classOfWords(at.flatMap((place) => touched.get(block.pieces[place] ?? nothing) ?? []), isQuote(block), context) : sort)
  const reshapedPart = block.reshaped ? add('format') : undefined
  for (const run of runsOf(block.pieces)) {
    const number = block.pieces[run.at[0] ?? -1]?.part
    const part = run.sort === 'words' && number !== undefined ? partOf(number) : add(classOf(run))
    for (const place of run.at) pieces[place] = { ...(pieces[place] ?? nothing), part }
  }
  // All of a block's values that are of one class are one change.
  const byClass = new Map<ChangeClass, number>()
  const values = block.values.map((value): ValueChange => {
    const change = classOfValue(block.type, value, context)
    // Cells that became one are one change with whatever of them came or went.
    if (value.id === 'tableCell.span' && merge !== undefined) return { ...value, part: named(`merge ${merge}`, () => change) }
    const part = byClass.get(change) ?? add(change)
    byClass.set(change, part)
    return { ...value, part }
  })
  return { ...block, pieces, values, ...(reshapedPart !== undefined && { reshapedPart }) }
}

const nothing: Piece = { kind: 'same', text: '' }

/** Whether all that a block says is somebody's words. */
export const isQuote = ({ type, within }: RedlineBlock): boolean => type === 'pullQuote' || within.includes('blockquote')
