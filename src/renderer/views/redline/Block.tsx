import { textOfAttribute } from '@shared/document/attributes'
import { headsOf, isCard, isWhole, labelOfCard } from '@shared/redline/block-words'
import { formChange } from '@shared/redline/form-words'
import { picturesOfField } from '@shared/redline/pictures'
import type { RedlineBlock, ValueChange } from '@shared/redline/redline-shape'
import { memo } from 'react'
import { Card } from './Card'
import { Jump } from './Jump'
import { Pictures } from './Pictures'
import { Pieces } from './Pieces'
import { useChangeClass } from './redline-context'

/** A field of the form that changed: its name, its pictures side by side where it holds one, and the words that changed. */
export function ChangedField({ field }: { readonly field: ValueChange }) {
  const pictures = picturesOfField(field)
  return (
    <div className="redline__block redline__block--changed redline__block--field">
      {pictures && <Pictures pictures={pictures} />}
      <ChangedValue value={field} />
    </div>
  )
}

/** What a block says beside its words: its name, and the words that changed. */
export function ChangedValue({ value }: { readonly value: ValueChange }) {
  return (
    <div className="redline__value" data-part={value.part} data-class={useChangeClass(value.part)}>
      <span className="redline__label">{value.label}</span>
      <p dir="auto">
        <Pieces pieces={value.pieces} />
      </p>
    </div>
  )
}

const containerClasses: readonly (readonly [type: string, name: string])[] = [
  ['blockquote', 'quoted'],
  ['callout', 'boxed'],
  ['gallery', 'boxed'],
  ['relatedStories', 'boxed'],
]

/**
 * One block with what changed in it.
 * @param continues Whether it belongs to what was moved with the block before it, which says so.
 */
export const Block = memo(function Block({ block, continues = false }: { readonly block: RedlineBlock; readonly continues?: boolean }) {
  const change = useChangeClass(block.part)
  const depth = block.within.filter((type) => type === 'listItem' || type === 'taskItem').length
  const places = containerClasses.flatMap(([type, name]) => (block.within.includes(type) ? [`redline__block--${name}`] : []))
  const names = ['redline__block', `redline__block--${block.change}`, `redline__block--${block.type}`, ...new Set(places), ...(depth > 0 ? ['redline__block--listed'] : [])]
  return (
    <div className={names.join(' ')} data-part={block.part} data-class={change} data-level={levelOf(block)} data-depth={depth > 1 ? Math.min(depth, 6) : undefined}>
      <Heads block={block} />
      <Form block={block} />
      {!continues && <Moved block={block} />}
      <Words block={block} />
      {block.values.map((value) => (
        // Another picture is shown, side by side with the former one.
        block.type === 'figure' && value.id === 'asset' ? null : <ChangedValue key={value.id} value={value} />
      ))}
    </div>
  )
})

/** What begins here: a callout with its sort and title, a gallery, a list of related stories. */
function Heads({ block }: { readonly block: RedlineBlock }) {
  return headsOf(block).map((head, index) => (
    <span key={index} className="redline__head" dir="auto">
      {head}
    </span>
  ))
}

function Form({ block }: { readonly block: RedlineBlock }) {
  const words = formChange(block)
  const change = useChangeClass(block.reshapedPart)
  return words === null ? null : (
    <span className="redline__label redline__label--form" data-part={block.reshapedPart} data-class={change}>
      {words}
    </span>
  )
}

function Moved({ block: { change, part } }: { readonly block: RedlineBlock }) {
  if (part === undefined || (change !== 'movedFrom' && change !== 'movedTo')) return null
  return (
    <span className="redline__label redline__label--moved">
      {change === 'movedTo' ? 'Moved here' : 'Moved away from here'}
      <Jump part={part} to={change === 'movedTo' ? 'from' : 'to'} />
    </span>
  )
}

function Words({ block }: { readonly block: RedlineBlock }) {
  if (block.type === 'horizontalRule') return isWhole(block) ? <><span className="redline__label">{labelOfCard(block)}</span><hr /></> : <hr />
  if (isCard(block)) return <Card block={block} />
  const by = block.type === 'pullQuote' ? textOfAttribute(block, 'attribution') : ''
  return (
    <>
      {block.type === 'pullQuote' && <span className="redline__label">Pull quote</span>}
      <p className="redline__words" dir="auto" data-marker={block.marker}>
        <Pieces pieces={block.pieces} isMoved={block.change === 'movedFrom'} />
      </p>
      {by !== '' && <p className="redline__by" dir="auto">{by}</p>}
    </>
  )
}

const levelOf = ({ attrs }: RedlineBlock): number | undefined => (typeof attrs['level'] === 'number' ? attrs['level'] : undefined)
