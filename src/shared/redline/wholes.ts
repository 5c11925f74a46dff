import type { ToldBlocks } from './block-changes'
import { isImage, leadsElsewhere } from './block-class'
import { isQuote } from './count-within'
import { picturesOneByOne } from './galleries'
import type { ChangeClass, Line, RedlineBlock } from './redline-shape'
import { classOfWords, touchedIn, type WordContext } from './word-class'

export interface Wholes {
  /** By index of the block: the name of the change that it is a part of as a whole. */
  readonly names: readonly (string | undefined)[]
  readonly blocks: ReadonlyMap<string, readonly RedlineBlock[]>
}

/** What came, went or was moved as one: a list with its items, a row or a column of a table, blocks that moved together. */
export function wholesOf({ blocks, tables, moves, merges }: ToldBlocks): Wholes {
  const names: (string | undefined)[] = []
  const oneByOne = picturesOneByOne(blocks)
  const members = new Map<string, RedlineBlock[]>()
  blocks.forEach((block, index) => {
    const [move, merge] = [moves.get(index), merges.get(index)]
    const isOfMerge = merge !== undefined && (move !== undefined || ((block.change === 'inserted' || block.change === 'deleted') && block.pieces.length === 0))
    const name = isOfMerge ? `merge ${merge}` : move !== undefined ? `move ${move}` : block.change !== 'inserted' && block.change !== 'deleted' ? undefined : (lineOf(block, tables) ?? (!oneByOne.has(index) && continues(blocks[index - 1], block) ? names[index - 1] : undefined) ?? `block ${index}`)
    names.push(name)
    if (name === undefined) return
    const known = members.get(name)
    if (known === undefined) members.set(name, [block])
    else known.push(block)
  })
  return { names, blocks: members }
}

/** The row or column that came or went with a cell; a table of which all rows did is one change itself. */
function lineOf({ cells = [] }: RedlineBlock, tables: ToldBlocks['tables']): string | undefined {
  for (const { table, row, column } of cells) {
    const { rows = [], columns = [] } = tables[table] ?? {}
    if (rows.every(isNewOrGone)) return `table ${table} ${rows[row] ?? ''}`
    if (isNewOrGone(rows[row])) return `table ${table} row ${row}`
    if (isNewOrGone(columns[column])) return `table ${table} column ${column}`
  }
  return undefined
}

const isNewOrGone = (line: Line | undefined): boolean => line === 'inserted' || line === 'deleted'

/** A list that came or went is one change, however many items it has. */
function continues(last: RedlineBlock | undefined, { change, within: around, path, cells = [] }: RedlineBlock): boolean {
  if (last === undefined || last.change !== change || around.length === 0 || last.within.length === 0 || last.path[0] !== path[0]) return false
  const [cell, lastCell] = [cells.at(-1), last.cells?.at(-1)]
  return cell?.table === lastCell?.table && cell?.row === lastCell?.row && cell?.column === lastCell?.column
}

/** What blocks that came or went together are about. */
export function classOfWhole(blocks: readonly RedlineBlock[], context: WordContext): ChangeClass {
  if (blocks.some(({ type }) => isImage(type))) return 'image'
  if (blocks.some(({ type }) => leadsElsewhere(type))) return 'link'
  const touched = blocks.flatMap(({ pieces }) => touchedIn(pieces, context))
  if (!touched.some(({ piece }) => piece.text.trim() !== '')) return 'format'
  return classOfWords(touched, blocks.some(isQuote), context)
}
