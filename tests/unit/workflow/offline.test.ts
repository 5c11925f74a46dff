import { describe, expect, test } from 'vitest'
import { eventId } from '../../../src/shared/workflow/event'
import { at, amina, bruno, chiara, Copy, dilek, edda, first, merged, second, twoPairs, type Rules } from './people'

/** The same copies merged in both orders. */
function meet(a: Copy, b: Copy): Copy['state'] {
  const state = merged(a, b).state
  expect(merged(b, a).state).toEqual(state)
  expect(merged(merged(a, b), merged(b, a)).state).toEqual(state)
  return state
}

const submitted = (rules: Rules = {}) => new Copy(rules).submit(amina, first, 0)

describe('two people decide without knowing of each other', () => {
  test.each([
    ['earlier', 5],
    ['later', 15],
  ])('a request for changes that was made %s than an approval takes the approval back', (_, minutes) => {
    const one = submitted().copy().approve(bruno, first, 10)
    const other = new Copy({}, one.events.slice(0, 1)).requestChanges(chiara, first, minutes)
    const state = meet(one, other)
    expect(state).toMatchObject({ state: 'changesRequested', approvedRevision: null, changesRequested: { by: chiara.member.id } })
    expect(state.approved).toMatchObject([{ revision: first, takenBack: true }])
  })

  test('one who saw the request can’t approve over it', () => {
    expect(() => submitted().requestChanges(chiara, first, 5).approve(bruno, first, 10)).toThrow('not in review')
  })

  test('what was approved before stands again when a newer approval is taken back', () => {
    const base = submitted().approve(bruno, first, 10).submit(amina, second, 20)
    const state = meet(base.copy().approve(bruno, second, 30), base.copy().requestChanges(chiara, second, 31))
    expect(state).toMatchObject({ state: 'changesRequested', approvedRevision: first })
  })

  test('what was published meanwhile stays known as published, though its approval is taken back', () => {
    const base = submitted()
    const state = meet(base.copy().approve(bruno, first, 10).publish(dilek, first, 20), base.copy().requestChanges(chiara, first, 5))
    expect(state).toMatchObject({ state: 'changesRequested', approvedRevision: null, published: [{ revision: first }], rejected: [] })
  })

  test('a request for changes does not reach what was submitted after it', () => {
    const base = submitted()
    const state = meet(base.copy().submit(amina, second, 20).approve(bruno, second, 30), base.copy().requestChanges(chiara, first, 25))
    expect(state).toMatchObject({ state: 'approved', approvedRevision: second })
  })

  test('a request for changes reaches what was approved, though a newer version is in review by now', () => {
    const base = submitted()
    const state = meet(base.copy().approve(bruno, first, 10).submit(amina, second, 12), base.copy().requestChanges(chiara, first, 30))
    expect(state).toMatchObject({ state: 'inReview', approvedRevision: null, submitted: { revision: second } })
  })

  test('two requests for changes stand side by side', () => {
    const base = submitted()
    const state = meet(base.copy().requestChanges(bruno, first, 10, 'The date is wrong.'), base.copy().requestChanges(chiara, first, 20, 'The quote is not cleared.'))
    expect(state.changeRequests).toMatchObject([{ reason: 'The date is wrong.' }, { reason: 'The quote is not cleared.' }])
    expect(state).toMatchObject({ state: 'changesRequested', changesRequested: { reason: 'The quote is not cleared.' }, rejected: [] })
  })

  test('two approvals count, both when one is needed and when two are', () => {
    for (const policy of [undefined, twoPairs]) {
      const base = submitted(policy && { policy })
      const state = meet(base.copy().approve(bruno, first, 10), base.copy().approve(edda, first, 9))
      expect(state).toMatchObject({ state: 'approved', approvedRevision: first, rejected: [] })
      expect(state.approvals.map(({ by }) => by)).toEqual([edda.member.id, bruno.member.id])
    }
  })

  test('one member on two computers is one approval', () => {
    const base = submitted({ policy: twoPairs })
    const state = meet(base.copy().approve(bruno, first, 10), base.copy().approve(bruno, first, 11))
    expect(state).toMatchObject({ state: 'inReview', approvedRevision: null, rejected: [{ reason: 'the same member had approved this version already' }] })
  })

  test('a withdrawal takes back an approval that it had not seen', () => {
    const base = submitted()
    const state = meet(base.copy().approve(bruno, first, 10), base.copy().act(amina, { type: 'withdraw' }, 20))
    expect(state).toMatchObject({ state: 'draft', approvedRevision: null, submitted: null })
  })

  test('a newer submission does not undo an approval: the older version is approved, the newer one is in review', () => {
    const base = submitted()
    for (const minutes of [5, 20]) {
      const state = meet(base.copy().approve(bruno, first, 10), base.copy().submit(amina, second, minutes))
      expect(state).toMatchObject({ state: 'inReview', approvedRevision: first, submitted: { revision: second }, approvals: [], rejected: [] })
    }
  })

  test('an approval of one submission does not count for another one of the same version', () => {
    const base = submitted({ policy: twoPairs })
    const resubmitted = base.copy().requestChanges(chiara, first, 5).submit(amina, first, 20).approve(edda, first, 30)
    const state = meet(resubmitted, base.copy().approve(bruno, first, 10))
    expect(state).toMatchObject({ state: 'inReview', approvedRevision: null, approvals: [{ by: edda.member.id }] })
  })

  test('an archiving does not undo what was decided meanwhile, whatever its clock says', () => {
    const base = submitted()
    const state = meet(base.copy().approve(bruno, first, 10).publish(dilek, first, 20), base.copy().act(amina, { type: 'archive' }, -500))
    expect(state).toMatchObject({ state: 'archived', approvedRevision: first, published: [{ revision: first }], rejected: [] })
  })

  test('two who submit the same version submit it together', () => {
    const one = new Copy().submit(amina, first, 0)
    const other = new Copy().submit(chiara, first, 1)
    expect(meet(one, other)).toMatchObject({ state: 'inReview', submitted: { by: amina.member.id, submitters: [amina.member.id, chiara.member.id] }, rejected: [] })
    expect(() => merged(one, other).approve(chiara, first, 10)).toThrow('second pair of eyes')
    for (const by of [one, other]) expect(meet(one.copy().merge(other), by.copy().approve(bruno, first, 10))).toMatchObject({ state: 'approved', approvedRevision: first })
  })

  test('changes that were requested of a version stand against another submission of it that did not know of them', () => {
    const requested = submitted().requestChanges(bruno, first, 10)
    const again = new Copy().submit(chiara, first, 20)
    expect(meet(requested, again)).toMatchObject({ state: 'changesRequested', rejected: [] })
    expect(meet(requested, again.approve(edda, first, 30))).toMatchObject({ state: 'changesRequested', approvedRevision: null })
  })

  test('neither of two who submitted the same version can approve it by not having seen the other', () => {
    const one = new Copy().submit(chiara, first, 0)
    const other = new Copy().submit(amina, first, 1)
    const state = meet(one, other.approve(chiara, first, 5))
    expect(state).toMatchObject({ state: 'inReview', approvedRevision: null, rejected: [{ reason: 'the same member had submitted this version meanwhile' }] })
  })
})

describe('events that are made up to change the past', () => {
  const done = () => submitted().approve(bruno, first, 10).publish(dilek, first, 20)
  const root = { after: [] }

  test('a submission with an early clock that claims to have seen nothing leaves the approval alone', () => {
    for (const minutes of [-100, 5, 500]) {
      const copy = done()
      copy.add({ ...copy.head(chiara, minutes), ...root, type: 'submit', revision: second, note: '', reviewers: [], due: null }, chiara)
      expect(copy.state).toMatchObject({ approvedRevision: first, published: [{ revision: first }] })
    }
  })

  test('so does one of the very version that was approved', () => {
    for (const minutes of [-100, 5, 500]) {
      const copy = done()
      copy.add({ ...copy.head(chiara, minutes), ...root, type: 'submit', revision: first, note: '', reviewers: [], due: null }, chiara)
      expect(copy.state).toMatchObject({ state: 'published', approvedRevision: first, rejected: [] })
    }
  })

  test('so does one that claims to have seen only the submission', () => {
    const copy = done()
    const [submission] = copy.events
    if (submission === undefined) throw new Error('Nothing was submitted')
    copy.add({ ...copy.head(chiara, 5), after: [eventId(submission.event)], type: 'submit', revision: second, note: '', reviewers: [], due: null }, chiara)
    expect(copy.state).toMatchObject({ approvedRevision: first, published: [{ revision: first }] })
  })

  test('an archiving with an early clock leaves the approval alone', () => {
    const copy = done()
    copy.add({ ...copy.head(amina, -100), ...root, type: 'archive' }, amina)
    expect(copy.state).toMatchObject({ state: 'archived', approvedRevision: first })
  })

  test('an event that was rejected does not hold up what follows it', () => {
    const copy = submitted()
    copy.add({ ...copy.head(dilek, 5), type: 'approve', revision: first, note: '' }, dilek)
    expect(copy.approve(bruno, first, 10).state).toMatchObject({ state: 'approved', rejected: [{ by: dilek.member.id }] })
  })

  test('what was never right is not right for those either who saw it apart from all else', () => {
    const elsewhere = submitted()
    elsewhere.add({ ...elsewhere.head(amina, 5), type: 'approve', revision: first, note: '' }, amina).publish(dilek, first, 6)
    expect(meet(submitted().requestChanges(bruno, first, 10), elsewhere)).toMatchObject({ state: 'changesRequested', approvedRevision: null, published: [] })
    expect(meet(submitted().approve(edda, first, 1), elsewhere)).toMatchObject({ state: 'approved', approvedRevision: first, published: [] })
  })

  test('an event that names a forged one as seen hurts only itself', () => {
    const copy = done()
    const forged = { ...copy.head(bruno, 30), type: 'requestChanges' as const, revision: first, reason: 'No.' }
    copy.add(forged, amina).add({ ...copy.head(amina, 31), after: [eventId(forged)], type: 'archive' }, amina)
    expect(copy.state).toMatchObject({ state: 'published', approvedRevision: first })
    expect(copy.state.rejected.map(({ reason }) => reason).sort()).toEqual(['the signature is not that of Bruno Salgado', 'what happened before it is missing from the log'])
  })

  test('a clock that was set back can’t move an event before what it follows', () => {
    const copy = submitted().requestChanges(bruno, first, 10)
    copy.add({ ...copy.head(chiara, -1000), type: 'approve', revision: first, note: '' }, chiara)
    expect(copy.state).toMatchObject({ state: 'changesRequested', approvedRevision: null })
    expect(copy.state.order).toHaveLength(2)
    expect(at(-1000) < at(0)).toBe(true)
  })
})
