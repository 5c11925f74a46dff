import type { DeskInfo } from '@shared/ipc'
import { authorColour } from '@shared/suggestions/author-colour'
import { describePart } from '@shared/suggestions/describe'
import { allFields } from '@shared/story/kind'
import type { FieldSuggestion } from '@shared/suggestions/fields/field-suggestions'
import type { SuggestedPart } from '@shared/suggestions/open-suggestions'
import { isForField, type Suggestion } from '@shared/suggestions/suggestion'
import { memo, useEffect, useRef, type KeyboardEvent } from 'react'
import { Answers } from '../../../editor/suggestions/Answers'
import { keyOf } from '../../../editor/suggestions/answer'
import { FieldChange } from '../../../editor/suggestions/fields/FieldChange'
import { showMode } from '../../../app/app-store'
import { goToSuggestion } from '../../../editor/suggestions/go-to-suggestion'
import { showSuggestions } from '../../../editor/suggestions/suggest-mode'
import { suggestionsNow, useSuggestionList } from '../../../editor/suggestions/suggestion-list'
import { bodyEditorOf } from '../../../editor/body/body-editor'
import { useStorySession } from '../../../story/StoryProvider'
import { Ago } from '../../../ui/Ago'
import { nameOf } from '../people'

const mostParts = 6

/** One suggestion: whose it is, what it does, and the answers to it. A click leads to it in the text. */
export const SuggestionCard = memo(function SuggestionCard({ suggestion, desk }: { readonly suggestion: Suggestion; readonly desk: DeskInfo }) {
  const session = useStorySession()
  const { editor } = bodyEditorOf(session)
  const card = useRef<HTMLLIElement>(null)
  const key = keyOf(suggestion)
  const active = useSuggestionList((list) => list.active === key)
  useEffect(() => {
    if (active) card.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const name = nameOf(desk, suggestion.by)
  const isOwn = suggestion.by === desk.currentMember
  // The text may have moved on since the list was made.
  const now = (): Suggestion => suggestionsNow(session, editor).find((one) => keyOf(one) === key) ?? suggestion
  const go = (): void => {
    showMode('write')
    showSuggestions(session.id, 'all')
    // The text may have to come onto the page first.
    requestAnimationFrame(() => goToSuggestion(session, editor, now(), false))
  }
  const hear = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.target !== card.current) return
    event.preventDefault()
    go()
  }
  return (
    <li ref={card} tabIndex={-1} className={`suggestion ${active ? 'suggestion--active' : ''}`} data-colour={authorColour(suggestion.by)} aria-label={`Suggestion by ${name}`} aria-current={active || undefined} onClick={go} onKeyDown={hear}>
      <div className="suggestion__head">
        <span className="suggestion__by">
          <span className="suggestion__name">{name}</span> <Ago at={suggestion.at} />
        </span>
        <Answers session={session} suggestion={suggestion} isOwn={isOwn} className="suggestion__answers" />
      </div>
      {isForField(suggestion) ? <ForField suggestion={suggestion} /> : <InText parts={suggestion.parts} />}
    </li>
  )
})

function ForField({ suggestion }: { readonly suggestion: FieldSuggestion }) {
  const field = allFields(useStorySession().kind).find(({ id }) => id === suggestion.field)
  return (
    <>
      <p className="suggestion__part suggestion__part--field">
        <span className="suggestion__does">{field?.label ?? suggestion.field}</span> <FieldChange suggestion={suggestion} field={field} />
      </p>
      {suggestion.overtaken && <p className="suggestion__more">The field has changed since this was suggested.</p>}
    </>
  )
}

function InText({ parts }: { readonly parts: readonly SuggestedPart[] }) {
  return (
    <>
      <Parts parts={parts.slice(0, mostParts)} />
      {parts.length > mostParts && <p className="suggestion__more">{`and at ${parts.length - mostParts} more places`}</p>}
    </>
  )
}

/** Words that give way to others are told as one. */
function Parts({ parts }: { readonly parts: readonly SuggestedPart[] }) {
  const [first, second, ...others] = parts
  if (others.length === 0 && first?.does === 'delete' && second?.does === 'insert') {
    return (
      <p className="suggestion__part">
        <span className="suggestion__does">Replace</span> <del dir="auto">{describePart(first).gone}</del> <ins dir="auto">{describePart(second).come}</ins>
      </p>
    )
  }
  return parts.map((part, index) => <Part key={index} part={part} />)
}

function Part({ part }: { readonly part: SuggestedPart }) {
  const { label, gone, come } = describePart(part)
  const isNew = part.does === 'insert' || part.does === 'insertBlock' || part.does === 'split'
  return (
    <p className="suggestion__part">
      <span className="suggestion__does">{label}</span> {gone !== '' && <del dir="auto">{gone}</del>} {come !== '' && (isNew ? <ins dir="auto">{come}</ins> : <q dir="auto">{come}</q>)}
    </p>
  )
}
