import * as Y from 'yjs'
import { FieldValue, type FieldDefinition } from '../../story/kind'
import { isTextField, readField, replaceText, storySuggestedFields } from '../../story/story-doc'
import { isSameValue } from './field-suggestions'
import { filled, readSuggestedField, suggestionKey, type SuggestedField } from './suggested-field'

interface Author {
  readonly by: string
  /** Now. */
  readonly at: string
}

/** Work on a suggestion is noted once a minute: a note costs as much as many letters. */
const noteMs = 60_000

/**
 * Suggests what a field is to hold, in place of what the same member suggested for it before; suggesting what it holds takes that
 * back. The field itself stays as it is. To be called in a transaction.
 */
export function suggestField(doc: Y.Doc, field: Pick<FieldDefinition, 'id' | 'type'>, value: FieldValue | undefined, { by, at }: Author): void {
  const all = storySuggestedFields(doc)
  const key = suggestionKey(field.id, by)
  const now = readField(doc, field) ?? null
  if (isSameValue(now, filled(FieldValue.optional().parse(value)))) return all.delete(key)
  const before = ownSuggestion(doc, field, by)
  const entry = all.get(key)
  if (before === null || !(entry instanceof Y.Map)) return void all.set(key, fresh(field, value, now, at))
  if (before.letters === null) entry.set('value', value ?? null)
  else replaceText(before.letters, typeof value === 'string' ? value : '')
  if (!isSameValue(before.was, now)) entry.set('was', now)
  else if (Date.parse(at) - Date.parse(before.at) < noteMs) return
  entry.set('at', at)
}

/** What a member suggests for a field, whether or not it says anything new; null when nothing. */
export function ownSuggestion(doc: Y.Doc, { id, type }: Pick<FieldDefinition, 'id' | 'type'>, by: string): SuggestedField | null {
  const key = suggestionKey(id, by)
  const suggested = readSuggestedField(key, storySuggestedFields(doc).get(key))
  return suggested === null || (suggested.letters !== null) !== isTextField(type) ? null : suggested
}

function fresh({ type }: Pick<FieldDefinition, 'type'>, value: FieldValue | undefined, was: FieldValue | null, at: string): Y.Map<unknown> {
  return new Y.Map<unknown>([['at', at], ['was', was], isTextField(type) ? ['text', new Y.Text(typeof value === 'string' ? value : '')] : ['value', value ?? null]])
}
