import type * as Y from 'yjs'
import { FieldDefinition, FieldValue, type FieldType, type FieldValues } from './kind'

/**
 * The layout of a story's Y.Doc.
 * - `meta` (Y.Map): story (id), kind, createdAt, createdBy, importedFrom when it came from a file, and translationGroup
 *   when it has translations: the same id in all stories that say the same
 * - `fields` (Y.Map): values that are replaced as a whole (dates, lists, images, addresses, ...)
 * - `text:<field>` (Y.Text): the text, longText and slug fields; top-level types, so that two people who
 *   start the same field offline merge letter by letter instead of one losing it
 * - `body` (Y.XmlFragment): edited by TipTap's Collaboration extension
 * - `threads` (Y.Map): thread id -> Y.Map of the comment thread
 * - `log` (Y.Map): event id -> signed workflow event; a set, so merging twice changes nothing
 * - `dismissals` (Y.Map): name -> a note on the language that somebody set aside, with the reason; no part of a revision
 * - `authors` (Y.Map): client:clock -> who writes from there on, and since when; no part of a revision
 * - `names` (Y.Map): revision id -> the name that somebody gave it; no part of a revision
 * - `suggested` (Y.Map): field/member -> Y.Map of what that member suggests for that field; no part of a revision
 */
export const storyMeta = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('meta')
export const storyFields = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('fields')
const textPrefix = 'text:'
export const storyText = (doc: Y.Doc, field: string): Y.Text => doc.getText(`${textPrefix}${field}`)
export const storyBody = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment('body')
export const storyThreads = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('threads')
export const storyLog = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('log')
export const storyDismissals = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('dismissals')
export const storyAuthors = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('authors')
export const storyVersionNames = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('names')
export const storySuggestedFields = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('suggested')

const parts: ReadonlySet<string> = new Set(['meta', 'fields', 'body', 'threads', 'log', 'dismissals', 'authors', 'names', 'suggested'])

/** The field whose text a part of the document is; null for a part of another sort. */
export const fieldOfText = (part: string): string | null => (part.startsWith(textPrefix) ? part.slice(textPrefix.length) : null)

/** The parts of a document that are none of a story: a later version may have written them, or somebody who means no good. */
export function unknownParts(doc: Y.Doc): string[] {
  return [...doc.share.keys()].filter((part) => !parts.has(part) && !FieldDefinition.shape.id.safeParse(fieldOfText(part)).success)
}

/** Whether a field's value lives in a Y.Text of its own. */
export function isTextField(type: FieldType): boolean {
  return type === 'text' || type === 'longText' || type === 'slug'
}

/** The value of one field, or undefined when it is empty or not of the shape that a field can have. */
export function readField(doc: Y.Doc, field: Pick<FieldDefinition, 'id' | 'type'>): FieldValue | undefined {
  if (isTextField(field.type)) {
    const text = storyText(doc, field.id).toString()
    return text.trim() === '' ? undefined : text
  }
  const parsed = FieldValue.safeParse(storyFields(doc).get(field.id))
  if (!parsed.success || parsed.data === '' || (Array.isArray(parsed.data) && parsed.data.length === 0)) return undefined
  return parsed.data
}

/** All non-empty values of a kind's fields. */
export function readFields(doc: Y.Doc, fields: readonly FieldDefinition[]): FieldValues {
  const values: Record<string, FieldValue> = {}
  for (const field of fields) {
    const value = readField(doc, field)
    if (value !== undefined) values[field.id] = value
  }
  return values
}

/**
 * What a story holds beyond these fields: left from fields that were removed, or from another kind that it had. By id, in
 * the order of the ids.
 */
export function readKeptFields(doc: Y.Doc, fields: readonly Pick<FieldDefinition, 'id'>[]): readonly { readonly id: string; readonly type: FieldType; readonly value: FieldValue }[] {
  const known = new Set(fields.map(({ id }) => id))
  const texts = [...doc.share.keys()].flatMap((name) => (name.startsWith(textPrefix) ? [{ id: name.slice(textPrefix.length), type: 'text' as const }] : []))
  const values = [...storyFields(doc).keys()].map((id) => ({ id, type: 'list' as const }))
  const kept = [...texts, ...values].filter(({ id }) => !known.has(id) && FieldDefinition.shape.id.safeParse(id).success)
  return kept
    .flatMap((field) => {
      const value = readField(doc, field)
      return value === undefined ? [] : [{ ...field, value }]
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Sets a field; a text is changed only where it differs, so that a concurrent edit of another part survives. */
export function writeField(doc: Y.Doc, field: Pick<FieldDefinition, 'id' | 'type'>, value: FieldValue | undefined): void {
  if (!isTextField(field.type)) {
    if (value === undefined) storyFields(doc).delete(field.id)
    else storyFields(doc).set(field.id, value)
    return
  }
  replaceText(storyText(doc, field.id), typeof value === 'string' ? value : '')
}

/**
 * Turns `text` into `next` by one deletion and one insertion around what start and end have in common. Never cuts a
 * surrogate pair: Yjs would put a replacement character for each half.
 */
export function replaceText(text: Y.Text, next: string): void {
  const before = text.toString()
  if (before === next) return
  const shorter = Math.min(before.length, next.length)
  let start = 0
  while (start < shorter && before[start] === next[start]) start++
  if (cutsPair(before, start) || cutsPair(next, start)) start--
  let end = 0
  while (end < shorter - start && before[before.length - 1 - end] === next[next.length - 1 - end]) end++
  if (cutsPair(before, before.length - end) || cutsPair(next, next.length - end)) end--
  const change = () => {
    text.delete(start, before.length - start - end)
    text.insert(start, next.slice(start, next.length - end))
  }
  if (text.doc) text.doc.transact(change, text.doc.clientID)
  else change()
}

/** Whether a place in a text lies between the two halves of a surrogate pair. */
function cutsPair(text: string, place: number): boolean {
  return place > 0 && place < text.length && text.codePointAt(place - 1)! > 0xffff
}
