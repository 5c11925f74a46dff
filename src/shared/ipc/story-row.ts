import { z } from 'zod'
import { Instant, KindId, StoryId } from '../story/ids'
import { StoryState } from '../workflow/state'

export const StoryView = z.enum(['myDrafts', 'forMyReview', 'changesRequested', 'approved', 'published', 'all', 'archived'])
export type StoryView = z.infer<typeof StoryView>

/** Another story that says the same in another language. */
export const StoryTranslation = z.object({ id: StoryId, language: z.string(), headline: z.string(), state: StoryState })
export type StoryTranslation = z.infer<typeof StoryTranslation>

/** What a list says of a review. */
export const ReviewAsked = z.object({
  /** The stage at which it waits; empty when the sign-off has none. */
  stage: z.string(),
  /** Which stage that is, from 1 on, and of how many. */
  place: z.number().int().positive(),
  stages: z.number().int().positive(),
  /** Who asked, and the start of what was said. */
  by: z.string(),
  note: z.string(),
})
export type ReviewAsked = z.infer<typeof ReviewAsked>

export const StoryRow = z.object({
  id: StoryId,
  kind: KindId,
  headline: z.string(),
  summary: z.string(),
  state: StoryState,
  changedSinceApproval: z.boolean(),
  author: z.string(),
  language: z.string(),
  wordCount: z.number(),
  due: z.string().nullable(),
  /** While it is in review: at which stage, and who asked for what. */
  review: ReviewAsked.optional(),
  updatedAt: Instant,
  createdAt: Instant,
  /** Its translations, by language; without the story itself. */
  translations: z.array(StoryTranslation),
})
export type StoryRow = z.infer<typeof StoryRow>
