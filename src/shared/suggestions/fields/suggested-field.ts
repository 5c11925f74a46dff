import * as Y from 'yjs'
import { z } from 'zod'
import { Instant, MemberId } from '../../story/ids'
import { FieldDefinition, FieldValue, type FieldType } from '../../story/kind'

/** What a member suggests for a field, as it stands in a story. */
export interface SuggestedField {
  readonly field: string
  readonly by: string
  /** When it was last worked on, to the minute. */
  readonly at: string
  /** What the field held then; null when it was empty. */
  readonly was: FieldValue | null
  /** What it is to hold; null to empty it. */
  readonly value: FieldValue | null
  /** Its letters as they are typed, for a field that is a text of its own. */
  readonly letters: Y.Text | null
}

const Said = z.object({ at: Instant, was: FieldValue.nullable() })
const Key = z.tuple([FieldDefinition.shape.id, MemberId])

/** A member has one open suggestion a field, so that whoever suggests goes on with their own. */
export const suggestionKey = (field: string, by: string): string => `${field}/${by}`

/** Reads one suggestion; null for what is none. */
export function readSuggestedField(key: string, raw: unknown): SuggestedField | null {
  const named = Key.safeParse(key.split('/'))
  if (!named.success || !(raw instanceof Y.Map)) return null
  const said = Said.safeParse({ at: raw.get('at'), was: raw.get('was') })
  const value = valueOf(raw)
  if (!said.success || value === null) return null
  const [field, by] = named.data
  return { field, by, ...said.data, ...value }
}

function valueOf(raw: Y.Map<unknown>): Pick<SuggestedField, 'value' | 'letters'> | null {
  const letters = raw.get('text')
  if (letters instanceof Y.Text) {
    const delta: readonly { readonly insert?: unknown }[] = letters.toDelta()
    return delta.every(({ insert }) => typeof insert === 'string') ? { letters, value: filled(letters.toString()) } : null
  }
  const value = FieldValue.nullable().safeParse(raw.get('value'))
  return value.success ? { letters: null, value: filled(value.data) } : null
}

/** A value as a field holds it: null where there is nothing in it. */
export function filled(value: FieldValue | null | undefined): FieldValue | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'string') return value.trim() === '' ? null : value
  return Array.isArray(value) && value.length === 0 ? null : value
}

/** The sort of a field that a suggestion can be about, as far as the suggestion itself tells. */
export const storedAs = ({ letters }: Pick<SuggestedField, 'letters'>): FieldType => (letters === null ? 'list' : 'text')
