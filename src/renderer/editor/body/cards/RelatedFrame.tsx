import './related-stories.css'
import { StoryId } from '@shared/story/ids'
import { RefreshCw, Trash2 } from 'lucide-react'
import { useId } from 'react'
import { ask } from '../../../app/bridge'
import { useReaderWording } from '../../../story/reader-wording'
import { useStorySession } from '../../../story/StoryProvider'
import { IconButton } from '../../../ui/Button'
import { complain, inform } from '../../../ui/notices'
import { StoryPicker } from '../../../views/story-picker/StoryPicker'
import type { CardProps } from '../node-cards'
import { text } from './attribute-values'
import { CardText } from './CardText'

/** Around the stories of a card: its title, and the box in which more of them are found. */
export function RelatedFrame(card: CardProps) {
  const { editor, node, change, position, remove } = card
  const session = useStorySession()
  const { relatedStories } = useReaderWording()
  const id = useId()
  const chosen = node.content.content.flatMap((story) => {
    const parsed = StoryId.safeParse(story.attrs['story'])
    return parsed.success ? [parsed.data] : []
  })
  const add = (story: StoryId, headline: string): void => {
    const at = position()
    const related = editor.schema.nodes['relatedStory']?.create({ story, headline })
    const now = at === undefined ? null : editor.state.doc.nodeAt(at)
    if (at === undefined || now === null || related === undefined) return
    session.startStep()
    editor.view.dispatch(editor.state.tr.insert(at + now.nodeSize - 1, related))
    session.startStep()
  }
  return (
    <div className="related-stories__foot">
      <CardText card={card} className="related-stories__title" words="title" aria-label="Title of the related stories" placeholder={relatedStories} value={text(node.attrs['title'])} onText={(words) => change({ title: words })} />
      <div className="related-stories__tools">
        <IconButton icon={RefreshCw} label="Take over the headlines of today" size="small" unavailable={chosen.length === 0 && 'there are no stories yet'} onClick={() => void refreshHeadlines(card, session.startStep)} />
        <IconButton icon={Trash2} label="Remove related stories" size="small" onClick={remove} />
      </div>
      <div className="related-stories__find">
        <StoryPicker id={id} label="Add a story" placeholder="Add a story by its headline" excluded={[session.id, ...chosen]} onChoose={(row) => add(row.id, row.headline)} />
      </div>
    </div>
  )
}

/** Shows each story with the headline that it has now, as one step; stories that are gone keep the words that they have. */
async function refreshHeadlines({ editor, position }: CardProps, startStep: () => void): Promise<void> {
  const start = position()
  const before = start === undefined ? null : editor.state.doc.nodeAt(start)
  if (before === null) return
  const headlines = new Map<string, string>()
  for (const { attrs } of before.content.content) {
    const id = StoryId.safeParse(attrs['story'])
    const row = id.success ? await ask('story.row', { id: id.data }) : null
    if (row?.ok === false) return complain(row.error)
    if (id.success && row?.value) headlines.set(id.data, row.value.headline)
  }
  const at = position()
  const now = at === undefined || editor.isDestroyed ? null : editor.state.doc.nodeAt(at)
  if (at === undefined || now === null) return
  const { tr } = editor.state
  now.forEach(({ attrs }, offset) => {
    const headline = headlines.get(text(attrs['story']))
    if (headline !== undefined && headline !== attrs['headline']) tr.setNodeAttribute(at + 1 + offset, 'headline', headline)
  })
  if (!tr.docChanged) return void inform('The headlines are those of today.')
  startStep()
  editor.view.dispatch(tr)
  startStep()
  inform(tr.steps.length === 1 ? 'One headline was brought up to date.' : `${tr.steps.length} headlines were brought up to date.`)
}
