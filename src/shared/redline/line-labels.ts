import type { Line, RedlineBlock, RedlineTable } from './redline-shape'

/** What became of a table, or of a row or column of one, in words. */
export interface LineLabel {
  readonly text: string
  readonly change: Exclude<Line, 'kept'>
  /** The change that it is. */
  readonly part?: number
}

const words: Readonly<Record<LineLabel['change'], string>> = { inserted: 'inserted', deleted: 'deleted', movedFrom: 'moved away from here', movedTo: 'moved here' }

/** ‘Row inserted’, with what stands in it; nothing for a row that stayed. */
export const rowLabel = (change: Line | undefined, blocks: readonly RedlineBlock[]): LineLabel[] => labelled('Row', change, blocks)
/** ‘Column moved here’. */
export const columnLabel = (change: Line | undefined, blocks: readonly RedlineBlock[]): LineLabel[] => labelled('Column', change, blocks)

/** ‘Table deleted’; null for one that both revisions have where it stands. */
export function tableLabel(blocks: readonly RedlineBlock[], table: RedlineTable | undefined): LineLabel | null {
  const [first] = table?.rows ?? []
  const isAll = first !== undefined && table?.rows.every((row) => row === first) === true
  if (isAll && (first === 'inserted' || first === 'deleted')) return labelled('Table', first, blocks)[0] ?? null
  const moved = blocks.find(({ change }) => change === 'movedTo' || change === 'movedFrom')?.change
  const isMoved = moved !== undefined && blocks.every(({ change }) => change === moved || change === (moved === 'movedTo' ? 'inserted' : 'deleted'))
  return isMoved && (moved === 'movedTo' || moved === 'movedFrom') ? (labelled('Table', moved, blocks)[0] ?? null) : null
}

function labelled(what: string, change: Line | undefined, blocks: readonly RedlineBlock[]): LineLabel[] {
  if (change === undefined || change === 'kept') return []
  const part = blocks.find((block) => block.change === change)?.part
  return [{ text: `${what} ${words[change]}`, change, ...(part !== undefined && { part }) }]
}
