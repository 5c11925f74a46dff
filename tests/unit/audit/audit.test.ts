import { expect, test } from 'vitest'
import { signBytes, verifySignature } from '../../../src/main/desk/identity'
import { auditHtml } from '../../../src/shared/audit/audit-html'
import { auditOf } from '../../../src/shared/audit/audit-of'
import type { AuditReport } from '../../../src/shared/audit/audit-report'
import { wordingOf } from '../../../src/shared/audit/wording'
import { withRevocations } from '../../../src/shared/identity/check-revocation'
import { canonicalBytes } from '../../../src/shared/story/canonical'
import { KindId } from '../../../src/shared/story/ids'
import { eventId } from '../../../src/shared/workflow/event'
import type { Member } from '../../../src/shared/workflow/member'
import { amina, at, bruno, chiara, Copy, edda, everyone, first, merged, onePair, revisionExists, second, story, stranger, twoPairs } from '../workflow/people'

const members = everyone.map(({ member }) => member)

function audit(copy: Pick<Copy, 'events'> | { readonly events: readonly unknown[] }, { policy = onePair, people = members }: { policy?: typeof onePair; people?: readonly Member[] } = {}): AuditReport {
  return auditOf({
    desk: 'Harbour Cities Council',
    headline: 'Nine ports agree',
    kind: KindId.parse('announcement'),
    log: { story, events: copy.events, policy, members: people, revisionExists, verify: verifySignature },
    wording: wordingOf(people, []),
    hasFile: () => false,
    revisions: [first, second].map((id) => ({ id, headline: 'Nine ports agree', createdAt: at(0), hash: 'right' as const })),
    journeys: ['A packet was written for Tomás Ferreira on 2 March 2026 at 09:00:00 UTC.'],
  })
}

const told = ({ entries }: AuditReport): string[] => entries.map(({ byName, text, effect }) => `${byName} ${text}. ${effect}`)

test('a sign-off is told step by step, with the rule that it satisfied', () => {
  const report = audit(new Copy({ policy: twoPairs }).submit(amina, first, 0).approve(bruno, first, 5).approve(chiara, first, 9), { policy: twoPairs })
  expect(told(report)).toEqual([
    'Amina Okafor asked for review. The story was then in review.',
    'Bruno Salgado approved this version. It is one of the approvals that the version needs, and not the last one.',
    `Chiara Venti approved this version. With this, version ${first.slice(0, 8)} was approved. The story was then approved.`,
  ])
  expect(report.approvals).toEqual([
    {
      revision: first,
      hash: 'right',
      by: ['Bruno Salgado approved this version (2 March 2026 at 09:05:00 UTC).', 'Chiara Venti approved this version (2 March 2026 at 09:09:00 UTC).'],
      rule: 'The rules asked for 2 approvals by a reviewer, and got 2. Nobody approved what they had submitted.',
      takenBack: false,
      current: true,
    },
  ])
  expect(report.entries.every(({ signature, counted, unseen }) => signature === 'right' && counted && unseen.length === 0)).toBe(true)
})

test('where decisions met, it is told who had not seen what, and what it undid', () => {
  const start = new Copy().submit(amina, first, 0)
  const [here, there] = [start.copy().approve(bruno, first, 5), start.copy().requestChanges(chiara, first, 7)]
  const report = audit(merged(here, there))
  const objection = report.entries.at(-1)
  expect(objection).toMatchObject({ byName: 'Chiara Venti', note: 'The date is wrong.', unseen: ['Bruno Salgado approved this version (2 March 2026 at 09:05:00 UTC).'] })
  expect(objection?.effect).toBe(`It took back the approval of version ${first.slice(0, 8)}. Nothing of the story is approved any more. The story was then back with its writer, changes requested.`)
  expect(report.approvals).toMatchObject([{ takenBack: true, current: false }])
  expect(report.standing).toBe('The story is back with its writer, changes requested. No version of it is approved.')
})

test('what counts for nothing is there, with the state of its signature and the reason', () => {
  const copy = new Copy().submit(amina, first, 0)
  const real = copy.events[0]
  const byStranger = copy.copy().add({ ...copy.head(stranger, 3), type: 'approve', revision: first, note: '' }, stranger).events.at(-1)
  const forged = copy.copy().add({ ...copy.head(bruno, 4), type: 'approve', revision: first, note: '' }, stranger).events.at(-1)
  const own = copy.copy().add({ ...copy.head(amina, 5), type: 'approve', revision: first, note: '' }, amina).events.at(-1)
  const lost = new Copy().add({ ...copy.head(bruno, 6), after: [eventId({ ...copy.head(bruno, 1), type: 'archive' })], type: 'archive' }, bruno).events.at(-1)
  const report = audit({ events: [real, byStranger, forged, own, lost, { nonsense: true }] })
  expect(report.entries.map(({ byName, signature, counted, effect }) => [byName, signature, counted, effect])).toEqual([
    ['Amina Okafor', 'right', true, 'The story was then in review.'],
    ['Amina Okafor', 'right', false, expect.stringMatching(/^It counts for nothing: (Only a reviewer|Whoever submitted).*\.$/)],
    ['Someone unknown', 'stranger', false, 'It counts for nothing: whoever signed it is not a member of this desk.'],
    ['Bruno Salgado', 'wrong', false, 'It counts for nothing: the signature is not that of Bruno Salgado.'],
    ['Bruno Salgado', 'right', false, 'It counts for nothing: what happened before it is missing from the log.'],
    ['Someone unknown', 'unreadable', false, 'It counts for nothing: it is not a workflow event.'],
  ])
})

test('a revoked key is told with the reason, and what it signed afterwards', () => {
  const copy = new Copy().submit(amina, first, 0).approve(bruno, first, 5)
  const revocation = { format: 'copydesk.revocation/1' as const, member: bruno.member.id, by: edda.member.id, at: at(60), reason: 'The laptop was stolen.', keeps: copy.events.filter(({ event }) => event.by === bruno.member.id).map(({ event }) => eventId(event)) }
  const people = withRevocations(members, [{ revocation, signature: signBytes(canonicalBytes(revocation), edda.privateKey) }], verifySignature)
  const report = audit(copy.submit(amina, second, 70).approve(bruno, second, 80), { people })
  expect(report.members.find(({ name }) => name === 'Bruno Salgado')?.revoked).toBe('Revoked on 2 March 2026 at 10:00:00 UTC by Edda Lund: The laptop was stolen. What this key had signed by then still counts (1); nothing else by it does.')
  expect(report.entries.map(({ counted }) => counted)).toEqual([true, true, true, false])
})

test('the page needs nothing from elsewhere, and shows what members wrote as words', () => {
  const report = audit(new Copy().submit(amina, first, 0).requestChanges(bruno, first, 5, '<script>alert(1)</script> & more'))
  const html = auditHtml({ ...report, headline: 'Ports & <b>people</b>' }, wordingOf(members, []), at(100))
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; more')
  expect(html).toContain('<h1 dir="auto">Ports &amp; &lt;b&gt;people&lt;/b&gt;</h1>')
  expect(html).toContain('A packet was written for Tomás Ferreira')
  expect(html).not.toMatch(/<script|src=|href=|url\(|@import/)
  expect(html).toContain("default-src 'none'")
})
