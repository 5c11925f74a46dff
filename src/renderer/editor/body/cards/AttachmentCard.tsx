import './attachment-card.css'
import { Download, Trash2 } from 'lucide-react'
import { AssetHash } from '@shared/story/ids'
import { ask } from '../../../app/bridge'
import { IconButton } from '../../../ui/Button'
import { complain } from '../../../ui/notices'
import { FileCover } from '../../files/FileCover'
import { aboutFile, useAsset } from '../../files/use-asset'
import type { CardProps } from '../node-cards'
import { text } from './attribute-values'
import { CardText } from './CardText'

/** A file that readers can download: what it is called for them, and what it is. */
export function AttachmentCard(card: CardProps) {
  const { node, selected, change, remove } = card
  const { asset, name, label } = node.attrs
  const info = useAsset(asset)
  const save = async (): Promise<void> => {
    const hash = AssetHash.safeParse(asset)
    if (!hash.success) return
    const saved = await ask('asset.saveAs', { hash: hash.data })
    if (!saved.ok) complain(saved.error)
  }
  return (
    <div className={`card-box attachment-card ${selected ? 'card-box--selected' : ''}`}>
      <FileCover info={info} />
      <div className="attachment-card__words">
        <CardText card={card} className="attachment-card__label" words="label" aria-label="Label of the attachment" placeholder="Label for readers" value={text(label)} onText={(words) => change({ label: words })} />
        <span className="attachment-card__about">
          <bdi>{text(name)}</bdi>
          {info && ` · ${aboutFile(info)}`}
        </span>
      </div>
      <IconButton icon={Download} label="Save a copy" size="small" onClick={() => void save()} />
      <IconButton icon={Trash2} label="Remove attachment" size="small" onClick={remove} />
    </div>
  )
}
