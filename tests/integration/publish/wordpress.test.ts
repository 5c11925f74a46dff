import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi, type TestContext } from 'vitest'
import { targetOpener } from '../../../src/main/publish/open-target'
import { givenSecrets } from '../../../src/main/publish/secrets'
import type { TargetSettings } from '../../../src/shared/publishing'
import { KindId } from '../../../src/shared/story/ids'
import { startWordPress, type WordPress, type WordPressSite } from '../../drive/wordpress'
import { approve, deskOfTwo, edit, writeOn, writeStory, type TestDesk } from '../desk/people'
import { crashing, crashPoints } from './crashing-target'
import { addTarget, afterCrash, outboxOf, publish, settled, until } from './deliveries'
import { everyBlock } from './every-block'
import { illustratedStory, type IllustratedStory } from './illustrated-story'
import { lossyProxy } from './lossy-proxy'
import { siteAdmin, type SiteAdmin } from './site-admin'

type User = keyof WordPressSite['users']

let wordpress: WordPress = { unavailable: 'It was not started.' }

beforeAll(async () => {
  wordpress = await startWordPress(['pretty', 'plain'])
}, 300_000)

afterAll(async () => {
  if (!('unavailable' in wordpress)) await wordpress.stop()
})

/** A running site. Without one the test is skipped, with the reason. */
function site({ skip }: TestContext, kind: WordPressSite['kind'] = 'pretty'): WordPressSite {
  if ('unavailable' in wordpress) return skip(wordpress.unavailable)
  const found = wordpress.sites.find((each) => each.kind === kind)
  if (found === undefined) throw new Error(`No site of the kind ${kind} was started`)
  return found
}

interface Scene extends TestDesk {
  readonly site: WordPressSite
  readonly admin: SiteAdmin
  readonly target: ReturnType<typeof addTarget>
  readonly secret: string
  readonly outbox: ReturnType<typeof outboxOf>['outbox']
}

type Settings = Extract<TargetSettings, { type: 'wordpress' }>

function scene(context: TestContext, { kind = 'pretty', user = 'editor', ...settings }: Partial<Settings> & { kind?: WordPressSite['kind']; user?: User } = {}): Scene {
  const running = site(context, kind)
  const desk = deskOfTwo()
  const target = addTarget(desk.desk, { type: 'wordpress', name: 'Harbour Cities News', address: running.address, user, publishAs: 'publish', ...settings })
  const secret = running.users[user]
  return { ...desk, site: running, admin: siteAdmin(running), target, secret, outbox: outboxOf(desk.desk, secret).outbox }
}

const hashesOf = ({ lead, inText }: IllustratedStory): string[] => [lead, inText]

/** One post for the story, and each of its pictures once. */
async function expectOnce(admin: SiteAdmin, story: IllustratedStory): Promise<void> {
  expect(await admin.postsWith(story.id)).toHaveLength(1)
  expect(await admin.filesOf(hashesOf(story))).toHaveLength(2)
}

describe('a story on a real WordPress', () => {
  test('arrives with title, text, excerpt, address, date, category, tags and pictures, and is read back as it was sent', async (context) => {
    const { desk, admin, outbox, target, ...all } = scene(context)
    const story = await illustratedStory({ desk, ...all })
    const receipt = await publish(desk, outbox, story.id, target.id)
    expect(receipt).toMatchObject({ action: 'created', remarks: [] })

    const post = await admin.postAt(receipt.remoteId)
    expect(post).toMatchObject({ status: 'publish', title: 'Ports &amp; mayors agree: rents &lt; wages', excerpt: 'Mayors of nine port cities set a ceiling for rents &amp; fees.', link: receipt.url })
    expect(post.slug).toMatch(/^ports-agree-/)
    expect(post.date).toBe('2026-02-20T12:00:00')
    expect(await admin.termNames('categories', post.categories)).toEqual(['Press releases'])
    expect((await admin.termNames('tags', post.tags)).sort()).toEqual(['Housing', 'Ports &amp; harbours'])

    const files = await admin.filesOf(hashesOf(story))
    const lead = files.find(({ id }) => id === post.featured_media)
    const inText = files.find(({ id }) => id !== post.featured_media)
    expect(lead).toMatchObject({ alt_text: 'Cranes in the first light', caption: 'The eastern basin · Ivo Marsh' })
    expect(inText).toMatchObject({ alt_text: 'Nine mayors at a long table', caption: 'The signing' })
    expect(receipt.media[story.lead]?.url).toBe(lead?.source_url)
    expect(post.content.rendered).toContain(`src="${inText?.source_url}"`)
    expect(post.content.rendered).toContain('alt="Nine mayors at a long table"')
    // Line by line as it was approved: WordPress's paragraph filter has not been at it.
    expect(post.content.rendered).toContain('<h2 id="what-was-signed">What was signed</h2>\n<figure>')
    expect((await fetch(inText?.source_url ?? '')).status).toBe(200)
  })

  test('the same version again changes nothing, a corrected one updates the same post', async (context) => {
    const { desk, admin, outbox, target, ...all } = scene(context)
    const story = await illustratedStory({ desk, ...all })
    const first = await publish(desk, outbox, story.id, target.id)
    const again = await publish(desk, outbox, story.id, target.id)
    expect(again).toMatchObject({ action: 'unchanged', remoteId: first.remoteId, remoteVersion: first.remoteVersion })
    edit({ desk, ...all }, story.id, writeOn('Corrected: '))
    approve({ desk, ...all }, story.id)
    const corrected = await publish(desk, outbox, story.id, target.id)
    expect(corrected).toMatchObject({ action: 'updated', remoteId: first.remoteId, url: first.url })
    expect((await admin.postAt(first.remoteId)).excerpt).toMatch(/^Corrected: /)
    await expectOnce(admin, story)
  })

  test('works in a sub-folder with plain permalinks, where the API is a query', async (context) => {
    const { desk, admin, outbox, target, site: running, ...all } = scene(context, { kind: 'plain' })
    const story = await illustratedStory({ desk, ...all })
    const receipt = await publish(desk, outbox, story.id, target.id)
    expect(receipt).toMatchObject({ action: 'created', remarks: [] })
    expect(receipt.url).toContain(`${running.address}?p=`)
    edit({ desk, ...all }, story.id, writeOn('Corrected: '))
    approve({ desk, ...all }, story.id)
    expect((await publish(desk, outbox, story.id, target.id)).action).toBe('updated')
    await expectOnce(admin, story)
  })

  test('an address that another page has is given another one, and that is said', async (context) => {
    const { desk, admin, outbox, target, ...all } = scene(context)
    await admin.post('posts', { title: 'Taken', content: 'x', slug: `taken-${process.pid}`, status: 'publish' })
    const story = await illustratedStory({ desk, ...all }, { slug: `taken-${process.pid}` })
    const receipt = await publish(desk, outbox, story.id, target.id)
    expect(receipt.url).toContain(`taken-${process.pid}-2`)
    expect(receipt.remarks.join(' ')).toContain(`‘taken-${process.pid}-2’ instead of ‘taken-${process.pid}’`)
  })

  test('a story dated tomorrow waits there, and that is said', async (context) => {
    const { desk, admin, outbox, target, ...all } = scene(context)
    const story = await illustratedStory({ desk, ...all }, { date: '2031-05-01' })
    const receipt = await publish(desk, outbox, story.id, target.id)
    expect(await admin.postAt(receipt.remoteId)).toMatchObject({ status: 'future', date: '2031-05-01T00:00:00' })
    expect(receipt.remarks).toEqual([expect.stringContaining('2031-05-01')])
  })

  test('left as a draft, it stays under the editors’ control: what they publish is no difference', async (context) => {
    const { desk, admin, outbox, target, ...all } = scene(context, { publishAs: 'draft' })
    const story = await illustratedStory({ desk, ...all })
    const { remoteId, remarks } = await publish(desk, outbox, story.id, target.id)
    expect(remarks).toEqual([])
    expect((await admin.postAt(remoteId)).status).toBe('draft')
    await admin.post(`posts/${remoteId}`, { status: 'publish' })
    edit({ desk, ...all }, story.id, writeOn('Corrected: '))
    approve({ desk, ...all }, story.id)
    expect(await publish(desk, outbox, story.id, target.id)).toMatchObject({ action: 'updated', remoteId })
    expect((await admin.postAt(remoteId)).status).toBe('publish')
  })

  test('a picture that two stories use is uploaded once', async (context) => {
    const { desk, admin, outbox, target, ...all } = scene(context)
    const first = await illustratedStory({ desk, ...all })
    const second = await illustratedStory({ desk, ...all }, { heroImage: { asset: first.lead, alt: 'Cranes in the first light', decorative: false, caption: 'The eastern basin', credit: 'Ivo Marsh' } })
    await publish(desk, outbox, first.id, target.id)
    await publish(desk, outbox, second.id, target.id)
    expect(await admin.filesOf([first.lead])).toHaveLength(1)
  })

  test('a story of an account that may not write any HTML keeps its mark and all of its text', async (context) => {
    const { desk, admin, outbox, target, ...all } = scene(context, { user: 'author' })
    const story = await illustratedStory({ desk, ...all })
    const receipt = await publish(desk, outbox, story.id, target.id)
    const post = await admin.postAt(receipt.remoteId)
    expect(post.content.raw).toContain(`<!-- copydesk story=${story.id} revision=`)
    expect(post.content.raw).toContain('Nine mayors at a long table')
    // The category has to be made, which authors may not.
    expect((await publish(desk, outbox, story.id, target.id)).action).toBe('unchanged')
    await expectOnce(admin, story)
  })
})

describe('what is refused before anything is written', () => {
  test('a wrong password', async (context) => {
    const { desk, admin, target, ...all } = scene(context)
    const story = await illustratedStory({ desk, ...all })
    const { outbox } = outboxOf(desk, 'aaaa bbbb cccc dddd eeee ffff')
    const delivery = await settled(desk, outbox.enqueue(story.id, target.id).id)
    expect(delivery).toMatchObject({ state: 'failed', attempts: 1, error: { code: 'wrong-login', message: expect.stringContaining('application password') } })
    expect(await admin.postsWith(story.id)).toEqual([])
  })

  test('a role that may not publish', async (context) => {
    const { desk, admin, outbox, target, ...all } = scene(context, { user: 'contributor' })
    const story = await illustratedStory({ desk, ...all })
    const delivery = await settled(desk, outbox.enqueue(story.id, target.id).id)
    expect(delivery).toMatchObject({ state: 'failed', attempts: 1, error: { code: 'role-too-low', message: expect.stringContaining('not publish') } })
    expect(await admin.postsWith(story.id)).toEqual([])
    expect(await admin.filesOf(hashesOf(story))).toEqual([])
  })

  test('pictures of a role that may not upload', async (context) => {
    const { desk, admin, outbox, target, ...all } = scene(context, { user: 'contributor', publishAs: 'draft' })
    const story = await illustratedStory({ desk, ...all })
    const delivery = await settled(desk, outbox.enqueue(story.id, target.id).id)
    expect(delivery).toMatchObject({ state: 'failed', error: { code: 'role-too-low', message: expect.stringContaining('upload') } })
    expect(await admin.postsWith(story.id)).toEqual([])
  })

  test('a post of somebody else’s account, which is not made a second time', async (context) => {
    const { desk, admin, outbox, target, site: running, ...all } = scene(context)
    const story = await illustratedStory({ desk, ...all })
    await publish(desk, outbox, story.id, target.id)
    const asAuthor = addTarget(desk, { type: 'wordpress', name: 'As author', address: running.address, user: 'author', publishAs: 'publish' })
    const { outbox: other } = outboxOf(desk, running.users.author)
    const delivery = await settled(desk, other.enqueue(story.id, asAuthor.id).id)
    expect(delivery).toMatchObject({ state: 'failed', error: { code: 'not-own-post' } })
    await expectOnce(admin, story)
  })

  test('the test of a connection says who logs in, and what is lacking', async (context) => {
    const { desk, site: running, target } = scene(context)
    const check = (user: User, secret: string) => targetOpener(desk, givenSecrets(() => secret))({ ...target, settings: { ...target.settings, user } as Settings }).check(AbortSignal.timeout(20_000))
    await expect(check('editor', running.users.editor)).resolves.toContain('Editor (editor)')
    await expect(check('contributor', running.users.contributor)).rejects.toThrow(/not publish/)
    await expect(check('editor', running.users.author)).rejects.toThrow(/does not accept the login/)
  })

  test('a site that is no WordPress', async (context) => {
    const { desk, target, secret } = scene(context)
    const credentials: unknown[] = []
    const server = createServer((request, response) => {
      credentials.push(request.headers.authorization)
      response.setHeader('content-type', 'text/html').end('<h1>Welcome</h1>')
    }).listen(0, '127.0.0.1')
    onTestFinished(() => void server.close())
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const elsewhere = { ...target, settings: { ...target.settings, address: `http://127.0.0.1:${port}/` } as Settings }
    await expect(targetOpener(desk, givenSecrets(() => secret))(elsewhere).check(AbortSignal.timeout(20_000))).rejects.toThrow(/No WordPress answers/)
    // A password is not tried on whoever answers.
    expect(credentials.filter((each) => each !== undefined)).toEqual([])
  })
})

describe('lost answers', () => {
  const lost: readonly [what: string, request: RegExp][] = [
    ['the login', /^GET .*users\/me/],
    ['the search', /^GET .*posts\?.*search=/],
    ['the upload of a picture', /^POST .*\/media\?/],
    ['the description of a picture', /^POST .*\/media\/\d+/],
    ['the making of a tag', /^POST .*\/tags/],
    ['the making of the post', /^POST .*\/posts\?/],
    ['the reading back', /^GET .*\/posts\/\d+/],
  ]

  test.for(lost)('%s: tried again, there is one post and each picture once', async ([, request], context) => {
    const { desk, admin, site: running, secret, ...all } = scene(context)
    const proxy = await lossyProxy(running.address)
    const target = addTarget(desk, { type: 'wordpress', name: 'Through a bad network', address: proxy.address, user: 'editor', publishAs: 'publish' })
    const topic = `Topic ${Math.random().toString(36).slice(2)}`
    const story = await illustratedStory({ desk, ...all }, { topics: [topic] })
    proxy.loseAnswerTo((name) => request.test(name))
    const { outbox } = outboxOf(desk, secret)
    const delivery = await settled(desk, outbox.enqueue(story.id, target.id).id)
    expect(delivery).toMatchObject({ state: 'delivered', attempts: 2, receipt: { action: 'created', remarks: [] } })
    await expectOnce(admin, story)
    expect(await admin.get('tags', { search: topic })).toHaveLength(1)
  })

  test('the answer to an update is lost, too: it is not taken for somebody else’s change', async (context) => {
    const { desk, admin, site: running, secret, ...all } = scene(context)
    const proxy = await lossyProxy(running.address)
    const target = addTarget(desk, { type: 'wordpress', name: 'Through a bad network', address: proxy.address, user: 'editor', publishAs: 'publish' })
    const story = await illustratedStory({ desk, ...all })
    const { outbox } = outboxOf(desk, secret)
    const { remoteId } = await publish(desk, outbox, story.id, target.id)
    edit({ desk, ...all }, story.id, writeOn('Corrected: '))
    approve({ desk, ...all }, story.id)
    proxy.loseAnswerTo((name) => /^POST .*\/posts\/\d+/.test(name))
    expect(await publish(desk, outbox, story.id, target.id)).toMatchObject({ action: 'updated', remoteId })
    expect((await admin.postAt(remoteId)).excerpt).toMatch(/^Corrected: /)
    await expectOnce(admin, story)
  })
})

describe('killed at any step', () => {
  test.for(crashPoints)('$side $step (call $call): it goes on and leaves one post and each picture once', async (point, context) => {
    const { desk, folder, admin, target, secret, ...all } = scene(context)
    const story = await illustratedStory({ desk, folder, ...all })
    const broken = crashing(targetOpener(desk, givenSecrets(() => secret))(target), point)
    const { id } = outboxOf(desk, secret, { targetFor: () => broken.target }).outbox.enqueue(story.id, target.id)
    await broken.dark

    const reopened = afterCrash(folder)
    const later = outboxOf(reopened, secret)
    later.outbox.resume()
    expect(await settled(reopened, id)).toMatchObject({ state: 'delivered', receipt: { action: 'created', remarks: [] } })
    await expectOnce(admin, story)
    expect(later.recorded).toHaveLength(1)
  })
})

describe('a post that was changed on the site', () => {
  async function published(context: TestContext) {
    const set = scene(context)
    const story = await illustratedStory(set)
    const { remoteId } = await publish(set.desk, set.outbox, story.id, set.target.id)
    return { ...set, story, remoteId }
  }

  test('is not overwritten, and what was changed is named; then it is, when a person decides so', async (context) => {
    const { desk, admin, outbox, target, story, remoteId, ...all } = await published(context)
    await admin.post(`posts/${remoteId}`, { title: 'Edited on the site' })
    edit({ desk, ...all }, story.id, writeOn('Corrected: '))
    approve({ desk, ...all }, story.id)
    const { id } = outbox.enqueue(story.id, target.id)
    expect(await settled(desk, id)).toMatchObject({ state: 'drifted', error: { message: expect.stringContaining('the title') } })
    expect((await admin.postAt(remoteId)).title).toBe('Edited on the site')
    outbox.retry(id, { overwrite: true })
    expect(await settled(desk, id)).toMatchObject({ state: 'delivered', receipt: { action: 'updated', remoteId, remarks: [] } })
    expect((await admin.postAt(remoteId)).title).toBe('Ports &amp; mayors agree: rents &lt; wages')
    await expectOnce(admin, story)
  })

  test('is not taken for unchanged either when the same version is published again', async (context) => {
    const { desk, admin, outbox, target, story, remoteId } = await published(context)
    await admin.post(`posts/${remoteId}`, { content: '<p>Something else</p>' })
    expect((await settled(desk, outbox.enqueue(story.id, target.id).id)).state).toBe('drifted')
  })

  test('saved again without a change, it is no difference', async (context) => {
    const { desk, admin, outbox, target, story, remoteId } = await published(context)
    const { title } = await admin.postAt(remoteId)
    await admin.post(`posts/${remoteId}`, { title })
    expect((await publish(desk, outbox, story.id, target.id)).action).toBe('unchanged')
  })

  test('put in the trash, it is not put back by itself; then it is, when a person decides so', async (context) => {
    const { desk, admin, outbox, target, story, remoteId } = await published(context)
    await admin.remove(`posts/${remoteId}`)
    const { id } = outbox.enqueue(story.id, target.id)
    expect(await settled(desk, id)).toMatchObject({ state: 'drifted', error: { message: expect.stringContaining('trash') } })
    outbox.retry(id, { overwrite: true })
    expect(await settled(desk, id)).toMatchObject({ state: 'delivered', receipt: { action: 'updated', remoteId, remarks: [] } })
    expect((await admin.postAt(remoteId)).status).toBe('publish')
    await expectOnce(admin, story)
  })

  test('deleted for good, it is not made again by itself; then it is, when a person decides so', async (context) => {
    const { desk, admin, outbox, target, story, remoteId } = await published(context)
    await admin.remove(`posts/${remoteId}`, { force: 'true' })
    const { id } = outbox.enqueue(story.id, target.id)
    expect(await settled(desk, id)).toMatchObject({ state: 'drifted', error: { message: expect.stringContaining('removed') } })
    outbox.retry(id, { overwrite: true })
    expect(await settled(desk, id)).toMatchObject({ state: 'delivered', receipt: { action: 'created' } })
    await expectOnce(admin, story)
  })
})

describe('what WordPress does without a word', () => {
  test('a category that vanishes before the post is written is dropped there, and the receipt says so', async (context) => {
    const { desk, admin, site: running, secret, ...all } = scene(context)
    const proxy = await lossyProxy(running.address)
    const category = `Brief ${Math.random().toString(36).slice(2)}`
    const target = addTarget(desk, { type: 'wordpress', name: 'News', address: proxy.address, user: 'editor', publishAs: 'publish', categories: { [KindId.parse('press-release')]: category } })
    const story = await illustratedStory({ desk, ...all })
    proxy.before(
      (name) => /^POST .*\/posts\?/.test(name),
      async () => {
        const [found] = (await admin.get('categories', { search: category })) as { id: number }[]
        await admin.remove(`categories/${found?.id}`, { force: 'true' })
      },
    )
    const { outbox } = outboxOf(desk, secret)
    const receipt = await publish(desk, outbox, story.id, target.id)
    expect(receipt.remarks).toEqual([expect.stringContaining(`dropped the categories ‘${category}’`)])
  })

  test.for(['editor', 'author'] as const)('every block arrives as it was approved when the account is an %s’s', async (user, context) => {
    const { desk, admin, outbox, target, ...all } = scene(context, { user, categories: { [KindId.parse('press-release')]: 'Uncategorized' } })
    const ferries = await illustratedStory({ desk, ...all })
    const story = await everyBlock({ desk, ...all }, ferries.id)
    const { url } = await publish(desk, outbox, ferries.id, target.id)
    const receipt = await publish(desk, outbox, story.id, target.id)
    expect(receipt).toMatchObject({ action: 'created', remarks: [] })
    expect(await admin.filesOf(story.pictures)).toHaveLength(3)
    const { raw: content } = (await admin.postAt(receipt.remoteId)).content
    for (const part of ['<sub>2</sub>', '<sup>6</sup>', '<u> tonnes</u>', '<mark> at last</mark>', 'lang="fr"', 'lang="ar" dir="rtl"', `href="${url}#what-was-signed"`, 'Wet quay', 'Mayor Lindqvist', 'A day at the quay', 'Berths by port', 'colspan="2"', '☑</span> Signed', '☐</span> Paid', 'Get the letter', 'The port at night', `<a href="${url}">Ports and mayors agree</a>`]) expect(content).toContain(part)
    expect(await publish(desk, outbox, story.id, target.id)).toMatchObject({ action: 'unchanged', remarks: [] })
  })

  test('a category that an author may not make is left out, and the receipt says so', async (context) => {
    const { desk, admin, outbox, target, ...all } = scene(context, { user: 'author', categories: { [KindId.parse('press-release')]: 'A category that nobody made' } })
    const story = await illustratedStory({ desk, ...all })
    const receipt = await publish(desk, outbox, story.id, target.id)
    expect(receipt.remarks.join(' ')).toContain('‘A category that nobody made’ is not on the site')
    expect((await admin.postAt(receipt.remoteId)).tags).toHaveLength(2)
  })
})

test('the password is nowhere on the desk, whatever was published and refused', async (context) => {
  const { desk, folder, outbox, target, secret, ...all } = scene(context)
  const logged = (['error', 'warn', 'info', 'log'] as const).map((level) => vi.spyOn(console, level))
  const story = await illustratedStory({ desk, folder, ...all })
  await publish(desk, outbox, story.id, target.id)
  const draft = writeStory({ desk, folder, ...all })
  approve({ desk, folder, ...all }, draft)
  const gone = addTarget(desk, { type: 'wordpress', name: 'Gone', address: 'http://127.0.0.1:9/', user: 'editor', publishAs: 'publish' })
  await until(desk, outbox.enqueue(draft, gone.id).id, 'waiting')
  const known = [secret, secret.replaceAll(' ', ''), Buffer.from(`editor:${secret}`).toString('base64')]
  for (const name of readdirSync(folder).filter((each) => each.startsWith('desk.sqlite'))) {
    const bytes = readFileSync(path.join(folder, name))
    for (const form of known) expect(bytes.includes(form)).toBe(false)
  }
  const log = JSON.stringify(logged.map((spy) => spy.mock.calls))
  for (const form of known) expect(log).not.toContain(form)
})
