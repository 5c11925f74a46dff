import './field-suggestions.css'
import { allFields, type FieldDefinition } from '@shared/story/kind'
import { authorColour } from '@shared/suggestions/author-colour'
import type { FieldSuggestion } from '@shared/suggestions/fields/field-suggestions'
import { useApp } from '../../../app/app-store'
import { useStorySession } from '../../../story/StoryProvider'
import { Ago } from '../../../ui/Ago'
import { nameOf } from '../../../views/review/people'
import { Answers } from '../Answers'
import { keyOf } from '../answer'
import { setActive, useSuggestionList } from '../suggestion-list'
import { FieldChange } from './FieldChange'
import { useFieldSuggestions } from './use-field-suggestions'

/** Under a field: what members suggest for it, with the answers. Nothing when nobody suggests anything. */
export function FieldSuggestions({ field, label }: { readonly field: string; readonly label: string }) {
  const session = useStorySession()
  const found = useFieldSuggestions(session, field)
  if (found.length === 0) return null
  const definition = allFields(session.kind).find(({ id }) => id === field)
  return (
    <ul className="field-suggestions" aria-label={`Suggestions for: ${label}`}>
      {found.map((suggestion) => (
        <One key={suggestion.by} suggestion={suggestion} definition={definition} />
      ))}
    </ul>
  )
}

function One({ suggestion, definition }: { readonly suggestion: FieldSuggestion; readonly definition: FieldDefinition | undefined }) {
  const session = useStorySession()
  const desk = useApp((app) => app.desk)
  const key = keyOf(suggestion)
  const active = useSuggestionList((list) => list.active === key)
  const name = desk === null ? '' : nameOf(desk, suggestion.by)
  return (
    <li className={`field-suggestion ${active ? 'field-suggestion--active' : ''}`} data-colour={authorColour(suggestion.by)} onClick={() => setActive(key)}>
      <p className="field-suggestion__words">
        <FieldChange suggestion={suggestion} field={definition} />
      </p>
      <div className="field-suggestion__foot">
        <span className="field-suggestion__by">
          <bdi className="field-suggestion__name">{name}</bdi> <Ago at={suggestion.at} />
          {suggestion.overtaken && <span title="The field has changed since this was suggested. It is shown against what it holds now."> · changed since</span>}
        </span>
        <Answers session={session} suggestion={suggestion} isOwn={suggestion.by === desk?.currentMember} className="field-suggestion__answers" of={name} />
      </div>
    </li>
  )
}
