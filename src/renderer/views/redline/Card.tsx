import { factsOfCard, labelOfCard, nameOfCard, titleOfCard } from '@shared/redline/block-words'
import { picturesOf } from '@shared/redline/pictures'
import type { RedlineBlock } from '@shared/redline/redline-shape'
import { isGone } from '@shared/redline/standing'
import { Pictures } from './Pictures'
import { useRedlineAround } from './redline-context'

/** A picture, a file, a call or a card: named, shown as far as it can be, and with all that it says where it came or went. */
export function Card({ block }: { readonly block: RedlineBlock }) {
  const pictures = picturesOf(block)
  const title = titleOfCard(block)
  const facts = factsOfCard(block, useRedlineAround().targets)
  return (
    <div className={`redline__card ${isGone(block) ? 'redline__card--gone' : ''}`}>
      {/* What was moved says so above, with the way to its other place. */}
      <span className="redline__label">{block.part !== undefined && block.change.startsWith('moved') ? nameOfCard(block.type) : labelOfCard(block)}</span>
      {pictures && <Pictures pictures={pictures} change={block.values.find(({ id }) => id === 'asset')} />}
      {title !== '' && (
        <p className="redline__title" dir="auto">
          {title}
        </p>
      )}
      {facts.length > 0 && (
        <dl className="redline__facts">
          {facts.map(({ id, label, text }) => (
            <div key={id}>
              <dt>{label}</dt>
              <dd dir="auto">{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
