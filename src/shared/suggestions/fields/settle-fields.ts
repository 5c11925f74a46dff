import type * as Y from 'yjs'
import type { FieldDefinition, FieldValue } from '../../story/kind'
import { storySuggestedFields, writeField } from '../../story/story-doc'
import type { Judge } from '../judge'
import { fieldSuggestions, type FieldSuggestion } from './field-suggestions'
import { suggestionKey } from './suggested-field'

/** What became of suggestions for fields. */
export interface SettledFields {
  readonly answered: readonly FieldSuggestion[]
  /** Those that were to be accepted and stay open, because a later one for the same field was accepted: a field holds one value. */
  readonly left: readonly FieldSuggestion[]
}

type Write = (field: Pick<FieldDefinition, 'id' | 'type'>, value: FieldValue | undefined) => void

/**
 * Accepts, rejects or keeps suggestions for fields. Of several that are to be accepted for one field the latest is, and the others stay
 * open, against the new value. To be called in a transaction.
 * @param write Puts an accepted value into its field.
 */
export function settleFields(doc: Y.Doc, judge: Judge, write: Write = (field, value) => writeField(doc, field, value)): SettledFields {
  const judged = fieldSuggestions(doc).map((suggestion) => ({ suggestion, verdict: judge(suggestion) }))
  const wanted = judged.flatMap(({ suggestion, verdict }) => (verdict === 'accept' ? [suggestion] : []))
  // They come with the latest last.
  const accepted = new Map(wanted.map((suggestion) => [suggestion.field, suggestion]))
  const rejected = judged.flatMap(({ suggestion, verdict }) => (verdict === 'reject' ? [suggestion] : []))
  for (const { field, by } of [...accepted.values(), ...rejected]) storySuggestedFields(doc).delete(suggestionKey(field, by))
  for (const { field: id, type, value } of accepted.values()) write({ id, type }, value ?? undefined)
  return { answered: [...accepted.values(), ...rejected], left: wanted.filter((suggestion) => accepted.get(suggestion.field) !== suggestion) }
}
