import { z } from 'zod'
import { KindId } from './ids'

/** What a field holds; decides its form control and how its value is stored (see `FieldValue`). */
export const FieldType = z.enum([
  'text',
  'longText',
  'slug',
  'date',
  'dateTime',
  'choice',
  'list',
  'address',
  'image',
  'file',
  'language',
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
  /** What may be chosen; only for choice. */
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
})
export type Kind = z.infer<typeof Kind>

/** An image in a field: which asset, and what it says to those who can't see it. */
export const ImageValue = z.object({
  asset: z.string().regex(/^[0-9a-f]{64}$/),
  alt: z.string().default(''),
  decorative: z.boolean().default(false),
  caption: z.string().default(''),
  credit: z.string().default(''),
})
export type ImageValue = z.infer<typeof ImageValue>

/** A file in a field, such as a report's PDF. */
export const FileValue = z.object({
  asset: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().min(1),
})
export type FileValue = z.infer<typeof FileValue>

/**
 * A field's value as stored and as signed. Text, dates (YYYY-MM-DD), dateTimes (ISO 8601 with
 * offset), choices, addresses and languages (BCP 47) are strings; lists are arrays of strings.
 * A file comes before an image: it alone must have a name, and an image would take everything else for its own.
 */
export const FieldValue = z.union([z.string(), z.array(z.string()), FileValue, ImageValue])
export type FieldValue = z.infer<typeof FieldValue>

/** Values by field id. An empty field has no key. */
export type FieldValues = Readonly<Record<string, FieldValue>>
