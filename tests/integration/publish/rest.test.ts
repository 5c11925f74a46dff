import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { targetOpener } from '../../../src/main/publish/open-target'
import { givenSecrets } from '../../../src/main/publish/secrets'
import type { StoryId } from '../../../src/shared/story/ids'
import { restEndpoint, type RestEndpoint } from '../../drive/rest-endpoint'
import { act, approve, deskOfTwo, edit, temporaryFolder, writeOn, writeStory, type TestDesk } from '../desk/people'
import { crashing, crashPoints, happening } from './crashing-target'
import { addTarget, afterCrash, countOf, outboxOf, publish, settled, until } from './deliveries'
import { everyBlock } from './every-block'
import { illustratedStory } from './illustrated-story'

const token = 'tok-4f9d2c7b81'

async function endpoint(slowMs = 0): Promise<RestEndpoint> {
  const server = await restEndpoint(path.join(temporaryFolder(), 'received'), token)
  await server.start({ slowMs })
  onTestFinished(() => server.kill())
  return server
}

const targetAt = (desk: TestDesk['desk'], { address }: RestEndpoint) => addTarget(desk, { type: 'rest', name: 'Newsroom', address })

/** What the endpoint has whole on its disk: what is still being written is nothing yet. */
const wholeIn = (folder: string): string[] => readdirSync(folder).filter((name) => !name.endsWith('.part')).sort()
const storiesAt = ({ folder }: RestEndpoint): string[] => wholeIn(path.join(folder, 'stories'))
const filesAt = ({ folder }: RestEndpoint): string[] => wholeIn(path.join(folder, 'media')).filter((name) => !name.endsWith('.type'))
const storyAt = ({ folder }: RestEndpoint, id: StoryId): Record<string, unknown> => JSON.parse(readFileSync(path.join(folder, 'stories', `${id}.json`), 'utf8')) as Record<string, unknown>

async function scene(slowMs = 0) {
  const desk = deskOfTwo()
  const server = await endpoint(slowMs)
  return { ...desk, all: desk, server, target: targetAt(desk.desk, server), ...outboxOf(desk.desk, token) }
}

/** Waits, looking often, until something is there. @throws Error when it does not come. */
async function seen(isThere: () => boolean): Promise<void> {
  for (const end = Date.now() + 30_000; !isThere(); await wait(5)) if (Date.now() > end) throw new Error('What the test waits for never came')
}

describe('publishing to an endpoint', () => {
  test('the approved version arrives with its files, and is read back', async () => {
    const { all, desk, server, target, outbox, recorded } = await scene()
    const story = await illustratedStory(all)
    const receipt = await publish(desk, outbox, story.id, target.id)
    expect(receipt).toMatchObject({ action: 'created', remoteId: story.id, remarks: [] })
    expect(filesAt(server)).toEqual([story.lead, story.inText].sort())
    const stored = storyAt(server, story.id)
    expect(stored).toMatchObject({ headline: 'Ports & mayors agree: rents < wages', leadImage: { sha256: story.lead, alt: 'Cranes in the first light' } })
    expect(stored['html']).toContain(`${server.address}media/${story.inText}`)
    expect(recorded).toHaveLength(1)
  })

  test('every block arrives, with the pictures of galleries, and links to other stories lead to where they are live', async () => {
    const { all, desk, server, target, outbox } = await scene()
    const ferries = await illustratedStory(all)
    const story = await everyBlock(all, ferries.id)
    const before = await publish(desk, outbox, story.id, target.id)
    expect(before).toMatchObject({ action: 'created', remarks: [] })
    expect(filesAt(server)).toEqual([...story.pictures].sort())
    expect(storyAt(server, story.id)).toMatchObject({ html: expect.not.stringContaining(ferries.id), markdown: expect.stringContaining(' and the ferries say.') })

    const { url } = await publish(desk, outbox, ferries.id, target.id)
    expect(storyAt(server, story.id)['html']).not.toContain(url)
    // What was published stays as it is until it is published again.
    expect(await publish(desk, outbox, story.id, target.id)).toMatchObject({ action: 'updated', remarks: [] })
    const { html, markdown } = storyAt(server, story.id)
    expect(html).toContain(`<a href="${url}#what-was-signed">the ferries</a>`)
    expect(markdown).toContain(`[the ferries](${url}#what-was-signed)`)
    expect(markdown).toContain(`- [Ports and mayors agree](${url})`)
    expect(markdown).toContain('> [!WARNING]\n> **Wet quay**')
    expect(markdown).toContain('- [x] Signed\n- [ ] Paid')
    expect(await publish(desk, outbox, story.id, target.id)).toMatchObject({ action: 'unchanged', remarks: [] })
  })

  test('what was edited after the approval stays on the desk', async () => {
    const { all, desk, server, target, outbox } = await scene()
    const story = await illustratedStory(all)
    edit(all, story.id, writeOn('NOT APPROVED '))
    await publish(desk, outbox, story.id, target.id)
    expect(JSON.stringify(storyAt(server, story.id))).not.toContain('NOT APPROVED')
  })

  test('a story that nobody approved is refused, and nothing is noted', async () => {
    const { all, desk, target, outbox, server } = await scene()
    const draft = writeStory(all)
    expect(() => outbox.enqueue(draft, target.id)).toThrow(/never approved/)
    expect(countOf(desk)).toBe(0)
    expect(storiesAt(server)).toEqual([])
  })

  test('a story under embargo is refused', async () => {
    const { all, target, outbox } = await scene()
    const story = await illustratedStory(all, { embargo: '2099-01-01T09:00:00+01:00' })
    expect(() => outbox.enqueue(story.id, target.id)).toThrow(/embargo until 2099-01-01, 08:00 UTC/)
  })

  test('the same version again writes nothing', async () => {
    const { all, desk, server, target, outbox } = await scene()
    const story = await illustratedStory(all)
    await publish(desk, outbox, story.id, target.id)
    const file = path.join(server.folder, 'stories', `${story.id}.json`)
    const before = readFileSync(file)
    const again = await publish(desk, outbox, story.id, target.id)
    expect(again.action).toBe('unchanged')
    expect(readFileSync(file)).toEqual(before)
  })

  test('a newly approved version replaces the earlier one', async () => {
    const { all, desk, server, target, outbox } = await scene()
    const story = await illustratedStory(all)
    await publish(desk, outbox, story.id, target.id)
    edit(all, story.id, writeOn('Corrected: '))
    approve(all, story.id)
    expect((await publish(desk, outbox, story.id, target.id)).action).toBe('updated')
    expect(storyAt(server, story.id)['summary']).toMatch(/^Corrected: /)
    expect(storiesAt(server)).toHaveLength(1)
  })

  test('asking twice while it is on its way is one delivery', async () => {
    const { all, desk, target, outbox } = await scene(50)
    const story = await illustratedStory(all)
    const first = outbox.enqueue(story.id, target.id)
    expect(outbox.enqueue(story.id, target.id).id).toBe(first.id)
    await settled(desk, first.id)
    expect(countOf(desk)).toBe(1)
  })

  test('a delivery that waits while another version is approved does not send the old one', async () => {
    const { all, desk, server, target, outbox } = await scene()
    const story = await illustratedStory(all)
    await server.kill()
    const { id } = outbox.enqueue(story.id, target.id)
    await until(desk, id, 'waiting')
    edit(all, story.id, writeOn('Corrected: '))
    approve(all, story.id)
    await server.start()
    expect(await settled(desk, id)).toMatchObject({ state: 'failed', error: { code: 'superseded' } })
    expect(storiesAt(server)).toEqual([])
  })

  test('a story sent back for changes still leaves in its approved version', async () => {
    const { all, desk, server, target, outbox } = await scene()
    const story = await illustratedStory(all)
    edit(all, story.id, writeOn('New idea: '))
    act(all, story.id, all.amina, { type: 'submit', note: '', reviewers: [], due: null })
    await publish(desk, outbox, story.id, target.id)
    expect(storyAt(server, story.id)['summary']).not.toMatch(/New idea/)
  })
})

describe('a copy that was changed at the endpoint', () => {
  async function changedThere() {
    const set = await scene()
    const story = await illustratedStory(set.all)
    await publish(set.desk, set.outbox, story.id, set.target.id)
    const address = `${set.server.address}stories/${story.id}`
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const stored = await fetch(address, { headers })
    const body = JSON.stringify({ ...((await stored.json()) as object), headline: 'Changed by hand' })
    const put = await fetch(address, { method: 'PUT', headers: { ...headers, 'if-match': stored.headers.get('etag') ?? '' }, body })
    expect(put.status).toBe(200)
    edit(set.all, story.id, writeOn('Corrected: '))
    approve(set.all, story.id)
    return { ...set, story }
  }

  test('it is not overwritten, and the difference is named', async () => {
    const { desk, server, outbox, target, story } = await changedThere()
    const delivery = await settled(desk, outbox.enqueue(story.id, target.id).id)
    expect(delivery).toMatchObject({ state: 'drifted', error: { message: expect.stringContaining('headline') } })
    expect(storyAt(server, story.id)['headline']).toBe('Changed by hand')
  })

  test('it is overwritten when a person decides so', async () => {
    const { desk, server, outbox, target, story } = await changedThere()
    const { id } = await settled(desk, outbox.enqueue(story.id, target.id).id)
    outbox.retry(id, { overwrite: true })
    expect(await settled(desk, id)).toMatchObject({ state: 'delivered', receipt: { action: 'updated' } })
    expect(storyAt(server, story.id)['headline']).toBe('Ports & mayors agree: rents < wages')
  })

  test('one that was taken down there is not put back by itself', async () => {
    const { all, desk, server, target, outbox } = await scene()
    const story = await illustratedStory(all)
    await publish(desk, outbox, story.id, target.id)
    const removed = await fetch(`${server.address}stories/${story.id}`, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } })
    expect(removed.status).toBe(204)
    const { id } = await settled(desk, outbox.enqueue(story.id, target.id).id)
    expect((await settled(desk, id)).state).toBe('drifted')
    outbox.retry(id, { overwrite: true })
    expect(await settled(desk, id)).toMatchObject({ state: 'delivered', receipt: { action: 'created' } })
  })
})

describe('whatever happens on the way', () => {
  test.for(crashPoints)('killed $side $step (call $call): it goes on and leaves one story and each file once', async (point) => {
    const { all, desk, folder, server, target } = await scene()
    const story = await illustratedStory(all)
    const open = targetOpener(desk, givenSecrets(() => token))
    const broken = crashing(open(target), point)
    const first = outboxOf(desk, token, { targetFor: () => broken.target })
    const { id } = first.outbox.enqueue(story.id, target.id)
    await broken.dark

    const reopened = afterCrash(folder)
    const second = outboxOf(reopened, token)
    second.outbox.resume()
    expect(await settled(reopened, id)).toMatchObject({ state: 'delivered', receipt: { action: 'created', remarks: [] } })
    expect(storiesAt(server)).toEqual([`${story.id}.json`])
    expect(filesAt(server)).toEqual([story.lead, story.inText].sort())
    expect(second.recorded.map(({ id: recorded }) => recorded)).toEqual([id])
  })

  test.for(crashPoints)('the server is killed $side $step (call $call) and started again: the delivery finishes by itself', async (point) => {
    const { all, desk, server, target } = await scene()
    const story = await illustratedStory(all)
    const open = targetOpener(desk, givenSecrets(() => token))
    // One target for all attempts: the server goes down only once.
    const shaken = happening(open(target), point, () => server.kill())
    const { outbox } = outboxOf(desk, token, { targetFor: () => shaken })
    const { id } = outbox.enqueue(story.id, target.id)
    const afterAll = point.step === 'readBack' && point.side === 'after'
    if (!afterAll) {
      expect((await until(desk, id, 'waiting')).error?.code).toMatch(/refused|no-answer/)
      await server.start()
    }
    expect(await settled(desk, id)).toMatchObject({ state: 'delivered', receipt: { action: 'created', remarks: [] } })
    expect(storiesAt(server)).toEqual([`${story.id}.json`])
    expect(filesAt(server)).toEqual([story.lead, story.inText].sort())
  })

  test('the server is killed in the middle and started again: the delivery finishes by itself', async () => {
    const { all, desk, server, target, outbox } = await scene(120)
    const story = await illustratedStory(all)
    const { id } = outbox.enqueue(story.id, target.id)
    // It has stored something and not yet answered.
    await seen(() => filesAt(server).length > 0)
    await server.kill()
    const waiting = await until(desk, id, 'waiting')
    expect(waiting.error?.message).toMatch(/connection|connections/)
    expect(waiting.nextAttemptAt).not.toBeNull()
    await server.start()
    expect(await settled(desk, id)).toMatchObject({ state: 'delivered', receipt: { action: 'created', remarks: [] } })
    expect(storiesAt(server)).toEqual([`${story.id}.json`])
    expect(filesAt(server)).toEqual([story.lead, story.inText].sort())
  })

  /** A server that took a story, and was killed before it answered. */
  async function unanswered() {
    const set = await scene(120)
    const story = await illustratedStory(set.all)
    const { id } = set.outbox.enqueue(story.id, set.target.id)
    await seen(() => storiesAt(set.server).length > 0)
    await set.server.kill()
    await until(set.desk, id, 'waiting')
    return { ...set, story, id }
  }

  test('the server is killed after it took the story and before it answered', async () => {
    const { desk, server, story, id } = await unanswered()
    await server.start()
    expect(await settled(desk, id)).toMatchObject({ state: 'delivered', receipt: { action: 'created', remarks: [] } })
    expect(storiesAt(server)).toEqual([`${story.id}.json`])
  })

  test('a version that arrived without an answer is replaced by the corrected one', async () => {
    const { all, desk, server, target, outbox, story, id } = await unanswered()
    outbox.cancel(id)
    edit(all, story.id, writeOn('Corrected: '))
    approve(all, story.id)
    await server.start()
    expect((await publish(desk, outbox, story.id, target.id)).action).toBe('updated')
    expect(storyAt(server, story.id)['summary']).toMatch(/^Corrected: /)
  })

  test('cancelled on the way, it can be taken up again', async () => {
    const { all, desk, server, target, outbox } = await scene(80)
    const story = await illustratedStory(all)
    const { id } = outbox.enqueue(story.id, target.id)
    await until(desk, id, 'sending')
    expect(outbox.cancel(id).state).toBe('cancelled')
    await outbox.idle()
    expect((await settled(desk, id)).state).toBe('cancelled')
    outbox.retry(id, { overwrite: false })
    expect((await settled(desk, id)).state).toBe('delivered')
    expect(storiesAt(server)).toHaveLength(1)
  })

  test('the desk is closed on the way and opened again', async () => {
    const { all, desk, server, target, outbox } = await scene(80)
    const story = await illustratedStory(all)
    const { id } = outbox.enqueue(story.id, target.id)
    await until(desk, id, 'sending')
    await outbox.close()
    const { outbox: later } = outboxOf(desk, token)
    later.resume()
    expect((await settled(desk, id)).state).toBe('delivered')
    expect(storiesAt(server)).toHaveLength(1)
  })

  test('what was delivered is put into the log later when nobody can sign now', async () => {
    const { all, desk, server } = await scene()
    const target = targetAt(desk, server)
    const story = await illustratedStory(all)
    const { outbox } = outboxOf(desk, token, {
      delivered: () => {
        throw new Error('No key is here')
      },
    })
    const { id } = outbox.enqueue(story.id, target.id)
    expect((await settled(desk, id)).state).toBe('delivered')
    await outbox.idle()
    expect((await settled(desk, id)).error?.code).toBe('not-recorded')
    const later = outboxOf(desk, token)
    later.outbox.resume()
    expect(later.recorded.map(({ id: recorded }) => recorded)).toEqual([id])
    expect((await settled(desk, id)).error).toBeNull()
    const last = outboxOf(desk, token)
    last.outbox.resume()
    expect(last.recorded).toEqual([])
  })

  test('two stories and two targets go beside each other, one delivery of a story to a target at a time', async () => {
    const { all, desk, server, target, outbox } = await scene(20)
    const other = await endpoint(20)
    const second = targetAt(desk, other)
    const [one, two] = [await illustratedStory(all), await illustratedStory(all)]
    const asked = [one, two].flatMap(({ id }) => [target, second].map((place) => outbox.enqueue(id, place.id)))
    for (const { id } of asked) expect((await settled(desk, id)).state).toBe('delivered')
    expect(storiesAt(server)).toHaveLength(2)
    expect(storiesAt(other)).toHaveLength(2)
  })
})

describe('a token that is wrong', () => {
  test('is said at once and not tried again', async () => {
    const { all, desk, server } = await scene()
    const target = targetAt(desk, server)
    const story = await illustratedStory(all)
    const { outbox } = outboxOf(desk, 'tok-wrong-99887766')
    const delivery = await settled(desk, outbox.enqueue(story.id, target.id).id)
    expect(delivery).toMatchObject({ state: 'failed', attempts: 1, error: { code: 'wrong-token' } })
    expect(storiesAt(server)).toEqual([])
  })

  test('is said by the test of the connection', async () => {
    const { desk, server } = await scene()
    const target = targetAt(desk, server)
    const check = (secret: string) => targetOpener(desk, givenSecrets(() => secret))(target).check(AbortSignal.timeout(5000))
    await expect(check(token)).resolves.toContain('takes stories')
    await expect(check('wrong')).rejects.toThrow(/does not accept the token/)
  })

  test('no secret is left on the desk', async () => {
    const { all, desk, folder, server, target, outbox } = await scene()
    const story = await illustratedStory(all)
    await publish(desk, outbox, story.id, target.id)
    await server.kill()
    const { id } = outbox.enqueue(story.id, target.id)
    await until(desk, id, 'waiting')
    for (const name of readdirSync(folder).filter((each) => each.startsWith('desk.sqlite'))) {
      const bytes = readFileSync(path.join(folder, name))
      expect(bytes.includes(token)).toBe(false)
      expect(bytes.includes(Buffer.from(token).toString('base64'))).toBe(false)
    }
    expect(existsSync(path.join(folder, 'desk.sqlite'))).toBe(true)
  })
})
