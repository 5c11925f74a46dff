import { z } from 'zod'
import { Focus } from '../assets/crop'
import { KindId, StoryId } from './ids'

/** What a field holds; decides its form control and how its value is stored (see `FieldValue`). */
export const FieldType = z.enum([
  'text',
  'longText',
  'slug',
  'date',
  'dateTime',
  'choice',
  'choices',
  'list',
  'person',
  'place',
  'address',
  'image',
  'file',
  'language',
  'story',
])
export type FieldType = z.infer<typeof FieldType>

export const FieldDefinition = z.object({
  id: z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/),
  label: z.string().min(1),
  type: FieldType,
  required: z.boolean().default(false),
  help: z.string().optional(),
  /** Longest value, in UTF-16 units; only for text, longText and slug. */
  maxLength: z.number().int().positive().optional(),
  /** Fewest and most entries; only for what holds several (see `holdsSeveral`). An empty field has too few only when it is required. */
  minItems: z.number().int().positive().optional(),
  maxItems: z.number().int().positive().optional(),
  /** What may be chosen; only for choice and choices. */
  options: z.array(z.string()).optional(),
})
export type FieldDefinition = z.infer<typeof FieldDefinition>

/** A content type: data, so that a desk can change it without a new version of Copydesk. */
export const Kind = z.object({
  id: KindId,
  label: z.string().min(1),
  plural: z.string().min(1),
  /** Fields in the order of the form, the common ones included. */
  fields: z.array(FieldDefinition),
  /**
   * Fields that the desk no longer offers for this kind. What stories hold in them stays a part of those stories, so that
   * removing a field, or bringing it back, changes no story.
   */
  removed: z.array(FieldDefinition).optional(),
})
export type Kind = z.infer<typeof Kind>

/** An image in a field: which asset, and what it says to those who can't see it. */
export const ImageValue = z.object({
  asset: z.string().regex(/^[0-9a-f]{64}$/),
  alt: z.string().default(''),
  decorative: z.boolean().default(false),
  caption: z.string().default(''),
  credit: z.string().default(''),
  /** What must stay in sight when the picture is cut to another shape; the middle when it is not said. */
  focus: Focus.optional(),
})
export type ImageValue = z.infer<typeof ImageValue>

/** A file in a field, such as a report's PDF. */
export const FileValue = z.object({
  asset: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().min(1),
})
export type FileValue = z.infer<typeof FileValue>

/** Another story of the desk that a field names, with the headline that it had when it was chosen. */
export const StoryReference = z.object({
  story: StoryId,
  headline: z.string(),
})
export type StoryReference = z.infer<typeof StoryReference>

/**
 * A field's value as stored and as signed. Text, dates (YYYY-MM-DD), dateTimes (ISO 8601 with
 * offset), a choice, addresses and languages (BCP 47) are strings; lists, several choices, persons and places are arrays
 * of strings; stories are arrays of references, also where only one may be chosen.
 * A file comes before an image: it alone must have a name, and an image would take everything else for its own.
 */
export const FieldValue = z.union([z.string(), z.array(z.string()), z.array(StoryReference), FileValue, ImageValue])
export type FieldValue = z.infer<typeof FieldValue>

/** Values by field id. An empty field has no key. */
export type FieldValues = Readonly<Record<string, FieldValue>>

/** Whether a field of this type holds several values, so that their number can be limited. */
export function holdsSeveral(type: FieldType): boolean {
  return type === 'story' || holdsWords(type)
}

/** Whether a field of this type holds a list of words. */
export function holdsWords(type: FieldType): boolean {
  return type === 'list' || type === 'choices' || type === 'person' || type === 'place'
}

/** Every field whose value is part of a story of this kind: those of its form, then those that were removed from it. */
export function allFields({ fields, removed = [] }: Pick<Kind, 'fields' | 'removed'>): readonly FieldDefinition[] {
  return removed.length === 0 ? fields : [...fields, ...removed]
}

/** The entries of a list of words; none for any other value. */
export function wordsOf(value: FieldValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
}

/** The stories that a value names; none for any other value. */
export function storiesOf(value: FieldValue | undefined): readonly StoryReference[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry !== 'string') : []
}
