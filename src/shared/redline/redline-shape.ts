import { z } from 'zod'
import { RevisionId } from '../story/ids'
import { FieldValue } from '../story/kind'
import { DocumentMark } from '../story/revision'

/**
 * What a change is about. A change in the words of the text is of exactly one sort, the first that fits: it touches a number,
 * a quotation, a name, a link, or it is other wording. Apart from these stand an image or a file, a field of the form, what
 * was moved and is otherwise the same, and the form of the text (emphasis, heading level, list or quote).
 */
export const ChangeClass = z.enum(['wording', 'number', 'quotation', 'name', 'link', 'image', 'field', 'move', 'format'])
export type ChangeClass = z.infer<typeof ChangeClass>

/**
 * A run of text that both revisions have, or only one of them. The texts of `same` and `inserted` pieces, one after the
 * other, are exactly the newer text; those of `same` and `deleted` exactly the older one.
 */
export const Piece = z.object({
  kind: z.enum(['same', 'inserted', 'deleted']),
  text: z.string(),
  /** Its marks; for what was deleted those that it had. Absent when there are none. */
  marks: z.array(DocumentMark).optional(),
  /** For `same` whose marks changed: those that it had before, which may be none. */
  marksBefore: z.array(DocumentMark).optional(),
  /** Whether it stands in a footnote that is called here. The text of a footnote starts with one space. */
  footnote: z.literal(true).optional(),
})
export type Piece = z.infer<typeof Piece>

/** A value that changed beside the running text: a field of the form, or what a block says in its attributes. */
export const ValueChange = z.object({
  /** The field's id; of a block what it says, such as alt; of what it stands in with its type, such as callout.title. */
  id: z.string(),
  /** Its name for a person. */
  label: z.string(),
  /** Null when it was, or became, empty. */
  before: FieldValue.nullable(),
  after: FieldValue.nullable(),
  /** The value as text (lists with commas, images and files line by line), word by word. */
  pieces: z.array(Piece),
})
export type ValueChange = z.infer<typeof ValueChange>

/** One paragraph, heading, image, rule or the like. Lists, quotes and tables are told by what their blocks stand in. */
export const RedlineBlock = z.object({
  change: z.enum(['kept', 'inserted', 'deleted', 'changed']),
  /** The node's type, such as `paragraph` or `figure`, and its attributes: of the newer text, for what was deleted of the older. */
  type: z.string(),
  attrs: z.record(z.string(), z.unknown()),
  /** Types of what it stands in, from the outside in, such as `bulletList`, `listItem`. */
  within: z.array(z.string()),
  /** Child indexes in the newer body; for what was deleted in the older one. */
  path: z.array(z.number().int().nonnegative()),
  /** Of these, the ones that begin with this block and say something themselves, such as a callout with its title. */
  opens: z.array(z.object({ type: z.string(), attrs: z.record(z.string(), z.unknown()) })).optional(),
  /** Its text; none for images, files, cards and rules. */
  pieces: z.array(Piece),
  /** What it says beside its text and says differently now, and what it stands in does, told where that begins. */
  values: z.array(ValueChange),
  /** Whether the block itself changed its form: type, level, what it stands in. `formerly` is the type that it had. */
  reshaped: z.boolean(),
  formerly: z.string().optional(),
})
export type RedlineBlock = z.infer<typeof RedlineBlock>

/** The difference between two revisions as a reader sees it. Nothing is counted only when both are the same. */
export const Redline = z.object({
  /** Null for a comparison with nothing: all is inserted. */
  from: RevisionId.nullable(),
  to: RevisionId,
  /** Fields that differ, in the order of the form. A changed kind of story is the field `kind`. */
  fields: z.array(ValueChange),
  /** The body in reading order, what was deleted where it stood. */
  blocks: z.array(RedlineBlock),
  /** Number of changes by class. */
  counts: z.record(ChangeClass, z.number().int().nonnegative()),
  /** Sum of the counts: the 3 of ‘3 changes since’. */
  total: z.number().int().nonnegative(),
})
export type Redline = z.infer<typeof Redline>
