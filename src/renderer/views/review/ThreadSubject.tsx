import type { ThreadEntry } from '@shared/ipc'
import { blockName } from '../../editor/comments/comment-subject'
import { showMode } from '../../app/app-store'
import type { StorySession } from '../../story/story-session'
import { useStorySession } from '../../story/StoryProvider'
import { useCommentView, usePlaces } from './comment-view'

/** What a thread is about. While that is in the story it leads there; when it is gone, its words are still here. */
export function ThreadSubject({ thread }: { readonly thread: ThreadEntry }) {
  const session = useStorySession()
  const place = usePlaces(session.id).get(thread.id)
  const { quote } = thread
  const kind = kindOf(session, thread)
  if (place?.where === 'gone') {
    return (
      <p className="thread__place thread__place--gone">
        <span className="thread__kind">{kind === '' ? 'Was about' : `Was about: ${kind}`}</span>
        {quote !== '' && (
          <q className="thread__quote" dir="auto">
            {quote}
          </q>
        )}
      </p>
    )
  }
  if (thread.about.in === 'story') return <p className="thread__place thread__kind">On the story</p>
  return (
    <button type="button" className="thread__place" title={thread.about.in === 'field' ? 'Show the field' : 'Show in the text'} onClick={() => reveal(session, thread)}>
      {kind !== '' && <span className="thread__kind">{kind}</span>}
      {quote !== '' && (
        <q className="thread__quote" dir="auto">
          {quote}
        </q>
      )}
    </button>
  )
}

/** What it is, where it is no stretch of words. */
function kindOf({ kind }: StorySession, { about }: ThreadEntry): string {
  if (about.in === 'field') return kind.fields.find(({ id }) => id === about.field)?.label ?? 'A field that this kind no longer has'
  return about.in === 'block' ? blockName(about.node) : ''
}

function reveal(session: StorySession, { id, about }: ThreadEntry): void {
  showMode('write')
  if (about.in === 'field') return session.reveal({ in: 'field', field: about.field })
  // The editor may be on the screen only in the next moment: it looks for what is meant when it comes.
  useCommentView.setState({ active: { thread: id, by: 'quote' } })
}
