import type { RedlineBlock, ValueChange } from '@shared/redline/redline-shape'
import { saidBy, toneNames } from '@shared/redline/said-attributes'
import { Pieces } from './Pieces'

/** A field, or what a block says beside its words: its name, and the words that changed. */
export function ChangedValue({ value }: { readonly value: ValueChange }) {
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
  pullQuote: 'pull quote',
  button: 'button',
  embed: 'embed',
  relatedStory: 'related story',
  relatedStories: 'list of related stories',
}
const nameOfType = (type: string): string => typeNames[type] ?? type
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** Blocks that are nothing but what they say in their attributes. */
const cards = new Set(['figure', 'attachment', 'button', 'embed', 'relatedStory', 'relatedStories'])

const containerClasses: readonly (readonly [type: string, name: string])[] = [
  ['listItem', 'listed'],
  ['taskItem', 'listed'],
  ['blockquote', 'quoted'],
  ['callout', 'boxed'],
  ['gallery', 'boxed'],
  ['relatedStories', 'boxed'],
]

export function Block({ block }: { readonly block: RedlineBlock }) {
  const place = containerClasses.flatMap(([type, name]) => (block.within.includes(type) ? [`redline__block--${name}`] : [])).join(' ')
  // A whole block that came or went is one change; its words then aren't counted again.
  const whole = block.change === 'inserted' || block.change === 'deleted'
  return (
    <div className={`redline__block redline__block--${block.change} redline__block--${block.type} ${place}`} data-change={whole || (block.reshaped && block.change === 'changed') ? '' : undefined} data-level={levelOf(block)} data-marker={markerOf(block)} dir="auto">
      <Heads block={block} />
      {block.reshaped && <span className="redline__label">{block.was === undefined || block.was.type === block.type ? 'Form changed' : `Was a ${nameOfType(block.was.type)}`}</span>}
      <Words block={block} />
      {block.values.map((value) => (
        <ChangedValue key={value.id} value={value} />
      ))}
    </div>
  )
}

/** What begins here: a callout with its sort and title, a gallery, a list of related stories. */
function Heads({ block }: { readonly block: RedlineBlock }) {
  const heads = (block.opens ?? []).flatMap(({ type, attrs }) => headOf(type, attrs))
  return heads.map((head, index) => (
    <span key={index} className="redline__head">
      {head}
    </span>
  ))
}

function headOf(type: string, attrs: Readonly<Record<string, unknown>>): string[] {
  const words = (name: string): string => (typeof attrs[name] === 'string' ? attrs[name] : '')
  const named = (what: string, title: string): string[] => [title === '' ? what : `${what}: ${title}`]
  if (type === 'callout') return named(Object.entries(toneNames).find(([tone]) => tone === words('tone'))?.[1] ?? 'Callout', words('title'))
  if (type === 'gallery') return named('Gallery', words('caption'))
  return type === 'relatedStories' ? named('Related stories', words('title')) : []
}

function Words({ block }: { readonly block: RedlineBlock }) {
  if (block.type === 'horizontalRule') return block.change === 'kept' ? <hr /> : <><CameOrWent block={block} /><hr /></>
  if (cards.has(block.type)) return <Card block={block} />
  return (
    <>
      {block.type === 'pullQuote' && <span className="redline__label">Pull quote</span>}
      <p>
        <Pieces pieces={block.pieces} />
      </p>
      {block.type === 'pullQuote' && textOf(block, 'attribution') !== '' && <p className="redline__by">{textOf(block, 'attribution')}</p>}
    </>
  )
}

/** A picture, a file, a call or a card: named, shown as far as it can be, and with all that it says where it came or went. */
function Card({ block }: { readonly block: RedlineBlock }) {
  const asset = block.type === 'figure' ? textOf(block, 'asset') : ''
  const title = ['label', 'title', 'headline', 'name', 'caption'].map((name) => textOf(block, name)).find((text) => text !== '') ?? ''
  const isWhole = block.change === 'inserted' || block.change === 'deleted'
  return (
    <figure className="redline__card">
      {isWhole ? <CameOrWent block={block} /> : <span className="redline__label">{capital(nameOfType(block.type))}</span>}
      {asset !== '' && <img src={`copydesk-asset://asset/${asset}`} alt={textOf(block, 'alt')} />}
      {title !== '' && <figcaption dir="auto">{title}</figcaption>}
      {isWhole && <Facts block={block} shown={title} />}
    </figure>
  )
}

function CameOrWent({ block: { type, change } }: { readonly block: RedlineBlock }) {
  return <span className="redline__label">{`${capital(nameOfType(type))} ${change}`}</span>
}

/** What a block that came or went says, as far as it is not what every new one says. */
function Facts({ block: { type, attrs }, shown }: { readonly block: RedlineBlock; readonly shown: string }) {
  const usual = new Map(saidBy({ type }, []).map(({ id, text }) => [id, text]))
  const facts = saidBy({ type, attrs }, []).filter(({ id, text }) => id !== 'asset' && text !== '' && text !== shown && text !== usual.get(id))
  if (facts.length === 0) return null
  return (
    <dl className="redline__facts">
      {facts.map(({ id, label, text }) => (
        <div key={id}>
          <dt>{label}</dt>
          <dd dir="auto">{text}</dd>
        </div>
      ))}
    </dl>
  )
}

const textOf = ({ attrs }: RedlineBlock, name: string): string => (typeof attrs[name] === 'string' ? attrs[name] : '')
const levelOf = ({ attrs }: RedlineBlock): number | undefined => (typeof attrs['level'] === 'number' ? attrs['level'] : undefined)

/** What stands before the first block of a list's item: its number, a bullet, or the box of a task. */
function markerOf({ within, path, opens = [] }: RedlineBlock): string | undefined {
  const item = within.findLastIndex((type) => type === 'listItem' || type === 'taskItem')
  if (item === -1 || path[item + 1] !== 0) return undefined
  if (within[item] === 'taskItem') return opens.findLast(({ type }) => type === 'taskItem')?.attrs['checked'] === true ? '☑' : '☐'
  return within[item - 1] === 'orderedList' ? `${(path[item] ?? 0) + 1}.` : '•'
}
