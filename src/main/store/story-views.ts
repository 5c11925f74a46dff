import type { StoryView } from '../../shared/ipc'

/** What the conditions ask for by name. */
export interface ViewParameters {
  readonly member: string
  /** 1 when the member may review. */
  readonly reviews: 0 | 1
}

/** In review, and this member is named, or nobody is and the member may review and is not who submitted it. */
const forReview = "state = 'inReview' AND (instr(reviewers, :member) > 0 OR (reviewers = '' AND :reviews = 1 AND submitted_by <> :member))"

/** Which rows of story_index a view shows. The words are those of the partial indexes: SQLite uses them only then. */
const conditions: Readonly<Record<StoryView, string>> = {
  myDrafts: "created_by = :member AND state = 'draft'",
  forMyReview: forReview,
  changesRequested: "state = 'changesRequested'",
  approved: "state IN ('approved', 'scheduled')",
  published: "live = 1 AND state <> 'archived'",
  archived: "state = 'archived'",
  all: "state <> 'archived'",
}

/** The condition of a view, for story_index and for story_tallies, which has the same columns. */
export const conditionOf = (view: StoryView): string => `(${conditions[view]})`
