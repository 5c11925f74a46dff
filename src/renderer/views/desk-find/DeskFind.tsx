import './desk-find.css'
import type { FoundStory, Snippet } from '@shared/find/desk-find'
import type { FindOptions } from '@shared/find/find-options'
import { StoryState } from '@shared/workflow/state'
import { Search, SearchX, TextSearch, X } from 'lucide-react'
import { useEffect, useId, useRef, type KeyboardEvent } from 'react'
import { closeOverlay, showStory, useApp } from '../../app/app-store'
import { useKindLabel } from '../../app/kinds'
import { findLater, whyWrong } from '../../editor/find/find-store'
import { Button, IconButton } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { Modal } from '../../ui/Modal'
import { StateChip, stateNames } from '../../ui/StateChip'
import { findAcross, stopFinding, useDeskFind } from './desk-find-store'
import { HowToFind } from '../../editor/find/HowToFind'
import { inFigures } from '@shared/figures'

/** How long the words must be left alone before they are searched; milliseconds. */
const pauseMs = 220

/** Looks for words in all stories of the desk: matches story by story, with the words around them. */
export function DeskFind() {
  const { options, kind, state } = useDeskFind()
  const results = useRef<HTMLDivElement>(null)
  const titleId = useId()
  const wrongId = useId()
  const wrong = whyWrong(options)
  useSearch()

  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const all = [...(results.current?.querySelectorAll('button') ?? [])]
    const at = all.findIndex((button) => button === document.activeElement)
    const inField = document.activeElement instanceof HTMLInputElement
    if (event.key === 'ArrowDown' && (at >= 0 || inField)) all[at + 1]?.focus()
    else if (event.key === 'ArrowUp' && at > 0) all[at - 1]?.focus()
    else if (event.key === 'Enter' && inField) void findAcross()
    else return
    event.preventDefault()
  }
  return (
    <Modal labelledBy={titleId} width={780} className="desk-find" onClose={closeOverlay}>
      <div className="desk-find__all" onKeyDown={press}>
        <header className="desk-find__head">
          <h2 className="dialog__title" id={titleId}>
            Find across the desk
          </h2>
          <IconButton icon={X} label="Close" size="small" onClick={closeOverlay} />
        </header>
        <div className="desk-find__row" role="search">
          <div className="desk-find__query">
            <Search size={15} aria-hidden />
            <input
              className="desk-find__input"
              aria-label="Find in all stories"
              placeholder="Words in headlines, summaries, texts and footnotes"
              dir="auto"
              spellCheck={false}
              data-autofocus
              value={options.text}
              aria-invalid={wrong !== null || undefined}
              aria-describedby={wrong === null ? undefined : wrongId}
              onChange={(event) => change({ text: event.target.value })}
            />
            <HowToFind options={options} onChange={change} />
          </div>
          <KindChoice kind={kind} />
          <select className="control desk-find__choice" aria-label="State" value={state ?? ''} onChange={(event) => useDeskFind.setState({ state: StoryState.nullable().catch(null).parse(event.target.value) })}>
            <option value="">Any state</option>
            {StoryState.options.map((one) => (
              <option key={one} value={one}>
                {stateNames[one]}
              </option>
            ))}
          </select>
        </div>
        {wrong !== null && (
          <p className="desk-find__wrong" id={wrongId} role="alert">
            This is no regular expression: {wrong}.
          </p>
        )}
        <Standing />
        <div className="desk-find__results" ref={results} role="list" aria-label="Stories with matches">
          <Results />
        </div>
        <Nothing />
      </div>
    </Modal>
  )
}

function change(changed: Partial<FindOptions>): void {
  useDeskFind.setState(({ options }) => ({ options: { ...options, ...changed } }))
}

function KindChoice({ kind }: { readonly kind: string | null }) {
  const kinds = useApp(({ desk }) => desk?.kinds) ?? []
  return (
    <select className="control desk-find__choice" aria-label="Kind" value={kind ?? ''} onChange={(event) => useDeskFind.setState({ kind: kinds.find(({ id }) => id === event.target.value)?.id ?? null })}>
      <option value="">All kinds</option>
      {kinds.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </select>
  )
}

/** Searches when what is asked for has settled, unless its answer is here already. */
function useSearch(): void {
  const { options, kind, state } = useDeskFind()
  const asked = JSON.stringify({ options, kind, state })
  const answered = useRef<string | null>(null)
  useEffect(() => {
    const known = answered.current === null && useDeskFind.getState().summary !== null
    if (known) {
      answered.current = asked
      return
    }
    if (answered.current === asked) return
    const timer = setTimeout(() => {
      answered.current = asked
      void findAcross()
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [asked])
  useEffect(() => stopFinding, [])
}

/** How far the search is, or what it came to. */
function Standing() {
  const { progress, summary, failure, stories } = useDeskFind()
  const matches = stories.reduce((sum, story) => sum + story.matches, 0)
  const found = `${inFigures(matches)} ${matches === 1 ? 'match' : 'matches'} in ${inFigures(stories.length)} ${stories.length === 1 ? 'story' : 'stories'}`
  return (
    <div className="desk-find__standing">
      {failure !== null && (
        <span className="desk-find__failure" role="alert">
          {failure.message}
        </span>
      )}
      <span role="status">
        {failure !== null ? '' : progress !== null ? `${found} so far` : summary === null ? '' : summary.more ? `${found}, and there are more: ask for something narrower` : found}
      </span>
      {progress !== null && (
        <>
          <progress className="desk-find__progress" aria-label="Stories looked through" value={progress.total === 0 ? 0 : progress.done / progress.total} />
          <Button size="small" look="quiet" onClick={stopFinding}>
            Stop
          </Button>
        </>
      )}
    </div>
  )
}

function Results() {
  const stories = useDeskFind((found) => found.stories)
  const kindLabel = useKindLabel()
  if (stories.length === 0) return null
  return stories.map((story) => <Story key={story.id} story={story} kind={kindLabel(story.kind)} />)
}

/** What stands where no story does: what can be asked for, or that no story says it. */
function Nothing() {
  const { options, stories, summary, failure } = useDeskFind()
  if (stories.length > 0 || failure !== null) return null
  if (options.text === '')
    return (
      <Empty icon={TextSearch} title="Find words in every story">
        A match opens its story at its place.
      </Empty>
    )
  return summary === null ? null : (
    <Empty icon={SearchX} title="No story says this">
      Try fewer letters, all kinds or any state.
    </Empty>
  )
}

function Story({ story, kind }: { readonly story: FoundStory; readonly kind: string }) {
  const more = story.matches - story.snippets.length
  return (
    <section className="found-story" role="listitem" aria-label={story.headline || 'Untitled'}>
      <h3 className="found-story__head">
        <span className="found-story__headline" dir="auto">
          {story.headline || 'Untitled'}
        </span>
        <small>{kind}</small>
        <StateChip state={story.state} />
        <span className="found-story__count">{inFigures(story.matches)}</span>
      </h3>
      {story.snippets.map((snippet) => (
        <button key={`${snippet.in}-${snippet.place}`} type="button" className="found-match" dir="auto" lang={story.language || undefined} onClick={() => openAt(story, snippet)}>
          {snippet.in !== 'body' && <small className="found-match__part">{snippet.in === 'headline' ? 'Headline' : 'Summary'}</small>}
          {snippet.before}
          <mark>{snippet.match}</mark>
          {snippet.after}
        </button>
      ))}
      {more > 0 && <p className="found-story__more">{more === 1 ? 'One more match in this story' : `${inFigures(more)} more matches in this story`}</p>}
    </section>
  )
}

/** Opens a story with the bar for finding at this match. */
function openAt(story: FoundStory, snippet: Snippet): void {
  const { options } = useDeskFind.getState()
  closeOverlay()
  // The dialog goes first: it would give the focus back after the bar has taken it.
  setTimeout(() => {
    findLater(options, { story: story.id, in: snippet.in, place: snippet.place })
    showStory(story.id)
  })
}
