import type { FieldValues, Kind } from '../story/kind'
import { languageOf } from './language'
import { wordingFor } from './wording'

/** What readers of a cross-post are told before its text. */
export interface EndorsementNote {
  readonly words: string
  /** The language of the words, which need not be the story's. */
  readonly language: string
  /** Whether Copydesk made them; else they are what a field of an older story says. */
  readonly generated: boolean
}

/**
 * The note that a cross-post is no endorsement; null for every other kind of story. It is made of the origin's name in the
 * story's language, and nobody edits it. A story from before notes were made keeps the words that it was approved with.
 */
export function endorsementNoteOf(kind: Pick<Kind, 'id'>, fields: FieldValues): EndorsementNote | null {
  const written = textOf(fields, 'endorsementNote')
  const language = languageOf(fields)
  if (written !== '') return { words: written, language: language ?? 'en', generated: false }
  if (kind.id !== 'cross-post') return null
  const wording = wordingFor(language)
  return { words: wording.noEndorsement(textOf(fields, 'origin')), language: wording.language, generated: true }
}

function textOf(fields: FieldValues, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : ''
}
