import './redline.css'
import type { Redline, RedlineBlock } from '@shared/redline/redline-shape'
import { Block, ChangedValue } from './Block'
import { runsOf, type Row, type Run } from './runs'

interface RedlineTextProps {
  readonly redline: Redline
  /** Whether what both revisions have is shown in full, or only how much of it there is. */
  readonly full: boolean
}

/** The newer revision with what was inserted and deleted since the older one. */
export function RedlineText({ redline, full }: RedlineTextProps) {
  return (
    <div className="redline__text">
      {redline.fields.map((field) => (
        <ChangedValue key={field.id} value={field} />
      ))}
      {runsOf(redline.blocks, full).map((run, index) => (
        <OneRun key={index} run={run} />
      ))}
    </div>
  )
}

function OneRun({ run }: { readonly run: Run }) {
  switch (run.kind) {
    case 'hidden':
      return <p className="redline__hidden">{run.count === 1 ? '1 block unchanged' : `${run.count} blocks unchanged`}</p>
    case 'table':
      return <Table rows={run.rows} />
    case 'block':
      return <Block block={run.block} />
  }
}

/** A table as read, row by row: what was deleted from it stands in rows of its own. What it says itself stands above. */
function Table({ rows }: { readonly rows: readonly Row[] }) {
  const blocks = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.blocks))
  const caption = captionOf(blocks)
  const values = blocks.flatMap((block) => block.values.filter(isOfTable))
  return (
    <div className={values.length > 0 ? 'redline__block--changed redline__block' : 'redline__whole'}>
      {values.map((value) => (
        <ChangedValue key={value.id} value={value} />
      ))}
      <table className="redline__table">
        {caption !== '' && <caption dir="auto">{caption}</caption>}
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell) => (
                <Cell key={cell.key} blocks={cell.blocks} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ blocks }: { readonly blocks: readonly RedlineBlock[] }) {
  const own = blocks.flatMap(({ opens = [] }) => opens).find(({ type }) => type === 'tableCell' || type === 'tableHeader')
  const Tag = own?.type === 'tableHeader' ? 'th' : 'td'
  return (
    <Tag colSpan={spanOf(own?.attrs['colspan'])} rowSpan={spanOf(own?.attrs['rowspan'])}>
      {blocks.map((block, index) => (
        <Block key={index} block={withoutTable(block)} />
      ))}
    </Tag>
  )
}

const spanOf = (value: unknown): number => (typeof value === 'number' && value >= 1 ? value : 1)

const isOfTable = ({ id }: { readonly id: string }): boolean => id.startsWith('table.')

/** A cell's block without what the table says: changed only where it changed itself. */
function withoutTable(block: RedlineBlock): RedlineBlock {
  const values = block.values.filter((value) => !isOfTable(value))
  const isChanged = block.reshaped || values.length > 0 || block.pieces.some(({ kind, marksBefore }) => kind !== 'same' || marksBefore !== undefined)
  return { ...block, values, ...(block.change === 'changed' && !isChanged && { change: 'kept' as const }) }
}

function captionOf(blocks: readonly RedlineBlock[]): string {
  const caption: unknown = blocks.flatMap(({ opens = [] }) => opens).find(({ type }) => type === 'table')?.attrs['caption']
  return typeof caption === 'string' ? caption : ''
}
