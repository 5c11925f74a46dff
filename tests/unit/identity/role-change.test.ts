import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import '../../property-seed'
import { signBytes, verifySignature, type Identity } from '../../../src/main/desk/identity'
import { roleLogFaults, whyNotChangeRoles } from '../../../src/shared/identity/check-role-change'
import { asAdmitted, membersAsSigned, withRoleChanges } from '../../../src/shared/identity/members-as-signed'
import { roleChangeId, type RoleChange, type SignedRoleChange } from '../../../src/shared/identity/role-change'
import { canonicalBytes } from '../../../src/shared/story/canonical'
import type { EventId } from '../../../src/shared/story/ids'
import { eventId } from '../../../src/shared/workflow/event'
import { rolesAt, type Member } from '../../../src/shared/workflow/member'
import { Role } from '../../../src/shared/workflow/role'
import { amina, at, bruno, chiara, Copy, dilek, edda, everyone, first, onePair, seals, second, stateOf, stranger, twoPairs, type Rules } from '../workflow/people'

vi.setConfig({ testTimeout: 60_000 })

const admitted = everyone.map(({ member }) => member)
const signedBy = (copy: Copy, who: Identity): EventId[] => copy.events.filter(({ event }) => event.by === who.member.id).map(({ event }) => eventId(event)).sort()
const signed = (change: RoleChange, by: Identity = edda): SignedRoleChange => ({ change, signature: signBytes(canonicalBytes(change), by.privateKey) })

/** A desk's log of changes, each after the one before. */
class Changes {
  readonly log: SignedRoleChange[] = []

  give(who: Identity, to: readonly Role[], copy: Copy, by: Identity = edda): this {
    const member = this.members.find(({ id }) => id === who.member.id)
    if (member === undefined) throw new Error('There is no such member')
    const named = new Set((member.earlier ?? []).flatMap(({ keeps }) => keeps))
    const last = this.log.at(-1)?.change
    const keeps = signedBy(copy, who).filter((event) => !named.has(event))
    this.log.push(signed({ format: 'copydesk.roles/1', member: member.id, by: by.member.id, at: at(500), order: this.log.length + 1, after: last === undefined ? null : roleChangeId(last), from: [...member.roles], to: [...to], keeps }, by))
    return this
  }

  get members(): Member[] {
    return withRoleChanges(admitted, this.log, verifySignature)
  }
}

test('an approval of yesterday stands when the role is taken away today, and one of tomorrow does not count', () => {
  const copy = new Copy().submit(amina, first, 0).approve(bruno, first, 5)
  const { members } = new Changes().give(bruno, ['writer'], copy)
  expect(stateOf(copy.events, { members })).toEqual(copy.state)
  copy.submit(amina, second, 20).approve(bruno, second, -600)
  expect(stateOf(copy.events, { members })).toMatchObject({ state: 'inReview', approvedRevision: first, rejected: [{ type: 'approve', reason: 'Only a reviewer can do this, and Bruno Salgado is not' }] })
})

test('a role that is given today makes nothing right that was wrong yesterday', () => {
  const copy = new Copy().submit(amina, first, 0)
  copy.add({ ...copy.head(dilek, 5), type: 'approve', revision: first, note: '' }, dilek)
  const { members } = new Changes().give(dilek, ['reviewer', 'publisher'], copy)
  expect(stateOf(copy.events, { members })).toEqual(copy.state)
  const here = new Copy({ members }, copy.events)
  const now = members.find(({ id }) => id === dilek.member.id) ?? dilek.member
  expect(here.approve({ ...dilek, member: now }, first, 10).state).toMatchObject({ state: 'approved' })
})

test('each event goes by the roles of its own time, through any number of changes', () => {
  const copy = new Copy()
  const changes = new Changes()
  const seen: (readonly [EventId, readonly Role[]])[] = []
  for (const [minutes, roles] of ([['reviewer'], ['writer', 'reviewer'], ['publisher'], ['writer']] as Role[][]).entries()) {
    copy.add({ ...copy.head(amina, minutes), type: 'archive' }, amina)
    const event = signedBy(copy, amina).find((id) => !seen.some(([known]) => known === id))
    const now = changes.members.find(({ id }) => id === amina.member.id)
    if (event !== undefined && now !== undefined) seen.push([event, now.roles])
    changes.give(amina, roles, copy)
  }
  const member = changes.members.find(({ id }) => id === amina.member.id) ?? amina.member
  for (const [event, roles] of seen) expect(rolesAt(member, event)).toEqual(roles)
  expect(member).toMatchObject({ roles: ['writer'] })
  expect(asAdmitted(member)).toEqual(amina.member)
  // In any order of arrival, and twice.
  expect(withRoleChanges(admitted, [...changes.log].reverse().concat(changes.log), verifySignature)).toEqual(changes.members)
  expect(roleLogFaults(changes.log, admitted, verifySignature)).toEqual([])
})

test.each<[string, (change: RoleChange) => unknown, RegExp]>([
  ['signed by nobody of the desk', (change) => signed({ ...change, by: stranger.member.id }, stranger), /signed by nobody of this desk/],
  ['with another’s signature', (change) => signed(change, dilek), /does not have the signature of Edda Lund/],
  ['that was changed', (change) => ({ ...signed(change), change: { ...change, to: ['writer'] } }), /does not have the signature/],
  ['by somebody who was no admin', (change) => signed({ ...change, by: bruno.member.id }, bruno), /was signed by Bruno Salgado, who was no admin then/],
  ['that can’t be read', () => ({ change: 'bruno' }), /can’t be read/],
])('a change of roles %s counts for nothing', (_, make, words) => {
  const [one] = new Changes().give(bruno, ['admin'], new Copy()).log
  if (one === undefined) throw new Error('Nothing was changed')
  const raw = make(one.change)
  expect(withRoleChanges(admitted, [raw], verifySignature)).toEqual(admitted)
  expect(roleLogFaults([raw], admitted, verifySignature)).toEqual([expect.stringMatching(words)])
})

test('an admin who was one when they signed takes no change along when they leave', () => {
  const changes = new Changes().give(chiara, ['admin'], new Copy()).give(bruno, ['writer'], new Copy(), chiara).give(chiara, ['writer'], new Copy())
  expect(changes.members.find(({ id }) => id === bruno.member.id)?.roles).toEqual(['writer'])
  expect(roleLogFaults(changes.log, admitted, verifySignature)).toEqual([])
})

test('that a change was taken out of the log is seen', () => {
  const { log } = new Changes().give(bruno, ['writer'], new Copy()).give(bruno, ['reviewer'], new Copy()).give(bruno, ['writer'], new Copy())
  expect(roleLogFaults(log.filter((_, place) => place !== 1), admitted, verifySignature)).toEqual([expect.stringMatching(/is missing before the one of Bruno Salgado/)])
})

test('only an admin changes roles, not of a revoked key, and a desk keeps its last admin', () => {
  expect(whyNotChangeRoles(amina.member, bruno.member, ['writer'], admitted)).toBe('Only an admin can change roles.')
  expect(whyNotChangeRoles(edda.member, edda.member, ['writer'], admitted)).toMatch(/is the only admin/)
  expect(whyNotChangeRoles(edda.member, bruno.member, ['admin'], admitted)).toBeNull()
  const revoked = membersAsSigned(admitted, { revocations: [], roleChanges: [] }, verifySignature).map((member): Member => (member.id === bruno.member.id ? { ...member, revoked: { by: edda.member.id, at: at(1), reason: 'Stolen.', keeps: [], records: [] } } : member))
  expect(whyNotChangeRoles(edda.member, revoked.find(({ id }) => id === bruno.member.id) ?? bruno.member, ['writer'], revoked)).toMatch(/was revoked/)
})

const people = [amina, bruno, chiara, dilek, edda]
const step = fc.record({ copy: fc.nat(1), who: fc.nat(people.length - 1), what: fc.nat(8), revision: fc.nat(1), minutes: fc.integer({ min: -100, max: 400 }), merge: fc.boolean() })

function take(copy: Copy, { who, what, revision, minutes }: { who: number; what: number; revision: number; minutes: number }): void {
  const by = people[who] ?? amina
  const about = revision === 0 ? first : second
  try {
    if (what < 2) copy.submit(by, about, minutes)
    else if (what < 4) copy.approve(by, about, minutes)
    else if (what === 4) copy.requestChanges(by, about, minutes)
    else if (what === 5) copy.act(by, { type: 'withdrawApproval', revision: about, reason: 'x' }, minutes)
    else if (what === 6) copy.publish(by, about, minutes)
    // Somebody who does not ask whether they may.
    else copy.add({ ...copy.head(by, minutes), type: 'approve', revision: about, note: 'x' }, by)
  } catch {
    // Not now, or not they.
  }
}

const someRoles = fc.subarray(Role.options, { minLength: 1 })

test('whatever roles are given or taken, in any number of changes, the state of what was decided before stays as it was', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), fc.array(fc.record({ who: fc.nat(3), to: someRoles, between: fc.array(step, { maxLength: 3 }) }), { minLength: 1, maxLength: 4 }), fc.constantFrom(onePair, twoPairs), (steps, given, policy) => {
      const rules: Rules = { policy, signatures: seals }
      const copies = [new Copy(rules), new Copy(rules)] as const
      for (const one of steps) {
        const [here, there] = one.copy === 0 ? copies : ([copies[1], copies[0]] as const)
        take(here, one)
        if (one.merge) there.merge(here)
      }
      let log = copies[0].copy().merge(copies[1])
      const changes = new Changes()
      for (const { who, to, between } of given) {
        const before = stateOf(log.events, { ...rules, members: changes.members })
        changes.give(people[who] ?? amina, to, log)
        const { members } = changes
        expect(stateOf(log.events, { ...rules, members })).toEqual(before)
        expect(stateOf([...log.events].reverse(), { ...rules, members })).toEqual(before)
        // Whoever goes on afterwards does it in the new roles, and the next change leaves that as it is, too.
        log = new Copy({ ...rules, members }, log.events)
        for (const one of between) take(log, one)
      }
    }),
    { numRuns: 150 },
  )
})
