import type * as Y from 'yjs'
import type { FieldType, FieldValue } from '../../story/kind'
import { readField, storySuggestedFields } from '../../story/story-doc'
import type { Tag } from '../tag'
import { readSuggestedField, storedAs } from './suggested-field'

/** A suggestion for a field that waits for an answer, against what the field holds now. */
export interface FieldSuggestion extends Tag {
  readonly field: string
  /** How the field is stored: a text of its own, or a value that is replaced as a whole. */
  readonly type: FieldType
  readonly now: FieldValue | null
  readonly value: FieldValue | null
  /** Whether the field has changed since this was suggested. */
  readonly overtaken: boolean
}

/**
 * All that is suggested for a story's fields: field by field, and for each the latest last. What can't be read is none, and what a
 * field already holds waits for nothing.
 */
export function fieldSuggestions(doc: Y.Doc): FieldSuggestion[] {
  const open = [...storySuggestedFields(doc).entries()].flatMap(([key, raw]): FieldSuggestion[] => {
    const suggested = readSuggestedField(key, raw)
    if (suggested === null) return []
    const { field, by, at, was, value } = suggested
    const type = storedAs(suggested)
    const now = readField(doc, { id: field, type }) ?? null
    return isSameValue(now, value) ? [] : [{ id: suggestionId(field), by, at, field, type, now, value, overtaken: !isSameValue(was, now) }]
  })
  return open.sort((a, b) => compare(a.field, b.field) || compareTime(a, b))
}

/** Which of two suggestions for a field is the later one: the same on every computer. */
export const compareTime = (a: Tag, b: Tag): number => compare(a.at, b.at) || compare(a.by, b.by)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Whether two values of a field are the same: both were parsed, so that what they say stands in one order. */
export const isSameValue = (a: FieldValue | null, b: FieldValue | null): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The id of a member's suggestion for a field: each has one. */
const suggestionId = (field: string): string => `field:${field}`
