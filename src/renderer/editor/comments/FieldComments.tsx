import './comments-in-text.css'
import type { ThreadEntry } from '@shared/ipc'
import { MessageSquarePlus, MessageSquareText } from 'lucide-react'
import type { ReactNode } from 'react'
import { shortcutLabel } from '../../app/shortcuts'
import { useStorySession } from '../../story/StoryProvider'
import { Hint } from '../../ui/Hint'
import { showInspectorTab } from '../../views/inspector/inspector-tabs'
import { openDraft } from '../../views/review/comment-draft'
import { useCommentView } from '../../views/review/comment-view'
import { useThreadList } from '../../views/review/threads-store'
import { showThread } from './click-comments'
import { FieldAuthorsLine } from '../authorship/FieldAuthorsLine'
import { subjectOfField } from './comment-subject'

/** A field with the mark of its comments: how many are open, and a way to make the first one. */
export function Commentable({ field, label, above = false, children }: { readonly field: string; readonly label: string; readonly above?: boolean; readonly children: ReactNode }) {
  return (
    <div className={`commentable ${above ? 'commentable--above' : ''}`}>
      {children}
      <FieldComments field={field} label={label} />
      <FieldAuthorsLine field={field} />
    </div>
  )
}

function FieldComments({ field, label }: { readonly field: string; readonly label: string }) {
  const session = useStorySession()
  const on = useThreadList((list) => (list.story === session.id ? openOn(list.threads, field) : ''))
  const threads = on === '' ? [] : on.split(' ')
  const active = useCommentView((view) => view.active?.thread)
  const at = active === undefined ? -1 : threads.indexOf(active)
  const next = threads[(at + 1) % Math.max(1, threads.length)]
  if (next === undefined) {
    const comment = (): void => {
      openDraft({ story: session.id, at: 'new' }, subjectOfField(session, field))
      showInspectorTab('review')
    }
    return (
      <Hint text={`Comment on: ${label}`} keys={shortcutLabel('story.comment')}>
        <button type="button" className="field-comments field-comments--none" aria-label="Comment on this field" tabIndex={-1} onClick={comment}>
          <MessageSquarePlus size={14} aria-hidden />
        </button>
      </Hint>
    )
  }
  const words = threads.length === 1 ? '1 comment on this field' : `${threads.length} comments on this field`
  return (
    <Hint text={words}>
      <button type="button" className={`field-comments ${at >= 0 ? 'field-comments--active' : ''}`} aria-label={words} onClick={() => showThread(session, next, 'key')}>
        <MessageSquareText size={14} aria-hidden />
        {threads.length > 1 && threads.length}
      </button>
    </Hint>
  )
}

/** The open threads on a field, by their ids; a text, so that nothing is drawn anew when it is the same. */
const openOn = (threads: readonly ThreadEntry[], field: string): string => threads.flatMap(({ id, about, resolved }) => (about.in === 'field' && about.field === field && !resolved ? [id] : [])).join(' ')
