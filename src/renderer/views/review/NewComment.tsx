import { useState, type KeyboardEvent } from 'react'
import { call } from '../../app/bridge'
import { useStorySession } from '../../story/StoryProvider'
import { Button } from '../../ui/Button'
import { failureOf } from '../../ui/failure'
import { complain } from '../../ui/notices'
import { useReturnFocus } from '../../ui/return-focus'
import { dropComment, useCommentDraft, writeComment } from './comment-draft'
import { refreshThreads } from './threads-store'

/** The box in which a new thread is started. What was typed stays when it could not be kept. */
export function NewComment() {
  const { id } = useStorySession()
  const draft = useCommentDraft(id)
  const send = async (): Promise<boolean> => {
    if (draft === null) return false
    try {
      await call('story.comment', { id, ...draft })
      dropComment(id)
      await refreshThreads(id)
      return true
    } catch (error) {
      complain(failureOf(error))
      return false
    }
  }
  if (draft === null) return null
  const { quote, text } = draft
  return (
    <div className="comment-box">
      {quote !== '' && (
        <q className="comment-box__quote" dir="auto">
          {quote}
        </q>
      )}
      <CommentText label="Comment" action="Comment" text={text} onText={(words) => writeComment(id, words)} onSend={send} onCancel={() => dropComment(id)} />
    </div>
  )
}

interface CommentTextProps {
  readonly label: string
  readonly action: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly onSend: () => Promise<boolean>
  readonly onCancel: () => void
}

/** Where a comment or an answer is typed: Ctrl or ⌘ with Return sends it, Escape puts it away. */
export function CommentText({ label, action, text, onText, onSend, onCancel }: CommentTextProps) {
  const [busy, setBusy] = useState(false)
  useReturnFocus()
  const send = async (): Promise<void> => {
    if (busy || text.trim() === '') return
    setBusy(true)
    if (!(await onSend())) setBusy(false)
  }
  const hear = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void send()
    }
    if (event.key === 'Escape') {
      event.stopPropagation()
      onCancel()
    }
  }
  return (
    <>
      <textarea className="control" aria-label={label} dir="auto" autoFocus rows={3} value={text} onChange={(event) => onText(event.target.value)} onKeyDown={hear} />
      <div className="comment-box__foot">
        <Button size="small" look="quiet" onClick={onCancel}>
          Cancel
        </Button>
        <Button size="small" look="primary" unavailable={text.trim() === '' ? 'Write something first.' : ''} onClick={() => void send()}>
          {action}
        </Button>
      </div>
    </>
  )
}
