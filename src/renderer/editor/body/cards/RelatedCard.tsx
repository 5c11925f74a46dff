import { StoryId } from '@shared/story/ids'
import { FileText, X } from 'lucide-react'
import { IconButton } from '../../../ui/Button'
import { StateChip } from '../../../ui/StateChip'
import { useStoryRow } from '../../../story/use-story-row'
import type { CardProps } from '../node-cards'
import { text } from './attribute-values'

/** One story of a card of related stories: its headline as readers will see it, and how it stands on this desk. */
export function RelatedCard({ node, remove }: CardProps) {
  const id = StoryId.safeParse(node.attrs['story'])
  const row = useStoryRow(id.success ? id.data : null)
  const headline = text(node.attrs['headline']) || row?.headline || 'Untitled'
  return (
    <div className="related-story">
      <FileText size={15} aria-hidden />
      <span className="related-story__headline" dir="auto">
        {headline}
      </span>
      {row === null && <small className="related-story__gone">not on this desk</small>}
      {row && row.headline !== '' && row.headline !== headline && (
        <small className="related-story__gone" title={row.headline}>
          has another headline now
        </small>
      )}
      {row && <StateChip state={row.state} />}
      <IconButton icon={X} label={`Remove ${headline}`} size="small" onClick={remove} />
    </div>
  )
}
