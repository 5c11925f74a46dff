import { classOfValue, isImage, leadsElsewhere } from './block-class'
import type { ToldBlocks } from './block-changes'
import type { ChangeClass, Piece, Redline, RedlineBlock, ValueChange } from './redline-shape'
import { runsOf, type Run } from './runs-of-changes'
import { classOfWords, touchedIn, type WordContext } from './word-class'

/** The changes of a redline, and its fields and blocks with the parts that these have in them. */
export type Counted = Pick<Redline, 'fields' | 'blocks' | 'changes' | 'counts' | 'total'>

/** Which changes there are, in reading order, each of one class; see `ChangeClass`. */
export function countChanges(fields: readonly ValueChange[], told: ToldBlocks, context: WordContext): Counted {
  const changes: ChangeClass[] = []
  const add = (change: ChangeClass): number => changes.push(change) - 1
  const countedFields = fields.map((field) => ({ ...field, part: add('field') }))
  const wholes = wholesOf(told)
  const parts = new Map<string, number>()
  const partNamed = (name: string, change: () => ChangeClass): number => {
    const part = parts.get(name) ?? add(change())
    parts.set(name, part)
    return part
  }
  const blocks = told.blocks.map((block, index): RedlineBlock => {
    const whole = wholes.names[index]
    if (whole === undefined) return block.change === 'kept' ? block : within(block, add, partNamed, context)
    const isMove = block.change === 'movedFrom' || block.change === 'movedTo'
    const moves = isMove ? [] : block.pieces.flatMap(({ part }) => part ?? [])
    // All of its words were moved from elsewhere: the move says it all.
    if (!isMove && moves.length > 0 && block.pieces.every(({ text, part }) => part !== undefined || text.trim() === '')) {
      const moved = withMoves(block, partNamed)
      return { ...moved, part: moved.pieces.find(({ part }) => part !== undefined)?.part ?? 0 }
    }
    const part = partNamed(whole, () => (isMove ? 'move' : classOfWhole(wholes.blocks.get(whole) ?? [block], context)))
    return block.change === 'movedTo' ? { ...within(block, add, partNamed, context), part } : { ...withMoves(block, partNamed), part }
  })
  const counts = { wording: 0, number: 0, quotation: 0, name: 0, link: 0, image: 0, field: 0, move: 0, format: 0 }
  for (const change of changes) counts[change] += 1
  return { fields: countedFields, blocks, changes, counts, total: changes.length }
}

type Add = (change: ChangeClass) => number
type PartNamed = (name: string, change: () => ChangeClass) => number

/** Words that were moved have the number of their move in their part until it is known which change that is. */
const moveOfWords = (piece: Piece, partNamed: PartNamed): Piece => (piece.part === undefined ? piece : { ...piece, part: partNamed(`words ${piece.part}`, () => 'move') })
const withMoves = (block: RedlineBlock, partNamed: PartNamed): RedlineBlock => ({ ...block, pieces: block.pieces.map((piece) => moveOfWords(piece, partNamed)) })

/** The changes within a block that both revisions have. */
function within(block: RedlineBlock, add: Add, partNamed: PartNamed, context: WordContext): RedlineBlock {
  const pieces = [...block.pieces]
  const touched = new Map(touchedIn(block.pieces, context).map((one) => [one.piece, one]))
  const isQuote = block.type === 'pullQuote' || block.within.includes('blockquote')
  const classOf = ({ sort, at }: Run): ChangeClass => (sort === 'words' ? classOfWords(at.flatMap((place) => touched.get(block.pieces[place] ?? nothing) ?? []), isQuote, context) : sort)
  const reshapedPart = block.reshaped ? add('format') : undefined
  for (const run of runsOf(block.pieces)) {
    const move = block.pieces[run.at[0] ?? -1]?.part
    const part = run.sort === 'words' && move !== undefined ? partNamed(`words ${move}`, () => 'move') : add(classOf(run))
    for (const place of run.at) pieces[place] = { ...(pieces[place] ?? nothing), part }
  }
  // All of a block's values that are of one class are one change.
  const byClass = new Map<ChangeClass, number>()
  const values = block.values.map((value): ValueChange => {
    const change = classOfValue(block.type, value, context)
    const part = byClass.get(change) ?? add(change)
    byClass.set(change, part)
    return { ...value, part }
  })
  return { ...block, pieces, values, ...(reshapedPart !== undefined && { reshapedPart }) }
}

const nothing: Piece = { kind: 'same', text: '' }

interface Wholes {
  /** By index of the block: the name of the change that it is a part of as a whole. */
  readonly names: readonly (string | undefined)[]
  readonly blocks: ReadonlyMap<string, readonly RedlineBlock[]>
}

/** What came, went or was moved as one: a list with its items, a row or a column of a table, blocks that moved together. */
function wholesOf({ blocks, tables, moves }: ToldBlocks): Wholes {
  const names: (string | undefined)[] = []
  const members = new Map<string, RedlineBlock[]>()
  blocks.forEach((block, index) => {
    const move = moves.get(index)
    const name = move !== undefined ? `move ${move}` : block.change !== 'inserted' && block.change !== 'deleted' ? undefined : (lineOf(block, tables) ?? (continues(blocks[index - 1], block) ? names[index - 1] : undefined) ?? `block ${index}`)
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
    if (rows.every((line) => line !== 'kept')) return `table ${table} ${rows[row] ?? ''}`
    if (rows[row] !== 'kept') return `table ${table} row ${row}`
    if (columns[column] !== 'kept') return `table ${table} column ${column}`
  }
  return undefined
}

/** A list that came or went is one change, however many items it has. */
function continues(last: RedlineBlock | undefined, { change, within: around, path, cells = [] }: RedlineBlock): boolean {
  if (last === undefined || last.change !== change || around.length === 0 || last.within.length === 0 || last.path[0] !== path[0]) return false
  const [cell, lastCell] = [cells.at(-1), last.cells?.at(-1)]
  return cell?.table === lastCell?.table && cell?.row === lastCell?.row && cell?.column === lastCell?.column
}

function classOfWhole(blocks: readonly RedlineBlock[], context: WordContext): ChangeClass {
  if (blocks.some(({ type }) => isImage(type))) return 'image'
  if (blocks.some(({ type }) => leadsElsewhere(type))) return 'link'
  const touched = blocks.flatMap(({ pieces }) => touchedIn(pieces, context))
  if (!touched.some(({ piece }) => piece.text.trim() !== '')) return 'format'
  return classOfWords(touched, blocks.some(({ type, within: around }) => type === 'pullQuote' || around.includes('blockquote')), context)
}
