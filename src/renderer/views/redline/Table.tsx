import { layoutOf, type Shown } from '@shared/redline/layout'
import type { ShownCell, ShownRow } from '@shared/redline/layout-rows'
import type { LineLabel } from '@shared/redline/line-labels'
import { Block, ChangedValue } from './Block'
import { Jump } from './Jump'
import { useChangeClass, useRedlineAround } from './redline-context'

type ShownTable = Extract<Shown, { kind: 'table' }>

interface TableProps {
  readonly table: ShownTable
  readonly full: boolean
  /** In how many tables this one stands. */
  readonly level?: number
}

/** A table with the rows and columns of both revisions. What it says itself stands above; rows in which nothing changed are counted unless it is shown in full. */
export function Table({ table, full, level = 0 }: TableProps) {
  const { values, caption, label } = table
  const width = table.rows[0]?.cells.reduce((sum, { columns }) => sum + columns, 0) ?? 1
  return (
    <div className={`redline__whole ${values.length > 0 ? 'redline__block--changed redline__block' : ''}`}>
      {label && <Label label={label} />}
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
                  <Cell key={cell.column} cell={cell} isMoved={isMoved(row.change) || isMoved(cell.change) || isMoved(label?.change)} level={level} />
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

const isMoved = (change: ShownRow['change'] | undefined): boolean => change === 'movedFrom' || change === 'movedTo'

/** What became of the table, or of a row or column of it, with the way to its other place. */
function Label({ label: { text, change, part } }: { readonly label: LineLabel }) {
  return (
    <span className={`redline__label redline__label--line redline__label--${change}`} data-part={part} data-class={useChangeClass(part)}>
      {text}
      {part !== undefined && isMoved(change) && <Jump part={part} to={change === 'movedTo' ? 'from' : 'to'} />}
    </span>
  )
}

/** @param isMoved Whether its row, its column or its table says that its blocks were moved. */
function Cell({ cell, isMoved: saysSo, level }: { readonly cell: ShownCell; readonly isMoved: boolean; readonly level: number }) {
  const { tables } = useRedlineAround()
  const Tag = cell.header ? 'th' : 'td'
  return (
    <Tag colSpan={cell.columns} rowSpan={cell.rows} className={`redline__cell--${cell.change}`}>
      {cell.labels.map((label) => (
        <Label key={label.text} label={label} />
      ))}
      {layoutOf({ blocks: cell.blocks, tables }, true, level + 1).map((shown) => (shown.kind === 'table' ? <Table key={shown.index} table={shown} full level={level + 1} /> : shown.kind === 'block' ? <Block key={shown.index} block={shown.block} continues={saysSo} /> : null))}
    </Tag>
  )
}
