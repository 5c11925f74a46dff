import './comments.css'
import type { DeskInfo } from '@shared/ipc'
import type { Thread } from '@shared/story/thread'
import { MessageSquarePlus } from 'lucide-react'
import { useState } from 'react'
import { useApp } from '../../app/app-store'
import { useStorySession } from '../../story/StoryProvider'
import { Button } from '../../ui/Button'
import { Segments } from '../../ui/Segments'
import { startComment, useCommentDraft } from './comment-draft'
import { NewComment } from './NewComment'
import { ThreadCard } from './ThreadCard'
import { useThreads } from './threads-store'

type Filter = 'open' | 'all'

/** What is being said about the story: threads on it, or on words of it. */
export function Comments() {
  const { id } = useStorySession()
  const desk = useApp((state) => state.desk)
  const threads = useThreads(id)
  const writing = useCommentDraft(id) !== null
  const [filter, setFilter] = useState<Filter>('open')
  const open = threads?.filter(({ resolved }) => !resolved).length ?? 0
  const shown = threads?.filter(({ resolved }) => filter === 'all' || !resolved) ?? []
  return (
    <section className="inspector__section" aria-labelledby="comments-title">
      <h3 className="inspector__heading" id="comments-title">
        Comments
        {threads !== null && threads.length > open && (
          <Segments
            label="Comments shown"
            value={filter}
            options={[
              { value: 'open', label: `Open ${open}` },
              { value: 'all', label: `All ${threads.length}` },
            ]}
            onChange={setFilter}
          />
        )}
      </h3>
      {desk !== null && <ThreadList threads={shown} desk={desk} />}
      {threads !== null && shown.length === 0 && !writing && <p className="inspector__quiet">{threads.length === 0 ? 'Nobody has commented yet. Select some words to comment on them.' : 'All comments are resolved.'}</p>}
      {writing && <NewComment />}
      <div hidden={writing}>
        <Button size="small" icon={MessageSquarePlus} onClick={() => startComment(id, '')}>
          Comment on the story
        </Button>
      </div>
    </section>
  )
}

function ThreadList({ threads, desk }: { readonly threads: readonly Thread[]; readonly desk: DeskInfo }) {
  return (
    <ul className="threads">
      {threads.map((thread) => (
        <ThreadCard key={thread.id} thread={thread} desk={desk} />
      ))}
    </ul>
  )
}
