import { layoutOf, type Shown, type ShownCell, type ShownRow } from '@shared/redline/layout'
import { Block, ChangedValue } from './Block'
import { useRedlineAround } from './redline-context'

type ShownTable = Extract<Shown, { kind: 'table' }>

interface TableProps {
  readonly table: ShownTable
  readonly full: boolean
  /** In how many tables this one stands. */
  readonly level?: number
}

/** A table with the rows and columns of both revisions. What it says itself stands above; rows in which nothing changed are counted unless it is shown in full. */
export function Table({ table, full, level = 0 }: TableProps) {
  const { values, caption } = table
  const width = table.rows[0]?.cells.reduce((sum, { columns }) => sum + columns, 0) ?? 1
  return (
    <div className={`redline__whole ${values.length > 0 ? 'redline__block--changed redline__block' : ''}`}>
      {values.map((value, index) => (
        <ChangedValue key={`${value.id} ${index}`} value={value} />
      ))}
      <table className="redline__table">
        {caption !== '' && <caption dir="auto">{caption}</caption>}
        <tbody>
          {rowsShown(table, full).map((row, index) =>
            typeof row === 'number' ? (
              <tr key={`hidden ${index}`}>
                <td colSpan={width} className="redline__rows">
                  {row === 1 ? '1 row unchanged' : `${row} rows unchanged`}
                </td>
              </tr>
            ) : (
              <tr key={row.row} className={`redline__row--${row.change}`}>
                {row.cells.map((cell) => (
                  <Cell key={cell.column} cell={cell} level={level} />
                ))}
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  )
}

/** The rows to show; numbers stand for so many in which nothing changed. The first row, which names the columns, stays, and so does a table with cells over some rows. */
function rowsShown({ rows }: ShownTable, full: boolean): (ShownRow | number)[] {
  if (full || rows.some(({ cells }) => cells.some((cell) => cell.rows > 1))) return [...rows]
  const shown: (ShownRow | number)[] = []
  for (const row of rows) {
    const last = shown.at(-1)
    if (row.row === 0 || row.change !== 'kept' || row.cells.some(isChanged)) shown.push(row)
    else if (typeof last === 'number') shown[shown.length - 1] = last + 1
    else shown.push(1)
  }
  return shown
}

const isChanged = ({ change, blocks }: ShownCell): boolean => change !== 'kept' || blocks.some((block) => block.change !== 'kept')

function Cell({ cell, level }: { readonly cell: ShownCell; readonly level: number }) {
  const { tables } = useRedlineAround()
  const Tag = cell.header ? 'th' : 'td'
  return (
    <Tag colSpan={cell.columns} rowSpan={cell.rows} className={`redline__cell--${cell.change}`}>
      {layoutOf({ blocks: cell.blocks, tables }, true, level + 1).map((shown) => (shown.kind === 'table' ? <Table key={shown.index} table={shown} full level={level + 1} /> : shown.kind === 'block' ? <Block key={shown.index} block={shown.block} /> : null))}
    </Tag>
  )
}
