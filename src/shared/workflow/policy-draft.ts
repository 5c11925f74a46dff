import { listedWithOr } from '../listed'
import { isOneOf } from './approvers'
import { activeMembers, type Member } from './member'
import { defaultPolicy, smallChange, stagesOf, type Approvers, type Policy, type Stage } from './policy'

/** Rules of sign-off while they are edited: what is unfinished may stand in it, and what is not in use now is kept. */
export interface PolicyDraft {
  readonly inStages: boolean
  readonly approvals: number
  readonly by: Approvers
  readonly stages: readonly Stage[]
  readonly authorMayApprove: Policy['authorMayApprove']
  readonly blocking: readonly string[]
  /** Who may set aside what a check finds, by check. */
  readonly waivable: Readonly<Record<string, Approvers>>
  readonly mayReapprove: boolean
  readonly reapprovalWords: number
}

export const anyReviewer: Approvers = { role: 'reviewer' }

export function draftOf({ approvals, by = anyReviewer, stages, authorMayApprove, blocking, waivable = [], reapproval = smallChange }: Policy): PolicyDraft {
  return {
    inStages: stages !== undefined,
    approvals,
    by,
    stages: stages ?? [{ name: 'Editor', approvals, by }],
    authorMayApprove,
    blocking,
    waivable: Object.fromEntries(waivable.map((entry) => [entry.check, entry.by])),
    mayReapprove: reapproval !== 'never',
    reapprovalWords: reapproval === 'never' ? smallChange : reapproval,
  }
}

/** The policy that a draft says; what is as it is by default is left out, so that the same rules are the same to the byte. */
export function policyOf(draft: PolicyDraft): Policy {
  const waivable = Object.entries(draft.waivable)
    .map(([check, by]) => ({ check, by }))
    .sort((a, b) => (a.check < b.check ? -1 : 1))
  const isDefault = 'role' in draft.by && draft.by.role === 'reviewer'
  return {
    approvals: draft.inStages ? defaultPolicy.approvals : draft.approvals,
    authorMayApprove: draft.authorMayApprove,
    blocking: [...draft.blocking].sort(),
    ...(!draft.inStages && !isDefault && { by: draft.by }),
    ...(draft.inStages && { stages: draft.stages.map((stage) => ({ ...stage, name: stage.name.trim() })) }),
    ...(waivable.length > 0 && { waivable }),
    ...(draft.mayReapprove ? draft.reapprovalWords !== smallChange && { reapproval: draft.reapprovalWords } : { reapproval: 'never' as const }),
  }
}

/** What is unfinished in a draft, by the place where it is: `approvals`, `by`, `stages.1.name`, `waivable.slug`, `words`. */
export function problemsOf({ inStages, approvals, by, stages, waivable, mayReapprove, reapprovalWords }: PolicyDraft): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {}
  const askPeople = (place: string, who: Approvers): void => {
    if ('members' in who && who.members.length === 0) problems[place] = 'Choose at least one member.'
  }
  const askNumber = (place: string, number: number): void => {
    if (!Number.isInteger(number) || number < 1 || number > 9) problems[place] = 'Give a number from 1 to 9.'
  }
  if (inStages) {
    for (const [place, stage] of stages.entries()) {
      const name = stage.name.trim()
      if (name === '') problems[`stages.${place}.name`] = 'Give the stage a name.'
      else if (name.length > 60) problems[`stages.${place}.name`] = 'A name has at most 60 characters.'
      else if (stages.findIndex((other) => other.name.trim() === name) < place) problems[`stages.${place}.name`] = 'Another stage has this name.'
      askNumber(`stages.${place}.approvals`, stage.approvals)
      askPeople(`stages.${place}.by`, stage.by)
    }
  } else {
    askNumber('approvals', approvals)
    askPeople('by', by)
  }
  for (const [check, who] of Object.entries(waivable)) askPeople(`waivable.${check}`, who)
  if (mayReapprove && (!Number.isInteger(reapprovalWords) || reapprovalWords < 0 || reapprovalWords > 50)) problems['words'] = 'Give a number from 0 to 50.'
  return problems
}

/** Whether these people can sign every stage, each person at most one. */
function suffice([stage, ...later]: readonly Stage[], people: readonly Member[]): boolean {
  if (stage === undefined) return true
  if (stage.approvals === 0) return suffice(later, people)
  const rest = [{ ...stage, approvals: stage.approvals - 1 }, ...later]
  return people.some((member) => isOneOf(stage.by, member) && suffice(rest, people.filter((other) => other !== member)))
}

/** What will not work with the members that a desk has, in sentences; empty when everything will. */
export function warningsOf(policy: Policy, all: readonly Member[]): string[] {
  const members = activeMembers(all)
  const stages = stagesOf(policy)
  const total = stages.reduce((sum, { approvals }) => sum + approvals, 0)
  if (members.length === 1 && policy.authorMayApprove === 'alone') return total > 1 ? ['This desk has one member, and more than one approval is needed: nothing could be approved until others join.'] : []
  if (!suffice(stages, members)) return ['Nothing could be approved: the desk has too few members who may sign, and nobody signs twice.']
  const stuck = members.filter((writer) => (writer.roles.includes('writer') || writer.roles.includes('admin')) && !suffice(stages, members.filter((other) => other !== writer)))
  return stuck.length === 0 ? [] : [`What ${listedWithOr(stuck.map(({ name }) => name))} submits could not be approved: too few others may sign.`]
}
