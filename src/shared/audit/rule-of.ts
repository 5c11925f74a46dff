import { listed } from '../listed'
import { approversInWords } from '../workflow/approvers'
import type { LogEntry } from '../workflow/order'
import { stagesOf, wordsOfReapproval, type Policy } from '../workflow/policy'
import { rulesNamed, type Rules } from '../workflow/standing'
import type { Sanction } from '../workflow/state'
import { short } from './describe-event'

/** What is known of a sign-off beside itself. */
export interface SignOffFacts {
  readonly entryOf: (event: string) => LogEntry | undefined
}

/** Which rules a sign-off went by, and how it satisfied them, in sentences. */
export function ruleOf(sanction: Sanction, rules: Rules, { entryOf }: SignOffFacts): string {
  const named = entryOf(sanction.previous === undefined ? sanction.submission : (sanction.approvals[0]?.event ?? sanction.submission))?.event
  const policy = (named !== undefined && 'revision' in named && rulesNamed(rules, named)?.policy) || rules.policy
  if (sanction.previous !== undefined) return `A version that differs from an approved one by at most ${count(wordsOfReapproval(policy) ?? 0, 'word')}, and in nothing but words, may be approved again by one member. The approved one was version ${short(sanction.previous)}.`
  const given = (stage: number): number => sanction.approvals.filter((approval) => (approval.stage ?? 0) === stage).length
  const stages = stagesOf(policy).map(({ name, approvals, by }, stage) => `${name === '' ? 'The rules' : `The stage ‘${name}’`} asked for ${count(approvals, 'approval')} by ${approversInWords(by, rules.members)}, and got ${given(stage)}.`)
  return [...stages, pairOfEyes(sanction, policy, rules, entryOf)].join(' ')
}

function pairOfEyes({ approvals, submitters = [] }: Sanction, { authorMayApprove }: Policy, { members }: Rules, entryOf: SignOffFacts['entryOf']): string {
  const own = approvals.find(({ by }) => submitters.includes(by))
  if (own === undefined) return 'Nobody approved what they had submitted.'
  if (authorMayApprove !== 'alone') return 'Whoever submitted it approved it as well.'
  const event = entryOf(own.event)?.event
  const revoked = event?.type === 'approve' ? (event.revoked ?? []) : []
  const gone = members.filter((member) => member.revoked?.records.some((record) => revoked.includes(record)) === true).map(({ name }) => name)
  return gone.length === 0
    ? 'Whoever submitted it approved it as well, as the only member that the desk had then.'
    : `Whoever submitted it approved it as well, as the only member who could act then: the ${gone.length === 1 ? 'key' : 'keys'} of ${listed(gone)} had been revoked.`
}

/** The rules of sign-off that are in force, one sentence each. */
export function rulesInWords(policy: Policy, members: Rules['members']): string[] {
  return [
    ...stagesOf(policy).map(({ name, approvals, by }) => `${name === '' ? 'A version' : `At the stage ‘${name}’, a version`} needs ${count(approvals, 'approval')} by ${approversInWords(by, members)}.`),
    policy.authorMayApprove === 'never' ? 'Whoever submits a version may never approve it.' : 'Whoever submits a version may approve it only while they are the desk’s only member.',
  ]
}

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`
