import './chip.css'
import type { StoryState } from '@shared/workflow/state'

export const stateNames: Readonly<Record<StoryState, string>> = {
  draft: 'Draft',
  inReview: 'In review',
  changesRequested: 'Changes requested',
  approved: 'Approved',
  scheduled: 'Scheduled',
  published: 'Published',
  archived: 'Archived',
}

/** A story's state as a coloured word. */
export function StateChip({ state }: { readonly state: StoryState }) {
  return <span className={`chip chip--${state}`}>{stateNames[state]}</span>
}
