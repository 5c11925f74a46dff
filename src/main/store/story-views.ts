import type { StoryView } from '../../shared/ipc'

/** What the conditions ask for by name. */
export interface ViewParameters {
  readonly member: string
  /** 1 when the member may review. */
  readonly reviews: 0 | 1
}

/** In review, and this member is named, or nobody is and the member may review and is not who submitted it. */
const forReview = "state = 'inReview' AND (instr(reviewers, :member) > 0 OR (reviewers = '' AND :reviews = 1 AND submitted_by <> :member))"

interface View {
  /** Which rows of story_index, and of story_tallies, which has the same columns. */
  readonly condition: string
  /** The index that has these rows in the order of the list. A partial one fits only a condition in its own words. */
  readonly index: string
}

const views: Readonly<Record<StoryView, View>> = {
  myDrafts: { condition: "created_by = :member AND state = 'draft'", index: 'story_index_mine' },
  forMyReview: { condition: forReview, index: 'story_index_by_state' },
  changesRequested: { condition: "state = 'changesRequested'", index: 'story_index_by_state' },
  approved: { condition: "state IN ('approved', 'scheduled')", index: 'story_index_approved' },
  published: { condition: "live = 1 AND state <> 'archived'", index: 'story_index_live' },
  archived: { condition: "state = 'archived'", index: 'story_index_by_state' },
  all: { condition: "state <> 'archived'", index: 'story_index_all' },
}

export const conditionOf = (view: StoryView): string => `(${views[view].condition})`

/** The index to read a list from: SQLite is told, because it can't know how few rows a page has. */
export function indexOf(view: StoryView, ofOneKind: boolean): string {
  return view === 'all' && ofOneKind ? 'story_index_by_kind' : views[view].index
}
