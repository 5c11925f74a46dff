import { isolated } from '../story/isolated'
import { approversInWords } from './approvers'
import type { Member } from './member'
import { stagesOf, wordsOfReapproval, type Policy } from './policy'

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** What follows from rules of sign-off, one sentence each. @param labelOf A check's name for a person. */
export function policyInWords(policy: Policy, members: readonly Member[], labelOf: (check: string) => string): string[] {
  return [...signing(policy, members), policy.authorMayApprove === 'alone' ? 'Nobody approves what they submitted, unless they are alone on the desk.' : 'Nobody ever approves what they submitted.', ...waivers(policy, members, labelOf), reapproval(policy)]
}

function signing(policy: Policy, members: readonly Member[]): string[] {
  const stages = stagesOf(policy)
  const [only] = stages
  if (only !== undefined && stages.length === 1 && only.name === '') return [`A story is approved when ${by(only.approvals, approversInWords(only.by, members))} approved it.`]
  const list = stages.map(({ name, approvals, by: who }) => `${isolated(name)} (${by(approvals, approversInWords(who, members))})`)
  return [
    stages.length === 1 ? `A story is approved at one stage: ${list[0]}.` : `A story goes through ${numbers[stages.length] ?? stages.length} stages, one after the other: ${list.join(', then ')}. Each is signed by other people.`,
    'When changes are requested, the next submission starts again at the first.',
  ].slice(0, stages.length === 1 ? 1 : 2)
}

const by = (approvals: number, who: string): string => (approvals === 1 ? who : `${numbers[approvals] ?? approvals} of these: ${who.replace(/^an? /, 'any ')}`)

function waivers({ waivable = [] }: Policy, members: readonly Member[], labelOf: (check: string) => string): string[] {
  return waivable.map(({ check, by: who }) => `‘${labelOf(check)}’ may be set aside by ${approversInWords(who, members)}, for one version, with a reason that is signed.`)
}

function reapproval(policy: Policy): string {
  const words = wordsOfReapproval(policy)
  if (words === null) return 'Every change after an approval needs a review.'
  const size = words === 0 ? 'that changes no word, only the look of the text,' : `of at most ${words} ${words === 1 ? 'word' : 'words'}, in which no number, quotation, name, link, picture or field is touched,`
  return `A change ${size} may be approved with one key by somebody who may approve and did not submit it.`
}
