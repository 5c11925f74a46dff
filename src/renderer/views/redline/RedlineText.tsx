import './redline.css'
import type { Redline, RedlineBlock, ValueChange } from '@shared/redline/redline-shape'
import { Pieces } from './Pieces'

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
      {runsOf(redline.blocks, full).map((run) =>
        run.kind === 'hidden' ? (
          <p key={run.key} className="redline__hidden">
            {run.count === 1 ? '1 block unchanged' : `${run.count} blocks unchanged`}
          </p>
        ) : (
          <Block key={run.key} block={run.block} />
        ),
      )}
    </div>
  )
}

type Run = { readonly kind: 'block'; readonly key: string; readonly block: RedlineBlock } | { readonly kind: 'hidden'; readonly key: string; readonly count: number }

/** The blocks to show; unless in full, neighbours that were kept become one line that counts them. */
function runsOf(blocks: readonly RedlineBlock[], full: boolean): Run[] {
  const runs: Run[] = []
  for (const [index, block] of blocks.entries()) {
    const last = runs.at(-1)
    const key = `${index}`
    if (full || block.change !== 'kept') runs.push({ kind: 'block', key, block })
    else if (last?.kind === 'hidden') runs[runs.length - 1] = { ...last, count: last.count + 1 }
    else runs.push({ kind: 'hidden', key, count: 1 })
  }
  return runs
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
  const depth = block.within.filter((type) => type === 'bulletList' || type === 'orderedList').length
  const place = [depth > 0 && 'redline__block--listed', block.within.includes('blockquote') && 'redline__block--quoted', block.within.includes('table') && 'redline__block--cell'].filter(Boolean).join(' ')
  // A whole block that came or went is one change; its words then aren't counted again.
  const whole = block.change === 'inserted' || block.change === 'deleted'
  return (
    <div className={`redline__block redline__block--${block.change} redline__block--${block.type} ${place}`} data-change={whole || (block.reshaped && block.change === 'changed') ? '' : undefined} data-level={levelOf(block)} dir="auto">
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
