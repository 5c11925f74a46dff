import { rowsOf, type ShownRow } from './layout-rows'
import { tableLabel, type LineLabel } from './line-labels'
import type { RedlineBlock, RedlineTable, ValueChange } from './redline-shape'
import { isGone } from './standing'

/** What a redline is drawn as: blocks one by one, tables as such, and what is not shown as a run of blocks that were kept. */
export type Shown =
  | { readonly kind: 'block'; readonly block: RedlineBlock; readonly index: number; /** Whether it belongs to what was moved with the block before it. */ readonly continues: boolean }
  | { readonly kind: 'table'; readonly blocks: readonly RedlineBlock[]; readonly caption: string; /** What became of the table as a whole. */ readonly label: LineLabel | null; readonly values: readonly ValueChange[]; readonly rows: readonly ShownRow[]; readonly index: number }
  | { readonly kind: 'hidden'; readonly blocks: readonly RedlineBlock[]; readonly index: number }

interface Told {
  readonly blocks: readonly RedlineBlock[]
  readonly tables: readonly RedlineTable[]
}

/**
 * What to draw, in reading order. Unless in full, blocks and tables in which nothing changed are put together as hidden.
 * @param level In how many tables the blocks stand that are no question any more: for the blocks of a cell one more than around it.
 */
export function layoutOf({ blocks, tables }: Told, full: boolean, level = 0): Shown[] {
  const shown: Shown[] = []
  for (let index = 0; index < blocks.length; ) {
    const block = blocks[index]
    if (block === undefined) break
    const end = endOf(blocks, index, level)
    const some = blocks.slice(index, end)
    const last = shown.at(-1)
    const place = block.cells?.[level]
    if (!full && some.every(({ change }) => change === 'kept')) {
      if (last?.kind === 'hidden') shown[shown.length - 1] = { ...last, blocks: [...last.blocks, ...some] }
      else shown.push({ kind: 'hidden', blocks: some, index })
    } else if (place === undefined) {
      const before = blocks[index - 1]
      shown.push({ kind: 'block', block, index, continues: block.part !== undefined && before?.part === block.part && before.change === block.change })
    } else {
      const values = some.flatMap((cell) => cell.values.filter(isOfTable))
      const label = tableLabel(some, tables[place.table])
      shown.push({ kind: 'table', blocks: some, caption: captionOf(some, level), label, values, rows: rowsOf(some.map(withoutTable), tables[place.table], level, label?.change === 'inserted' || label?.change === 'deleted'), index })
    }
    index = end
  }
  return shown
}

/** Where the table ends that begins with a block; what is in none ends with itself. */
function endOf(blocks: readonly RedlineBlock[], start: number, level: number): number {
  const table = blocks[start]?.cells?.[level]?.table
  if (table === undefined) return start + 1
  const next = blocks.findIndex((block, index) => index > start && block.cells?.[level]?.table !== table)
  return next === -1 ? blocks.length : next
}

const isOfTable = ({ id }: ValueChange): boolean => id.startsWith('table.')

/** A cell's block without what the table says: changed only where it changed itself. */
function withoutTable(block: RedlineBlock): RedlineBlock {
  if (!block.values.some(isOfTable)) return block
  const values = block.values.filter((value) => !isOfTable(value))
  const isChanged = block.reshaped || values.length > 0 || block.pieces.some(({ kind, marksBefore }) => kind !== 'same' || marksBefore !== undefined)
  return { ...block, values, ...(block.change === 'changed' && !isChanged && { change: 'kept' as const }) }
}

/** The caption of the newer text, or of the older one where there is no newer. */
function captionOf(blocks: readonly RedlineBlock[], level: number): string {
  for (const { within, shared, opens = [] } of [...blocks.filter((block) => !isGone(block)), ...blocks]) {
    const depth = within.flatMap((type, place) => (type === 'table' ? [place] : []))[level] ?? -1
    const caption = opens[depth - shared]?.attrs['caption']
    if (depth >= shared) return typeof caption === 'string' ? caption : ''
  }
  return ''
}
