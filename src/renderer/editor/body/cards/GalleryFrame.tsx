import './gallery.css'
import { ImagePlus, Trash2 } from 'lucide-react'
import { Button, IconButton } from '../../../ui/Button'
import { choosePictures } from '../../files/choose-files'
import { addToGallery } from '../gallery'
import type { CardProps } from '../node-cards'
import { text } from './attribute-values'
import { CardText } from './CardText'

/** What belongs to a gallery as a whole. */
export function GalleryFrame(card: CardProps) {
  const { editor, node, change, position, remove } = card
  const add = async (): Promise<void> => {
    const files = await choosePictures('several')
    const at = position()
    if (at !== undefined) await addToGallery(editor, at, files)
  }
  return (
    <div className="gallery__foot">
      <CardText card={card} wraps className="gallery__caption" words="caption" aria-label="Caption of the gallery" placeholder="Caption of the gallery" value={text(node.attrs['caption'])} onText={(words) => change({ caption: words })} />
      <span className="gallery__count" dir="ltr">{node.childCount === 1 ? '1 image' : `${node.childCount} images`}</span>
      <Button size="small" look="quiet" icon={ImagePlus} onClick={() => void add()}>
        Add images
      </Button>
      <IconButton icon={Trash2} label="Remove gallery" size="small" onClick={remove} />
    </div>
  )
}
