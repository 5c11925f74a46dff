import type { StoryView } from '@shared/ipc'
import type { CommandId } from '@shared/commands'
import { Archive, BadgeCheck, ClipboardCheck, Files, FilePen, Globe, MessageSquareWarning, type LucideIcon } from 'lucide-react'

interface View {
  readonly id: StoryView
  readonly label: string
  readonly icon: LucideIcon
  readonly command: CommandId
  /** What the list says where there is no story: what would be here, and how it gets here. */
  readonly empty: { readonly title: string; readonly text: string }
}

/** The ways to look at the desk's stories, in the order of the sidebar. */
export const views: readonly View[] = [
  {
    id: 'myDrafts',
    label: 'My drafts',
    icon: FilePen,
    command: 'view.myDrafts',
    empty: { title: 'No drafts of yours', text: 'Stories that you write are here until you submit them for review.' },
  },
  {
    id: 'forMyReview',
    label: 'For my review',
    icon: ClipboardCheck,
    command: 'view.forMyReview',
    empty: { title: 'Nothing waits for you', text: 'Stories that others submitted, and that you may sign off, are here.' },
  },
  {
    id: 'changesRequested',
    label: 'Changes requested',
    icon: MessageSquareWarning,
    command: 'view.changesRequested',
    empty: { title: 'No changes requested', text: 'Stories that a reviewer sent back are here until they are submitted again.' },
  },
  {
    id: 'approved',
    label: 'Approved',
    icon: BadgeCheck,
    command: 'view.approved',
    empty: { title: 'Nothing approved yet', text: 'Stories with all their sign-offs are here, ready to be published or exported.' },
  },
  {
    id: 'published',
    label: 'Published',
    icon: Globe,
    command: 'view.published',
    empty: { title: 'Nothing published yet', text: 'Stories that are live on at least one target are here.' },
  },
  {
    id: 'all',
    label: 'All',
    icon: Files,
    command: 'view.all',
    empty: { title: 'No stories yet', text: 'Write the first one, or import stories from a saved page or from Markdown.' },
  },
  {
    id: 'archived',
    label: 'Archive',
    icon: Archive,
    command: 'view.archived',
    empty: { title: 'The archive is empty', text: 'Stories that you no longer need can be put here. Nothing is deleted.' },
  },
]

export const viewNamed = (id: StoryView): View => {
  const view = views.find((candidate) => candidate.id === id)
  if (view === undefined) throw new Error(`No such view: ${id}`)
  return view
}
