import { once } from 'node:events'
import { createServer, request as forward, type IncomingMessage } from 'node:http'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { targetOpener } from '../../../src/main/publish/open-target'
import { givenSecrets } from '../../../src/main/publish/secrets'
import { restEndpoint } from '../../drive/rest-endpoint'
import { approve, deskOfTwo, edit, temporaryFolder, writeOn } from '../desk/people'
import { addTarget, outboxOf, publish, settled } from './deliveries'
import { illustratedStory } from './illustrated-story'
import { departures, operationNameOf, operations, type Exchange } from './openapi'

const token = 'tok-contract'

/** The receiving server, and everything that is said to it and by it. */
async function overheardServer() {
  const server = await restEndpoint(path.join(temporaryFolder(), 'received'), token)
  await server.start()
  const exchanges: Exchange[] = []
  const listener = createServer((incoming, outgoing) => {
    void (async () => {
      const requestBody = await bytesOf(incoming)
      const asked = forward(new URL(incoming.url ?? '', server.address), { method: incoming.method, headers: incoming.headers })
      asked.end(requestBody)
      const [answer] = (await once(asked, 'response')) as [IncomingMessage]
      const responseBody = await bytesOf(answer)
      exchanges.push({
        method: incoming.method ?? '',
        path: incoming.url ?? '',
        requestHeaders: incoming.headers,
        requestBody: requestBody.toString(),
        status: answer.statusCode ?? 0,
        responseHeaders: answer.headers,
        responseBody: responseBody.toString(),
      })
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers).end(responseBody)
    })().catch(() => outgoing.destroy())
  }).listen(0, '127.0.0.1')
  await once(listener, 'listening')
  onTestFinished(async () => {
    listener.closeAllConnections()
    listener.close()
    await server.kill()
  })
  const at = listener.address()
  if (at === null || typeof at === 'string') throw new Error('The listener has no port')
  return { address: `http://127.0.0.1:${at.port}/`, exchanges }
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }

test('what Copydesk asks and what the server answers is what the document says', async () => {
  const { address, exchanges } = await overheardServer()
  const all = deskOfTwo()
  const target = addTarget(all.desk, { type: 'rest', name: 'Newsroom', address })
  const { outbox } = outboxOf(all.desk, token)
  await targetOpener(all.desk, givenSecrets(() => token))(target).check(AbortSignal.timeout(5000))
  const story = await illustratedStory(all)
  await publish(all.desk, outbox, story.id, target.id)
  edit(all, story.id, writeOn('Corrected: '))
  approve(all, story.id)
  await publish(all.desk, outbox, story.id, target.id)
  await settled(all.desk, outboxOf(all.desk, 'wrong').outbox.enqueue(story.id, target.id).id)

  expect(exchanges.flatMap(departures)).toEqual([])
  const used = new Set(exchanges.map(operationNameOf))
  expect([...used].sort()).toEqual(['GET /', 'GET /stories/{id}', 'HEAD /media/{sha256}', 'PUT /media/{sha256}', 'PUT /stories/{id}'])
  expect(exchanges.map(({ status }) => status)).toEqual(expect.arrayContaining([200, 201, 401, 404]))
})

describe('the server refuses as the document says', () => {
  async function stored() {
    const { address, exchanges } = await overheardServer()
    const all = deskOfTwo()
    const target = addTarget(all.desk, { type: 'rest', name: 'Newsroom', address })
    const story = await illustratedStory(all)
    await publish(all.desk, outboxOf(all.desk, token).outbox, story.id, target.id)
    const place = `${address}stories/${story.id}`
    const copy = await fetch(place, { headers })
    const text = await copy.text()
    return { address, exchanges, place, text, etag: copy.headers.get('etag') ?? '', story }
  }

  test('each refusal has its status and its words', async () => {
    const { address, exchanges, place, text, etag, story } = await stored()
    const other = JSON.stringify({ ...(JSON.parse(text) as object), document: { changed: true } })
    const unknownHash = '0'.repeat(64)
    const asked: readonly [string, RequestInit, number][] = [
      [place, { method: 'PUT', headers, body: text }, 428],
      [place, { method: 'PUT', headers: { ...headers, 'if-none-match': '*' }, body: text }, 412],
      [place, { method: 'PUT', headers: { ...headers, 'if-match': '"other"' }, body: text }, 412],
      [place, { method: 'PUT', headers: { ...headers, 'if-match': etag }, body: 'no json' }, 400],
      [place, { method: 'PUT', headers: { ...headers, 'if-match': etag }, body: other }, 422],
      [place, { method: 'PUT', headers: { ...headers, 'if-match': etag }, body: text.replaceAll(story.lead, unknownHash) }, 422],
      [`${address}media/${unknownHash}`, { method: 'PUT', headers: { authorization: headers.authorization, 'content-type': 'image/png' }, body: 'bytes' }, 422],
      [`${address}media/${unknownHash}`, { method: 'HEAD', headers }, 404],
      [`${address}media/${story.lead}`, { method: 'GET', headers }, 200],
      [place, { method: 'DELETE', headers: { ...headers, 'if-match': '"other"' } }, 412],
      [place, { method: 'DELETE', headers: { ...headers, 'if-match': etag } }, 204],
      [place, { method: 'DELETE', headers }, 404],
      [place, { method: 'GET', headers }, 404],
    ]
    for (const [where, request, status] of asked) expect([request.method, (await fetch(where, request)).status]).toEqual([request.method, status])
    expect(exchanges.flatMap(departures)).toEqual([])
    expect(new Set(exchanges.map(operationNameOf)).size).toBe(operations().length - 1)
  })

  test('a request that says nothing wrong changes nothing twice', async () => {
    const { place, text, etag } = await stored()
    const put = await fetch(place, { method: 'PUT', headers: { ...headers, 'if-match': etag }, body: text })
    expect(put.status).toBe(200)
    expect(put.headers.get('etag')).toBe(etag)
  })

  test('the check itself sees what is wrong', () => {
    const exchange: Exchange = { method: 'GET', path: '/', requestHeaders: { authorization: 'Bearer x' }, requestBody: '', status: 200, responseHeaders: { 'content-type': 'application/json' }, responseBody: '{"name":"Server","format":"copydesk.story/1"}' }
    expect(departures(exchange)).toEqual([])
    expect(departures({ ...exchange, responseBody: '{"name":"Server"}' })).toEqual(['response.format is missing'])
    expect(departures({ ...exchange, responseBody: '{"name":1,"format":"copydesk.story/1"}' })).toEqual(['response.name is not string'])
    expect(departures({ ...exchange, status: 302 })).toHaveLength(1)
    expect(departures({ ...exchange, path: '/stories/no-uuid' })).toEqual(['GET /stories/no-uuid is not in the document'])
    expect(departures({ ...exchange, requestHeaders: {} })).toEqual(['the request has no token'])
  })
})
