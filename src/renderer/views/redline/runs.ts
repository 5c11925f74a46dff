import type { RedlineBlock } from '@shared/redline/redline-shape'

export interface Row {
  readonly key: string
  readonly cells: readonly { readonly key: string; readonly blocks: readonly RedlineBlock[] }[]
}

/** What a redline is drawn as: blocks one by one, the cells of a table together, and what is not shown as a number. */
export type Run =
  | { readonly kind: 'block'; readonly block: RedlineBlock }
  | { readonly kind: 'table'; readonly rows: readonly Row[] }
  | { readonly kind: 'hidden'; readonly count: number }

/** The blocks to show, in reading order. Unless in full, only what changed is: neighbours that were kept become a number. */
export function runsOf(blocks: readonly RedlineBlock[], full: boolean): Run[] {
  const runs: Run[] = []
  for (const block of blocks) {
    const last = runs.at(-1)
    if (!full && block.change === 'kept') {
      if (last?.kind === 'hidden') runs[runs.length - 1] = { kind: 'hidden', count: last.count + 1 }
      else runs.push({ kind: 'hidden', count: 1 })
    } else if (!block.within.includes('table')) {
      runs.push({ kind: 'block', block })
    } else if (last?.kind === 'table') {
      runs[runs.length - 1] = { kind: 'table', rows: withCell(last.rows, block) }
    } else {
      runs.push({ kind: 'table', rows: withCell([], block) })
    }
  }
  return runs
}

/** The rows with one more block, in the cell and row that it belongs to; the next ones where the last do not hold it. */
function withCell(rows: readonly Row[], block: RedlineBlock): Row[] {
  const { row, cell } = keysOf(block)
  const last = rows.at(-1)
  if (last?.key !== row) return [...rows, { key: row, cells: [{ key: cell, blocks: [block] }] }]
  const before = last.cells.at(-1)
  const cells = before?.key === cell ? [...last.cells.slice(0, -1), { key: cell, blocks: [...before.blocks, block] }] : [...last.cells, { key: cell, blocks: [block] }]
  return [...rows.slice(0, -1), { key: row, cells }]
}

/** The row and the cell of a block in a table. Paths of what was deleted count in the older text, so they are kept apart. */
function keysOf({ change, path, within }: RedlineBlock): { readonly row: string; readonly cell: string } {
  const table = within.indexOf('table')
  const text = change === 'deleted' ? 'older' : 'newer'
  return { row: `${text} ${path.slice(0, table + 2).join('.')}`, cell: `${text} ${path.slice(0, table + 3).join('.')}` }
}
