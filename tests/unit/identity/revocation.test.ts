import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { signBytes, verifySignature, type Identity } from '../../../src/main/desk/identity'
import { checkRevocation, isLastAdmin, whyNotRevoke, withRevocations } from '../../../src/shared/identity/check-revocation'
import type { Revocation, SignedRevocation } from '../../../src/shared/identity/revocation'
import { canonicalBytes } from '../../../src/shared/story/canonical'
import type { EventId, MemberId, RevisionId } from '../../../src/shared/story/ids'
import { eventId, type WorkflowEvent } from '../../../src/shared/workflow/event'
import type { Member } from '../../../src/shared/workflow/member'
import { allowedActions } from '../../../src/shared/workflow/allowed-actions'
import type { WorkflowState } from '../../../src/shared/workflow/state'
import { amina, at, bruno, chiara, Copy, dilek, edda, everyone, first, onePair, seals, second, site, stateOf, stranger, twoPairs, type Rules } from '../workflow/people'

vi.setConfig({ testTimeout: 60_000 })

const members = everyone.map(({ member }) => member)

function signed(revocation: Revocation, by: Identity = edda): SignedRevocation {
  return { revocation, signature: signBytes(canonicalBytes(revocation), by.privateKey) }
}

function revocationOf(member: MemberId, keeps: readonly EventId[], more: Partial<Revocation> = {}): Revocation {
  return { format: 'copydesk.revocation/1', member, by: edda.member.id, at: at(500), reason: 'The laptop was stolen.', keeps: [...keeps].sort(), ...more }
}

const signedBy = (copy: Copy, who: Identity): EventId[] => copy.events.filter(({ event }) => event.by === who.member.id).map(({ event }) => eventId(event))
const revoking = (copy: Copy, who: Identity): Member[] => withRevocations(members, [signed(revocationOf(who.member.id, signedBy(copy, who)))], verifySignature)

test('what a key had signed before it was revoked still counts, and nothing new by it does', () => {
  const copy = new Copy().submit(amina, first, 0).approve(bruno, first, 5)
  const now: Rules = { members: revoking(copy, bruno) }
  expect(stateOf(copy.events, now)).toMatchObject({ state: 'approved', approvedRevision: first })

  copy.submit(amina, second, 20).approve(bruno, second, 25)
  const after = stateOf(copy.events, now)
  expect(after).toMatchObject({ state: 'inReview', approvedRevision: first })
  expect(after.rejected).toMatchObject([{ type: 'approve', reason: 'the key of Bruno Salgado was revoked on 2 March 2026, and this is not among what it had signed by then' }])
})

test('a clock that was set back does not bring a new event before the revocation', () => {
  const copy = new Copy().submit(amina, first, 0)
  const now: Rules = { members: revoking(copy, bruno) }
  copy.approve(bruno, first, -600)
  expect(stateOf(copy.events, now)).toMatchObject({ state: 'inReview', approvedRevision: null })
})

test('others can go on after an event that counts for nothing because its key was revoked', () => {
  const copy = new Copy().submit(amina, first, 0)
  const now: Rules = { members: revoking(copy, bruno) }
  copy.requestChanges(bruno, first, 10)
  const here = new Copy(now, copy.events)
  expect(here.approve(chiara, first, 20).verdict).toBeNull()
  expect(here.state).toMatchObject({ state: 'approved', approvedRevision: first })
})

test('whose key was revoked may do nothing any more, and is told so', () => {
  const copy = new Copy().submit(amina, first, 0)
  const now = revoking(copy, bruno)
  const gone = now.find(({ id }) => id === bruno.member.id) ?? bruno.member
  const offered = allowedActions(stateOf(copy.events, { members: now }), gone, { policy: onePair, members: now }, { currentRevision: first })
  expect(offered.every(({ allowed }) => !allowed)).toBe(true)
  expect(offered[0]?.why).toMatch(/^The key of Bruno Salgado was revoked on 2 March 2026/)
})

test.each<[string, unknown, RegExp]>([
  ['signed by nobody of the desk', signed(revocationOf(bruno.member.id, [], { by: stranger.member.id }), stranger), /signed by nobody of this desk/],
  ['with another’s signature', signed(revocationOf(bruno.member.id, []), dilek), /does not have the signature of Edda Lund/],
  ['that was changed', { ...signed(revocationOf(bruno.member.id, [])), revocation: revocationOf(bruno.member.id, [], { reason: 'No reason.' }) }, /does not have the signature/],
  ['that can’t be read', { revocation: 'bruno' }, /can’t be read/],
])('a revocation %s counts for nothing', (_, raw, words) => {
  const checked = checkRevocation(raw, members, verifySignature)
  expect(checked.ok ? '' : checked.error.message).toMatch(words)
  expect(withRevocations(members, [raw], verifySignature)).toEqual(members)
})

test('of two revocations of one key, made without knowing of each other, the earlier one stands, with what both keep', () => {
  const copy = new Copy().submit(amina, first, 0).approve(bruno, first, 5)
  const [approval] = signedBy(copy, bruno)
  const [early, late] = [revocationOf(bruno.member.id, [], { at: at(100) }), revocationOf(bruno.member.id, approval === undefined ? [] : [approval], { at: at(200) })]
  for (const order of [[early, late], [late, early]]) {
    const bothWays = withRevocations(members, order.map((revocation) => signed(revocation)), verifySignature)
    expect(bothWays.find(({ id }) => id === bruno.member.id)?.revoked).toMatchObject({ at: at(100), keeps: [] })
  }
})

test('only an admin revokes, once, and never the last admin', () => {
  expect(whyNotRevoke(amina.member, bruno.member, members)).toBe('Only an admin can revoke a key.')
  expect(whyNotRevoke(edda.member, bruno.member, members)).toBeNull()
  expect(whyNotRevoke(edda.member, edda.member, members)).toMatch(/is the only admin/)
  const gone = revoking(new Copy(), bruno)
  expect(whyNotRevoke(edda.member, gone.find(({ id }) => id === bruno.member.id) ?? bruno.member, gone)).toMatch(/was revoked before/)
  // An admin whose key was revoked is none.
  const second: Member = { ...chiara.member, roles: ['admin'] }
  const two = members.map((member) => (member.id === second.id ? second : member))
  expect(isLastAdmin(edda.member, two)).toBe(false)
  expect(isLastAdmin(edda.member, withRevocations(two, [signed(revocationOf(second.id, []))], verifySignature))).toBe(true)
})

const revisions = [first, second]
const people = [amina, bruno, chiara, dilek, edda]

/** A step that somebody may take, if they may. */
const step = fc.record({ copy: fc.nat(1), who: fc.nat(people.length - 1), what: fc.nat(7), revision: fc.nat(1), minutes: fc.integer({ min: -100, max: 400 }), merge: fc.boolean() })

function take(copy: Copy, { who, what, revision, minutes }: { who: number; what: number; revision: number; minutes: number }): void {
  const by = people[who] ?? amina
  const about = revisions[revision] ?? first
  try {
    if (what < 2) copy.submit(by, about, minutes)
    else if (what < 4) copy.approve(by, about, minutes)
    else if (what === 4) copy.requestChanges(by, about, minutes)
    else if (what === 5) copy.act(by, { type: 'withdraw' }, minutes)
    else if (what === 6) copy.publish(by, about, minutes)
    else copy.act(by, { type: copy.state.state === 'archived' ? 'unarchive' : 'archive' }, minutes)
  } catch {
    // Not now, or not they.
  }
}

/** What somebody with the key could make up afterwards: any kind, any clock, any claim of what was seen. */
const made = fc.record({ what: fc.nat(5), revision: fc.nat(1), minutes: fc.integer({ min: -1000, max: 2000 }), seen: fc.array(fc.nat(30), { maxLength: 3 }) })

function forged(copy: Copy, by: Identity, { what, revision, minutes, seen }: { what: number; revision: number; minutes: number; seen: number[] }): WorkflowEvent {
  const ids = copy.events.map(({ event }) => eventId(event))
  const head = { ...copy.head(by, minutes), after: [...new Set(seen.flatMap((place) => ids[place % Math.max(1, ids.length)] ?? []))] }
  const about: RevisionId = revisions[revision] ?? first
  const kinds: WorkflowEvent[] = [
    { ...head, type: 'submit', revision: about, note: 'x', reviewers: [], due: null },
    { ...head, type: 'approve', revision: about, note: 'x' },
    { ...head, type: 'requestChanges', revision: about, reason: 'x' },
    { ...head, type: 'withdraw', revision: about },
    { ...head, type: 'publish', revision: about, target: site, remoteId: 'x', url: 'https://harbour.example/x' },
    { ...head, type: 'archive' },
  ]
  return kinds[what] ?? { ...head, type: 'archive' }
}

/** Without what is merely listed. */
const implied = ({ rejected: _rejected, heads: _heads, ...state }: WorkflowState): object => state

test('a revocation never changes what was signed before, and nothing by that key counts afterwards, in whatever order it comes', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), fc.nat(people.length - 1), fc.array(made, { minLength: 1, maxLength: 4 }), fc.constantFrom(onePair, twoPairs), fc.infiniteStream(fc.nat(1000)), (steps, whose, later, policy, dice) => {
      const rules: Rules = { policy, signatures: seals }
      const copies = [new Copy(rules), new Copy(rules)] as const
      for (const one of steps) {
        const [here, there] = one.copy === 0 ? copies : ([copies[1], copies[0]] as const)
        take(here, one)
        if (one.merge) there.merge(here)
      }
      const log = copies[0].copy().merge(copies[1])
      const who = people[whose] ?? bruno
      const before = stateOf(log.events, rules)
      const known = signedBy(log, who)
      const now: Rules = { ...rules, members: members.map((member) => (member.id === who.member.id ? { ...member, revoked: { by: edda.member.id, at: at(500), reason: 'Stolen.', keeps: known, records: [] } } : member)) }
      expect(stateOf(log.events, now)).toEqual(before)

      for (const one of later) log.add(forged(log, who, one), who)
      const shuffled = [...log.events].map((event) => ({ event, die: dice.next().value ?? 0 })).sort((a, b) => a.die - b.die).map(({ event }) => event)
      const after = stateOf(shuffled, now)
      expect(implied(after)).toEqual(implied(before))
      const news = new Set(log.events.map(({ event }) => event).filter((event) => event.by === who.member.id).map(eventId).filter((id) => !known.includes(id)))
      expect(after.order.filter((id) => news.has(id))).toEqual([])
    }),
    { numRuns: 300 },
  )
})
