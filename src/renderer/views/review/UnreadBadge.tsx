import './comments.css'
import { useStorySession } from '../../story/StoryProvider'
import { useThreads } from './threads-store'
import { useUnread } from './unread-store'
import type { StoryId } from '@shared/story/ids'

/** On the tab of the review: how many comments whoever acts has not seen. */
export function UnreadBadge() {
  const threads = useThreads(useStorySession().id)
  return <Badge count={threads?.reduce((sum, { comments }) => sum + comments.filter(({ unread }) => unread).length, 0) ?? 0} />
}

/** The same in a list of stories; an @ says that somebody asks for whoever acts. */
export function UnreadOfStory({ story }: { readonly story: StoryId }) {
  const unread = useUnread(story)
  return unread === null ? null : <Badge count={unread.comments} mentioned={unread.mentions > 0} />
}

function Badge({ count, mentioned = false }: { readonly count: number; readonly mentioned?: boolean }) {
  if (count === 0) return null
  const words = `${count} new ${count === 1 ? 'comment' : 'comments'}${mentioned ? ', which mention you' : ''}`
  return (
    <span className="unread-badge" title={words}>
      <span aria-hidden>{`${mentioned ? '@' : ''}${count > 99 ? '99+' : count}`}</span>
      <span className="visually-hidden">{` ${words}`}</span>
    </span>
  )
}
