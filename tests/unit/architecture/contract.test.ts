import { describe, expect, test } from 'vitest'
import { calls, events, type CallInput } from '../../../src/shared/ipc'
import { callNames, eventNames, type CallName } from '../../../src/shared/ipc-names'
import { AssetHash, DeliveryId, KindId, MemberId, RevisionId, StoryId, TargetId } from '../../../src/shared/story/ids'

const uuid = '2f1c8a7e-64a1-4a6e-8f4e-7f0f3a1f2b01'
const id = StoryId.parse(uuid)
const revision = RevisionId.parse('a'.repeat(64))
const hash = AssetHash.parse('b'.repeat(64))
const target = TargetId.parse(uuid)
const delivery = DeliveryId.parse(uuid)
const kind = KindId.parse('statement')
const member = MemberId.parse('c'.repeat(32))

/** An input that each call takes. A call without one does not compile. */
const good: { readonly [N in CallName]: CallInput<N> } = {
  'app.info': undefined,
  'app.setPreferences': { theme: 'dark' },
  'app.readyToClose': { stored: true },
  'app.keepOnDisk': undefined,
  'desk.create': { folder: '/desks/harbour', name: 'Harbour Cities Council', memberName: 'Amina Okafor' },
  'desk.open': { folder: '/desks/harbour' },
  'desk.openSample': undefined,
  'desk.chooseFolder': { purpose: 'open' },
  'desk.close': undefined,
  'desk.updatePolicy': { kind: null, policy: { approvals: 2, authorMayApprove: 'never', blocking: ['heading-order'] } },
  'desk.updateKinds': { kinds: [] },
  'desk.kindUsage': undefined,
  'desk.suggestions': { field: { id: 'byline', type: 'person' }, prefix: 'Ami', limit: 8 },
  'desk.verify': undefined,
  'member.add': { name: 'Bruno Salgado', roles: ['reviewer'] },
  'member.switch': { id: member },
  'identity.protection': undefined,
  'identity.unlock': { passphrase: 'harbour lantern seven' },
  'identity.lock': undefined,
  'identity.setPassphrase': { current: null, next: 'harbour lantern seven' },
  'identity.removePassphrase': { current: 'harbour lantern seven' },
  'identity.export': { id: member, passphrase: 'harbour lantern seven' },
  'identity.choose': undefined,
  'identity.import': { file: '/home/amina/Amina Okafor.copydesk-identity', passphrase: 'harbour lantern seven' },
  'member.savePublic': { id: member },
  'member.choosePublic': undefined,
  'member.admit': { name: 'Tomás Ferreira', publicKey: `${'A'.repeat(43)}=`, roles: ['reviewer'] },
  'member.change': { id: member, name: 'Bruno Salgado', roles: ['reviewer', 'publisher'] },
  'member.revoke': { id: member, reason: 'The laptop was stolen.' },
  'audit.story': { id },
  'audit.export': { id, form: 'pdf' },
  'story.list': { view: 'all', search: '', kind: null, offset: 0, limit: 50 },
  'story.counts': undefined,
  'story.create': { kind, headline: 'Nine ports agree' },
  'story.open': { id },
  'story.append': { id, update: new Uint8Array([0, 0]) },
  'story.status': { id },
  'story.act': { id, action: { type: 'approve', revision } },
  'story.comment': { id, text: 'Who said so?', quote: 'nine ports' },
  'story.threads': { id },
  'story.reply': { id, thread: uuid, text: 'The mayor of Lisbon.' },
  'story.resolveThread': { id, thread: uuid, resolved: true },
  'comment.edit': { id, thread: uuid, comment: uuid, text: 'Which Monday?' },
  'comment.remove': { id, thread: uuid, comment: uuid },
  'comment.anchor': { id, thread: uuid, about: { in: 'story' } },
  'comment.markSeen': { id, comments: [uuid], seen: true },
  'comment.unseen': { stories: [id] },
  'story.redline': { id, from: 'approved', to: 'current' },
  'history.list': { id },
  'history.keep': { id, name: 'As sent to the mayors' },
  'history.name': { id, revision, name: 'As sent to the mayors' },
  'history.restore': { id, revision },
  'history.show': { story: null },
  'story.row': { id },
  'story.changeKind': { id, kind },
  'story.translate': { id, language: 'es' },
  'story.linkTranslation': { id, other: id },
  'story.unlinkTranslation': { id },
  'asset.add': { name: 'quay.jpg', bytes: new Uint8Array([1]) },
  'asset.describe': { hash },
  'asset.saveAs': { hash },
  'asset.list': { search: 'harbour', type: 'picture', use: 'used', sort: 'newest', offset: 0, limit: 100 },
  'asset.details': { hash },
  'asset.setWords': { hash, alt: 'Ships at the quay', caption: '', credit: '' },
  'asset.crop': { hash, crop: { turn: 90, x: 10, y: 10, width: 50, height: 50 } },
  'asset.replace': { from: hash, to: hash, job: 'replace' },
  'asset.remove': { hash },
  'import.choose': undefined,
  'import.run': { file: '/pages/news.html', job: 'job 1' },
  'export.choose': undefined,
  'export.run': { folder: '/site', preset: 'hugo', stories: null, job: 'job 1' },
  'target.list': undefined,
  'target.save': { id: null, settings: { type: 'rest', name: 'Newsroom', address: 'https://news.harbour.example/' }, secret: null, remember: 'session' },
  'target.remove': { id: target },
  'target.test': { id: target },
  'delivery.enqueue': { story: id, target },
  'delivery.retry': { id: delivery, overwrite: false },
  'delivery.cancel': { id: delivery },
  'desk.find': { options: { text: 'harbour', matchCase: false, ignoreAccents: false, wholeWord: true, regexp: false }, kind: null, state: 'draft', job: 'job 1' },
  'window.toggleFullScreen': undefined,
  'edit.pastePlain': undefined,
  'edit.paste': undefined,
  'language.ofDesk': undefined,
  'language.check': { language: 'en-GB', words: ['harbour', 'harbuor'] },
  'language.suggest': { language: 'en-GB', word: 'harbuor' },
  'language.inclusive': { texts: ['The chairman spoke.'] },
  'language.changeWords': { add: [{ word: 'Okafor', language: '' }], remove: [{ word: 'portwarden', language: 'en' }] },
  'language.updateTerms': { terms: [{ id: uuid, avoid: 'illegal migrant', forms: true, matchCase: false, language: 'en', prefer: [{ one: 'undocumented migrant', many: '' }], why: '' }] },
  'language.addStartingTerms': undefined,
  'language.importFile': { what: 'words', language: 'en' },
  'language.exportFile': { what: 'terms' },
  'story.dismissNote': { id, rule: 'style:illegal migrant', words: 'illegal migrant', reason: 'It is the name of the law.' },
  'story.restoreNote': { id, key: 'd'.repeat(32) },
  'packet.choosePlace': { story: id },
  'packet.choose': undefined,
  'packet.drop': { name: 'Night ferries.copydesk', bytes: new Uint8Array([80, 75]) },
  'packet.waiting': undefined,
  'packet.look': { file: '/home/amina/Night ferries.copydesk', job: 'look' },
  'packet.open': { file: '/home/amina/Night ferries.copydesk', answer: { roles: ['reviewer'] }, job: 'open' },
  'packet.send': { story: id, file: '/home/amina/Night ferries.copydesk', to: { name: 'Tomás Ferreira', roles: ['reviewer'] }, note: 'Please check the dates.', due: '2026-12-01', submit: true, job: 'send' },
  'packet.filesThere': { story: id, to: member },
  'packet.reply': { story: id, file: '/home/tomas/Night ferries.copydesk', note: '', job: 'reply' },
  'packet.list': { story: id },
  'trust.list': undefined,
  'trust.end': { member, desk: uuid },
  'job.cancel': { job: 'job 1' },
  'link.openExternal': { address: 'https://harbour.example/' },
}

const garbage: readonly unknown[] = [null, 7, NaN, true, 'garbage', [], [[]], new Map(), new Uint8Array(3), () => ({}), Symbol('garbage')]

test('the names that the preload knows are those of the contract', () => {
  expect([...callNames].sort()).toEqual(Object.keys(calls).sort())
  expect([...eventNames].sort()).toEqual(Object.keys(events).sort())
  expect(new Set([...callNames, ...eventNames]).size).toBe(callNames.length + eventNames.length)
})

describe.each([...callNames])('%s', (name) => {
  const { input } = calls[name]
  const sample: unknown = good[name]
  /** Understood as something: a call all of whose parts may be left out takes an object without any as nothing to do. */
  const takes = (value: unknown): boolean => {
    const parsed = input.safeParse(value)
    return parsed.success && JSON.stringify(parsed.data) !== '{}'
  }

  test('takes what it is made for', () => {
    expect(takes(sample)).toBe(true)
  })

  test('refuses garbage', () => {
    expect(garbage.filter(takes)).toEqual([])
    if (sample === undefined) expect(takes({})).toBe(false)
  })

  test('refuses garbage in each of its parts', () => {
    for (const key of Object.keys(sample ?? {})) {
      for (const value of [{ garbage: true }, () => 1, Symbol('garbage'), -1.5]) expect({ key, value, takes: takes({ ...(sample as object), [key]: value }) }).toMatchObject({ takes: false })
    }
  })

  test('knows its output', () => {
    expect(calls[name].output.safeParse(Symbol('garbage')).success).toBe(false)
  })
})

test('ids are what they say, to the letter', () => {
  for (const wrong of ['', 'x', '../../desk.sqlite', `${uuid} `, `${uuid}/`, uuid.slice(1), "' OR 1=1 --"]) expect(calls['story.open'].input.safeParse({ id: wrong }).success).toBe(false)
  for (const wrong of ['', 'a'.repeat(63), 'A'.repeat(64), `${'a'.repeat(64)}\n`, '../'.repeat(21)]) {
    expect(calls['story.redline'].input.safeParse({ id: uuid, from: 'none', to: wrong }).success).toBe(false)
    expect(calls['asset.describe'].input.safeParse({ hash: wrong }).success).toBe(false)
  }
})
