import type { StoryView } from '../../shared/ipc'

/** What the conditions ask for by name. */
export interface ViewParameters {
  readonly member: string
}

/** In review, and waiting for this member. */
const forReview = "state = 'inReview' AND instr(reviewers, :member) > 0"

interface View {
  /** Which rows of story_index, and of story_tallies, which has the same columns. */
  readonly condition: string
  /** The index that has these rows in the order of the list. A partial one fits only a condition in its own words. */
  readonly index: string
  readonly order?: Order
}

/** What a list is sorted by, from its start and from its end. */
interface Order {
  readonly forwards: string
  readonly backwards: string
}
const byChange: Order = { forwards: 'updated_at DESC, id', backwards: 'updated_at ASC, id DESC' }
/** What is due first; then what has no date, the latest change first. */
const byDue: Order = { forwards: "coalesce(due, '9999-12-31'), updated_at DESC, id", backwards: "coalesce(due, '9999-12-31') DESC, updated_at ASC, id DESC" }

const views: Readonly<Record<StoryView, View>> = {
  myDrafts: { condition: "created_by = :member AND state = 'draft'", index: 'story_index_mine' },
  forMyReview: { condition: forReview, index: 'story_index_queue', order: byDue },
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

/** The order of a view's list, from its start or from its end. */
export function orderOf(view: StoryView, fromEnd: boolean): string {
  const { forwards, backwards } = views[view].order ?? byChange
  return fromEnd ? backwards : forwards
}
