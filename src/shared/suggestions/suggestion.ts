import type { FieldSuggestion } from './fields/field-suggestions'
import type { OpenSuggestion } from './open-suggestions'

/** A suggestion that waits for an answer: in the text, or for a field. */
export type Suggestion = OpenSuggestion | FieldSuggestion

export const isForField = (suggestion: Suggestion): suggestion is FieldSuggestion => 'field' in suggestion
