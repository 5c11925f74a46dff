import './redline.css'
import type { Redline, RedlineBlock, ValueChange } from '@shared/redline/redline-shape'
import { Pieces } from './Pieces'
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

/** A table as read, row by row: what was deleted from it stands in rows of its own. */
function Table({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <table className="redline__table">
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell) => (
              <td key={cell.key}>
                {cell.blocks.map((block, index) => (
                  <Block key={index} block={block} />
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A field, or one of an image's texts: its name, and the words that changed. */
function ChangedValue({ value }: { readonly value: ValueChange }) {
  return (
    <div className="redline__value">
      <span className="redline__label">{value.label}</span>
      <p dir="auto">
        <Pieces pieces={value.pieces} />
      </p>
    </div>
  )
}

const typeNames: Readonly<Record<string, string>> = {
  paragraph: 'paragraph',
  heading: 'heading',
  codeBlock: 'code block',
  figure: 'image',
  attachment: 'attachment',
  horizontalRule: 'rule',
}
const nameOfType = (type: string): string => typeNames[type] ?? type

function Block({ block }: { readonly block: RedlineBlock }) {
  const place = [block.within.includes('listItem') && 'redline__block--listed', block.within.includes('blockquote') && 'redline__block--quoted'].filter(Boolean).join(' ')
  // A whole block that came or went is one change; its words then aren't counted again.
  const whole = block.change === 'inserted' || block.change === 'deleted'
  return (
    <div className={`redline__block redline__block--${block.change} redline__block--${block.type} ${place}`} data-change={whole || (block.reshaped && block.change === 'changed') ? '' : undefined} data-level={levelOf(block)} data-marker={markerOf(block)} dir="auto">
      {block.reshaped && <span className="redline__label">{block.formerly === undefined ? 'Form changed' : `Was a ${nameOfType(block.formerly)}`}</span>}
      {block.type === 'horizontalRule' ? <hr /> : <Words block={block} />}
      {block.values.map((value) => (
        <ChangedValue key={value.id} value={value} />
      ))}
    </div>
  )
}

function Words({ block }: { readonly block: RedlineBlock }) {
  if (block.type === 'figure') return <Picture block={block} />
  if (block.type === 'attachment') return <p className="redline__label">{`Attachment ${textOf(block, 'label') || textOf(block, 'name')}`}</p>
  return (
    <p>
      <Pieces pieces={block.pieces} />
    </p>
  )
}

function Picture({ block }: { readonly block: RedlineBlock }) {
  const asset = textOf(block, 'asset')
  return (
    <figure className="redline__picture">
      {asset !== '' && <img src={`copydesk-asset://asset/${asset}`} alt={textOf(block, 'alt')} />}
      {textOf(block, 'caption') !== '' && <figcaption>{textOf(block, 'caption')}</figcaption>}
    </figure>
  )
}

const textOf = ({ attrs }: RedlineBlock, name: string): string => (typeof attrs[name] === 'string' ? attrs[name] : '')
const levelOf = ({ attrs }: RedlineBlock): number | undefined => (typeof attrs['level'] === 'number' ? attrs['level'] : undefined)

/** What stands before the first block of a list's item: its number, or a bullet. */
function markerOf({ within, path }: RedlineBlock): string | undefined {
  const item = within.lastIndexOf('listItem')
  if (item === -1 || path[item + 1] !== 0) return undefined
  return within[item - 1] === 'orderedList' ? `${(path[item] ?? 0) + 1}.` : '•'
}
