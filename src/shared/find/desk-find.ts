import { z } from 'zod'
import { KindId, StoryId } from '../story/ids'
import { StoryState } from '../workflow/state'
import { FindOptions } from './find-options'

/** A search through the texts of all stories of a desk; null for any kind or state. */
export const DeskFindQuery = z.object({ options: FindOptions, kind: KindId.nullable(), state: StoryState.nullable() })
export type DeskFindQuery = z.infer<typeof DeskFindQuery>

/** One match with the words around it. */
export const Snippet = z.object({
  in: z.enum(['headline', 'summary', 'body']),
  before: z.string(),
  match: z.string(),
  after: z.string(),
  /** Which match of its part of the story it is, from 0 on. */
  place: z.number().int().min(0),
})
export type Snippet = z.infer<typeof Snippet>

/** A story with matches. */
export const FoundStory = z.object({
  id: StoryId,
  kind: KindId,
  state: StoryState,
  headline: z.string(),
  language: z.string(),
  /** All matches; `snippets` shows the first of them. */
  matches: z.number().int().min(1),
  snippets: z.array(Snippet),
})
export type FoundStory = z.infer<typeof FoundStory>

export const DeskFindSummary = z.object({
  stories: z.number(),
  matches: z.number(),
  /** Whether it ended early because there were more matches than anyone reads. */
  more: z.boolean(),
})
export type DeskFindSummary = z.infer<typeof DeskFindSummary>
