import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { approvedStories } from '../../../src/main/desk/approved-stories'
import { verifyDesk } from '../../../src/main/desk/verify'
import { openPacketFile } from '../../../src/main/packet/read-zip'
import { addComment, replyTo, threadsOf } from '../../../src/main/session/comments'
import { statusOf } from '../../../src/main/session/status'
import { addAsset, describeAsset } from '../../../src/main/store/assets'
import { packetsOf } from '../../../src/main/store/packets'
import { listStories } from '../../../src/main/store/story-lists'
import { endTrust, trustedKeys } from '../../../src/main/store/trust'
import { parseManifest } from '../../../src/shared/packet/manifest'
import { replaceText, storyFields, storyText } from '../../../src/shared/story/story-doc'
import { png } from '../../drive/files'
import { answer, approve, contentOf, harbour, look, mayorsOffice, office, open, requestChanges, send, writeStory, type Office } from './two-desks'

const add = ({ session }: Office, story: Parameters<typeof send>[1], field: string, words: string): void => session.changeStory(story, (doc) => storyText(doc, field).insert(0, words))

test('a story goes to another desk, is decided there, and comes back approved, while the writer goes on writing', async () => {
  const [home, away] = [harbour(), mayorsOffice()]
  const story = writeStory(home)
  const packet = await send(home, story, { note: 'Please check the dates.', due: '2026-12-04' })

  const seen = await look(away, packet)
  expect(seen).toMatchObject({ reply: false, sender: { name: 'Amina Okafor', id: home.me.member.id }, desk: { name: 'Harbour Cities Council' }, note: 'Please check the dates.', due: '2026-12-04', openedBefore: false, story: { headline: 'Nine ports agree on a housing pledge', isNew: true }, trust: { state: 'ask', asMember: false, others: [] } })
  expect(seen.news.decisions.map(({ byName, text }) => `${byName} ${text}`)).toEqual([expect.stringContaining('Amina Okafor asked for review')])
  await open(away, packet)
  const { rows } = listStories(away.desk.db, { view: 'forMyReview', search: '', kind: null, offset: 0, limit: 10, member: away.me.member.id })
  expect(rows).toMatchObject([{ id: story, state: 'inReview', due: '2026-12-04', author: 'Amina Okafor' }])
  expect(away.session.derived(story).currentRevision).toBe(home.session.derived(story).currentRevision)

  add(home, story, 'summary', 'Today: ')
  add(away, story, 'headline', 'Ten or ')
  const thread = addComment(away.session, story, 'Which nine?', '')
  approve(away, story)
  const reply = await answer(away, story, 'Only the headline.')

  const back = await look(home, reply)
  expect(back).toMatchObject({ reply: true, note: 'Only the headline.', trust: { state: 'ask', asMember: true, invitation: { name: 'Tomás Ferreira', roles: ['reviewer'] }, answeredBy: null }, news: { comments: 1, changes: 1 } })
  expect(back.news.decisions).toMatchObject([{ byName: 'Tomás Ferreira', text: 'approved this version with a remark', note: 'Good to go.' }])
  await open(home, reply)
  const doc = home.session.docs.get(story)
  expect(storyText(doc, 'summary').toString()).toMatch(/^Today: Mayors/)
  expect(storyText(doc, 'headline').toString()).toMatch(/^Ten or Nine/)
  expect(home.session.derived(story).workflow).toMatchObject({ state: 'approved', rejected: [] })
  expect(threadsOf(home.session, story)).toMatchObject([{ id: thread, byName: 'Tomás Ferreira', comments: [{ text: 'Which nine?', unread: true }] }])
  expect(approvedStories(home.desk, [story]).stories).toMatchObject([{ approvals: [{ name: 'Tomás Ferreira' }] }])
  expect(home.desk.members.map(({ name, roles }) => [name, roles])).toEqual([['Amina Okafor', ['writer', 'reviewer', 'publisher', 'admin']], ['Tomás Ferreira', ['reviewer']]])

  // The second round: nobody is asked about a key any more.
  replyTo(home.session, story, thread, 'The nine of the list.')
  const second = await send(home, story, { to: { member: away.me.member.id }, note: 'Once more, please.', submit: true })
  expect(await look(away, second)).toMatchObject({ trust: { state: 'known' }, news: { comments: 1 }, story: { isNew: false } })
  await open(away, second, null)
  requestChanges(away, story, 'Say which nine.')
  const last = await answer(away, story)
  expect(await look(home, last)).toMatchObject({ trust: { state: 'known' } })
  await open(home, last, null)
  expect(home.session.derived(story).workflow).toEqual(away.session.derived(story).workflow)
  expect(home.session.derived(story).workflow).toMatchObject({ state: 'changesRequested', changesRequested: { reason: 'Say which nine.' }, rejected: [] })
  expect(packetsOf(home.desk.db, story).map(({ direction, person }) => `${direction} ${person}`)).toEqual(['received Tomás Ferreira', 'sent Tomás Ferreira', 'received Tomás Ferreira', 'sent Tomás Ferreira'])
  for (const { desk, session } of [home, away]) {
    session.index.flush()
    expect(await verifyDesk(desk.path, { rebuild: false })).toMatchObject({ ok: true })
  }
})

test('packets opened twice and in another order come to the same', async () => {
  const [home, away, late] = [harbour(), mayorsOffice(), mayorsOffice()]
  const story = writeStory(home)
  const first = await send(home, story)
  add(home, story, 'summary', 'Later: ')
  const second = await send(home, story, { submit: true, note: 'The summary is new.' })
  await open(away, first)
  await open(away, second)
  await open(late, second)
  await open(late, first)
  expect(late.session.derived(story).currentRevision).toBe(away.session.derived(story).currentRevision)
  expect(late.session.derived(story).workflow).toEqual(away.session.derived(story).workflow)
  const before = contentOf(away.desk)
  expect(await look(away, first)).toMatchObject({ openedBefore: true, news: { decisions: [], comments: 0, changes: 0 } })
  await open(away, first, null)
  await open(away, second, null)
  expect(contentOf(away.desk)).toEqual(before)
})

test('pictures travel with the story, are shown on its page, and stay away from an answer whose desk has them', async () => {
  const [home, away] = [harbour(), mayorsOffice()]
  const story = writeStory(home)
  const picture = png('harbour.png')
  const info = await addAsset(home.desk, { name: picture.name, bytes: picture.bytes })
  home.session.changeStory(story, (doc) => storyFields(doc).set('heroImage', { asset: info.hash, alt: 'The harbour at dawn', decorative: false, caption: '', credit: '' }))
  const packet = await send(home, story)
  const file = await openPacketFile(packet)
  const page = Buffer.from(await file.read('review.html')).toString()
  file.close()
  expect(page).toContain("default-src 'none'; img-src data:")
  expect(page).toContain('src="data:image/png;base64,')
  expect(page).toContain('Please check the dates.')
  expect(page).not.toMatch(/<script|src="http|@import|url\(/)

  await open(away, packet)
  expect(describeAsset(away.desk.db, info.hash)).toMatchObject({ name: 'harbour.png', mime: 'image/png' })
  expect(away.session.derived(story).currentRevision).toBe(home.session.derived(story).currentRevision)
  const reply = await openPacketFile(await answer(away, story))
  const manifest = parseManifest(await reply.read('manifest.json'))
  expect(manifest.files).toMatchObject([{ hash: info.hash, included: false }])
  expect([...reply.names].filter((name) => name.startsWith('assets/'))).toEqual([])
  reply.close()
})

test('a guest may do what they were invited for, and nothing leaves their desk or changes what the story is', async () => {
  const [home, away] = [harbour(), mayorsOffice()]
  const story = writeStory(home)
  await open(away, await send(home, story))
  const allowed = statusOf(away.session, story).actions.filter((one) => one.allowed).map(({ action }) => action)
  expect(allowed).toContain('approve')
  expect(allowed).not.toContain('archive')
  approve(away, story)
  expect(approvedStories(away.desk, null)).toMatchObject({ stories: [], skipped: [{ code: 'guest-story', reason: expect.stringContaining('‘Harbour Cities Council’') }] })
  await expect(send(away, story)).rejects.toThrow('belongs to another desk')
})

test('trust that was taken back is asked for again; an admin alone makes a member of somebody', async () => {
  const [home, away] = [harbour(), mayorsOffice()]
  const story = writeStory(home)
  const first = await send(home, story)
  await expect(open(away, first, null)).rejects.toThrow('is not trusted on this desk')
  expect(trustedKeys(away.desk.db)).toEqual([])
  await open(away, first)
  endTrust(away.desk.db, home.me.member.id, trustedKeys(away.desk.db)[0]?.desk ?? '', '2026-11-01T10:00:00.000Z')
  const second = await send(home, story, { submit: false })
  expect(await look(away, second)).toMatchObject({ trust: { state: 'again' } })
  await expect(open(away, second, null)).rejects.toThrow('is not trusted on this desk')
  await open(away, second)
  expect(trustedKeys(away.desk.db)).toMatchObject([{ name: 'Amina Okafor', endedAt: null }])
})

test('a packet of a colleague whose key is new is asked about, with what is known of them', async () => {
  const [home, away] = [harbour(), mayorsOffice()]
  const story = writeStory(home)
  await open(away, await send(home, story))
  const mallory = office('Harbour Cities Council', 'Amina Okafor')
  const other = writeStory(mallory)
  expect(await look(away, await send(mallory, other))).toMatchObject({ trust: { state: 'ask', others: [], vouchedBy: null } })
})

test('a packet is the same story in any browser: it names its sender’s key', async () => {
  const home = harbour()
  const story = writeStory(home, 'A headline with <b>signs</b>')
  const file = await send(home, story)
  const packet = await openPacketFile(file)
  const page = Buffer.from(await packet.read('review.html')).toString()
  packet.close()
  expect(page).toContain('A headline with &lt;b&gt;signs&lt;/b&gt;')
  expect(page).toContain(home.me.member.id.slice(0, 4))
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
  home.session.changeStory(story, (doc) => replaceText(storyText(doc, 'headline'), 'Another'))
})
