import { isDate } from '../../shared/checks/field-checks'
import { isWebAddress } from '../../shared/document/web-address'
import { excerpt } from '../../shared/story/excerpt'
import { wordsOf, type FieldDefinition, type FieldValue, type Kind } from '../../shared/story/kind'
import { isSlug, slugFrom } from '../../shared/story/slug'
import { readCrossPost } from './guess/cross-post'
import { hostName, outletIn } from './guess/outlet'
import type { ImportedEntry } from './imported-entry'

export interface FieldClues {
  readonly entry: ImportedEntry
  /** The beginning of the text. */
  readonly text: string
  /** Where a link in a cross-post's note leads; empty when there is none. */
  readonly noteLink: string
}

/** What an entry says for the fields of its kind. Values that a field can't hold are left out; nothing is made up. */
export function fieldsFor(kind: Kind, clues: FieldClues): Record<string, FieldValue> {
  const { summary, date, language, topics, given } = clues.entry
  // Who is named as the author of a study is not also named above it.
  const byline = 'authors' in given.fields && !('byline' in given.fields) && kind.fields.some(({ id }) => id === 'authors') ? [] : clues.entry.byline
  // Of what is given, lists, dates and languages were read already, in all the forms that they come in.
  const guessed: Record<string, unknown> = { slug: slugOf(clues.entry), summary, ...ownFields(kind.id, clues), ...given.fields, date, language, byline, topics }
  return Object.fromEntries(kind.fields.flatMap((field) => valueFor(field, guessed[field.id]).map((value) => [field.id, value] as const)))
}

/** The last part of the story's own page, as long as it looks like one; else made of the headline. */
function slugOf({ link, headline }: ImportedEntry): string {
  const last = URL.canParse(link) ? (decoded(new URL(link).pathname).split('/').filter((part) => part !== '').at(-1) ?? '') : ''
  const stem = last.replace(/\.(?:html?|php|aspx?)$/i, '').toLowerCase()
  return isSlug(stem) && /\p{L}/u.test(stem) && stem.length > 3 && stem.length <= 80 ? stem : slugFrom(headline)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What only some kinds have. */
function ownFields(kind: Kind['id'], clues: FieldClues): Record<string, unknown> {
  if (kind === 'media-feature') return featureFields(clues)
  return kind === 'cross-post' ? crossPostFields(clues) : {}
}

function featureFields({ entry, text }: FieldClues): Record<string, unknown> {
  return {
    slug: slugFrom(entry.headline),
    outlet: entry.outlet || outletIn(`${entry.summary} ${text}`) || hostName(entry.link),
    outletAddress: entry.link,
  }
}

function crossPostFields({ entry, text, noteLink }: FieldClues): Record<string, unknown> {
  const said = readCrossPost(`${entry.summary} ${text}`)
  const inSummary = readCrossPost(entry.summary)
  return {
    summary: inSummary === null ? entry.summary : inSummary.rest,
    origin: said?.origin || entry.outlet || hostName(noteLink),
    originAddress: noteLink,
  }
}

function valueFor(field: FieldDefinition, raw: unknown): FieldValue[] {
  switch (field.type) {
    case 'slug':
      return typeof raw === 'string' && isSlug(raw.trim()) ? [raw.trim()] : []
    case 'text':
    case 'longText':
      return typeof raw === 'string' && raw.trim() !== '' ? [field.id === 'summary' && field.maxLength !== undefined ? excerpt(raw, field.maxLength) : raw.trim()] : []
    case 'choice':
      return typeof raw === 'string' && field.options?.includes(raw) ? [raw] : []
    case 'date':
      return typeof raw === 'string' && isDate(raw.slice(0, 10)) ? [raw.slice(0, 10)] : []
    case 'dateTime':
      return typeof raw === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(raw) && !Number.isNaN(Date.parse(raw)) ? [raw] : []
    case 'language':
      return typeof raw === 'string' && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(raw) ? [raw] : []
    case 'address':
      return typeof raw === 'string' && isWebAddress(raw.trim()) ? [raw.trim()] : []
    case 'list':
    case 'person':
    case 'place':
      return listOf(raw)
    case 'choices':
      return listOf(raw).flatMap((value) => offeredOf(value, field))
    case 'story':
      // A story of another desk is not one of this desk.
      return []
    case 'image':
    case 'file':
      // Files get into fields by being put on the desk, never by somebody's word.
      return []
  }
}

function offeredOf(value: FieldValue, { options = [] }: FieldDefinition): FieldValue[] {
  const offered = wordsOf(value).filter((word) => options.includes(word))
  return offered.length === 0 ? [] : [offered]
}

function listOf(raw: unknown): FieldValue[] {
  const parts = (Array.isArray(raw) ? raw : [raw]).flatMap((part: unknown) => (typeof part === 'string' && part.trim() !== '' ? [part.trim()] : []))
  return parts.length === 0 ? [] : [[...new Set(parts)]]
}
