import { expect, test } from 'vitest'
import { ruleOf } from '../../../src/shared/audit/rule-of'
import { withRevocations } from '../../../src/shared/identity/check-revocation'
import { revocationId, type Revocation } from '../../../src/shared/identity/revocation'
import { canonicalBytes } from '../../../src/shared/story/canonical'
import { signBytes, verifySignature } from '../../../src/main/desk/identity'
import { allowedActions } from '../../../src/shared/workflow/allowed-actions'
import { eventId } from '../../../src/shared/workflow/event'
import { waitingFor } from '../../../src/shared/workflow/waiting'
import { at, bruno, Copy, edda, first, onePair, stateOf, type Rules } from './people'

const two = [edda.member, bruno.member]
const revocation: Revocation = { format: 'copydesk.revocation/1', member: bruno.member.id, by: edda.member.id, at: at(10), reason: 'He has left.', keeps: [] }
const without = withRevocations(two, [{ revocation, signature: signBytes(canonicalBytes(revocation), edda.privateKey) }], verifySignature)
const rules: Rules = { members: without }
const alone = (): Copy => new Copy(rules).submit(edda, first, 20).approve(edda, first, 25)

test('whoever is left when the key of everybody else was revoked is alone, and may approve what they submitted', () => {
  const copy = alone()
  expect(copy.state).toMatchObject({ state: 'approved', approvedRevision: first })
  // That the revocation came first is proved by its name, not by a clock.
  expect(copy.events.at(-1)?.event).toMatchObject({ type: 'approve', revoked: [revocationId(revocation)] })
  const before = new Copy(rules).submit(edda, first, 20)
  expect(allowedActions(before.state, edda.member, { policy: onePair, members: without }, { currentRevision: first }).find(({ action }) => action === 'approve')).toMatchObject({ allowed: true })
  expect(waitingFor(before.state, onePair, without)).toEqual({ members: [edda.member.id], asked: false })
})

test('what was approved alone before somebody could act is not made right by revoking their key, whatever the clock says', () => {
  const copy = new Copy({ members: two }).submit(edda, first, 0)
  for (const minutes of [5, 900]) {
    const early = copy.copy().add({ ...copy.head(edda, minutes), type: 'approve', revision: first, note: '' }, edda)
    expect(stateOf(early.events, { members: two })).toMatchObject({ state: 'inReview' })
    expect(stateOf(early.events, rules)).toMatchObject({ state: 'inReview', rejected: [{ reason: 'Whoever submitted a story can’t approve it: a second pair of eyes is needed' }] })
  }
})

test('a policy that never lets anybody approve their own is not softened by it', () => {
  const copy = new Copy({ members: without, policy: { ...onePair, authorMayApprove: 'never' } }).submit(edda, first, 20)
  expect(() => copy.approve(edda, first, 25)).toThrow(/second pair of eyes/)
})

test('who never had anybody beside them names nothing, so that earlier approvals keep their names', () => {
  const copy = new Copy({ members: [edda.member] }).submit(edda, first, 20).approve(edda, first, 25)
  expect(copy.state.state).toBe('approved')
  expect(copy.events.at(-1)?.event).not.toHaveProperty('revoked')
  // It stays right when others join, and leave again.
  expect(stateOf(copy.events, { members: [edda.member, { ...bruno.member, addedAt: at(60) }] }).state).toBe('approved')
})

test('the audit says whose keys had been revoked', () => {
  const copy = alone()
  const [sanction] = copy.state.approved ?? []
  if (sanction === undefined) throw new Error('Nothing was approved')
  const entryOf = (id: string) => copy.events.map((signed) => ({ id: eventId(signed.event), ...signed })).find((entry) => entry.id === id)
  expect(ruleOf(sanction, { policy: onePair, members: without }, { entryOf })).toContain('as the only member who could act then: the key of Bruno Salgado had been revoked.')
})
