import type { ToldBlocks } from './block-changes'
import { countedWithin, isQuote } from './count-within'
import { noParts, type Parts } from './parts'
import type { ChangeClass, Redline, RedlineBlock, ValueChange } from './redline-shape'
import { classOfWhole, wholesOf, type Wholes } from './wholes'
import { classOfWords, touchedIn, type WordContext } from './word-class'

/** The changes of a redline, and its fields and blocks with the parts that these have in them. */
export type Counted = Pick<Redline, 'fields' | 'blocks' | 'changes' | 'counts' | 'total'>

/** Blocks in which words that were moved, or edited on the way, have a number in their part; `edits` are those of the latter. */
export interface ToldChanges extends ToldBlocks {
  readonly edits: ReadonlySet<number>
}

/** Which changes there are, in reading order, each of one class; see `ChangeClass`. */
export function countChanges(fields: readonly ValueChange[], told: ToldChanges, context: WordContext): Counted {
  const parts = noParts()
  const countedFields = fields.map((field) => ({ ...field, part: parts.add('field') }))
  const wholes = wholesOf(told)
  const partOf = (number: number): number => parts.named(`words ${number}`, () => (told.edits.has(number) ? classOfEdit(number, told.blocks, context) : 'move'))
  const blocks = told.blocks.map((block, index): RedlineBlock => {
    const whole = wholes.names[index]
    if (whole !== undefined) return asWhole(block, whole, { told, index, wholes, parts, partOf, context })
    return block.change === 'kept' ? block : countedWithin(block, told.merges.get(index), parts, partOf, context)
  })
  const counts = { wording: 0, number: 0, quotation: 0, name: 0, link: 0, image: 0, field: 0, move: 0, format: 0 }
  for (const change of parts.changes) counts[change] += 1
  return { fields: countedFields, blocks, changes: [...parts.changes], counts, total: parts.changes.length }
}

interface Counting {
  readonly told: ToldChanges
  readonly index: number
  readonly wholes: Wholes
  readonly parts: Parts
  readonly partOf: (number: number) => number
  readonly context: WordContext
}

/** A block that came, went or was moved as a whole. */
function asWhole(block: RedlineBlock, whole: string, { told, index, wholes, parts, partOf, context }: Counting): RedlineBlock {
  const isMove = block.change === 'movedFrom' || block.change === 'movedTo'
  const numbers = block.pieces.flatMap(({ part }) => part ?? [])
  const move = numbers.find((number) => !told.edits.has(number))
  // All of its words were moved from elsewhere: the move says it all.
  if (!isMove && move !== undefined && block.pieces.every(({ text, part }) => part !== undefined || text.trim() === '')) return { ...withParts(block, partOf), part: partOf(move) }
  const part = parts.named(whole, () => (whole.startsWith('merge ') ? 'format' : isMove ? 'move' : classOfWhole(wholes.blocks.get(whole) ?? [block], context)))
  return { ...(block.change === 'movedTo' ? countedWithin(block, told.merges.get(index), parts, partOf, context) : withParts(block, partOf)), part }
}

const withParts = (block: RedlineBlock, partOf: (number: number) => number): RedlineBlock => ({ ...block, pieces: block.pieces.map((piece) => (piece.part === undefined ? piece : { ...piece, part: partOf(piece.part) })) })

/** What words are about that went where a move began, with those that came in their stead where it ended. */
function classOfEdit(number: number, blocks: readonly RedlineBlock[], context: WordContext): ChangeClass {
  const edited = blocks.filter(({ pieces }) => pieces.some(({ part }) => part === number))
  return classOfWords(edited.flatMap(({ pieces }) => touchedIn(pieces, context).filter(({ piece }) => piece.part === number)), edited.some(isQuote), context)
}
