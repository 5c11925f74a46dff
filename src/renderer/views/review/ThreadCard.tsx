import type { DeskInfo } from '@shared/ipc'
import type { Comment, Thread } from '@shared/story/thread'
import { Check, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { call } from '../../app/bridge'
import { showMode } from '../../app/app-store'
import { useStorySession } from '../../story/StoryProvider'
import { Button, IconButton } from '../../ui/Button'
import { failureOf } from '../../ui/failure'
import { complain } from '../../ui/notices'
import { CommentText } from './NewComment'
import { nameOf } from './people'
import { placeOfQuote } from './place-of-quote'
import { refreshThreads } from './threads-store'
import { When } from './When'

/** One thread: the words that it is about, what was said, an answer, and whether it is settled. */
export function ThreadCard({ thread, desk }: { readonly thread: Thread; readonly desk: DeskInfo }) {
  const { id: story } = useStorySession()
  const [reply, setReply] = useState<string | null>(null)
  const change = async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work()
      await refreshThreads(story)
      return true
    } catch (error) {
      complain(failureOf(error))
      return false
    }
  }
  const resolve = (resolved: boolean): void => void change(() => call('story.resolveThread', { id: story, thread: thread.id, resolved }))
  const answer = async (): Promise<boolean> => {
    const sent = await change(() => call('story.reply', { id: story, thread: thread.id, text: reply ?? '' }))
    if (sent) setReply(null)
    return sent
  }
  return (
    <li className={`thread ${thread.resolved ? 'thread--resolved' : ''}`} aria-label={thread.resolved ? 'Resolved comment' : 'Comment'}>
      <div className="thread__head">
        <Quote thread={thread} />
        {thread.resolved ? (
          <IconButton icon={RotateCcw} label="Reopen" size="small" onClick={() => resolve(false)} />
        ) : (
          <IconButton icon={Check} label="Resolve" size="small" onClick={() => resolve(true)} />
        )}
      </div>
      <ul className="thread__comments">
        {thread.comments.map((comment) => (
          <Said key={comment.id} comment={comment} desk={desk} />
        ))}
      </ul>
      {reply !== null && <CommentText label="Reply" action="Reply" text={reply} onText={setReply} onSend={answer} onCancel={() => setReply(null)} />}
      <div hidden={reply !== null || thread.resolved}>
        <Button size="small" look="quiet" className="thread__reply" onClick={() => setReply('')}>
          Reply
        </Button>
      </div>
    </li>
  )
}

/** The words that a thread is about; leads to them while they are still in the text. */
function Quote({ thread }: { readonly thread: Thread }) {
  const session = useStorySession()
  if (thread.quote === '') return <span className="thread__on">On the story</span>
  const reveal = (): void => {
    const place = placeOfQuote(session.doc, thread.quote)
    if (place === null) {
      complain({ message: 'These words are no longer in the text.', place: thread.quote })
      return
    }
    showMode('write')
    session.reveal(place)
  }
  return (
    <button type="button" className="thread__quote" dir="auto" title="Show in the text" onClick={reveal}>
      {thread.quote}
    </button>
  )
}

function Said({ comment, desk }: { readonly comment: Comment; readonly desk: DeskInfo }) {
  return (
    <li className="thread__comment">
      <p className="thread__who">
        <strong>{nameOf(desk, comment.by)}</strong>
        <When at={comment.at} />
      </p>
      <p className="thread__text" dir="auto">
        {comment.text}
      </p>
    </li>
  )
}
