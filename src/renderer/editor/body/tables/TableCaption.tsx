import type { CardProps } from '../node-cards'
import { text } from '../cards/attribute-values'
import { CardText } from '../cards/CardText'

/** What a table shows, above it. */
export function TableCaption(card: CardProps) {
  const caption = text(card.node.attrs['caption'])
  return <CardText card={card} className={`table-caption ${caption === '' ? 'table-caption--empty' : ''}`} words="caption" aria-label="Caption of the table" placeholder="Caption of the table" value={caption} onText={(words) => card.change({ caption: words })} />
}
