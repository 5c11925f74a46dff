import { describe, expect, test } from 'vitest'
import { at, amina, archiveSite, bruno, chiara, Copy, dilek, edda, everyone, first, otherStory, second, site, stranger, third, twoPairs, unknown } from './people'

const submitted = () => new Copy().submit(amina, first, 0)
const approved = () => submitted().approve(bruno, first, 10)

describe('the way of a story', () => {
  test('is from draft over review to approved, and from there to published', () => {
    const copy = new Copy()
    expect(copy.state.state).toBe('draft')
    expect(copy.submit(amina, first, 0).state).toMatchObject({ state: 'inReview', approvedRevision: null, submitted: { revision: first, by: amina.member.id } })
    expect(copy.approve(bruno, first, 10).state).toMatchObject({ state: 'approved', approvedRevision: first, approvals: [{ by: bruno.member.id }] })
    expect(copy.act(dilek, { type: 'schedule', publishAt: at(600) }, 20).state).toMatchObject({ state: 'scheduled', scheduledFor: at(600), approvedRevision: first })
    expect(copy.publish(dilek, first, 30).state).toMatchObject({ state: 'published', scheduledFor: null, published: [{ target: site, revision: first, remoteId: '17' }] })
    expect(copy.act(amina, { type: 'archive' }, 40).state.state).toBe('archived')
    expect(copy.act(amina, { type: 'unarchive' }, 50).state.state).toBe('published')
    expect(copy.state.rejected).toEqual([])
  })

  test('leads back from review when changes are requested, and to review again', () => {
    const copy = submitted().requestChanges(bruno, first, 10)
    expect(copy.state).toMatchObject({ state: 'changesRequested', changesRequested: { by: bruno.member.id, reason: 'The date is wrong.' } })
    copy.submit(amina, second, 20)
    expect(copy.state).toMatchObject({ state: 'inReview', changesRequested: null, submitted: { revision: second } })
    expect(copy.approve(bruno, second, 30).state.approvedRevision).toBe(second)
  })

  test('a withdrawn story is a draft again, and its approvals are gone', () => {
    const copy = new Copy({ policy: twoPairs }).submit(amina, first, 0).approve(bruno, first, 5).act(amina, { type: 'withdraw' }, 10)
    expect(copy.state).toMatchObject({ state: 'draft', submitted: null, approvals: [] })
    copy.submit(amina, first, 20).approve(chiara, first, 30)
    expect(copy.state).toMatchObject({ state: 'inReview', approvedRevision: null })
  })

  test('a newer version in review leaves the approved one as the one that may leave the desk', () => {
    const copy = approved().submit(amina, second, 20)
    expect(copy.state).toMatchObject({ state: 'inReview', approvedRevision: first })
    expect(copy.copy().requestChanges(bruno, second, 30).state).toMatchObject({ state: 'changesRequested', approvedRevision: first })
    expect(copy.copy().act(amina, { type: 'withdraw' }, 30).state).toMatchObject({ state: 'approved', approvedRevision: first })
    expect(copy.approve(bruno, second, 30).state).toMatchObject({ state: 'approved', approvedRevision: second })
  })

  test('an approved version that is looked at again stays approved, until changes of it are requested', () => {
    const copy = approved().submit(amina, first, 20)
    expect(copy.state).toMatchObject({ state: 'inReview', approvedRevision: first, approvals: [] })
    expect(copy.copy().act(amina, { type: 'withdraw' }, 30).state).toMatchObject({ state: 'approved', approvedRevision: first })
    expect(copy.requestChanges(bruno, first, 30).state).toMatchObject({ state: 'changesRequested', approvedRevision: null })
  })

  test('what is live stays known while the next version is reviewed, and until it is taken down', () => {
    const copy = approved().publish(dilek, first, 20).publish(dilek, first, 21, archiveSite).submit(amina, second, 30)
    expect(copy.state).toMatchObject({ state: 'inReview', published: [{ revision: first }, { revision: first }] })
    copy.act(amina, { type: 'withdraw' }, 40)
    expect(copy.state.state).toBe('published')
    expect(copy.unpublish(dilek, 50).state).toMatchObject({ state: 'published', published: [{ target: archiveSite }] })
    expect(copy.unpublish(dilek, 60, archiveSite).state).toMatchObject({ state: 'approved', published: [] })
  })

  test('the archive keeps what was approved, and gives it back without the review that was under way', () => {
    const copy = approved().submit(amina, second, 20).act(amina, { type: 'archive' }, 30)
    expect(copy.state).toMatchObject({ state: 'archived', approvedRevision: first })
    expect(copy.act(amina, { type: 'unarchive' }, 40).state).toMatchObject({ state: 'approved', approvedRevision: first, submitted: null, approvals: [] })
    expect(submitted().act(amina, { type: 'archive' }, 5).act(amina, { type: 'unarchive' }, 6).state.state).toBe('draft')
  })

  test('a delivery of an approved version that arrives late is recorded, and does not make the newer one published', () => {
    const copy = approved().submit(amina, second, 20).approve(bruno, second, 30).publish(dilek, first, 40)
    expect(copy.verdict).toBeNull()
    expect(copy.state).toMatchObject({ state: 'approved', approvedRevision: second, published: [{ revision: first }] })
    expect(copy.publish(dilek, second, 50).state).toMatchObject({ state: 'published', published: [{ revision: second }] })
  })
})

describe('who may do what', () => {
  test('whoever submitted may not approve, not even with every role', () => {
    expect(() => new Copy().submit(edda, first, 0).approve(edda, first, 10)).toThrow('second pair of eyes')
    expect(() => new Copy().submit(chiara, first, 0).approve(chiara, first, 10)).toThrow('second pair of eyes')
  })

  test.each([
    ['a reviewer can’t submit', () => new Copy().submit(bruno, first, 0)],
    ['a writer can’t approve', () => submitted().approve(amina, first, 10)],
    ['a publisher can’t approve', () => submitted().approve(dilek, first, 10)],
    ['a writer can’t request changes', () => submitted().requestChanges(amina, first, 10)],
    ['a writer can’t schedule', () => approved().act(amina, { type: 'schedule', publishAt: at(900) }, 20)],
    ['a reviewer can’t archive', () => approved().act(bruno, { type: 'archive' }, 20)],
  ])('%s', (_, deed) => {
    expect(deed).toThrow(/^Only /)
  })

  test('the same things slipped into the log without the app count for nothing', () => {
    const head = (by: typeof amina) => submitted().head(by, 10)
    expect(submitted().add({ ...head(dilek), type: 'approve', revision: first, note: '' }, dilek).verdict).toMatch(/^Only a reviewer/)
    expect(submitted().add({ ...head(amina), type: 'approve', revision: first, note: '' }, amina).verdict).toMatch(/^Only a reviewer/)
    expect(submitted().add({ ...head(bruno), type: 'publish', revision: first, target: site, remoteId: '1', url: '' }, bruno).verdict).toMatch(/^Only a publisher/)
    expect(submitted().publish(dilek, first, 10).verdict).toBe('This version was never approved')
  })

  test('a withdrawal is for whoever submitted, or an admin', () => {
    expect(() => submitted().act(chiara, { type: 'withdraw' }, 10)).toThrow('Only whoever submitted it')
    expect(submitted().act(edda, { type: 'withdraw' }, 10).state.state).toBe('draft')
  })

  test('two approvals are two members; one member can’t count twice', () => {
    const copy = new Copy({ policy: twoPairs }).submit(amina, first, 0).approve(bruno, first, 10)
    expect(copy.state).toMatchObject({ state: 'inReview', approvedRevision: null })
    expect(() => copy.copy().approve(bruno, first, 20)).toThrow('already')
    const again = copy.copy()
    again.add({ ...again.head(bruno, 20), type: 'approve', revision: first, note: 'again' }, bruno)
    expect(again.state.approvedRevision).toBeNull()
    expect(copy.approve(edda, first, 20).state).toMatchObject({ state: 'approved', approvedRevision: first })
  })

  test('a role that was taken away no longer counts, for earlier decisions either', () => {
    const { events } = approved()
    const members = everyone.map(({ member }) => (member.id === bruno.member.id ? { ...member, roles: ['writer' as const] } : member))
    expect(new Copy({ members }, events).state).toMatchObject({ state: 'inReview', approvedRevision: null })
  })
})

describe('alone on a desk', () => {
  const founder = { ...edda, member: { ...edda.member, addedAt: at(-100_000) } }
  const joiner = { ...bruno, member: { ...bruno.member, addedAt: at(100) } }
  const alone = { members: [founder.member] }
  const both = { members: [founder.member, joiner.member] }

  test('one may approve what one submitted', () => {
    expect(new Copy(alone).submit(founder, first, 0).approve(founder, first, 10).state.approvedRevision).toBe(first)
  })

  test('that sign-off stays valid when somebody joins', () => {
    const { events } = new Copy(alone).submit(founder, first, 0).approve(founder, first, 10)
    expect(new Copy(both, events).state).toMatchObject({ state: 'approved', approvedRevision: first, rejected: [] })
  })

  test('after somebody joined, it is over', () => {
    expect(() => new Copy(both).submit(founder, first, 110).approve(founder, first, 120)).toThrow('second pair of eyes')
    expect(() => new Copy(both).submit(founder, first, 0).approve(founder, first, 100)).toThrow('second pair of eyes')
  })

  test('a clock that was set back does not bring it back on a story that the other one has worked on', () => {
    const copy = new Copy(both).submit(founder, first, 110).requestChanges(joiner, first, 120).submit(founder, second, 1)
    copy.add({ ...copy.head(founder, 2), type: 'approve', revision: second, note: '' }, founder)
    expect(copy.verdict).toMatch(/second pair of eyes/)
  })

  test('nobody gets it who joined later, whatever their clock says', () => {
    const allRounder = { ...joiner, member: { ...joiner.member, roles: ['writer' as const, 'reviewer' as const] } }
    for (const minutes of [-200_000, 0, 110]) {
      const copy = new Copy({ members: [founder.member, allRounder.member] }).submit(allRounder, first, minutes)
      copy.add({ ...copy.head(allRounder, minutes + 1), type: 'approve', revision: first, note: '' }, allRounder)
      expect(copy.verdict).toMatch(/second pair of eyes/)
    }
  })

  test('a policy of never means never', () => {
    expect(() => new Copy({ ...alone, policy: { ...twoPairs, approvals: 1 } }).submit(founder, first, 0).approve(founder, first, 10)).toThrow('second pair of eyes')
  })
})

describe('what does not count', () => {
  test('a tampered event is rejected and listed with the reason', () => {
    const copy = approved()
    const tampered = copy.events.map((signed) => (signed.event.type === 'approve' ? { ...signed, event: { ...signed.event, note: 'Fine, and so is the next one' } } : signed))
    const { state, approvedRevision, rejected } = new Copy({}, tampered).state
    expect({ state, approvedRevision }).toEqual({ state: 'inReview', approvedRevision: null })
    expect(rejected).toMatchObject([{ type: 'approve', by: bruno.member.id, reason: 'the signature is not that of Bruno Salgado' }])
  })

  test('an approval signed with somebody else’s key', () => {
    const copy = submitted()
    copy.add({ ...copy.head(bruno, 10), type: 'approve', revision: first, note: '' }, amina)
    expect(copy.verdict).toBe('the signature is not that of Bruno Salgado')
  })

  test('an event of somebody who is no member', () => {
    const copy = submitted()
    copy.add({ ...copy.head(stranger, 10), type: 'approve', revision: first, note: '' }, stranger)
    expect(copy.verdict).toBe('whoever signed it is not a member of this desk')
  })

  test('an event of another story', () => {
    const copy = submitted()
    copy.add({ ...copy.head(bruno, 10), story: otherStory, type: 'approve', revision: first, note: '' }, bruno)
    expect(copy.verdict).toBe('it belongs to another story')
  })

  test('an event about a version that does not exist', () => {
    const copy = new Copy()
    copy.add({ ...copy.head(amina, 0), type: 'submit', revision: unknown, note: '', reviewers: [], due: null }, amina)
    expect(copy.verdict).toBe('it is about a version that does not exist')
  })

  test('an approval of another version than the submitted one', () => {
    expect(() => submitted().approve(bruno, second, 10)).toThrow('another one')
    const copy = submitted()
    copy.add({ ...copy.head(bruno, 10), type: 'approve', revision: third, note: '' }, bruno)
    expect(copy.state).toMatchObject({ state: 'inReview', approvedRevision: null })
  })

  test('an approval that did not see the submission', () => {
    const copy = submitted()
    copy.add({ ...copy.head(bruno, 10), after: [], type: 'approve', revision: first, note: '' }, bruno)
    expect(copy.verdict).toBe('The story is not in review')
  })

  test('what follows something that is missing from the log', () => {
    const [, ...cut] = approved().events
    const { state, rejected } = new Copy({}, cut).state
    expect(state).toBe('draft')
    expect(rejected).toMatchObject([{ type: 'approve', reason: 'what happened before it is missing from the log' }])
  })

  test.each([null, 7, 'approve', {}, { event: {}, signature: '' }, { event: { type: 'approve' } }, []])('what is no event: %j', (raw) => {
    const copy = approved()
    const { approvedRevision, rejected } = new Copy({}, [...copy.events]).state
    expect({ approvedRevision, rejected }).toEqual({ approvedRevision: first, rejected: [] })
    const state = new Copy({}, [...copy.events, raw as never]).state
    expect(state).toMatchObject({ approvedRevision: first, rejected: [{ reason: 'it is not a workflow event', type: null }] })
  })

  test('anything in an archived story but taking it out and what targets answer', () => {
    const copy = approved().publish(dilek, first, 15).act(amina, { type: 'archive' }, 20)
    expect(() => copy.submit(amina, second, 30)).toThrow('in the archive')
    expect(() => copy.act(amina, { type: 'archive' }, 30)).toThrow('in the archive')
    expect(copy.copy().publish(dilek, first, 30, archiveSite).state).toMatchObject({ state: 'archived', published: [{ target: site }, { target: archiveSite }] })
    expect(copy.copy().unpublish(dilek, 30).state).toMatchObject({ state: 'archived', published: [] })
  })

  test('taking a story down where it is not', () => {
    expect(approved().publish(dilek, first, 20).unpublish(dilek, 30, archiveSite).verdict).toBe('The story is not published there')
  })
})
