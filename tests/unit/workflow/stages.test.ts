import { describe, expect, test } from 'vitest'
import type { MemberId } from '../../../src/shared/story/ids'
import type { Policy } from '../../../src/shared/workflow/policy'
import { waitingFor } from '../../../src/shared/workflow/waiting'
import { amina, bruno, chiara, Copy, dilek, edda, everyone, first, merged, second } from './people'

const members = everyone.map(({ member }) => member)
const only = (...people: { readonly member: { readonly id: MemberId } }[]) => ({ members: people.map(({ member }) => member.id) })
/** An editor, then legal (Dilek, who is no reviewer), then the mayor's office. */
const inStages: Policy = {
  approvals: 1,
  authorMayApprove: 'never',
  blocking: [],
  stages: [
    { name: 'Editor', approvals: 1, by: { role: 'reviewer' } },
    { name: 'Legal', approvals: 1, by: only(dilek) },
    { name: 'Mayor’s office', approvals: 1, by: only(edda, bruno) },
  ],
}
const waits = (copy: Copy, policy = inStages) => waitingFor(copy.state, policy, members).members.map((id) => members.find((member) => member.id === id)?.name)

describe('A sign-off in stages', () => {
  test('goes through them in their order, and is done with the last', () => {
    const log = new Copy({ policy: inStages }).submit(amina, first, 0)
    expect(waits(log)).toEqual(['Bruno Salgado', 'Chiara Venti', 'Edda Lund'])
    log.approve(chiara, first, 1)
    expect(log.state).toMatchObject({ state: 'inReview', submitted: { stage: 1 }, approvedRevision: null })
    expect(waits(log)).toEqual(['Dilek Aydın'])
    log.approve(dilek, first, 2)
    expect(log.state).toMatchObject({ state: 'inReview', submitted: { stage: 2 }, approvedRevision: null })
    log.approve(edda, first, 3)
    expect(log.state).toMatchObject({ state: 'approved', approvedRevision: first })
    expect(log.state.approvals.map(({ stage }) => stage)).toEqual([undefined, 1, 2])
  })

  test('keeps everybody to their stage, also an admin where others are named', () => {
    const log = new Copy({ policy: inStages }).submit(amina, first, 0)
    expect(() => log.approve(dilek, first, 1)).toThrow('Only a reviewer can approve at the stage ‘Editor’.')
    log.approve(chiara, first, 1)
    expect(() => log.approve(bruno, first, 2)).toThrow('Only Dilek Aydın can approve at the stage ‘Legal’.')
    expect(() => log.approve(edda, first, 2)).toThrow('Only Dilek Aydın can approve at the stage ‘Legal’.')
    const slipped = log.copy().add({ ...log.head(bruno, 2), type: 'approve', revision: first, note: '' }, bruno)
    expect(slipped.verdict).toBe('Only Dilek Aydın can approve at the stage ‘Legal’')
  })

  test('needs somebody else at each', () => {
    const log = new Copy({ policy: inStages }).submit(amina, first, 0).approve(bruno, first, 1).approve(dilek, first, 2)
    expect(() => log.approve(bruno, first, 3)).toThrow('You approved this version at an earlier stage. This one needs somebody else.')
  })

  test('starts again at the first when changes were requested, at whichever stage', () => {
    const log = new Copy({ policy: inStages }).submit(amina, first, 0).approve(chiara, first, 1).requestChanges(dilek, first, 2)
    expect(log.state).toMatchObject({ state: 'changesRequested', approvals: [] })
    log.submit(amina, second, 3)
    expect(log.state.submitted?.stage).toBeUndefined()
    expect(waits(log)).toEqual(['Bruno Salgado', 'Chiara Venti', 'Edda Lund'])
  })

  test('does not skip one when two approve at the same without knowing of each other', () => {
    const office: Policy = { ...inStages, stages: [{ name: 'Editor', approvals: 1, by: { role: 'reviewer' } }, { name: 'Chief', approvals: 1, by: only(bruno, chiara, edda) }] }
    const start = new Copy({ policy: office }).submit(amina, first, 0)
    const both = merged(start.copy().approve(bruno, first, 1), start.copy().approve(chiara, first, 2))
    expect(both.state).toMatchObject({ state: 'inReview', submitted: { stage: 1 }, approvedRevision: null })
    expect(both.state.approvals).toHaveLength(2)
    expect(both.approve(edda, first, 3).state.state).toBe('approved')
  })

  test('waits for those who were asked, as long as they can do something at its stage', () => {
    const log = new Copy({ policy: inStages }).act(amina, { type: 'submit', note: '', reviewers: [chiara.member.id], due: null }, 0)
    expect(waits(log)).toEqual(['Chiara Venti'])
    log.approve(chiara, first, 1)
    expect(waits(log)).toEqual(['Dilek Aydın'])
  })
})

describe('A request for review', () => {
  const twice: Policy = { approvals: 2, authorMayApprove: 'never', blocking: [] }

  test('of a role waits for everybody who has it and may approve', () => {
    const log = new Copy({ policy: twice }).act(amina, { type: 'submit', note: '', reviewers: [], roles: ['reviewer'], due: null }, 0)
    expect(waits(log, twice)).toEqual(['Bruno Salgado', 'Chiara Venti'])
    log.approve(bruno, first, 1)
    expect(waits(log, twice)).toEqual(['Chiara Venti'])
  })

  test('can be changed without a new version by whoever made it, and by an admin', () => {
    const log = new Copy({ policy: twice }).submit(amina, first, 0).approve(bruno, first, 1)
    log.act(amina, { type: 'reassign', note: 'Please today.', reviewers: [edda.member.id], due: '2026-03-04' }, 2)
    expect(log.state).toMatchObject({ state: 'inReview', submitted: { revision: first, note: 'Please today.', reviewers: [edda.member.id], due: '2026-03-04' } })
    expect(log.state.approvals).toHaveLength(1)
    expect(waits(log, twice)).toEqual(['Edda Lund'])
    expect(() => log.act(chiara, { type: 'reassign', note: '', reviewers: [], due: null }, 3)).toThrow('Only whoever submitted it can ask others.')
    log.act(edda, { type: 'reassign', note: '', reviewers: [], due: null }, 4)
    expect(waits(log, twice)).toEqual(['Chiara Venti', 'Edda Lund'])
  })

  test('of people who were named by the rules can be decided by nobody else', () => {
    const named: Policy = { approvals: 1, authorMayApprove: 'never', blocking: [], by: only(dilek) }
    const log = new Copy({ policy: named }).submit(amina, first, 0)
    expect(() => log.approve(bruno, first, 1)).toThrow('Only Dilek Aydın can approve this.')
    // Any reviewer may say that something is wrong.
    expect(log.copy().requestChanges(bruno, first, 1).state.state).toBe('changesRequested')
    expect(log.approve(dilek, first, 1).state.state).toBe('approved')
  })
})
