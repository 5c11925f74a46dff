import { z } from 'zod'

/** Whose suggestion something is. Everything that has one id is accepted or rejected together. */
export interface Tag {
  readonly id: string
  /** A member's id; stories travel, so it may be one that this desk does not know. */
  readonly by: string
  readonly at: string
}

/** What words are to have of one sort of formatting; null is without it. Until then they keep what they have. */
export interface Restyle extends Tag {
  readonly mark: string
  readonly now: MarkAttributes | null
}
export type MarkAttributes = Readonly<Record<string, unknown>>

/** What a block is to become: another type, or the same with some other attributes. */
export interface Turn extends Tag {
  readonly type: string
  readonly attrs: MarkAttributes
}

/** A block that begins where a line is to be split: from the outside (a list’s item) to the line. */
export interface SplitLevel {
  readonly type: string
  readonly attrs: MarkAttributes
}

const text = z.string().max(200).catch('')
const attributes = z.record(z.string(), z.unknown())
const Tag = z.object({ id: text, by: text, at: text })
const Restyle = Tag.extend({ mark: text, now: attributes.nullable().catch(null) })
const Turn = Tag.extend({ type: text, attrs: attributes.catch({}) })
const SplitLevels = z.array(z.object({ type: z.string(), attrs: attributes.catch({}) })).min(1).max(4)

const nobody: Tag = { id: '', by: '', at: '' }

/** Who suggests, as it stands in a mark or an attribute. Whatever else stands there is nobody's: it still is a suggestion, and can be rejected. */
export const readTag = (value: unknown): Tag => Tag.catch(nobody).parse(value)

/** An attribute that holds one suggestion or several. */
export const readTags = (value: unknown): Tag[] => listOf(value).map(readTag)

export const readTurns = (value: unknown): Turn[] => listOf(value).map((entry) => Turn.catch({ ...nobody, type: '', attrs: {} }).parse(entry))

export const readRestyle = (value: unknown): Restyle => Restyle.catch({ ...nobody, mark: '', now: null }).parse(value)

/** The blocks that begin at a suggested split; null when an insertion is none. */
export const readSplit = (value: unknown): SplitLevel[] | null => SplitLevels.nullable().catch(null).parse(value ?? null)

const listOf = (value: unknown): readonly unknown[] => (value === null || value === undefined ? [] : Array.isArray(value) ? value : [value])
