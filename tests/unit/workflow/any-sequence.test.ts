import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { EventId, type RevisionId } from '../../../src/shared/story/ids'
import { canonicalBytes } from '../../../src/shared/story/canonical'
import { decide } from '../../../src/shared/workflow/decide'
import { eventId, type SignedEvent, type WorkflowEvent } from '../../../src/shared/workflow/event'
import { allowedActions } from '../../../src/shared/workflow/allowed-actions'
import type { Policy } from '../../../src/shared/workflow/policy'
import { versionsApprovedBy } from '../../../src/shared/workflow/withdraw-approval'
import type { WorkflowState } from '../../../src/shared/workflow/state'
import type { Action } from '../../../src/shared/ipc'
import { amina, at, bruno, chiara, Copy, dilek, ed25519, edda, everyone, first, onePair, otherStory, seals, second, site, stateOf, story, stranger, twoPairs, unknown, type Signatures } from './people'

// Hundreds of made-up cases each: on a busy machine they take their time.
vi.setConfig({ testTimeout: 60_000 })

/** Something that happens to one of three copies of a log, by the app or by somebody who writes into the file. */
type Deed =
  | { readonly kind: 'app'; readonly copy: number; readonly choice: number; readonly revision: number; readonly minutes: number }
  | { readonly kind: 'file'; readonly copy: number; readonly who: number; readonly signer: number; readonly what: number; readonly revision: number; readonly minutes: number; readonly seen: readonly number[]; readonly foreign: boolean }
  | { readonly kind: 'tamper'; readonly copy: number; readonly which: number; readonly how: number }
  | { readonly kind: 'lose'; readonly copy: number; readonly which: number }
  | { readonly kind: 'merge'; readonly from: number; readonly to: number }

const people = [amina, bruno, chiara, dilek, edda, stranger]
const revisions = [first, second, unknown]
const kinds = ['submit', 'approve', 'requestChanges', 'withdraw', 'schedule', 'archive', 'unarchive', 'reassign', 'publish', 'unpublish', 'reapprove', 'waive', 'clear', 'unclear', 'withdrawApproval'] as const

const index = (length: number) => fc.nat(length - 1)
const some = { copy: index(3), who: index(people.length), what: index(kinds.length), revision: index(revisions.length), minutes: fc.integer({ min: -50, max: 200 }) }
/** An event that nobody decided: any author, any clock, any claim to have seen something; `signer` over 5 is its author. */
function slipped(signers: number) {
  return fc.record({ kind: fc.constant('file' as const), ...some, signer: fc.integer({ min: 12 - signers, max: 11 }), seen: fc.array(fc.nat(40), { maxLength: 3 }), foreign: fc.nat(9).map((die) => die === 0) })
}
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('app' as const), copy: some.copy, choice: fc.nat(1000), revision: index(2), minutes: some.minutes }) },
  { weight: 3, arbitrary: slipped(12) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('tamper' as const), copy: index(3), which: fc.nat(40), how: index(4) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('lose' as const), copy: index(3), which: fc.nat(40) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('merge' as const), from: index(3), to: index(3) }) },
)
const quotation = { kind: 'quotation' as const, hash: first, excerpt: 'We open the harbour' }
const policies = fc.constantFrom<Policy>(onePair, twoPairs)

function actionOf(what: number, revision: RevisionId): Action {
  switch (kinds[what]) {
    case 'approve':
      return { type: 'approve', revision, note: '' }
    case 'requestChanges':
      return { type: 'requestChanges', revision, reason: 'No.' }
    case 'withdrawApproval':
      return { type: 'withdrawApproval', revision, reason: 'I had not seen the annex.' }
    case 'withdraw':
    case 'archive':
    case 'unarchive':
      return { type: kinds[what] }
    case 'schedule':
      return { type: 'schedule', publishAt: at(5000) }
    case 'reassign':
      return { type: 'reassign', note: '', reviewers: [bruno.member.id], due: null }
    case 'reapprove':
      return { type: 'reapprove', revision, previous: revision === first ? second : first }
    case 'waive':
      return { type: 'waive', revision, check: 'alt-text', reason: 'The picture is a drawing.' }
    case 'clear':
      return { type: 'clear', part: quotation, clearedBy: '', evidence: { text: 'Her e-mail of 3 May' } }
    default:
      return { type: 'submit', note: '', reviewers: [], due: null }
  }
}

function eventOf(type: WorkflowEvent['type'], head: ReturnType<Copy['head']>, revision: RevisionId): WorkflowEvent {
  switch (type) {
    case 'submit':
      return { ...head, type, revision, note: '', reviewers: [], due: null }
    case 'approve':
      return { ...head, type, revision, note: '' }
    case 'requestChanges':
      return { ...head, type, revision, reason: 'No.' }
    case 'withdraw':
      return { ...head, type, revision }
    case 'schedule':
      return { ...head, type, revision, publishAt: at(5000) }
    case 'publish':
      return { ...head, type, revision, target: site, remoteId: '17', url: 'https://harbour.example/17' }
    case 'unpublish':
      return { ...head, type, target: site }
    case 'archive':
    case 'unarchive':
      return { ...head, type }
    case 'reassign':
      return { ...head, type, revision, note: '', reviewers: [bruno.member.id], due: null }
    case 'reapprove':
      return { ...head, type, revision, previous: revision === first ? second : first }
    case 'waive':
      return { ...head, type, revision, check: 'alt-text', reason: 'The picture is a drawing.' }
    case 'clear':
      return { ...head, type, part: quotation, evidence: { text: 'Her e-mail of 3 May' } }
    case 'withdrawApproval':
      return { ...head, type, revision, reason: 'I had not seen the annex.' }
    case 'unclear':
      return { ...head, type, clearance: head.after[0] ?? EventId.parse(first), reason: 'She changed her mind.' }
  }
}

const pick = <T>(list: readonly T[], place: number): T => {
  const found = list[place % list.length]
  if (found === undefined) throw new RangeError('Nothing to pick from')
  return found
}

/** What the members may do now, one after the other. */
function possible(copy: Copy, policy: Policy, current: RevisionId, minutes: number): (() => void)[] {
  const { state } = copy
  const members = everyone.map(({ member }) => member)
  const acts = everyone.flatMap((by) =>
    allowedActions(state, by.member, { policy, members }, { currentRevision: current })
      .filter(({ allowed }) => allowed)
      .map(({ action }) => () => void copy.act(by, actionOf(kinds.indexOf(action), (action === 'withdrawApproval' ? versionsApprovedBy(state, by.member.id)[0] : state.submitted?.revision) ?? current), minutes, current)),
  )
  const { approvedRevision, published, clearances = [] } = state
  const [standing] = clearances.filter(({ takenBack }) => takenBack === undefined)
  if (standing !== undefined && state.state !== 'archived') acts.push(() => void copy.act(bruno, { type: 'unclear', clearance: standing.event, reason: 'She changed her mind.' }, minutes))
  if (approvedRevision !== null) acts.push(() => void copy.publish(dilek, approvedRevision, minutes), () => void copy.publish(edda, approvedRevision, minutes))
  if (published.length > 0) acts.push(() => void copy.unpublish(dilek, minutes))
  return acts
}

/** Everything that is in any of the copies in the end. */
function logAfter(deeds: readonly Deed[], policy: Policy, signatures: Signatures): SignedEvent[] {
  const copies = [0, 1, 2].map(() => new Copy({ policy, signatures }))
  for (const deed of deeds) perform(deed, copies, policy, signatures)
  return copies.flatMap(({ events }) => events)
}

function perform(deed: Deed, copies: readonly Copy[], policy: Policy, signatures: Signatures): void {
  if (deed.kind === 'merge') {
    pick(copies, deed.to).merge(pick(copies, deed.from))
    return
  }
  const copy = pick(copies, deed.copy)
  if (deed.kind === 'app') {
    pick(possible(copy, policy, pick(revisions, deed.revision), deed.minutes), deed.choice)()
    return
  }
  if (deed.kind === 'file') {
    const by = pick(people, deed.who)
    const ids = copy.events.map(({ event }) => eventId(event))
    const after = ids.length === 0 ? [] : deed.seen.map((place) => pick(ids, place))
    const head = { ...copy.head(by, deed.minutes), after, story: deed.foreign ? otherStory : story }
    copy.add(eventOf(pick(kinds, deed.what), head, pick(revisions, deed.revision)), deed.signer < people.length ? pick(people, deed.signer) : by)
    return
  }
  if (copy.events.length === 0) return
  const place = deed.which % copy.events.length
  const [signed] = copy.events.splice(place, 1)
  if (deed.kind === 'tamper' && signed !== undefined) copy.events.splice(place, 0, tampered(signed, deed.how, signatures))
}

function tampered(signed: SignedEvent, how: number, signatures: Signatures): SignedEvent {
  const { event } = signed
  if (how === 0 && 'revision' in event) return { ...signed, event: { ...event, revision: event.revision === first ? second : first } }
  if (how === 1) return { ...signed, event: { ...event, by: bruno.member.id } }
  if (how === 2) return { ...signed, signature: signatures.sign({ ...event, at: at(777) }, bruno).signature }
  return { ...signed, event: { ...event, at: at(778) } }
}

/** Those before an event, as far as the log has them. */
function causesOf(event: WorkflowEvent, log: ReadonlyMap<string, WorkflowEvent>): Set<string> {
  const found = new Set<string>()
  const open: string[] = [...event.after]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue
    found.add(id)
    open.push(...(log.get(id)?.after ?? []))
  }
  return found
}

const mayReview = (id: string): boolean => everyone.some(({ member }) => member.id === id && member.roles.some((role) => role === 'reviewer' || role === 'admin'))
const mayPublish = (id: string): boolean => everyone.some(({ member }) => member.id === id && member.roles.some((role) => role === 'publisher' || role === 'admin'))

/** What must be true of a log's state; looks at the events and their signatures anew, not at how the state was found. */
function mustBeSound(events: readonly SignedEvent[], state: WorkflowState, policy: Policy, signatures: Signatures): void {
  const keys = new Map<string, string>(everyone.map(({ member }) => [member.id, member.publicKey]))
  const genuine = events.filter(({ event, signature }) => event.story === story && signatures.verify(keys.get(event.by) ?? '', canonicalBytes(event), signature))
  const log = new Map<string, WorkflowEvent>(genuine.map(({ event }) => [eventId(event), event]))
  const standing = (state.approved ?? []).filter(({ takenBack }) => !takenBack)
  expect(state.approvedRevision).toBe(standing.at(-1)?.revision ?? null)
  for (const { revision, submission, approvals } of state.approved ?? []) {
    const submitted = log.get(submission)
    expect(submitted).toMatchObject({ type: 'submit', revision })
    const approvers = approvals.map(({ event: id }) => {
      const approval = log.get(id)
      expect(approval).toMatchObject({ type: 'approve', revision, story })
      const seen = approval === undefined ? [] : [...causesOf(approval, log)].map((id) => log.get(id))
      expect(seen.some((cause) => cause?.type === 'submit' && cause.revision === revision && cause.by !== approval?.by)).toBe(true)
      expect(mayReview(approval?.by ?? '')).toBe(true)
      expect(approval?.by).not.toBe(submitted?.by)
      return approval?.by
    })
    expect(new Set(approvers).size).toBe(approvers.length)
    expect(approvers.length).toBeGreaterThanOrEqual(policy.approvals)
    expect(revision).not.toBe(unknown)
  }
  for (const live of state.published) expect(mayPublish(live.by)).toBe(true)
  for (const id of state.order) {
    const event = log.get(id)
    if (event?.type !== 'publish') continue
    // What its author saw must have been enough by itself: approved, or on record as live since it was.
    const causes = causesOf(event, log)
    const seen = stateOf(genuine.filter((signed) => causes.has(eventId(signed.event))), { policy, signatures })
    expect([...(seen.approved ?? []), ...seen.published].map(({ revision }) => revision)).toContain(event.revision)
  }
  if (state.state === 'approved' || state.state === 'scheduled' || state.state === 'published') expect(state.approvedRevision).not.toBeNull()
  if (state.state === 'published') expect(state.published.map(({ revision }) => revision)).toContain(state.approvedRevision)
  if (state.state === 'inReview') expect(state.submitted).not.toBeNull()
  if (state.state === 'changesRequested') expect(state.changesRequested).not.toBeNull()
  // Whoever took back their approval of a version has none in what stands, unless they gave it anew.
  for (const { approvals } of standing) {
    for (const { event, by, revision } of approvals) {
      const withdrawals = state.order.filter((id) => log.get(id)?.type === 'withdrawApproval' && log.get(id)?.by === by && log.get(id)?.['revision' as never] === revision)
      for (const id of withdrawals) expect(state.order.indexOf(id)).toBeLessThan(state.order.indexOf(event))
    }
  }
  // No objection to a version is passed over that is as new as its approval.
  for (const { revision, approvals } of standing) {
    const objections = state.order.filter((id) => log.get(id)?.type === 'requestChanges' && log.get(id)?.['revision' as never] === revision)
    for (const id of objections) expect(state.order.indexOf(id as never)).toBeLessThan(Math.max(...approvals.map(({ event }) => state.order.indexOf(event))))
  }
  // Every event is either counted or listed with its reason, and none is both.
  const listed = new Set(state.rejected.map(({ id }) => id))
  for (const id of log.keys()) expect(state.order.includes(id as never) || listed.has(id)).toBe(true)
  for (const id of state.order) expect(log.has(id)).toBe(true)
}

describe.each([
  ['with Ed25519', ed25519, 15],
  ['with quick seals', seals, 100],
] as const)('whatever happens to a log, %s', (_, signatures, numRuns) => {
  test('nothing is approved that enough members with the role did not approve, and nothing published that was not approved', () => {
    fc.assert(
      fc.property(policies, fc.array(deed, { maxLength: 40 }), (policy, deeds) => {
        const events = logAfter(deeds, policy, signatures)
        mustBeSound(events, stateOf(events, { policy, signatures }), policy, signatures)
      }),
      { numRuns },
    )
  })

  test('the order of arrival does not matter, and merging twice changes nothing', () => {
    fc.assert(
      fc.property(policies, fc.array(deed, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (policy, deeds, dice) => {
        const events = logAfter(deeds, policy, signatures)
        const expected = stateOf(events, { policy, signatures })
        const shuffled = events.map((event) => ({ event, key: dice.next().value ?? 0 })).sort((a, b) => a.key - b.key).map(({ event }) => event)
        expect(stateOf(shuffled, { policy, signatures })).toEqual(expected)
        expect(stateOf([...events, ...shuffled], { policy, signatures })).toEqual(expected)
        expect(stateOf(JSON.parse(JSON.stringify(shuffled)), { policy, signatures })).toEqual(expected)
      }),
      { numRuns },
    )
  })

  test('nothing that arrives later makes an event wrong that was right, undoes an approval but by an objection, or hides what is live', () => {
    fc.assert(
      fc.property(policies, fc.array(deed, { maxLength: 25 }), fc.array(slipped(6), { maxLength: 10 }), (policy, deeds, additions) => {
        const log = new Copy({ policy, signatures }, logAfter(deeds, policy, signatures))
        const before = log.state
        const known = new Set(log.events.map(({ event }) => eventId(event)))
        for (const addition of additions) perform({ ...addition, copy: 0 }, [log], policy, signatures)
        const later = log.state
        const isNew = (type: WorkflowEvent['type']) => log.events.some(({ event }) => event.type === type && !known.has(eventId(event)) && later.order.includes(eventId(event)))
        const objected = isNew('requestChanges') || isNew('withdraw') || isNew('withdrawApproval')
        for (const { submission, revision, takenBack } of before.approved ?? []) {
          const now = later.approved?.find((sanction) => sanction.submission === submission)
          if (!objected) expect(now).toMatchObject({ revision, takenBack })
        }
        if (!isNew('unpublish') && !isNew('publish')) expect(later.published).toEqual(before.published)
        for (const id of before.order.filter((counted) => !later.order.includes(counted))) {
          const reason = later.rejected.find((entry) => entry.id === id)?.reason
          expect(reason).toMatch(/meanwhile|already|no longer under review/)
        }
      }),
      { numRuns },
    )
  })

  test('what the app lets a member do counts, and what it refuses does not', () => {
    fc.assert(
      fc.property(policies, fc.array(deed, { maxLength: 25 }), index(5), fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 7, kinds.indexOf('withdrawApproval')), index(2), fc.integer({ min: -50, max: 300 }), (policy, deeds, who, what, place, minutes) => {
        const events = logAfter(deeds, policy, signatures)
        const state = stateOf(events, { policy, signatures })
        const by = pick(people, who)
        const revision = pick(revisions, place)
        const members = everyone.map(({ member }) => member)
        const decided = decide(state, actionOf(what, revision), { story, by: by.member, at: at(minutes), policy, members, currentRevision: revision })
        const head = { format: 'copydesk.event/1' as const, story, by: by.member.id, at: at(minutes), after: state.heads }
        const event = decided.ok ? decided.value : eventOf(pick(kinds, what), head, revision)
        const { order } = stateOf([...events, signatures.sign(event, by)], { policy, signatures })
        expect(order.includes(eventId(event))).toBe(decided.ok || state.order.includes(eventId(event)))
      }),
      { numRuns },
    )
  })
})

test('these deeds lead to every state', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(fc.array(deed, { minLength: 20, maxLength: 30 }), (deeds) => {
      const copy = new Copy({ signatures: seals })
      for (const deed of deeds) {
        if (deed.kind !== 'lose') perform({ ...deed, copy: 0 } as Deed, [copy], onePair, seals)
        seen.add(copy.state.state)
      }
    }),
    { numRuns: 20, seed: 7 },
  )
  expect([...seen].sort()).toEqual(['approved', 'archived', 'changesRequested', 'draft', 'inReview', 'published', 'scheduled'])
})

test('a log of thousands of events is read whole, and so is one in which nobody saw what the others did', () => {
  const chain = new Copy({ signatures: seals })
  let after: WorkflowEvent['after'] = []
  const add = (event: WorkflowEvent, by: typeof amina): void => {
    chain.add(event, by)
    after = [eventId(event)]
  }
  for (let round = 0; round < 1000; round++) {
    const head = (by: typeof amina) => ({ format: 'copydesk.event/1' as const, story, by: by.member.id, at: at(round), after })
    add(eventOf('submit', head(amina), round % 2 === 0 ? first : second), amina)
    add(eventOf('approve', head(bruno), round % 2 === 0 ? first : second), bruno)
    add(eventOf('publish', head(dilek), round % 2 === 0 ? first : second), dilek)
  }
  expect(chain.state).toMatchObject({ state: 'published', approvedRevision: second, rejected: [] })
  expect(chain.state.order).toHaveLength(3000)

  const crowd = new Copy({ signatures: seals })
  for (let minute = 0; minute < 2000; minute++) crowd.add(eventOf('submit', { format: 'copydesk.event/1', story, by: amina.member.id, at: at(minute), after: [] }, minute % 2 === 0 ? first : second), amina)
  expect(crowd.state).toMatchObject({ state: 'inReview', submitted: { at: at(1999) } })
})
