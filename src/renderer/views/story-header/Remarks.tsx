import type { DeskInfo, StoryStatus } from '@shared/ipc'
import type { EventId } from '@shared/story/ids'
import { MessageSquareQuote, X } from 'lucide-react'
import { create } from 'zustand'
import { IconButton } from '../../ui/Button'
import { showInspectorTab } from '../inspector/inspector-tabs'
import { nameOf } from '../review/people'

/** Remarks that whoever sits here has put away; they stay in the review. */
const useRead = create<{ readonly read: ReadonlySet<EventId> }>(() => ({ read: new Set() }))

/** What was remarked with an approval, above the text, for those who submitted it. */
export function Remarks({ status, desk }: { readonly status: StoryStatus; readonly desk: DeskInfo }) {
  const { read } = useRead()
  const { submitted, approvals, state } = status.workflow
  const isMine = submitted !== null && (submitted.submitters ?? [submitted.by]).includes(desk.currentMember)
  if (!isMine || state === 'changesRequested' || state === 'archived') return null
  return approvals
    .filter(({ note, event }) => note !== '' && !read.has(event))
    .map(({ event, by, note }) => (
      <div key={event} className="remark-strip" role="note" aria-label="Remark of an approval">
        <MessageSquareQuote size={15} aria-hidden />
        <button type="button" className="remark-strip__show" title="Show it in the review" onClick={() => showInspectorTab('review')}>
          <strong>{nameOf(desk, by)}</strong> approved with a remark: <q dir="auto">{note}</q>
        </button>
        <IconButton icon={X} label="Put away; it stays in the review" size="small" onClick={() => useRead.setState({ read: new Set([...read, event]) })} />
      </div>
    ))
}
