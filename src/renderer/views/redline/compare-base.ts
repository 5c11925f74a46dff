import type { RedlineFrom, RevisionEntry, StoryStatus } from '@shared/ipc'
import type { StoryId } from '@shared/story/ids'
import { create } from 'zustand'
import { shortDate } from '../../ui/dates'
import { shortRevision } from '../workflow/RevisionName'

/** The version that a person chose to compare with, and the story that they chose it for. */
const useChosenBase = create<{ readonly story: StoryId | null; readonly from: RedlineFrom | null }>(() => ({ story: null, from: null }))

export const compareWith = (story: StoryId, from: RedlineFrom): void => useChosenBase.setState({ story, from })

/** The version that a story as it stands is compared with; null while there is none. */
export function useBase(status: StoryStatus): RedlineFrom | null {
  const chosen = useChosenBase()
  return chosen.story === status.id && chosen.from !== null ? chosen.from : usualBase(status)
}

/**
 * What readers of a redline most likely ask: what is new since the approval; without one, since the version before the
 * one in review; else since it was last submitted.
 */
export function usualBase({ workflow, revisions }: Pick<StoryStatus, 'workflow' | 'revisions'>): RedlineFrom | null {
  if (workflow.approvedRevision !== null && workflow.approvedRevision !== workflow.submitted?.revision) return workflow.approvedRevision
  const older = newestFirst(revisions).filter(({ id }) => id !== workflow.submitted?.revision)
  if (workflow.state === 'inReview' && older[0] !== undefined) return older[0].id
  return workflow.submitted?.revision ?? workflow.approvedRevision ?? newestFirst(revisions)[0]?.id ?? null
}

/** The versions that a story can be compared with, the newest first, with what each is. */
export function baseOptions({ workflow, revisions }: Pick<StoryStatus, 'workflow' | 'revisions'>): { readonly value: string; readonly label: string }[] {
  return newestFirst(revisions).map(({ id, createdAt }) => {
    const what = id === workflow.approvedRevision ? 'Approved' : id === workflow.submitted?.revision ? 'Submitted' : 'Revision'
    return { value: id, label: `${what}, ${shortDate(createdAt)} · ${shortRevision(id)}` }
  })
}

const newestFirst = (revisions: readonly RevisionEntry[]): RevisionEntry[] => [...revisions].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
