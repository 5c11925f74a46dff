import type { RedlineFrom, RedlineTo, RevisionEntry, StoryStatus } from '@shared/ipc'
import type { MemberId, RevisionId, StoryId } from '@shared/story/ids'
import { create } from 'zustand'
import { actingMember, useApp } from '../../app/app-store'
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

interface Compared {
  /** Null while there is nothing to compare with. */
  readonly from: RedlineFrom | null
  readonly to: RedlineTo
}

/** What of a story is compared. */
export function useComparison(status: StoryStatus): Compared {
  const { chosen } = useChosen()
  const reader = useApp((state) => actingMember(state)?.id)
  return compared(status, chosen, reader)
}

/** The same, asked for once. */
export const comparisonOf = (status: StoryStatus): Compared => compared(status, useChosen.getState().chosen, actingMember(useApp.getState())?.id)

const compared = (status: StoryStatus, chosen: Chosen | null, reader: MemberId | undefined): Compared => (chosen?.story === status.id ? chosen : { from: usualBase(status, reader), to: 'current' })

export type Versions = Pick<StoryStatus, 'workflow' | 'revisions' | 'history' | 'seen' | 'currentRevision'>

/**
 * What readers of a redline most likely ask: what is new since the approval; without one a reviewer asks what is new since
 * they last saw it, and everybody else since the version that was submitted before the one in review; else since it was last
 * submitted, or since the version that was kept last.
 */
export function usualBase({ workflow, revisions, history, seen, currentRevision }: Versions, reader?: MemberId): RedlineFrom | null {
  const { approvedRevision, submitted, state } = workflow
  if (approvedRevision !== null && approvedRevision !== submitted?.revision) return approvedRevision
  const known = newestFirst(revisions)
  const isReviewed = state === 'inReview' && submitted !== null
  if (isReviewed && seen !== null && submitted.by !== reader && seen.revision !== currentRevision && known.some(({ id }) => id === seen.revision)) return seen.revision
  const submissions = new Set(history.flatMap(({ type, revision, accepted }) => (type === 'submit' && accepted && revision !== null ? [revision] : [])))
  const older = known.find(({ id }) => submissions.has(id) && id !== submitted?.revision)
  if (isReviewed && older !== undefined) return older.id
  return submitted?.revision ?? approvedRevision ?? older?.id ?? known.find(({ id }) => id !== currentRevision)?.id ?? known[0]?.id ?? null
}

interface Option {
  readonly value: string
  readonly label: string
}

/** The versions that a story can be compared with, the newest first, with what each is, or as somebody named it. */
export function baseOptions(status: Versions): Option[] {
  return newestFirst(status.revisions).map(({ id, createdAt, name }) => ({ value: id, label: `${name ? `‘${name}’` : whatIs(id, status)}, ${shortDate(createdAt)} · ${shortRevision(id)}` }))
}

function whatIs(id: RevisionId, { workflow: { approvedRevision, published, submitted }, seen }: Versions): string {
  const words = [id === approvedRevision && 'approved', published.some(({ revision }) => revision === id) && 'published', id === submitted?.revision && 'submitted', id === seen?.revision && 'last seen by you'].filter((word) => word !== false)
  const all = words.length === 0 ? 'revision' : words.join(', ')
  return `${all.charAt(0).toUpperCase()}${all.slice(1)}`
}

/** The option that stands for a base, which may be named by what it is. */
export function optionOf(base: RedlineFrom, { workflow, seen }: Versions): string {
  if (base === 'approved') return workflow.approvedRevision ?? ''
  if (base === 'submitted') return workflow.submitted?.revision ?? ''
  if (base === 'published') return workflow.published.at(-1)?.revision ?? ''
  return base === 'seen' ? (seen?.revision ?? '') : base
}

const newestFirst = (revisions: readonly RevisionEntry[]): RevisionEntry[] => [...revisions].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
