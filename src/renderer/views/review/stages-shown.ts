import type { DeskInfo, StoryStatus } from '@shared/ipc'
import { approversInWords } from '@shared/workflow/approvers'
import { stagesOf, type Policy } from '@shared/workflow/policy'
import type { WorkflowState } from '@shared/workflow/state'
import { waitingFor } from '@shared/workflow/waiting'
import { listOfNames, nameOf } from './people'

export type Approval = WorkflowState['approvals'][number]

/** One step of a sign-off as the review shows it. */
export interface ShownStage {
  readonly name: string
  readonly standing: 'done' | 'waiting' | 'later'
  readonly approvals: readonly Approval[]
  /** Whom it waits for or will wait for, in words; empty when it is done. */
  readonly waits: string
}

/** The steps of the sign-off that is under way, or was last. */
export function shownStages({ workflow }: Pick<StoryStatus, 'workflow'>, policy: Policy, desk: Pick<DeskInfo, 'members'>): readonly ShownStage[] {
  const { submitted, approvals, state } = workflow
  const at = submitted?.stage ?? 0
  const counting = approvals.filter(({ rules }) => rules === submitted?.rules)
  return stagesOf(policy).map(({ name, approvals: needed, by }, place): ShownStage => {
    const given = counting.filter((approval) => (approval.stage ?? 0) === place)
    const missing = Math.max(0, needed - given.length)
    const standing = place < at || missing === 0 ? 'done' : place === at && state === 'inReview' ? 'waiting' : 'later'
    const waits = standing === 'done' ? '' : standing === 'waiting' ? waitingInWords(workflow, policy, desk, missing) : `${needed === 1 ? '' : `${needed} approvals by `}${approversInWords(by, desk.members)}`
    return { name, standing, approvals: given, waits }
  })
}

/** 'Waiting for Amina Okafor and Bo Lind; 2 approvals are needed.' */
export function waitingInWords(workflow: WorkflowState, policy: Policy, desk: Pick<DeskInfo, 'members'>, missing: number): string {
  const { members, asked } = waitingFor(workflow, policy, desk.members)
  const stage = stagesOf(policy)[workflow.submitted?.stage ?? 0]
  const number = missing > 1 ? `; ${missing} approvals are needed` : ''
  if (members.length === 0) return `Nobody is left who could approve${stage === undefined || stage.name === '' ? ' it' : ' at this stage'}. Ask an admin to add somebody, or withdraw it.`
  const names = members.map((id) => nameOf(desk, id))
  if (asked) return `Waiting for ${listOfNames(names)}${number}.`
  if (members.length <= 3 && stage !== undefined && 'members' in stage.by) return `Waiting for ${approversInWords({ members: [...members] }, desk.members)}${number}.`
  return `Waiting for ${stage !== undefined && 'role' in stage.by ? `any ${stage.by.role}` : approversInWords({ members: [...members] }, desk.members)}${number}.`
}
