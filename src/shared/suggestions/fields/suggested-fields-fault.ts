import * as Y from 'yjs'
import { isPlain } from '../../packet/check-body'
import { storySuggestedFields } from '../../story/story-doc'
import { readSuggestedField } from './suggested-field'

const parts: ReadonlySet<string> = new Set(['at', 'was', 'text', 'value'])

/** What is wrong with the suggestions for fields that came from elsewhere, as the end of a sentence; null when nothing is. */
export function suggestedFieldsFault(doc: Y.Doc): string | null {
  const whole = [...storySuggestedFields(doc).entries()].every(([key, raw]) => raw instanceof Y.Map && isKnown(raw) && readSuggestedField(key, raw) !== null)
  return whole ? null : 'it has a suggestion for a field that can’t be read'
}

const isKnown = (raw: Y.Map<unknown>): boolean => [...raw.entries()].every(([name, value]) => parts.has(name) && (name === 'text' || isPlain(value)))
