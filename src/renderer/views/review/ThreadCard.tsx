import type { DeskInfo, ThreadEntry } from '@shared/ipc'
import { Check, RotateCcw } from 'lucide-react'
import { memo, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useShownEditor } from '../../editor/insert-words'
import { useStorySession } from '../../story/StoryProvider'
import { Ago } from '../../ui/Ago'
import { Button, IconButton } from '../../ui/Button'
import { CommentBox } from './CommentBox'
import { openDraft, useCommentDraft, wholeStory } from './comment-draft'
import { useCommentView } from './comment-view'
import { nameOf } from './people'
import { Remark } from './Remark'
import { ThreadSubject } from './ThreadSubject'
import { useSeen } from './use-seen'
import { useThreadActions } from './use-thread-actions'

/** Of a longer thread the first comment and the last ones are shown until more is asked for. */
const foldedFrom = 5
const lastShown = 2

/** One thread: what it is about, what was said, an answer, and whether it is settled. */
export const ThreadCard = memo(function ThreadCard({ thread, desk }: { readonly thread: ThreadEntry; readonly desk: DeskInfo }) {
  const { id: story } = useStorySession()
  const place = { story, at: `reply:${thread.id}` } as const
  const draft = useCommentDraft(place)
  const actions = useThreadActions(thread)
  const card = useRef<HTMLLIElement>(null)
  const active = useActive(thread, card)
  const { fresh, setAside } = useSeen(card, thread, actions)
  const { resolved } = thread
  const replying = draft?.open === true && !resolved
  const hear = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.target !== card.current) return
    if (event.key === 'Enter' && !resolved) openDraft(place, wholeStory)
    else if (event.key === 'Escape') useShownEditor.getState().editor?.view.focus()
    else return
    event.preventDefault()
  }
  return (
    <li
      ref={card}
      tabIndex={-1}
      className={`thread ${resolved ? 'thread--resolved' : ''} ${active ? 'thread--active' : ''}`}
      aria-label={`${resolved ? 'Resolved comment' : 'Comment'} by ${nameOf(desk, thread.by)}`}
      aria-current={active || undefined}
      data-thread={thread.id}
      onFocus={() => !active && useCommentView.setState({ active: { thread: thread.id, by: 'list' } })}
      onClick={() => !active && useCommentView.setState({ active: { thread: thread.id, by: 'list' } })}
      onKeyDown={hear}
    >
      <div className="thread__head">
        <ThreadSubject thread={thread} />
        {resolved ? (
          <IconButton icon={RotateCcw} label="Reopen" size="small" onClick={() => actions.resolve(false)} />
        ) : (
          <IconButton icon={Check} label="Resolve" size="small" onClick={() => actions.resolve(true)} />
        )}
      </div>
      <Remarks thread={thread} desk={desk} fresh={fresh} actions={{ ...actions, markSeen: setAside }} />
      <Settled thread={thread} desk={desk} />
      {replying && <CommentBox place={place} label="Reply" action="Reply" placeholder="What do you answer?" onSend={actions.answer} />}
      <div hidden={replying || resolved}>
        <Button size="small" look="quiet" className="thread__reply" onClick={() => openDraft(place, wholeStory)}>
          {draft === null ? 'Reply' : 'Go on with your reply'}
        </Button>
      </div>
    </li>
  )
})

function Remarks({ thread: { comments }, desk, fresh, actions }: { readonly thread: ThreadEntry; readonly desk: DeskInfo; readonly fresh: ReadonlySet<string>; readonly actions: ReturnType<typeof useThreadActions> }) {
  const [unfolded, setUnfolded] = useState(false)
  // What is new is never folded away.
  const firstNew = comments.findIndex(({ id }) => fresh.has(id))
  const lastFolded = Math.min(comments.length - lastShown, firstNew === -1 ? comments.length : firstNew)
  const folded = unfolded || comments.length < foldedFrom ? 0 : Math.max(0, lastFolded - 1)
  return (
    <ul className="thread__comments">
      {comments.map((comment, index) => {
        const line = <Remark key={comment.id} comment={comment} desk={desk} fresh={fresh.has(comment.id)} actions={actions} />
        if (index === 0 || index > folded) return line
        return index === 1 ? (
          <li key="folded">
            <button type="button" className="thread__more" onClick={() => setUnfolded(true)}>
              {folded === 1 ? 'Show 1 more answer' : `Show ${folded} more answers`}
            </button>
          </li>
        ) : null
      })}
    </ul>
  )
}

function Settled({ thread: { resolved, resolution }, desk }: { readonly thread: ThreadEntry; readonly desk: DeskInfo }) {
  if (!resolved) return null
  return (
    <p className="thread__settled">
      <Check size={13} aria-hidden />
      <span>
        {resolution === null ? (
          'Resolved'
        ) : (
          <>
            Resolved by {nameOf(desk, resolution.by)} <Ago at={resolution.at} />
          </>
        )}
      </span>
    </p>
  )
}

/** Whether this thread is the one that is meant; comes into sight when it is meant elsewhere, and takes the focus when that was by key. */
function useActive({ id }: ThreadEntry, card: { readonly current: HTMLLIElement | null }): boolean {
  const by = useCommentView(({ active }) => (active?.thread === id ? active.by : null))
  useEffect(() => {
    if (by === null || by === 'list') return
    card.current?.scrollIntoView({ block: 'nearest' })
    if (by === 'key') card.current?.focus({ preventScroll: true })
  }, [by, card])
  return by !== null
}
