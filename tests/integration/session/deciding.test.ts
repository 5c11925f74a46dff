import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { changeRules } from '../../../src/main/desk/change-rules'
import { openDesk } from '../../../src/main/desk/desk'
import { createIdentity, signBytes } from '../../../src/main/desk/identity'
import { verifyDesk } from '../../../src/main/desk/verify'
import { approvedStories } from '../../../src/main/desk/approved-stories'
import { workflowOf } from '../../../src/main/desk/story-workflow'
import { actOn } from '../../../src/main/session/act'
import { statusOf } from '../../../src/main/session/status'
import { putMember } from '../../../src/main/store/members'
import { asOfFormat } from '../store/as-of-format'
import { putPolicy } from '../../../src/main/store/policies'
import { loadStory } from '../../../src/main/store/stories'
import { countStories, listStories, storyRow } from '../../../src/main/store/story-lists'
import { canonicalBytes } from '../../../src/shared/story/canonical'
import { Instant, KindId, type MemberId } from '../../../src/shared/story/ids'
import { storyBody, storyText } from '../../../src/shared/story/story-doc'
import { defaultPolicy, type Policy } from '../../../src/shared/workflow/policy'
import { rulesId, type PolicyVersion } from '../../../src/shared/workflow/policy-version'
import { approve, deskOfTwo, writeStory } from '../desk/people'
import { sitting } from './sitting'

/** The words of a story's only paragraph. */
function textOf(doc: Y.Doc): Y.XmlText {
  const paragraph = storyBody(doc).get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (!(text instanceof Y.XmlText)) throw new Error('The story has no paragraph')
  return text
}

const submit = { type: 'submit' as const, note: '', reviewers: [], due: null }
const announcement = KindId.parse('announcement')
const twice: Policy = { ...defaultPolicy, approvals: 2 }

test('other rules hold for what is submitted from then on, and leave everything else as it is', () => {
  const at = sitting()
  const [before, waiting, later] = [writeStory(at, 'Before'), writeStory(at, 'Waiting'), writeStory(at, 'Later')]
  const { currentRevision } = actOn(at.session, before, submit)
  const second = actOn(at.session, waiting, submit).currentRevision
  at.session.actAs(at.tomas.member.id)
  actOn(at.session, before, { type: 'approve', revision: currentRevision, note: '' })

  changeRules(at.desk, at.keyring, { kind: null, policy: twice, by: at.amina.member.id })
  at.session.reload()

  expect(at.session.info().policy).toEqual(twice)
  expect(statusOf(at.session, before).shown).toBe('approved')
  expect(statusOf(at.session, waiting).review).toMatchObject({ policy: defaultPolicy, since: null, replacedAt: at.desk.book.current(null).since })
  expect(actOn(at.session, waiting, { type: 'approve', revision: second, note: '' }).shown).toBe('approved')
  at.session.actAs(at.amina.member.id)
  const third = actOn(at.session, later, submit)
  expect(third.workflow.submitted?.rules).toBe(at.desk.book.current(null).id)
  at.session.actAs(at.tomas.member.id)
  expect(actOn(at.session, later, { type: 'approve', revision: third.currentRevision, note: '' }).shown).toBe('inReview')
})

test('a kind may have rules of its own, and give them up again', () => {
  const at = sitting()
  const id = writeStory(at)
  const own: Policy = { ...defaultPolicy, stages: [{ name: 'Editor', approvals: 1, by: { role: 'reviewer' } }, { name: 'Chief', approvals: 1, by: { members: [at.amina.member.id] } }] }
  changeRules(at.desk, at.keyring, { kind: announcement, policy: own, by: at.amina.member.id })
  at.session.reload()
  expect(at.session.info()).toMatchObject({ policy: defaultPolicy, kindPolicies: { announcement: own } })
  expect(statusOf(at.session, id).policy).toEqual(own)

  changeRules(at.desk, at.keyring, { kind: announcement, policy: null, by: at.amina.member.id })
  at.session.reload()
  expect(at.session.info().kindPolicies).toEqual({})
  expect(statusOf(at.session, id).policy).toEqual(defaultPolicy)
})

test('only an admin changes the rules, and only to what the desk can have', () => {
  const at = sitting()
  const change = (policy: Policy | null, by: MemberId = at.amina.member.id, kind: KindId | null = null) => () => changeRules(at.desk, at.keyring, { kind, policy, by })
  expect(change(twice, at.tomas.member.id)).toThrow('Only an admin can change the rules of sign-off.')
  expect(change(null)).toThrow(/A desk has rules of sign-off/)
  expect(change(twice, at.amina.member.id, KindId.parse('sonnet'))).toThrow('This desk has no such kind of story.')
  expect(change({ ...defaultPolicy, by: { members: [createIdentity('Stranger', ['admin']).member.id] } })).toThrow(/name somebody who can’t sign anything on this desk/)
  expect(change({ ...defaultPolicy, waivable: [{ check: 'headline', by: { role: 'admin' } }] })).toThrow('What the check ‘headline’ finds can’t be set aside.')
  change(defaultPolicy)()
  at.session.reload()
  expect(at.desk.book.versions).toEqual([])
})

test('rules that were slipped into the file hold for nothing, and are named by verify', async () => {
  const at = sitting()
  const stranger = createIdentity('Stranger', ['admin'])
  const version: PolicyVersion = { format: 'copydesk.policy/1', kind: null, policy: twice, by: at.amina.member.id, since: Instant.parse('2026-03-02T09:00:00.000Z') }
  putPolicy(at.desk.db, { version, signature: signBytes(canonicalBytes(version), stranger.privateKey) })
  putPolicy(at.desk.db, { version: { ...version, by: stranger.member.id }, signature: signBytes(canonicalBytes({ ...version, by: stranger.member.id }), stranger.privateKey) })
  at.desk.db.prepare('INSERT INTO policy_versions (id, json) VALUES (?, ?)').run(rulesId({ ...version, kind: announcement }), 'no JSON at all')
  at.session.reload()
  expect(at.desk.book.versions).toEqual([])
  expect(at.desk.policy).toEqual(defaultPolicy)

  const { lines } = await verifyDesk(at.folder, { rebuild: false })
  const { checked, faults } = lines.find(({ what }) => what === 'Versions of the rules of sign-off') ?? { checked: 0, faults: [] }
  expect(checked).toBe(3)
  expect(faults.map((fault) => fault.replace(/ \(.*$/, '')).sort()).toEqual([
    'A version of the rules of sign-off holds for nothing, because it can’t be read.',
    'A version of the rules of sign-off holds for nothing, because the signature is not that of Amina Okafor',
    'A version of the rules of sign-off holds for nothing, because whoever signed it is not a member of this desk',
  ])
})

test('a desk from before rules had versions opens with every approval, and its queue is there', () => {
  const made = deskOfTwo()
  const [approved, waiting] = [writeStory(made, 'Approved'), writeStory(made, 'Waiting')]
  approve(made, approved)
  const at = sitting(made)
  actOn(at.session, waiting, { ...submit, due: '2026-03-09' })
  const states = [approved, waiting].map((id) => workflowOf(made.desk, id, loadStory(made.desk.db, id)))
  at.session.close()
  // As a desk of format 9 has it.
  const old = openDesk(made.folder)
  asOfFormat(old.db, 9)
  old.close()

  const desk = openDesk(made.folder)
  const again = sitting({ ...made, desk })
  expect([approved, waiting].map((id) => workflowOf(desk, id, loadStory(desk.db, id)))).toEqual(states)
  expect(statusOf(again.session, approved)).toMatchObject({ shown: 'approved' })
  again.session.index.now(waiting)
  expect(storyRow(desk.db, waiting)).toMatchObject({ due: '2026-03-09', review: { stage: '', place: 1, stages: 1, by: 'Amina Okafor' } })
  expect(countStories(desk.db, made.tomas.member.id).forMyReview).toBe(1)
})

test('the queue has what waits for a member, by due date, and lets go of what they approved', () => {
  const at = sitting()
  const noor = createIdentity('Noor Haddad', ['reviewer'])
  at.keyring.add(noor.member.id, noor.privateKey)
  putMember(at.desk.db, noor.member)
  changeRules(at.desk, at.keyring, { kind: null, policy: twice, by: at.amina.member.id })
  at.session.reload()
  const due = { Late: '2026-12-20', Soon: '2026-12-02', Never: null, Asked: '2026-12-24' } as const
  const ids = Object.entries(due).map(([headline, day]) => {
    const id = writeStory(at, headline)
    actOn(at.session, id, { ...submit, note: `About ${headline}`, due: day, reviewers: headline === 'Asked' ? [noor.member.id] : [] })
    return id
  })
  const queueOf = (member: MemberId): string[] => listStories(at.desk.db, { view: 'forMyReview', search: '', kind: null, offset: 0, limit: 10, member }).rows.map(({ headline }) => headline)
  expect(queueOf(at.tomas.member.id)).toEqual(['Soon', 'Late', 'Never'])
  expect(queueOf(noor.member.id)).toEqual(['Soon', 'Late', 'Asked', 'Never'])
  expect(queueOf(at.amina.member.id)).toEqual([])
  // The end of a list is read from there.
  expect(listStories(at.desk.db, { view: 'forMyReview', search: '', kind: announcement, offset: 3, limit: 10, member: noor.member.id }).rows.map(({ headline }) => headline)).toEqual(['Never'])
  expect(listStories(at.desk.db, { view: 'forMyReview', search: 'pledge', kind: null, offset: 0, limit: 10, member: noor.member.id }).rows).toHaveLength(4)

  const soon = ids[1]
  if (soon === undefined) throw new Error('There are four')
  at.session.actAs(at.tomas.member.id)
  const { currentRevision } = statusOf(at.session, soon)
  actOn(at.session, soon, { type: 'approve', revision: currentRevision, note: '' })
  expect(queueOf(at.tomas.member.id)).toEqual(['Late', 'Never'])
  expect(queueOf(noor.member.id)).toContain('Soon')
})

test('what is set aside for a version lets it be submitted, and no later one', () => {
  const at = sitting()
  changeRules(at.desk, at.keyring, { kind: null, policy: { ...defaultPolicy, waivable: [{ check: 'summary', by: { role: 'reviewer' } }] }, by: at.amina.member.id })
  at.session.reload()
  const id = writeStory(at)
  at.session.changeStory(id, (doc) => {
    const summary = storyText(doc, 'summary')
    summary.delete(0, summary.length)
  })
  expect(() => actOn(at.session, id, submit)).toThrow(/^This can’t be submitted yet/)

  at.session.actAs(at.tomas.member.id)
  const before = statusOf(at.session, id)
  expect(before).toMatchObject({ blocked: true, waivable: ['summary'] })
  expect(() => actOn(at.session, id, { type: 'waive', revision: before.currentRevision, check: 'slug', reason: 'Never mind.' })).toThrow(/don’t let anybody set this aside/)
  const waived = actOn(at.session, id, { type: 'waive', revision: before.currentRevision, check: 'summary', reason: 'There is nothing to sum up.' })
  expect(waived).toMatchObject({ blocked: false, waivable: [] })
  expect(waived.findings.find(({ check }) => check === 'summary')?.waived).toMatchObject({ by: 'Tomás Ferreira', reason: 'There is nothing to sum up.' })

  at.session.actAs(at.amina.member.id)
  expect(actOn(at.session, id, submit).shown).toBe('inReview')
  at.session.changeStory(id, (doc) => storyText(doc, 'headline').insert(0, 'Today: '))
  expect(statusOf(at.session, id).blocked).toBe(true)
  expect(() => actOn(at.session, id, submit)).toThrow(/^This can’t be submitted yet/)
})

test('a small change of the text is approved with one act, and what leaves the desk is then that version', () => {
  const at = sitting()
  const id = writeStory(at)
  const { currentRevision: first } = actOn(at.session, id, submit)
  at.session.actAs(at.tomas.member.id)
  actOn(at.session, id, { type: 'approve', revision: first, note: '' })
  const write = (from: string, to: string): void => {
    at.session.actAs(at.amina.member.id)
    at.session.changeStory(id, (doc) => {
      const text = textOf(doc)
      const place = text.toString().indexOf(from)
      text.delete(place, from.length)
      text.insert(place, to)
    })
    at.session.actAs(at.tomas.member.id)
  }

  write('signed', 'sealed')
  const changed = statusOf(at.session, id)
  expect(changed.actions.find(({ action }) => action === 'reapprove')).toMatchObject({ allowed: true })
  const { workflow } = actOn(at.session, id, { type: 'reapprove', revision: changed.currentRevision, previous: first })
  expect(workflow).toMatchObject({ state: 'approved', approvedRevision: changed.currentRevision })
  const { stories } = approvedStories(at.desk, [id])
  expect(stories).toMatchObject([{ id: changed.currentRevision, approvals: [{ name: 'Tomás Ferreira' }] }])

  write('newcomers', 'newcomers and 40 others')
  const larger = statusOf(at.session, id)
  expect(larger.actions.find(({ action }) => action === 'reapprove')).toMatchObject({ allowed: false, why: 'The change touches a number, so it needs a review.' })
  expect(() => actOn(at.session, id, { type: 'reapprove', revision: larger.currentRevision, previous: changed.currentRevision })).toThrow('The change touches a number, so it needs a review.')
  expect(() => actOn(at.session, id, { type: 'reapprove', revision: changed.currentRevision, previous: first })).toThrow('The story was changed meanwhile. Look at it again first.')
})

test('what the redline knows to be more than wording is not signed with one key: a number in words', () => {
  const at = sitting()
  const id = writeStory(at, 'Housing', 'Mayors of nine port cities signed a pledge.')
  const { currentRevision: first } = actOn(at.session, id, submit)
  at.session.actAs(at.tomas.member.id)
  actOn(at.session, id, { type: 'approve', revision: first, note: '' })
  at.session.actAs(at.amina.member.id)
  at.session.changeStory(id, (doc) => {
    const text = textOf(doc)
    const place = text.toString().indexOf('nine')
    text.delete(place, 4)
    text.insert(place, 'ten')
  })
  at.session.actAs(at.tomas.member.id)
  const { currentRevision } = statusOf(at.session, id)
  expect(() => actOn(at.session, id, { type: 'reapprove', revision: currentRevision, previous: first })).toThrow('The change touches a number, so it needs a review.')
  expect(statusOf(at.session, id).workflow.approvedRevision).toBe(first)
})

test('whoever wrote a small change leaves it to others to approve', () => {
  const at = sitting()
  const id = writeStory(at)
  const { currentRevision: first } = actOn(at.session, id, submit)
  at.session.actAs(at.tomas.member.id)
  actOn(at.session, id, { type: 'approve', revision: first, note: '' })
  at.session.changeStory(id, (doc) => textOf(doc).insert(0, 'the '))
  const own = statusOf(at.session, id)
  const why = 'Whoever wrote the change can’t approve it with one key: a second pair of eyes is needed.'
  expect(own.actions.find(({ action }) => action === 'reapprove')).toEqual({ action: 'reapprove', allowed: false, why })
  expect(() => actOn(at.session, id, { type: 'reapprove', revision: own.currentRevision, previous: first })).toThrow(why)
})
