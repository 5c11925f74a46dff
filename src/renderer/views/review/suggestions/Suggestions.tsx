import './suggestions-list.css'
import type { Suggestion } from '@shared/suggestions/suggestion'
import type { DeskInfo } from '@shared/ipc'
import { ChevronDown, ChevronUp, ListFilter, MessageSquareDiff } from 'lucide-react'
import { useEffect, useState } from 'react'
import { runCommand } from '../../../app/command-registry'
import { shortcutLabel } from '../../../app/shortcuts'
import { keyOf, type Answer } from '../../../editor/suggestions/answer'
import { mayWrite, showSuggestions, useIsSuggesting, useSuggestionView, type SuggestionView } from '../../../editor/suggestions/suggest-mode'
import { answerThese } from '../../../editor/suggestions/suggestion-commands'
import { followSuggestions, suggestionsNow, useSuggestionList } from '../../../editor/suggestions/suggestion-list'
import { bodyEditorOf } from '../../../editor/body/body-editor'
import type { StorySession } from '../../../story/story-session'
import { useStorySession } from '../../../story/StoryProvider'
import { Button, IconButton } from '../../../ui/Button'
import { Menu } from '../../../ui/Menu'
import { nameOf } from '../people'
import { SuggestionCard } from './SuggestionCard'

const views: readonly (readonly [SuggestionView, string])[] = [
  ['all', 'All changes in the text'],
  ['accepted', 'The text as if all were accepted'],
  ['without', 'The text without them'],
]

/** What is suggested for fields and text and waits for an answer: one by one, of one author, or all at once. */
export function Suggestions({ desk }: { readonly desk: DeskInfo }) {
  const session = useStorySession()
  const { story, list } = useSuggestionList()
  useEffect(() => followSuggestions(session, bodyEditorOf(session).editor), [session])
  const [author, setAuthor] = useState<string | null>(null)
  const all = story === session.id ? list : []
  const authors = [...new Set(all.map(({ by }) => by))]
  const by = author !== null && authors.includes(author) ? author : null
  const shown = by === null ? all : all.filter((one) => one.by === by)
  return (
    <section className="inspector__section suggestions" aria-labelledby="suggestions-title">
      <div className="inspector__head">
        <h3 className="inspector__heading" id="suggestions-title">
          Suggestions <span className="inspector__count">{all.length > 0 && `${all.length} open`}</span>
        </h3>
        {all.length > 0 && (
          <div className="inspector__tools">
            <IconButton icon={ChevronUp} size="small" label="Previous suggestion" keys={shortcutLabel('suggestions.previous')} onClick={() => runCommand('suggestions.previous')} />
            <IconButton icon={ChevronDown} size="small" label="Next suggestion" keys={shortcutLabel('suggestions.next')} onClick={() => runCommand('suggestions.next')} />
            <ShowMenu session={session} desk={desk} authors={authors} by={by} onAuthor={setAuthor} />
          </div>
        )}
      </div>
      {shown.length > 0 && <Cards shown={shown} desk={desk} />}
      {shown.length > 1 && <AnswerAll session={session} desk={desk} shown={shown} by={by} />}
      {all.length === 0 && <Nothing story={session.id} />}
    </section>
  )
}

/** Of a long list the first ones are shown, and as many as it takes to show the one that is meant. */
const shownAtFirst = 12

function Cards({ shown, desk }: { readonly shown: readonly Suggestion[]; readonly desk: DeskInfo }) {
  const [whole, setWhole] = useState(false)
  const meant = useSuggestionList(({ active }) => shown.findIndex((one) => keyOf(one) === active))
  const count = whole ? shown.length : Math.max(shownAtFirst, meant + 1)
  return (
    <>
      <ul className="suggestions__list" aria-labelledby="suggestions-title">
        {shown.slice(0, count).map((one) => (
          <SuggestionCard key={keyOf(one)} suggestion={one} desk={desk} />
        ))}
      </ul>
      {count < shown.length && (
        <div>
          <Button size="small" look="quiet" onClick={() => setWhole(true)}>{`Show ${shown.length - count} more`}</Button>
        </div>
      )}
    </>
  )
}

interface ShowMenuProps {
  readonly session: StorySession
  readonly desk: DeskInfo
  readonly authors: readonly string[]
  readonly by: string | null
  readonly onAuthor: (author: string | null) => void
}

function ShowMenu({ session, desk, authors, by, onAuthor }: ShowMenuProps) {
  const view = useSuggestionView(session.id)
  const groups = [
    { label: 'Show', entries: views.map(([value, label]) => ({ id: value, label, checked: view === value, onSelect: () => showSuggestions(session.id, value) })) },
    ...(authors.length > 1
      ? [
          {
            label: 'By',
            entries: [
              { id: 'everyone', label: 'Everyone', checked: by === null, onSelect: () => onAuthor(null) },
              ...authors.map((one) => ({ id: `by ${one}`, label: nameOf(desk, one), checked: by === one, onSelect: () => onAuthor(one) })),
            ],
          },
        ]
      : []),
  ]
  return <Menu align="end" trigger={<IconButton icon={ListFilter} size="small" label="Show suggestions" />} groups={groups} />
}

/** All that the list shows at once: everybody's, or one author's. */
function AnswerAll({ session, desk, shown, by }: { readonly session: StorySession; readonly desk: DeskInfo; readonly shown: readonly Suggestion[]; readonly by: string | null }) {
  const { editor } = bodyEditorOf(session)
  const whose = by === null ? 'all' : `all by ${nameOf(desk, by)}`
  const own = shown.every((one) => one.by === desk.currentMember)
  // The story may have moved on since the list was made.
  const give = (verdict: Answer): void => answerThese(session, editor, suggestionsNow(session, editor).filter((one) => by === null || one.by === by), verdict)
  if (!mayWrite(desk, session.id)) {
    return own ? (
      <div className="suggestions__all">
        <Button size="small" onClick={() => give('reject')}>
          Take all back
        </Button>
      </div>
    ) : null
  }
  return (
    <div className="suggestions__all">
      <Button size="small" onClick={() => give('accept')}>{`Accept ${whose}`}</Button>
      <Button size="small" look="quiet" onClick={() => give('reject')}>{`Reject ${whose}`}</Button>
    </div>
  )
}

function Nothing({ story }: { readonly story: StorySession['id'] }) {
  const on = useIsSuggesting(story)
  return (
    <>
      <p className="inspector__quiet">{on ? 'You are suggesting: what you change in the fields and the text is listed here, and waits for an answer.' : 'Nothing is suggested for this story.'}</p>
      <div>
        <Button size="small" icon={MessageSquareDiff} onClick={() => runCommand('suggest.toggle')}>
          {on ? 'Write instead' : 'Suggest changes'}
        </Button>
      </div>
    </>
  )
}
