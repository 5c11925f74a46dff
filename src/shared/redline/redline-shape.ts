import { z } from 'zod'
import { KindId, RevisionId, StoryId } from '../story/ids'
import { FieldValue } from '../story/kind'
import { DocumentMark, RevisionAsset } from '../story/revision'

/**
 * What a change is about. A change in the words of the text is of exactly one sort, the first that fits: it touches a number,
 * a quotation, a name, a link, or it is other wording. Apart from these stand an image or a file, a field of the form, what
 * was moved and is otherwise the same, and the form of the text (emphasis, heading level, list or quote).
 */
export const ChangeClass = z.enum(['wording', 'number', 'quotation', 'name', 'link', 'image', 'field', 'move', 'format'])
export type ChangeClass = z.infer<typeof ChangeClass>

/** An index in the redline's `changes`: of which change something is a part. */
const Part = z.number().int().nonnegative()

/**
 * A run of text that both revisions have, or only one of them. The `same` and `inserted` pieces, one after the other, are
 * exactly the newer text; the `same` and `deleted` ones exactly the older one.
 */
export const Piece = z.object({
  kind: z.enum(['same', 'inserted', 'deleted']),
  text: z.string(),
  /** Its marks; for what was deleted those that it had. Absent when there are none. */
  marks: z.array(DocumentMark).optional(),
  /** For `same` whose marks changed: those that it had before, which may be none. */
  marksBefore: z.array(DocumentMark).optional(),
  /** What stands here instead of letters: a line break, or the place where a footnote is called, whose text is one space. */
  inline: DocumentMark.optional(),
  /** Whether it stands in the footnote that was called last. */
  footnote: z.literal(true).optional(),
  /** The change that it is a part of. Words that were moved are deleted and inserted as parts of one change of the class `move`. */
  part: Part.optional(),
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
  part: Part.optional(),
})
export type ValueChange = z.infer<typeof ValueChange>

/** A node without what is in it. */
const Bare = z.object({ type: z.string(), attrs: z.record(z.string(), z.unknown()) })
export type Bare = z.infer<typeof Bare>

/** What a block is and stands in. */
const Standing = Bare.extend({
  /** Types of what it stands in, from the outside in, such as `bulletList`, `listItem`. */
  within: z.array(z.string()),
  /** In how many of the nodes around it the block before it, in the same revision, stands, too. */
  shared: z.number().int().nonnegative(),
  /** The other nodes around it, from the outside in: they begin with it. */
  opens: z.array(Bare).optional(),
})
export type Standing = z.infer<typeof Standing>

/** Where a cell stands in a table of the redline, which has the rows and columns of both revisions. */
const CellPlace = z.object({
  /** Index in the redline's `tables`. */
  table: z.number().int().nonnegative(),
  row: z.number().int().nonnegative(),
  column: z.number().int().nonnegative(),
  /** Over how many rows and columns it reaches. */
  rows: z.number().int().positive(),
  columns: z.number().int().positive(),
  header: z.boolean(),
})
export type CellPlace = z.infer<typeof CellPlace>

/** What became of a row or column; one that was moved is there twice, where it was and where it is. */
const Line = z.enum(['kept', 'inserted', 'deleted', 'movedFrom', 'movedTo'])
export type Line = z.infer<typeof Line>
/** A table in both revisions: its rows and columns in order, those that were deleted where they stood. */
export const RedlineTable = z.object({ rows: z.array(Line), columns: z.array(Line) })
export type RedlineTable = z.infer<typeof RedlineTable>

/** One paragraph, heading, image, rule or the like, as it is; what went as it was. Lists, quotes and tables are told by what their blocks stand in. */
export const RedlineBlock = Standing.extend({
  /** What was moved is told twice: where it was, with the text that it had, and where it is, with what was changed in it. */
  change: z.enum(['kept', 'inserted', 'deleted', 'changed', 'movedFrom', 'movedTo']),
  /** Child indexes in the newer body; for what went in the older one. */
  path: z.array(z.number().int().nonnegative()),
  /** What it was and stood in before, where that is not the same. */
  was: Standing.optional(),
  /** What stands before the first block of a list's item: its number, a bullet, or the box of a task. */
  marker: z.string().optional(),
  /** The cells that it stands in, from the outside in. */
  cells: z.array(CellPlace).optional(),
  /** Its text; none for images, files, cards and rules. */
  pieces: z.array(Piece),
  /** What it says beside its text and says differently now, and what it stands in does, told where that begins. */
  values: z.array(ValueChange),
  /** Whether the block itself changed its form: type, level, what it stands in. */
  reshaped: z.boolean(),
  /** The change that its other form is. */
  reshapedPart: Part.optional(),
  /** The change that it is a part of as a whole: it came, went or was moved. */
  part: Part.optional(),
})
export type RedlineBlock = z.infer<typeof RedlineBlock>

/**
 * The difference between two revisions as a reader sees it: one document that can be read as either of them (`applyRedline`
 * makes the newer one from the older one). Nothing is counted only when both say the same.
 */
export const Redline = z.object({
  /** Null for a comparison with nothing: all is inserted. */
  from: RevisionId.nullable(),
  to: RevisionId,
  story: StoryId,
  /** Of the newer text (BCP 47); null when it says none. */
  language: z.string().nullable(),
  kinds: z.object({ before: KindId.nullable(), after: KindId }),
  /** Files that only one of them uses, or that are described otherwise. */
  assets: z.object({ added: z.array(RevisionAsset), removed: z.array(RevisionAsset) }),
  /** Fields that differ, in the order of the form. A changed kind of story is the field `story.kind`. */
  fields: z.array(ValueChange),
  /** The body in reading order, what was deleted where it stood. */
  blocks: z.array(RedlineBlock),
  tables: z.array(RedlineTable),
  /** What the links of both texts lead to, by address, in words: a heading, another story. Web addresses speak for themselves. */
  targets: z.record(z.string(), z.string()),
  /** The changes in reading order, each by its class. */
  changes: z.array(ChangeClass),
  /** Number of changes by class. */
  counts: z.record(ChangeClass, z.number().int().nonnegative()),
  /** Number of all changes: the 3 of ‘3 changes since’. */
  total: z.number().int().nonnegative(),
})
export type Redline = z.infer<typeof Redline>
