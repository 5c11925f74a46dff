import { expect, test } from 'vitest'
import { describeEvent } from '../../../src/shared/audit/describe-event'
import { effectOf } from '../../../src/shared/audit/effect'
import { wordingOf } from '../../../src/shared/audit/wording'
import type { Policy } from '../../../src/shared/workflow/policy'
import { reduce, type Step } from '../../../src/shared/workflow/reduce'
import { versionsApprovedBy } from '../../../src/shared/workflow/withdraw-approval'
import { amina, at, bruno, chiara, Copy, dilek, ed25519, edda, everyone, first, merged, onePair, revisionExists, second, story, twoPairs } from './people'

const reason = 'I had not seen the annex.'
const stages: Policy = { approvals: 1, authorMayApprove: 'never', blocking: [], stages: [{ name: 'Editor', approvals: 1, by: { members: [bruno.member.id] } }, { name: 'Legal', approvals: 1, by: { members: [chiara.member.id] } }] }
const withdraw = (copy: Copy, by: typeof bruno, revision: typeof first, minutes: number): Copy => copy.act(by, { type: 'withdrawApproval', revision, reason }, minutes)
const approvedOne = (): Copy => new Copy().submit(amina, first, 0).approve(bruno, first, 5)

test('whoever approved takes it back with a reason: the story is in review again, and can be approved again, by them too', () => {
  const copy = withdraw(approvedOne(), bruno, first, 10)
  expect(copy.verdict).toBeNull()
  expect(copy.state).toMatchObject({ state: 'inReview', approvedRevision: null, approvals: [], submitted: { revision: first, by: amina.member.id, withdrawn: [{ by: bruno.member.id, reason }] }, approved: [{ takenBack: true }] })
  expect(versionsApprovedBy(copy.state, bruno.member.id)).toEqual([])
  copy.approve(bruno, first, 20)
  expect(copy.state).toMatchObject({ state: 'approved', approvedRevision: first })
})

test('nobody takes back what another one approved, and nobody what is live', () => {
  expect(() => withdraw(approvedOne(), edda, first, 10)).toThrow('You have approved no version that is in review or approved.')
  const live = approvedOne().publish(dilek, first, 10)
  expect(() => withdraw(live, bruno, first, 15)).toThrow(/is published, so its approval stands/)
  live.unpublish(dilek, 20)
  expect(withdraw(live, bruno, first, 25).state).toMatchObject({ state: 'inReview', approvedRevision: null })
})

test('a schedule is called off with the approval that it rests on', () => {
  const copy = approvedOne().act(dilek, { type: 'schedule', publishAt: at(900) }, 10)
  expect(withdraw(copy, bruno, first, 15).state).toMatchObject({ state: 'inReview', scheduledFor: null })
})

test('where enough others approved, the version stays approved, and so does its schedule', () => {
  const copy = new Copy({ policy: twoPairs }).submit(amina, first, 0)
  const meanwhile = copy.copy().approve(edda, first, 8)
  copy.approve(bruno, first, 5).approve(chiara, first, 6)
  copy.merge(meanwhile).act(dilek, { type: 'schedule', publishAt: at(900) }, 10)
  withdraw(copy, bruno, first, 15)
  expect(copy.state).toMatchObject({ state: 'scheduled', scheduledFor: at(900), approvedRevision: first, submitted: { withdrawn: [{ by: bruno.member.id }] } })
  expect(copy.state.approved?.[0]?.approvals.map(({ by }) => by)).toEqual([chiara.member.id, edda.member.id])
  expect(withdraw(copy, edda, first, 20).state).toMatchObject({ state: 'inReview', scheduledFor: null, approvedRevision: null, approvals: [{ by: chiara.member.id }] })
})

test('in stages the version waits at the stage that lacks the approval, and what later stages gave is kept', () => {
  const copy = new Copy({ policy: stages }).submit(amina, first, 0).approve(bruno, first, 5)
  expect(copy.state.submitted?.stage).toBe(1)
  const early = withdraw(copy.copy(), bruno, first, 6)
  expect(early.state).toMatchObject({ state: 'inReview', approvals: [] })
  expect(early.state.submitted).not.toHaveProperty('stage')
  copy.approve(chiara, first, 10)
  withdraw(copy, bruno, first, 15)
  expect(copy.state).toMatchObject({ state: 'inReview', approvals: [{ by: chiara.member.id, stage: 1 }] })
  expect(copy.state.submitted).not.toHaveProperty('stage')
  expect(copy.approve(bruno, first, 20).state).toMatchObject({ state: 'approved', approvedRevision: first })
})

test('while a newer version is in review it stays there; the older one leaves the desk no more', () => {
  const copy = approvedOne().submit(amina, second, 10)
  withdraw(copy, bruno, first, 15)
  expect(copy.state).toMatchObject({ state: 'inReview', submitted: { revision: second }, approvedRevision: null })
  expect(copy.state.submitted).not.toHaveProperty('withdrawn')
  // The newest first: what is in review, then what is approved.
  const both = new Copy({ policy: twoPairs }).submit(amina, first, 0).approve(bruno, first, 5).approve(chiara, first, 6).submit(amina, second, 10).approve(bruno, second, 12)
  expect(versionsApprovedBy(both.state, bruno.member.id)).toEqual([second, first])
})

test('where the submission was withdrawn since, the version comes before the reviewers again', () => {
  const copy = approvedOne().submit(amina, second, 10).act(amina, { type: 'withdraw' }, 12)
  expect(copy.state).toMatchObject({ state: 'approved', submitted: null })
  expect(withdraw(copy, bruno, first, 15).state).toMatchObject({ state: 'inReview', approvedRevision: null, submitted: { revision: first, withdrawn: [{ reason }] } })
})

test('a small change that was approved again falls with the approval that it rests on, or alone', () => {
  const rules = { changeBetween: () => ({ words: 1, touches: null }) }
  const again = (): Copy => new Copy(rules).submit(amina, first, 0).approve(bruno, first, 5).act(chiara, { type: 'reapprove', revision: second, previous: first }, 10)
  expect(again().state).toMatchObject({ state: 'approved', approvedRevision: second })
  expect(withdraw(again(), chiara, second, 15).state).toMatchObject({ state: 'approved', approvedRevision: first })
  expect(withdraw(again(), bruno, first, 15).state).toMatchObject({ state: 'inReview', approvedRevision: null, submitted: { revision: first } })
  // What is live is asked of all that would fall.
  expect(() => withdraw(again().publish(dilek, second, 12), bruno, first, 15)).toThrow(/is published/)
})

test('offline it meets what others did meanwhile, in either order with the same result', () => {
  const here = approvedOne()
  const there = here.copy()
  withdraw(here, bruno, first, 10)
  there.publish(dilek, first, 8)
  for (const copy of [merged(here, there), merged(there, here)]) expect(copy.state).toMatchObject({ state: 'inReview', approvedRevision: null, published: [{ revision: first }] })

  const objecting = new Copy({ policy: twoPairs }).submit(amina, first, 0).approve(bruno, first, 5)
  const other = objecting.copy().approve(chiara, first, 6)
  withdraw(objecting, bruno, first, 7)
  for (const copy of [merged(objecting, other), merged(other, objecting)]) expect(copy.state).toMatchObject({ state: 'inReview', approvals: [{ by: chiara.member.id }] })

  const changes = new Copy({ policy: twoPairs }, objecting.events.slice(0, 2)).requestChanges(edda, first, 8)
  for (const copy of [merged(objecting, changes), merged(changes, objecting)]) expect(copy.state).toMatchObject({ state: 'changesRequested', approvals: [] })
})

test('the audit says in words what was taken back, why, and what came of it', () => {
  const copy = withdraw(approvedOne(), bruno, first, 10)
  const steps: Step[] = []
  reduce({ story, events: copy.events, policy: onePair, members: everyone.map(({ member }) => member), revisionExists, verify: ed25519.verify, watch: (step) => steps.push(step) })
  const last = steps.at(-1)
  if (last === undefined) throw new Error('Nothing happened')
  expect(describeEvent(last.entry.event, wordingOf(everyone.map(({ member }) => member), [], 'utc'))).toMatchObject({ text: 'took back their approval of this version', note: reason })
  expect(effectOf(last)).toBe(`It took back the approval of version ${first.slice(0, 8)}. Nothing of the story is approved any more. The story was then in review.`)
})
