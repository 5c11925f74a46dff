import { approversInWords, isOneOf } from './approvers'
import type { Member } from './member'
import type { Proposal } from './proposal'
import { rulesNamed, type Rules } from './standing'
import type { WorkflowState } from './state'

/** Why a member can't set aside what a check finds in a version; null when they can. */
export function whyNotWaive(state: WorkflowState, { revision, check, rules: named }: Proposal, by: Member, rules: Rules): string | null {
  if (revision === undefined) return 'A waiver is about one version.'
  const waivable = rulesNamed(rules, { revision, rules: named })?.policy.waivable?.find((entry) => entry.check === check)
  if (waivable === undefined) return 'The rules of sign-off don’t let anybody set this aside.'
  if (!isOneOf(waivable.by, by)) return `Only ${approversInWords(waivable.by, rules.members)} can set this aside.`
  return state.waivers?.some((waiver) => waiver.revision === revision && waiver.check === check) === true ? 'This was set aside for this version already.' : null
}
