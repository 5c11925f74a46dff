import './comments.css'
import { everyOpenThread } from '@shared/comments/filter-threads'
import type { DeskInfo, ThreadEntry } from '@shared/ipc'
import { ChevronDown, ChevronUp, MessageSquarePlus, Search } from 'lucide-react'
import { useEffect } from 'react'
import { useApp } from '../../app/app-store'
import { runCommand } from '../../app/command-registry'
import { shortcutLabel } from '../../app/shortcuts'
import { useStorySession } from '../../story/StoryProvider'
import { Button, IconButton } from '../../ui/Button'
import { CommentFilter } from './CommentFilter'
import { draftNow, openDraft, useCommentDraft, wholeStory } from './comment-draft'
import { forgetShown, ordered, showOnly, shown, useCommentView, usePlaces } from './comment-view'
import { NewComment } from './NewComment'
import { ThreadCard } from './ThreadCard'
import { useThreads } from './threads-store'

/** From so many threads on there is a search among them. */
const manyFrom = 7

/** What is being said about the story: threads on it, on a place of its text, or on a field. */
export function Comments() {
  const { id } = useStorySession()
  const desk = useApp((state) => state.desk)
  const threads = useThreads(id)
  const draft = useCommentDraft({ story: id, at: 'new' })
  // What is shown although the filter leaves it out, because it was new, is so until one looks elsewhere.
  useEffect(() => forgetShown, [])
  const writing = draft?.open === true
  return (
    <section className="inspector__section comments" aria-labelledby="comments-title">
      <div className="inspector__head">
        <h3 className="inspector__heading" id="comments-title">
          Comments <Count threads={threads} />
        </h3>
        {desk !== null && threads !== null && threads.length > 0 && <Tools threads={threads} desk={desk} />}
      </div>
      {writing && <NewComment key={id} />}
      {desk !== null && threads !== null && <ThreadList key={desk.currentMember} threads={threads} desk={desk} writing={writing} />}
      <div hidden={writing}>
        <Button size="small" icon={MessageSquarePlus} onClick={() => openDraft({ story: id, at: 'new' }, draftNow({ story: id, at: 'new' })?.subject ?? wholeStory)}>
          {draft === null ? 'Comment on the story' : 'Go on with your comment'}
        </Button>
      </div>
    </section>
  )
}

function Count({ threads }: { readonly threads: readonly ThreadEntry[] | null }) {
  const open = threads?.filter(({ resolved }) => !resolved).length ?? 0
  const unread = threads?.reduce((sum, { comments }) => sum + comments.filter((comment) => comment.unread).length, 0) ?? 0
  return (
    <span className="inspector__count">
      {open > 0 && `${open} open`}
      {open > 0 && unread > 0 && ', '}
      {unread > 0 && <span className="comments__new">{`${unread} new`}</span>}
    </span>
  )
}

function Tools({ threads, desk }: { readonly threads: readonly ThreadEntry[]; readonly desk: DeskInfo }) {
  return (
    <div className="inspector__tools">
      <IconButton icon={ChevronUp} size="small" label="Previous comment" keys={shortcutLabel('comments.previous')} onClick={() => runCommand('comments.previous')} />
      <IconButton icon={ChevronDown} size="small" label="Next comment" keys={shortcutLabel('comments.next')} onClick={() => runCommand('comments.next')} />
      <CommentFilter threads={threads} desk={desk} />
    </div>
  )
}

function ThreadList({ threads, desk, writing }: { readonly threads: readonly ThreadEntry[]; readonly desk: DeskInfo; readonly writing: boolean }) {
  const { id } = useStorySession()
  const { filter, order, kept } = useCommentView()
  const places = usePlaces(id)
  const list = ordered(shown(threads, filter, desk, places, kept), order, places)
  return (
    <>
      {(threads.length >= manyFrom || filter.search !== '') && (
        <div className="comments__search">
          <Search size={14} aria-hidden />
          <input type="search" className="control" aria-label="Search comments" placeholder="Search comments" value={filter.search} onChange={(event) => showOnly({ search: event.target.value })} spellCheck={false} />
        </div>
      )}
      {list.length > 0 && (
        <ul className="threads" aria-labelledby="comments-title">
          {list.map((thread) => (
            <ThreadCard key={thread.id} thread={thread} desk={desk} />
          ))}
        </ul>
      )}
      {list.length === 0 && !writing && <NothingShown total={threads.length} resolved={threads.every((thread) => thread.resolved)} />}
    </>
  )
}

function NothingShown({ total, resolved }: { readonly total: number; readonly resolved: boolean }) {
  const { filter } = useCommentView()
  if (total === 0) {
    return (
      <p className="inspector__quiet">
        Nobody has commented yet. Select some words, a picture or a field, and press {shortcutLabel('story.comment')}.
      </p>
    )
  }
  const asAtFirst = JSON.stringify(filter) === JSON.stringify(everyOpenThread)
  return (
    <p className="inspector__quiet comments__nothing">
      {asAtFirst && resolved ? 'All comments are resolved.' : 'No comment fits the filter.'}
      <Button size="small" look="quiet" onClick={() => showOnly(asAtFirst ? { state: 'all' } : everyOpenThread)}>
        {asAtFirst ? 'Show them' : 'Clear the filter'}
      </Button>
    </p>
  )
}
