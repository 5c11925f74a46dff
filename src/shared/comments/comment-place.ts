import { z } from 'zod'

/** A place of a Y.Doc that moves along with what stands there (Yjs calls it a relative position), in Base64. */
const Anchor = z.string().regex(/^[A-Za-z0-9+/]{2,120}={0,2}$/)

/** How words are found again that were cut and put elsewhere: as they were when somebody last looked. */
export const Words = z.object({
  words: z.string().min(1).max(500),
  /** How many characters they are in all; more than `words` has when they are many. */
  length: z.int().min(1).max(10_000_000),
  /** What stands beside them in their block; a line break stands for its edge. */
  before: z.string().max(64),
  after: z.string().max(64),
  /** How much the next best place looked like this one then, in characters beside the words; -1 when there was none. */
  rival: z.int().min(-1).max(200),
})
export type Words = z.infer<typeof Words>

/** Words of the text, from before their first character to behind their last one. */
const TextPlace = Words.extend({ in: z.literal('text'), start: Anchor, end: Anchor })
export type TextPlace = z.infer<typeof TextPlace>

/** A block of the text as a whole: a figure, a table, a paragraph. */
const BlockPlace = z.object({
  in: z.literal('block'),
  /** Its name in the schema. */
  node: z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/),
  item: Anchor,
  /** What tells it from others of its name; empty when nothing did. */
  key: z.string().max(200),
})
export type BlockPlace = z.infer<typeof BlockPlace>

/** A field of the story's kind; the quote is the words of it that are meant, if not all. */
const FieldPlace = z.object({ in: z.literal('field'), field: z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/) })

/** What a comment is about. `words` is a place of which only the quote is known: so it was in earlier versions. */
export const CommentPlace = z.discriminatedUnion('in', [z.object({ in: z.literal('story') }), FieldPlace, TextPlace, BlockPlace, z.object({ in: z.literal('words') })])
export type CommentPlace = z.infer<typeof CommentPlace>
