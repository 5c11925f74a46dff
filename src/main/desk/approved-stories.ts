import type { Approval, ApprovedStory } from '../../shared/approved-story'
import { linkedStories } from '../../shared/document/linked-stories'
import { DeskError } from '../../shared/result'
import { canonicalText } from '../../shared/story/canonical'
import { storyText } from '../../shared/story/story-doc'
import type { StoryId } from '../../shared/story/ids'
import type { LogEntry } from '../../shared/workflow/order'
import { sanctionOf } from '../../shared/workflow/sanctions'
import type { WorkflowState } from '../../shared/workflow/state'
import { getRevision } from '../store/revisions'
import { hasStory, loadStory } from '../store/stories'
import { perhapsApproved } from '../store/story-index'
import type { Desk } from './desk'
import { kindNamed } from './kinds'
import { countedEvents, workflowOf } from './story-workflow'

export interface Skipped {
  readonly story: string
  /** Why, for code: `not-approved`, `archived`, `no-story`, or what is wrong with it. */
  readonly code: string
  /** A sentence for a person, which names the story by its headline where it has one. */
  readonly reason: string
}

/**
 * What of these stories may leave the desk: their approved revisions, each with its hash recomputed from the file and the
 * signatures of its approvals checked anew. Every other story is listed with the reason. Archived stories stay on the desk.
 * @param ids Which stories; null for every story that was approved, in which case those that never were are not listed.
 */
export function approvedStories(desk: Desk, ids: readonly StoryId[] | null): { stories: ApprovedStory[]; skipped: Skipped[] } {
  const stories: ApprovedStory[] = []
  const skipped: Skipped[] = []
  for (const id of ids ?? perhapsApproved(desk.db)) {
    try {
      const approved = approvedStory(desk, id)
      if (approved !== null) stories.push(approved)
      else if (ids !== null) skipped.push({ story: id, code: 'not-approved', reason: `‘${headlineOf(desk, id)}’ was never approved.` })
    } catch (error) {
      if (!(error instanceof DeskError)) throw error
      skipped.push({ story: id, code: error.failure.code, reason: error.message })
    }
  }
  return { stories, skipped }
}

/** Approved stories that some stories link to, apart from these: what is known of where readers find them. */
export function linkedFrom(desk: Desk, stories: readonly ApprovedStory[]): ApprovedStory[] {
  const own = new Set(stories.map(({ revision }) => revision.story))
  const linked = new Set(stories.flatMap(({ revision }) => [...linkedStories(revision.body)]))
  return approvedStories(desk, [...linked].filter((id) => !own.has(id))).stories
}

/**
 * The approved revision of a story, checked; null when none was approved.
 * @throws DeskError when the story is archived, unknown or unreadable, or its approved revision is not what was signed.
 */
function approvedStory(desk: Desk, id: StoryId): ApprovedStory | null {
  if (!hasStory(desk.db, id)) throw new DeskError('no-story', `No story of this desk has the id ${id}.`)
  const doc = loadStory(desk.db, id)
  const workflow = workflowOf(desk, id, doc)
  if (workflow.approvedRevision === null) return null
  const revision = getRevision(desk.db, workflow.approvedRevision)
  if (revision === undefined || revision.story !== id) throw new DeskError('revision-missing', 'The approved version of this story is missing from the desk’s file.')
  if (workflow.state === 'archived') throw new DeskError('archived', `‘${String(revision.fields['headline'] ?? '')}’ is in the archive.`)
  const events = countedEvents(desk, id, doc, workflow)
  const approvals = approvalsOf(desk, events, workflow)
  const completed = sanctionOf(workflow, workflow.approvedRevision)?.completed
  const approvedAt = events.find(({ id: event }) => event === completed)?.event.at ?? approvals.at(-1)?.at
  if (approvedAt === undefined) throw new DeskError('not-approved', 'The approvals of this story can’t be found in its log.')
  const firstPublishedAt = events.find(({ event }) => event.type === 'publish')?.event.at ?? null
  return { id: workflow.approvedRevision, revision, kind: kindNamed(desk, revision.kind), approvals, approvedAt, firstPublishedAt }
}

/** The approvals that made the approved revision so and were not taken back, in the order in which they counted. */
function approvalsOf({ members }: Desk, events: readonly LogEntry[], workflow: WorkflowState): Approval[] {
  const counted = new Set(sanctionOf(workflow, workflow.approvedRevision)?.approvals)
  return events.flatMap(({ id, event, signature }) => {
    if ((event.type !== 'approve' && event.type !== 'reapprove') || !counted.has(id)) return []
    const member = members.find((candidate) => candidate.id === event.by)
    return [{ by: event.by, name: member?.name ?? event.by, at: event.at, note: event.type === 'approve' ? event.note : '', signature, event: canonicalText(event), key: member?.publicKey ?? '' }]
  })
}

function headlineOf(desk: Desk, id: StoryId): string {
  const headline = storyText(loadStory(desk.db, id), 'headline').toString().trim()
  return headline === '' ? 'A story without a headline' : headline
}
