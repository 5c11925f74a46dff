import { calloutTones, type CalloutTone } from '@shared/document/nodes/quotes'
import { Info, Lightbulb, MessageSquareWarning, TriangleAlert, type LucideIcon } from 'lucide-react'
import { useReaderWording } from '../../../story/reader-wording'
import { IconButton } from '../../../ui/Button'
import { Menu } from '../../../ui/Menu'
import type { CardProps } from '../node-cards'
import { chosen, text } from './attribute-values'
import { CardText } from './CardText'

export const tones: Readonly<Record<CalloutTone, { readonly label: string; readonly icon: LucideIcon }>> = {
  note: { label: 'Note', icon: Info },
  tip: { label: 'Tip', icon: Lightbulb },
  important: { label: 'Important', icon: MessageSquareWarning },
  warning: { label: 'Warning', icon: TriangleAlert },
}

/** What a callout is for, and its heading. */
export function CalloutFrame(card: CardProps) {
  const { node, change, choose, editor } = card
  const { callout } = useReaderWording()
  const tone = chosen(calloutTones, node.attrs['tone'])
  return (
    <div className="callout__head">
      <Menu
        trigger={<IconButton icon={tones[tone].icon} label={`Callout: ${tones[tone].label}`} size="small" className="callout__tone" />}
        groups={[{ label: 'This callout is', entries: calloutTones.map((value) => ({ id: value, label: tones[value].label, icon: tones[value].icon, checked: value === tone, onSelect: () => choose({ tone: value }) })) }]}
        returnFocus={() => editor.view.focus()}
      />
      <CardText card={card} className="callout__title" words="title" aria-label="Title of the callout" placeholder={callout[tone]} value={text(node.attrs['title'])} onText={(words) => change({ title: words })} />
    </div>
  )
}
