import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import '../../property-seed'
import { KindId, type RevisionId } from '../../../src/shared/story/ids'
import { allowedActions } from '../../../src/shared/workflow/allowed-actions'
import { isOneOf } from '../../../src/shared/workflow/approvers'
import { eventId, type SignedEvent, type WorkflowEvent } from '../../../src/shared/workflow/event'
import { stagesOf, type Approvers, type Policy, type Stage } from '../../../src/shared/workflow/policy'
import { policyBook } from '../../../src/shared/workflow/policy-book'
import { rulesId, type PolicyVersion, type RulesId } from '../../../src/shared/workflow/policy-version'
import type { WorkflowState } from '../../../src/shared/workflow/state'
import { at, Copy, edda, everyone, first, seals, second, stateOf, third, type Rules } from './people'

vi.setConfig({ testTimeout: 60_000 })

const members = everyone.map(({ member }) => member)
const revisions = [first, second, third]
const kinds = [null, KindId.parse('statement'), KindId.parse('readout')]
/** Each revision is of a kind; the last two of the same. */
const kindOf = (revision: RevisionId) => (revision === first ? kinds[1] : kinds[2]) ?? null
/** Small between the first two, and never else. */
const changeBetween = (previous: RevisionId, revision: RevisionId) => ({ words: 1, touches: previous !== third && revision !== third ? null : 'a number' })

const approvers: fc.Arbitrary<Approvers> = fc.oneof(
  fc.record({ role: fc.constantFrom('reviewer' as const, 'publisher' as const, 'admin' as const) }),
  fc.record({ members: fc.uniqueArray(fc.constantFrom(...members.map(({ id }) => id)), { minLength: 1, maxLength: 3 }) }),
)
const stage: fc.Arbitrary<Stage> = fc.record({ name: fc.constantFrom('Editor', 'Legal', 'Mayor’s office'), approvals: fc.constantFrom(1, 1, 2), by: approvers })
const policy: fc.Arbitrary<Policy> = fc.record(
  {
    approvals: fc.constantFrom(1, 2),
    authorMayApprove: fc.constantFrom('alone' as const, 'never' as const),
    blocking: fc.constant([]),
    by: approvers,
    stages: fc.array(stage, { minLength: 1, maxLength: 3 }),
    waivable: fc.constant([{ check: 'alt-text', by: { role: 'reviewer' as const } }]),
    reapproval: fc.constantFrom('never' as const, 0, 5),
  },
  { requiredKeys: ['approvals', 'authorMayApprove', 'blocking'] },
)
const version: fc.Arbitrary<PolicyVersion> = fc.record({ kind: fc.constantFrom(...kinds), policy: fc.option(policy, { freq: 6 }), minutes: fc.nat(200) }).map(({ kind, policy: rules, minutes }) => ({ format: 'copydesk.policy/1', kind, policy: kind === null ? (rules ?? { approvals: 1, authorMayApprove: 'never', blocking: [] }) : rules, by: edda.member.id, since: at(minutes) }))

/** By the app on one of three computers, or by somebody who writes into the log what they like. */
type Deed =
  | { readonly kind: 'app'; readonly copy: number; readonly choice: number; readonly revision: number; readonly minutes: number; readonly knows: number }
  | { readonly kind: 'claim'; readonly copy: number; readonly who: number; readonly what: number; readonly revision: number; readonly minutes: number; readonly rules: number }
  | { readonly kind: 'merge'; readonly from: number; readonly to: number }
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('app' as const), copy: fc.nat(2), choice: fc.nat(1000), revision: fc.nat(2), minutes: fc.nat(300), knows: fc.nat(4) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('claim' as const), copy: fc.nat(2), who: fc.nat(4), what: fc.nat(3), revision: fc.nat(2), minutes: fc.nat(300), rules: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('merge' as const), from: fc.nat(2), to: fc.nat(2) }) },
)

const pick = <T>(list: readonly T[], place: number): T => {
  const found = list[place % list.length]
  if (found === undefined) throw new RangeError('Nothing to pick from')
  return found
}

/** What a desk goes by that knows the first of the versions. */
function rulesOf(founding: Policy, versions: readonly PolicyVersion[]): Rules & { readonly policy: Policy } {
  return { policy: founding, book: policyBook(founding, versions), kindOf, changeBetween, signatures: seals }
}

function perform(given: Deed, copies: Copy[], founding: Policy, versions: readonly PolicyVersion[]): void {
  if (given.kind === 'merge') {
    pick(copies, given.to).merge(pick(copies, given.from))
    return
  }
  const revision = pick(revisions, given.revision)
  if (given.kind === 'claim') {
    const by = pick(everyone, given.who)
    const named = given.rules === 0 ? undefined : versions[given.rules - 1]
    const copy = pick(copies, given.copy)
    copy.add(claimed(given.what, { ...copy.head(by, given.minutes), revision }, named && rulesId(named)), by)
    return
  }
  const known = rulesOf(founding, versions.slice(0, given.knows))
  const copy = pick(copies, given.copy).copy(known)
  const acts = possible(copy, revision, given.minutes, known)
  if (acts.length === 0) return
  pick(acts, given.choice)()
  pick(copies, given.copy).merge(copy)
}

function claimed(what: number, head: Pick<WorkflowEvent, 'format' | 'story' | 'by' | 'at' | 'after'> & { readonly revision: RevisionId }, rules: RulesId | undefined): WorkflowEvent {
  const named = rules === undefined ? {} : { rules }
  if (what === 0) return { ...head, type: 'approve', note: '' }
  if (what === 1) return { ...head, type: 'reapprove', previous: first, ...named }
  if (what === 2) return { ...head, type: 'waive', check: 'alt-text', reason: 'It is described in the text.', ...named }
  return { ...head, type: 'submit', note: '', reviewers: [], due: null, ...named }
}

function possible(copy: Copy, current: RevisionId, minutes: number, rules: Rules & { readonly policy: Policy }): (() => void)[] {
  const { state } = copy
  const under = state.submitted?.revision ?? current
  return everyone.flatMap((by) =>
    allowedActions(state, by.member, { ...rules, members }, { currentRevision: current })
      .filter(({ allowed }) => allowed)
      .flatMap(({ action }) => {
        // What takes a story on is tried more often, so that stories get far.
        const often = <T>(act: T): T[] => Array.from({ length: 12 }, () => act)
        switch (action) {
          case 'approve':
            return often(() => void copy.approve(by, under, minutes))
          case 'requestChanges':
            return [() => void copy.requestChanges(by, under, minutes)]
          case 'reapprove':
            return often(() => void copy.act(by, { type: 'reapprove', revision: current, previous: state.approvedRevision ?? current }, minutes, current))
          case 'submit':
            return [() => void copy.submit(by, current, minutes)]
          case 'withdraw':
            return [() => void copy.act(by, { type: 'withdraw' }, minutes)]
          default:
            return []
        }
      }),
  )
}

function causesOf(event: WorkflowEvent, log: ReadonlyMap<string, WorkflowEvent>): WorkflowEvent[] {
  const found = new Map<string, WorkflowEvent>()
  const open: string[] = [...event.after]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const cause = log.get(id)
    if (cause === undefined || found.has(id)) continue
    found.set(id, cause)
    open.push(...cause.after)
  }
  return [...found.values()]
}

/** Whether each stage can be given its number of people, nobody twice. */
function suffices([stage, ...later]: readonly Stage[], people: ReadonlySet<string>): boolean {
  if (stage === undefined) return true
  if (stage.approvals === 0) return suffices(later, people)
  return members.some((member) => people.has(member.id) && isOneOf(stage.by, member) && suffices([{ ...stage, approvals: stage.approvals - 1 }, ...later], new Set([...people].filter((id) => id !== member.id))))
}

function mustBeSound(events: readonly SignedEvent[], state: WorkflowState, rules: Rules & { readonly policy: Policy }): void {
  const log = new Map<string, WorkflowEvent>(events.map(({ event }) => [eventId(event), event]))
  const named = (event: WorkflowEvent | undefined): Policy => {
    if (event === undefined || !('revision' in event) || !('rules' in event)) return rules.policy
    const found = rules.book?.named(event.rules, kindOf(event.revision))
    expect(found).toBeDefined()
    return found?.policy ?? rules.policy
  }
  for (const sanction of state.approved ?? []) {
    const given = sanction.approvals.map(({ event }) => log.get(event))
    if (sanction.previous !== undefined) {
      expect(given).toMatchObject([{ type: 'reapprove', revision: sanction.revision, previous: sanction.previous }])
      expect(kindOf(sanction.revision) !== undefined && named(given[0]).reapproval).not.toBe('never')
      expect(sanction.submitters).not.toContain(given[0]?.by)
      expect(sanction.revision).not.toBe(third)
      continue
    }
    const submissions = [...log].filter(([id, event]) => event.type === 'submit' && event.revision === sanction.revision && state.order.includes(id as never)).map(([, event]) => event)
    const seen = given.flatMap((event) => (event === undefined ? [] : causesOf(event, log))).filter((event) => submissions.includes(event))
    for (const approval of given) expect(approval).toMatchObject({ type: 'approve', revision: sanction.revision })
    const people = new Set(given.map((event) => event?.by ?? ''))
    expect(people.size).toBe(given.length)
    // Under the rules of a submission that its approvers had seen, every stage has its people.
    expect(seen.some((event) => suffices(stagesOf(named(event)), people))).toBe(true)
    for (const approval of given) expect(sanction.submitters).not.toContain(approval?.by)
  }
  // Whoever approved at a later stage had seen the one before it done.
  for (const { event, stage } of state.approvals) {
    const approval = log.get(event)
    if (stage === undefined || approval === undefined) continue
    const ids = new Set(causesOf(approval, log).map(eventId))
    expect(stateOf(events.filter((signed) => ids.has(eventId(signed.event))), rules).submitted?.stage).toBe(stage)
  }
  for (const waiver of state.waivers ?? []) {
    const event = log.get(waiver.event)
    expect(event).toMatchObject({ type: 'waive', revision: waiver.revision, check: waiver.check, by: waiver.by })
    const allowed = named(event).waivable?.find(({ check }) => check === waiver.check)
    expect(allowed !== undefined && members.some((member) => member.id === waiver.by && isOneOf(allowed.by, member))).toBe(true)
  }
}

const story = fc.noBias(fc.record({ founding: policy, versions: fc.array(version, { maxLength: 3, size: 'max' }), deeds: fc.array(deed, { minLength: 8, maxLength: 40, size: 'max' }) }))

function play({ founding, versions, deeds }: { readonly founding: Policy; readonly versions: readonly PolicyVersion[]; readonly deeds: readonly Deed[] }) {
  const rules = rulesOf(founding, versions)
  const copies = [0, 1, 2].map(() => new Copy(rules))
  for (const given of deeds) perform(given, copies, founding, versions)
  const [a, b, c] = copies
  if (a === undefined || b === undefined || c === undefined) throw new RangeError('There are three')
  return { rules, events: a.merge(b).merge(c).events }
}

test('under any rules nothing is approved that its submission’s rules did not ask for, no stage is skipped, nobody approves their own, no waiver reaches another version', () => {
  let approved = 0
  let staged = 0
  let again = 0
  fc.assert(
    fc.property(story, (given) => {
      const { rules, events } = play(given)
      const state = stateOf(events, rules)
      mustBeSound(events, state, rules)
      approved += state.approved?.length ?? 0
      staged += state.approvals.filter(({ stage: at }) => at !== undefined).length
      again += state.approved?.filter(({ previous }) => previous !== undefined).length ?? 0
    }),
    { numRuns: 400 },
  )
  // The cases are worth something: these things did happen.
  expect(Object.entries({ approved, staged, again }).filter(([, times]) => times < 10)).toEqual([])
})

test('under any rules the same events give the same state, in any order and however often', () => {
  fc.assert(
    fc.property(story, fc.infiniteStream(fc.nat()), (given, dice) => {
      const { rules, events } = play(given)
      const shuffled = events.map((event) => ({ event, key: dice.next().value ?? 0 })).sort((a, b) => a.key - b.key).map(({ event }) => event)
      expect(stateOf([...shuffled, ...events], rules)).toEqual(stateOf(events, rules))
    }),
    { numRuns: 200 },
  )
})

test('rules that are made later change nothing about what is in a log already', () => {
  fc.assert(
    fc.property(story, version, (given, later) => {
      const { rules, events } = play(given)
      const last = Math.max(0, ...given.versions.map(({ since }) => Date.parse(since)))
      const added = { ...later, since: at((last - Date.parse(at(0))) / 60_000 + 1) }
      const known = rulesOf(given.founding, [...given.versions, added])
      const before = stateOf(events, rules)
      // Claims of rules that nobody had are the one thing that may come true: leave those logs out.
      fc.pre(!before.rejected.some(({ reason }) => reason.includes('never held')))
      expect(stateOf(events, known)).toEqual(before)
    }),
    { numRuns: 200 },
  )
})
