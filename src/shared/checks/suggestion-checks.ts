import { excerpt } from '../story/excerpt'
import { inField, type Check, type Found, type PreflightInput } from './check'

/** What is open beside the text itself. */
export const suggestionChecks: readonly Check[] = [{ id: 'open-suggestions', label: 'Suggestions without an answer', severity: 'warning', find: findSuggestions }]

/** Readers get the text without them, which may not be what the last person who read it meant. */
function findSuggestions({ suggestions = [] }: PreflightInput): Found[] {
  const [first] = suggestions
  if (first === undefined) return []
  const count = suggestions.length
  return [
    {
      message: count === 1 ? 'A suggestion has no answer yet. The story leaves the desk without it.' : `${count} suggestions have no answer yet. The story leaves the desk without them.`,
      place: 'field' in first ? inField(first.field) : { in: 'body', path: [...first.path], excerpt: excerpt(first.words, 60) },
      fix: count === 1 ? 'Accept or reject it.' : 'Accept or reject them; the Review tab lists all of them.',
    },
  ]
}
