import './attachment-card.css'
import { Download, Paperclip, Trash2 } from 'lucide-react'
import { ask } from '../../app/bridge'
import { IconButton } from '../../ui/Button'
import { complain } from '../../ui/notices'
import { AssetHash } from '@shared/story/ids'
import { aboutFile, useAsset } from '../files/use-asset'
import type { CardProps } from './node-cards'

/** A file that readers can download: what it is called for them, and what it is. */
export function AttachmentCard({ node, selected, change, remove }: CardProps) {
  const { asset, name, label } = node.attrs
  const info = useAsset(asset)
  const save = async (): Promise<void> => {
    const hash = AssetHash.safeParse(asset)
    if (!hash.success) return
    const saved = await ask('asset.saveAs', { hash: hash.data })
    if (!saved.ok) complain(saved.error)
  }
  return (
    <div className={`attachment-card ${selected ? 'attachment-card--selected' : ''}`}>
      <Paperclip size={18} aria-hidden />
      <div className="attachment-card__words">
        <input className="attachment-card__label" aria-label="Label of the attachment" placeholder="Label for readers" dir="auto" value={String(label)} onChange={(event) => change({ label: event.target.value })} />
        <span className="attachment-card__about">
          <bdi>{String(name)}</bdi>
          {info && ` · ${aboutFile(info)}`}
        </span>
      </div>
      <IconButton icon={Download} label="Save a copy" size="small" onClick={() => void save()} />
      <IconButton icon={Trash2} label="Remove attachment" size="small" onClick={remove} />
    </div>
  )
}
