import './embed-card.css'
import { embedProvider } from '@shared/document/embed-provider'
import { isWebAddress } from '@shared/document/web-address'
import { ExternalLink, Globe, Trash2 } from 'lucide-react'
import { useId } from 'react'
import { ask } from '../../../app/bridge'
import { IconButton } from '../../../ui/Button'
import { complain } from '../../../ui/notices'
import { linkAddressFrom } from '../link-address-from'
import type { CardProps } from '../node-cards'
import { text } from './attribute-values'
import { CardText } from './CardText'

const kinds = { YouTube: 'Film on YouTube', Vimeo: 'Film on Vimeo', X: 'Post on X', Instagram: 'Post on Instagram' } as const

/** Something at another place of the web, as a card that leads there. What it shows is written here: nobody is asked for it. */
export function EmbedCard(card: CardProps) {
  const { node, selected, change, remove } = card
  const address = text(node.attrs['address'])
  const { name, host } = embedProvider(address)
  const id = useId()
  const wrong = address !== '' && !isWebAddress(address)
  const open = async (): Promise<void> => {
    const answer = await ask('link.openExternal', { address })
    if (!answer.ok) complain(answer.error)
  }
  return (
    <div className={`card-box embed-card ${selected ? 'card-box--selected' : ''}`}>
      <span className="embed-card__sign" data-provider={name ?? 'web'} aria-hidden>
        {name === null ? <Globe size={18} /> : name.slice(0, 1)}
      </span>
      <div className="embed-card__words">
        <CardText card={card} className="embed-card__title" words="title" aria-label="Title of the embed" placeholder="What is it? Readers see this as the link" value={text(node.attrs['title'])} onText={(words) => change({ title: words })} />
        <div className="card-row">
          <span className="embed-card__kind">{name === null ? (host === '' ? 'Page' : host) : kinds[name]}</span>
          <CardText card={card} id={id} className="card-row__input" dir="ltr" spellCheck={false} aria-label="Address of the embed" placeholder="https://…" aria-invalid={wrong || undefined} aria-describedby={wrong ? `${id}-wrong` : undefined} value={address} onText={(words) => change({ address: words.trim() })} onBlur={() => address !== linkAddressFrom(address) && change({ address: linkAddressFrom(address) })} />
        </div>
        {wrong && (
          <p className="card-wrong" id={`${id}-wrong`}>
            An embed needs a web address, from https:// on.
          </p>
        )}
      </div>
      <IconButton icon={ExternalLink} label="Open in the browser" size="small" unavailable={!isWebAddress(address) && 'there is no web address yet'} onClick={() => void open()} />
      <IconButton icon={Trash2} label="Remove embed" size="small" onClick={remove} />
    </div>
  )
}
