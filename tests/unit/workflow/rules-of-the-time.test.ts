import { describe, expect, test } from 'vitest'
import { KindId } from '../../../src/shared/story/ids'
import type { Policy } from '../../../src/shared/workflow/policy'
import { policyBook } from '../../../src/shared/workflow/policy-book'
import { rulesId, type PolicyVersion } from '../../../src/shared/workflow/policy-version'
import { amina, at, bruno, chiara, Copy, edda, first, merged, onePair, second } from './people'

const statement = KindId.parse('statement')
const twoPairs: Policy = { approvals: 2, authorMayApprove: 'never', blocking: [] }
const version = (minutes: number, policy: Policy | null, kind: KindId | null = null): PolicyVersion => ({ format: 'copydesk.policy/1', kind, policy, by: edda.member.id, since: at(minutes) })
const kindOf = () => statement
const under = (...versions: PolicyVersion[]) => ({ policy: onePair, book: policyBook(onePair, versions), kindOf })

describe('Rules of sign-off that are changed', () => {
  const stricter = version(10, twoPairs)

  test('leave approved what was approved, and in review what was in review under the old ones', () => {
    const before = new Copy(under()).submit(amina, first, 0).approve(bruno, first, 1)
    expect(before.copy(under(stricter)).state).toEqual(before.state)
    const waiting = new Copy(under()).submit(amina, first, 0)
    const later = waiting.copy(under(stricter)).approve(bruno, first, 20)
    expect(later.state).toMatchObject({ state: 'approved', approvedRevision: first })
  })

  test('hold for what is submitted from then on, which names them', () => {
    const log = new Copy(under(stricter)).submit(amina, first, 20)
    expect(log.state.submitted?.rules).toBe(rulesId(stricter))
    log.approve(bruno, first, 21)
    expect(log.state).toMatchObject({ state: 'inReview', approvedRevision: null })
    expect(log.approve(chiara, first, 22).state.state).toBe('approved')
  })

  test('approve nothing when they become looser', () => {
    const log = new Copy(under(stricter)).submit(amina, first, 20).approve(bruno, first, 21)
    const looser = under(stricter, version(30, onePair))
    expect(log.copy(looser).state).toEqual(log.state)
    expect(log.copy(looser).approve(chiara, first, 40).state.state).toBe('approved')
  })

  test('are not named in an event while they are those that the desk began with, so that its name stays what it was', () => {
    const [signed] = new Copy(under()).submit(amina, first, 0).events
    expect(signed?.event).not.toHaveProperty('rules')
    expect(signed?.event).not.toHaveProperty('roles')
  })
})

describe('A submission that claims other rules', () => {
  const stricter = version(10, twoPairs)
  const claim = (log: Copy, rules: PolicyVersion | undefined, revision = first) =>
    log.add({ ...log.head(amina, 30), type: 'submit', revision, note: '', reviewers: [], due: null, ...(rules && { rules: rulesId(rules) }) }, amina)

  test('counts for nothing when the desk never had them', () => {
    const made = version(5, { approvals: 1, authorMayApprove: 'alone', blocking: [] })
    expect(claim(new Copy(under(stricter)), made).verdict).toBe('The rules of sign-off that it names never held on this desk for this kind of story')
  })

  test('counts for nothing when they are those of another kind, or those of the desk while the kind had its own', () => {
    const others = version(10, onePair, KindId.parse('announcement'))
    expect(claim(new Copy(under(others)), others).verdict).toMatch(/never held on this desk for this kind/)
    const own = version(10, twoPairs, statement)
    const ofDesk = version(20, onePair)
    expect(claim(new Copy(under(own, ofDesk)), ofDesk).verdict).toMatch(/never held on this desk for this kind/)
    // Without its own it goes by those of the desk again, under the name of the version that said so.
    const without = version(30, null, statement)
    expect(claim(new Copy(under(own, ofDesk, without)), ofDesk).verdict).toMatch(/never held on this desk for this kind/)
    expect(claim(new Copy(under(own, ofDesk, without)), without).verdict).toBeNull()
  })

  test('counts for nothing when its author had seen that they were replaced', () => {
    const log = new Copy(under(stricter)).submit(amina, first, 20).requestChanges(bruno, first, 21)
    expect(claim(log.copy(), undefined, second).verdict).toBe('The rules of sign-off that it names had been replaced, as its author had seen')
    expect(claim(log.copy(), stricter, second).verdict).toBeNull()
  })

  test('beside another of the same version can’t make approvals count that were given under the stricter rules', () => {
    const start = new Copy(under(stricter))
    const honest = start.copy().submit(amina, first, 20).approve(bruno, first, 21)
    const old = start.copy(under()).submit(chiara, first, 19)
    const both = merged(honest, old).copy(under(stricter))
    expect(both.state).toMatchObject({ state: 'inReview', approvedRevision: null, submitted: { rules: rulesId(stricter) } })
    expect(both.approve(edda, first, 30).state.state).toBe('approved')
  })
})

describe('The book of a desk’s rules', () => {
  test('says what holds for a kind, and for how long it did', () => {
    const [a, b, back] = [version(1, twoPairs), version(2, { ...onePair, blocking: ['alt-text'] }, statement), version(3, null, statement)]
    const book = policyBook(onePair, [back, b, a])
    expect(book.current(statement)).toMatchObject({ id: rulesId(back), policy: twoPairs })
    expect(book.current(null)).toMatchObject({ id: rulesId(a) })
    expect(book.own(statement)).toBeNull()
    expect(book.named(rulesId(b), statement)).toMatchObject({ order: 2, replacedBy: 3, replacedAt: at(3) })
    expect(book.named(rulesId(b), null)).toBeUndefined()
    expect(book.named(undefined, statement)).toMatchObject({ policy: onePair, order: 0, replacedBy: 1 })
  })
})
