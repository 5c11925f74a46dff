import './button-card.css'
import { isSafeLinkAddress } from '@shared/document/link-address'
import { buttonPurposes } from '@shared/document/nodes/cards'
import { Mail, MousePointerClick, Trash2 } from 'lucide-react'
import { useId } from 'react'
import { IconButton } from '../../../ui/Button'
import { Segments } from '../../../ui/Segments'
import { linkAddressFrom } from '../link-address-from'
import type { CardProps } from '../node-cards'
import { chosen, text } from './attribute-values'
import { CardText } from './CardText'

const purposes = { link: { label: 'Follow', hint: 'A button that leads to a page' }, subscribe: { label: 'Subscribe', hint: 'A button that leads to where people subscribe' } } as const

/** A call to readers: what the button says, and where it leads. */
export function ButtonCard(card: CardProps) {
  const { node, selected, change, choose, remove } = card
  const address = text(node.attrs['address'])
  const purpose = chosen(buttonPurposes, node.attrs['purpose'])
  const id = useId()
  const wrong = address !== '' && !isSafeLinkAddress(linkAddressFrom(address))
  const Icon = purpose === 'subscribe' ? Mail : MousePointerClick
  return (
    <div className={`card-box button-card ${selected ? 'card-box--selected' : ''}`}>
      <span className="button-card__button">
        <Icon size={16} aria-hidden />
        <CardText card={card} className="button-card__label" words="label" aria-label="Words on the button" placeholder={purpose === 'subscribe' ? 'Subscribe' : 'Words on the button'} value={text(node.attrs['label'])} onText={(words) => change({ label: words })} />
      </span>
      <div className="card-row">
        <label className="card-row__label" htmlFor={id}>
          Leads to
        </label>
        <CardText card={card} id={id} className="card-row__input" dir="ltr" spellCheck={false} placeholder="https://…" aria-invalid={wrong || undefined} aria-describedby={wrong ? `${id}-wrong` : undefined} value={address} onText={(words) => change({ address: words.trim() })} onBlur={() => address !== linkAddressFrom(address) && change({ address: linkAddressFrom(address) })} />
        <Segments label="Purpose" value={purpose} options={buttonPurposes.map((value) => ({ value, ...purposes[value] }))} onChange={(value) => choose({ purpose: value })} />
        <IconButton icon={Trash2} label="Remove button" size="small" onClick={remove} />
      </div>
      {wrong && (
        <p className="card-wrong" id={`${id}-wrong`}>
          A button leads to a web, mail or telephone address.
        </p>
      )}
    </div>
  )
}
