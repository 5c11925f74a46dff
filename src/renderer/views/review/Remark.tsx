import { commentPieces, writtenComment, type Mention } from '@shared/comments/mentions'
import type { DeskInfo, ThreadEntry } from '@shared/ipc'
import { Copy, Ellipsis, EyeOff, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useStorySession } from '../../story/StoryProvider'
import { Ago } from '../../ui/Ago'
import { IconButton } from '../../ui/Button'
import { copyText } from '../../ui/copy-text'
import { fullDate } from '../../ui/dates'
import { Menu, type MenuEntry } from '../../ui/Menu'
import { Avatar } from '../identity/Avatar'
import { CommentBox } from './CommentBox'
import { openDraft, useCommentDraft, wholeStory } from './comment-draft'
import { nameOf } from './people'
import type { ThreadActions } from './use-thread-actions'

type Comment = ThreadEntry['comments'][number]

interface RemarkProps {
  readonly comment: Comment
  readonly desk: DeskInfo
  /** It was not seen before the list was opened. */
  readonly fresh: boolean
  readonly actions: ThreadActions
}

/** One comment of a thread: who said it, when, and what. */
export function Remark({ comment, desk, fresh, actions }: RemarkProps) {
  const { id: story } = useStorySession()
  const place = { story, at: `edit:${comment.id}` } as const
  const draft = useCommentDraft(place)
  const name = nameOf(desk, comment.by)
  if (comment.removed) {
    return (
      <li className="remark remark--removed">
        <span className="remark__removed">{name} removed this comment.</span>
      </li>
    )
  }
  return (
    <li className="remark">
      <p className="remark__who">
        <Avatar name={name} size={22} />
        <strong dir="auto" title={name}>
          {name}
        </strong>
        <Ago at={comment.at} />
        {comment.edited !== null && (
          <span className="remark__edited" title={`Edited on ${fullDate(comment.edited)}`}>
            edited
          </span>
        )}
        {fresh && <span className="remark__new">New</span>}
        <CommentMenu comment={comment} desk={desk} actions={actions} onEdit={() => openDraft(place, wholeStory, writtenComment(comment.text, comment.mentions, desk.members))} />
      </p>
      {draft?.open === true ? (
        <CommentBox place={place} label="Edit your comment" action="Save" placeholder="What do you want to say?" onSend={(text: string, mentions: readonly Mention[]) => actions.rewrite(comment.id, text, mentions)} />
      ) : (
        <Words comment={comment} desk={desk} />
      )}
    </li>
  )
}

function CommentMenu({ comment, desk, actions, onEdit }: Omit<RemarkProps, 'fresh'> & { readonly onEdit: () => void }) {
  const mine = comment.by === desk.currentMember
  const words = writtenComment(comment.text, comment.mentions, desk.members)
  const own: readonly MenuEntry[] = [
    // What is chosen in a menu gets the focus only when the menu is gone.
    { id: 'edit', label: 'Edit', icon: Pencil, onSelect: () => setTimeout(onEdit) },
    { id: 'remove', label: 'Remove', icon: Trash2, onSelect: () => actions.remove(comment) },
  ]
  const others: readonly MenuEntry[] = [{ id: 'unseen', label: 'Mark as unread', icon: EyeOff, onSelect: () => actions.markSeen([comment.id], false) }]
  const entries = [...(mine ? own : others), { id: 'copy', label: 'Copy the words', icon: Copy, onSelect: () => void copyText(words) }]
  return <Menu align="end" trigger={<IconButton icon={Ellipsis} size="small" className="remark__menu" label={`More for the comment by ${nameOf(desk, comment.by)}`} />} groups={[{ entries }]} />
}

/** So many letters, or lines, are shown of a long comment until more is asked for. */
const longFrom = 480
const linesFrom = 9

function Words({ comment: { text, mentions }, desk }: { readonly comment: Comment; readonly desk: DeskInfo }) {
  const [whole, setWhole] = useState(false)
  const long = text.length > longFrom || text.split('\n').length > linesFrom
  return (
    <>
      <p className={`remark__text ${long && !whole ? 'remark__text--cut' : ''}`} dir="auto">
        {commentPieces(text, mentions, desk.members).map((piece, index) =>
          piece.kind === 'mention' ? (
            // oxlint-disable-next-line react/no-array-index-key -- pieces have no other name, and never change places
            <span key={index} className={`mention ${piece.member === desk.currentMember ? 'mention--me' : ''}`}>
              {piece.text}
            </span>
          ) : (
            piece.text
          ),
        )}
      </p>
      {long && (
        <button type="button" className="thread__more" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? 'Show less' : 'Show all of it'}
        </button>
      )}
    </>
  )
}
