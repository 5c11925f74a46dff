import './comments.css'
import { MessageSquarePlus } from 'lucide-react'
import { call } from '../../app/bridge'
import { useStorySession } from '../../story/StoryProvider'
import { Button } from '../../ui/Button'
import { failureOf } from '../../ui/failure'
import { complain } from '../../ui/notices'
import { dropComment, startComment, useCommentDraft, writeComment } from './comment-draft'

/** What is being said about the story. */
export function Comments() {
  const draft = useCommentDraft()
  return (
    <section className="inspector__section" aria-labelledby="comments-title">
      <h3 className="inspector__heading" id="comments-title">
        Comments
      </h3>
      {draft.open ? <NewComment /> : <Button icon={MessageSquarePlus} onClick={() => startComment('')}>Comment</Button>}
    </section>
  )
}

function NewComment() {
  const { id } = useStorySession()
  const { quote, text } = useCommentDraft()
  const send = async (): Promise<void> => {
    if (text.trim() === '') return
    try {
      await call('story.comment', { id, text, quote })
      dropComment()
    } catch (error) {
      complain(failureOf(error))
    }
  }
  return (
    <div className="comment-box">
      {quote !== '' && <q className="comment-box__quote">{quote}</q>}
      <textarea className="control" aria-label="Comment" autoFocus rows={3} value={text} onChange={(event) => writeComment(event.target.value)} />
      <div className="comment-box__foot">
        <Button size="small" look="quiet" onClick={dropComment}>Cancel</Button>
        <Button size="small" look="primary" onClick={() => void send()}>Comment</Button>
      </div>
    </div>
  )
}
