import { choicesMade, everyOpenThread, type ThreadFilter } from '@shared/comments/filter-threads'
import type { DeskInfo, ThreadEntry } from '@shared/ipc'
import { ListFilter } from 'lucide-react'
import { ask } from '../../app/bridge'
import { useStorySession } from '../../story/StoryProvider'
import { IconButton } from '../../ui/Button'
import { Menu, type MenuEntry, type MenuGroup } from '../../ui/Menu'
import { complain } from '../../ui/notices'
import { orderBy, showOnly, useCommentView } from './comment-view'
import { nameOf } from './people'

const states: readonly (readonly [ThreadFilter['state'], string])[] = [
  ['open', 'Open'],
  ['resolved', 'Resolved'],
  ['all', 'Open and resolved'],
]
const concerns: readonly (readonly [ThreadFilter['concern'], string])[] = [
  ['any', 'All conversations'],
  ['unread', 'With something new'],
  ['mentionsMe', 'That mention me'],
  ['mine', 'That I took part in'],
]
const places: readonly (readonly [ThreadFilter['where'], string])[] = [
  ['any', 'Anywhere'],
  ['text', 'On the text'],
  ['field', 'On fields'],
  ['story', 'On the whole story'],
  ['gone', 'On what is gone'],
]

/** Which comments are shown, and in which order. */
export function CommentFilter({ threads, desk }: { readonly threads: readonly ThreadEntry[]; readonly desk: DeskInfo }) {
  const { id } = useStorySession()
  const { filter, order } = useCommentView()
  const chosen = choicesMade(filter)
  const unread = threads.flatMap(({ comments }) => comments.flatMap((comment) => (comment.unread ? [comment.id] : [])))
  const choice = <K extends 'state' | 'concern' | 'where' | 'author'>(name: K, value: ThreadFilter[K], label: string): MenuEntry => ({ id: `${name} ${value}`, label, checked: filter[name] === value, onSelect: () => showOnly({ [name]: value }) })
  const authors = [...new Set(threads.flatMap(({ comments }) => comments.map(({ by }) => by)))]
  const groups: MenuGroup[] = [
    { label: 'Show', entries: states.map(([value, label]) => choice('state', value, label)) },
    { label: 'Conversations', entries: concerns.map(([value, label]) => choice('concern', value, label)) },
    { label: 'Where', entries: places.map(([value, label]) => choice('where', value, label)) },
    ...(authors.length > 1 ? [{ label: 'By', entries: [choice('author', null, 'Everyone'), ...authors.map((author) => choice('author', author, nameOf(desk, author)))] }] : []),
    {
      label: 'Order',
      entries: [
        { id: 'place', label: 'As in the story', checked: order === 'place', onSelect: () => orderBy('place') },
        { id: 'newest', label: 'Newest first', checked: order === 'newest', onSelect: () => orderBy('newest') },
      ],
    },
    {
      entries: [
        { id: 'seen', label: 'Mark all as read', disabled: unread.length === 0, onSelect: () => void markAll(id, unread) },
        { id: 'clear', label: 'Clear the filter', disabled: chosen === 0 && filter.search === '', onSelect: () => showOnly(everyOpenThread) },
      ],
    },
  ]
  return <Menu align="end" trigger={<IconButton icon={ListFilter} size="small" label={chosen === 0 ? 'Filter comments' : `Filter comments (${chosen} chosen)`} aria-pressed={chosen > 0 || undefined} />} groups={groups} />
}

async function markAll(id: Parameters<typeof ask<'comment.markSeen'>>[1]['id'], comments: readonly string[]): Promise<void> {
  for (let start = 0; start < comments.length; start += 1000) {
    const answer = await ask('comment.markSeen', { id, comments: comments.slice(start, start + 1000), seen: true })
    if (!answer.ok) return complain(answer.error)
  }
}
