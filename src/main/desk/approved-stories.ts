import type { Approval, ApprovedStory } from '../../shared/approved-story'
import { linkedStories } from '../../shared/document/linked-stories'
import { DeskError } from '../../shared/result'
import { canonicalText } from '../../shared/story/canonical'
import { storyText } from '../../shared/story/story-doc'
import type { StoryId } from '../../shared/story/ids'
import type { LogEntry } from '../../shared/workflow/order'
import { sanctionOf } from '../../shared/workflow/sanctions'
import type { Sanction, WorkflowState } from '../../shared/workflow/state'
import { getRevision } from '../store/revisions'
import { hasStory, loadStory } from '../store/stories'
import { perhapsApproved } from '../store/story-lists'
import type { Desk } from './desk'
import { kindNamed } from './kinds'
import { refuseGuest } from './story-desk'
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
      else if (ids !== null) skipped.push({ story: id, code: 'not-approved', reason: whyNotApproved(desk, id) })
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
  const { workflow, approvedAs } = signOffsOf(desk, id)
  const sanction = sanctionOf(workflow, workflow.approvedRevision)
  if (sanction === undefined) return null
  const story = approvedAs(sanction)
  // By rules that came with it: it leaves by the desk that has made them.
  refuseGuest(desk, id, 'It is exported and published there.')
  if (workflow.state === 'archived') throw new DeskError('archived', `‘${String(story.revision.fields['headline'] ?? '')}’ is in the archive.`)
  return story
}

/** What a story's log says of its sign-offs, and the story as each of them approved it. */
export interface SignOffs {
  readonly workflow: WorkflowState
  /** The events that counted, in their order. */
  readonly events: readonly LogEntry[]
  /** @throws DeskError when the revision is not there any more, or is not what was signed. */
  readonly approvedAs: (sanction: Sanction) => ApprovedStory
}

/** @throws DeskError when the story is unknown or unreadable. */
export function signOffsOf(desk: Desk, id: StoryId): SignOffs {
  if (!hasStory(desk.db, id)) throw new DeskError('no-story', `No story of this desk has the id ${id}.`)
  const doc = loadStory(desk.db, id)
  const workflow = workflowOf(desk, id, doc)
  const events = countedEvents(desk, id, doc, workflow)
  return { workflow, events, approvedAs: (sanction) => asApproved(desk, id, sanction, events) }
}

function asApproved(desk: Desk, id: StoryId, sanction: Sanction, events: readonly LogEntry[]): ApprovedStory {
  const revision = getRevision(desk.db, sanction.revision)
  if (revision === undefined || revision.story !== id) throw new DeskError('revision-missing', 'The approved version of this story is missing from the desk’s file.')
  const approvals = approvalsOf(desk, events, sanction)
  const approvedAt = events.find(({ id: event }) => event === sanction.completed)?.event.at ?? approvals.at(-1)?.at
  if (approvedAt === undefined) throw new DeskError('not-approved', 'The approvals of this story can’t be found in its log.')
  const firstPublishedAt = events.find(({ event }) => event.type === 'publish')?.event.at ?? null
  return { id: sanction.revision, revision, kind: kindNamed(desk, revision.kind), approvals, approvedAt, firstPublishedAt }
}

/** The approvals of a sign-off, in the order in which they counted. */
function approvalsOf({ members }: Desk, events: readonly LogEntry[], { approvals }: Sanction): Approval[] {
  const counted = new Set(approvals.map(({ event }) => event))
  return events.flatMap(({ id, event, signature }) => {
    if ((event.type !== 'approve' && event.type !== 'reapprove') || !counted.has(id)) return []
    const member = members.find((candidate) => candidate.id === event.by)
    return [{ by: event.by, name: member?.name ?? event.by, at: event.at, note: event.type === 'approve' ? event.note : '', signature, event: canonicalText(event), key: member?.publicKey ?? '' }]
  })
}

/** A version that was once approved and is not any more is told apart: whoever asked may know of its approval. */
function whyNotApproved(desk: Desk, id: StoryId): string {
  const wasOnce = (workflowOf(desk, id, loadStory(desk.db, id)).approved ?? []).length > 0
  return wasOnce ? `No approval of ‘${headlineOf(desk, id)}’ stands any more: it was taken back.` : `‘${headlineOf(desk, id)}’ was never approved.`
}

function headlineOf(desk: Desk, id: StoryId): string {
  const headline = storyText(loadStory(desk.db, id), 'headline').toString().trim()
  return headline === '' ? 'A story without a headline' : headline
}
