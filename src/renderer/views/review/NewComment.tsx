import { X } from 'lucide-react'
import type { Mention } from '@shared/comments/mentions'
import { call } from '../../app/bridge'
import { useStorySession } from '../../story/StoryProvider'
import { IconButton } from '../../ui/Button'
import { failureOf } from '../../ui/failure'
import { complain } from '../../ui/notices'
import { CommentBox } from './CommentBox'
import { changeDraft, useCommentDraft, wholeStory } from './comment-draft'
import { useCommentView } from './comment-view'
import { refreshThreads } from './threads-store'

/** The box in which a new thread is started, with what it is about. What was typed stays when it could not be kept. */
export function NewComment() {
  const session = useStorySession()
  const { id } = session
  const place = { story: id, at: 'new' } as const
  const draft = useCommentDraft(place)
  if (draft === null || !draft.open) return null
  const { subject } = draft
  const send = async (text: string, mentions: readonly Mention[]): Promise<boolean> => {
    try {
      // The words that it is about are on the disk before it is.
      await session.flush()
      const { thread } = await call('story.comment', { id, text, mentions: [...mentions], quote: subject.quote, about: subject.about })
      await refreshThreads(id)
      useCommentView.setState({ active: { thread, by: 'list' } })
      return true
    } catch (error) {
      complain(failureOf(error))
      return false
    }
  }
  return (
    <div className="comment-box">
      <div className="comment-box__subject">
        <p className="thread__place">
          {subject.label !== '' && <span className="thread__kind">{subject.label}</span>}
          {subject.quote !== '' && (
            <q className="thread__quote" dir="auto">
              {subject.quote}
            </q>
          )}
        </p>
        {subject.about?.in !== 'story' && <IconButton icon={X} size="small" label="Comment on the whole story instead" onClick={() => changeDraft(place, { subject: wholeStory })} />}
      </div>
      <CommentBox place={place} label="Comment" action="Comment" placeholder="What do you want to say?" onSend={send} />
    </div>
  )
}
