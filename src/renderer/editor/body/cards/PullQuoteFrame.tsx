import type { CardProps } from '../node-cards'
import { text } from './attribute-values'
import { CardText } from './CardText'

/** Whose words a pull quote has; the words themselves are written in the text. */
export function PullQuoteFrame(card: CardProps) {
  return (
    <div className="pull-quote__by">
      <span aria-hidden>—</span>
      <CardText card={card} words="attribution" aria-label="Attribution" placeholder="Whose words" value={text(card.node.attrs['attribution'])} onText={(words) => card.change({ attribution: words })} />
    </div>
  )
}
