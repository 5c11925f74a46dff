import { z } from 'zod'
import { HistoryEntry } from '../audit/told-event'
import { Finding } from '../checks/finding'
import { LastSeen } from '../history/kept-version'
import { Delivery } from '../publishing'
import { Instant, MemberId, RevisionId, StoryId } from '../story/ids'
import { Policy } from '../workflow/policy'
import { StoryState, WorkflowState } from '../workflow/state'
import { ActionName } from './action'
import { StoryRow } from './story-row'

export const RevisionEntry = z.object({
  id: RevisionId,
  createdAt: Instant,
  createdBy: MemberId,
  headline: z.string(),
  wordCount: z.number(),
  /** As somebody named it. */
  name: z.string().optional(),
})
export type RevisionEntry = z.infer<typeof RevisionEntry>

export { HistoryEntry } from '../audit/told-event'

export const StoryStatus = z.object({
  id: StoryId,
  row: StoryRow,
  workflow: WorkflowState,
  /** The state as shown: a published story with newer edits is a draft again. */
  shown: StoryState,
  changedSinceApproval: z.boolean(),
  /** The id that the story as it stands now would have as a revision. */
  currentRevision: RevisionId,
  /** The latest hundred, and all that were named or decided on. */
  revisions: z.array(RevisionEntry),
  /** What the acting member saw of it when they last had it before them; null when they never had. */
  seen: LastSeen.nullable(),
  history: z.array(HistoryEntry),
  findings: z.array(Finding),
  blocked: z.boolean(),
  /** The rules that a submission is made under now. */
  policy: Policy,
  /** The rules that the submission was made under which is, or last was, before the reviewers. */
  review: z.object({ policy: Policy, since: Instant.nullable(), replacedAt: Instant.nullable() }).nullable(),
  /** Checks whose findings the acting member may set aside now. */
  waivable: z.array(z.string()),
  /** What the current member may do now, and why not otherwise. */
  actions: z.array(z.object({ action: ActionName, allowed: z.boolean(), why: z.string() })),
  deliveries: z.array(Delivery),
  /** The name of the desk that the story belongs to, where that is another one. */
  guestOf: z.string().optional(),
})
export type StoryStatus = z.infer<typeof StoryStatus>
