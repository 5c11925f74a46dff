import './comments-in-text.css'
import type { Editor } from '@tiptap/core'
import { MessageSquareText } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { StorySession } from '../../story/story-session'
import { useCommentView } from '../../views/review/comment-view'
import { useThreads } from '../../views/review/threads-store'
import { showThread } from './click-comments'
import { useCommentPlaces, type MarkedBlock } from './comment-places'
import { followComments } from './follow-comments'
import { followTops, markOfBlock } from './margin-tops'

/** Beside each block with open comments a mark that says how many; a press leads to them, one after the other. */
export function CommentMargin({ editor, session, rightToLeft }: { readonly editor: Editor; readonly session: StorySession; readonly rightToLeft: boolean }) {
  useThreads(session.id)
  const layer = useRef<HTMLDivElement>(null)
  const tops = useRef<ReturnType<typeof followTops> | null>(null)
  const shown = useCommentPlaces(({ story, blocks }) => (story === session.id ? blocks : none))
  useEffect(() => followComments(session, editor), [session, editor])
  useLayoutEffect(() => {
    if (layer.current === null) return
    const following = followTops(editor, layer.current)
    tops.current = following
    return following.stop
  }, [editor])
  // Drawn anew only with other blocks: then their marks go to their places before they are seen.
  useLayoutEffect(() => tops.current?.look())
  return (
    <div ref={layer} className="comment-margins">
      {shown.map((block) => (
        <MarginMark key={block.name} block={block} session={session} rightToLeft={rightToLeft} />
      ))}
    </div>
  )
}

const none: readonly MarkedBlock[] = []

function MarginMark({ block: { name, threads }, session, rightToLeft }: { readonly block: MarkedBlock; readonly session: StorySession; readonly rightToLeft: boolean }) {
  const active = useCommentView((view) => view.active?.thread)
  const at = active === undefined ? -1 : threads.indexOf(active)
  const next = threads[(at + 1) % threads.length]
  return (
    <button
      type="button"
      className={`comment-margin ${at >= 0 ? 'comment-margin--active' : ''} ${rightToLeft ? 'comment-margin--rtl' : ''}`}
      {...{ [markOfBlock]: name }}
      // By key one comes here with the command that walks through the comments.
      tabIndex={-1}
      aria-label={threads.length === 1 ? '1 comment on this block' : `${threads.length} comments on this block`}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => next !== undefined && showThread(session, next, 'key')}
    >
      <MessageSquareText size={14} aria-hidden />
      {threads.length > 1 && threads.length}
    </button>
  )
}
