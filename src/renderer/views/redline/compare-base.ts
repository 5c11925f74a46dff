import type { RedlineFrom, RedlineTo, RevisionEntry, StoryStatus } from '@shared/ipc'
import type { RevisionId, StoryId } from '@shared/story/ids'
import { create } from 'zustand'
import { shortDate } from '../../ui/dates'
import { shortRevision } from '../workflow/RevisionName'

interface Chosen {
  readonly story: StoryId
  readonly from: RedlineFrom
  readonly to: RedlineTo
}

/** The versions that a person chose to compare, and the story that they chose them for. */
const useChosen = create<{ readonly chosen: Chosen | null }>(() => ({ chosen: null }))

/** Chooses what the changes of a story are told between: a version and the story as it stands, or any two versions. */
export const compareWith = (story: StoryId, from: RedlineFrom, to: RedlineTo = 'current'): void => useChosen.setState({ chosen: { story, from, to } })

/** What of a story is compared; `from` is null while there is nothing to compare with. */
export function useComparison(status: StoryStatus): { readonly from: RedlineFrom | null; readonly to: RedlineTo } {
  const { chosen } = useChosen()
  return chosen?.story === status.id ? chosen : { from: usualBase(status), to: 'current' }
}

/** The same, asked for once. */
export function comparisonOf(status: StoryStatus): { readonly from: RedlineFrom | null; readonly to: RedlineTo } {
  const { chosen } = useChosen.getState()
  return chosen?.story === status.id ? chosen : { from: usualBase(status), to: 'current' }
}

type Versions = Pick<StoryStatus, 'workflow' | 'revisions'>

/**
 * What readers of a redline most likely ask: what is new since the approval; without one, since the version before the
 * one in review; else since it was last submitted.
 */
export function usualBase({ workflow, revisions }: Versions): RedlineFrom | null {
  if (workflow.approvedRevision !== null && workflow.approvedRevision !== workflow.submitted?.revision) return workflow.approvedRevision
  const older = newestFirst(revisions).filter(({ id }) => id !== workflow.submitted?.revision)
  if (workflow.state === 'inReview' && older[0] !== undefined) return older[0].id
  return workflow.submitted?.revision ?? workflow.approvedRevision ?? newestFirst(revisions)[0]?.id ?? null
}

interface Option {
  readonly value: string
  readonly label: string
}

/** The versions that a story can be compared with, the newest first, with what each is. */
export function baseOptions(status: Versions): Option[] {
  return newestFirst(status.revisions).map(({ id, createdAt }) => ({ value: id, label: `${whatIs(id, status)}, ${shortDate(createdAt)} · ${shortRevision(id)}` }))
}

function whatIs(id: RevisionId, { workflow: { approvedRevision, published, submitted } }: Versions): string {
  const words = [id === approvedRevision && 'approved', published.some(({ revision }) => revision === id) && 'published', id === submitted?.revision && 'submitted'].filter((word) => word !== false)
  const all = words.length === 0 ? 'revision' : words.join(' and ')
  return `${all.charAt(0).toUpperCase()}${all.slice(1)}`
}

/** The option that stands for a base, which may be named by what it is. */
export function optionOf(base: RedlineFrom, { workflow }: Versions): string {
  if (base === 'approved') return workflow.approvedRevision ?? ''
  if (base === 'submitted') return workflow.submitted?.revision ?? ''
  return base
}

const newestFirst = (revisions: readonly RevisionEntry[]): RevisionEntry[] => [...revisions].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
