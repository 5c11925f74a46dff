import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { send } from '../../../src/main/publish/http'
import { PublishError } from '../../../src/main/publish/publish-error'

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return `http://127.0.0.1:${address.port}`
}

/** An address at which somebody was, and is no longer. */
async function deserted(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('The server had no port')
  return `http://127.0.0.1:${address.port}`
}

const signal = new AbortController().signal
const refusal = (request: Promise<unknown>): Promise<PublishError> =>
  request.then(
    () => Promise.reject(new Error('It was not refused')),
    (error: unknown) => (error instanceof PublishError ? error : Promise.reject(error)),
  )

test('credentials are not taken to another host', async () => {
  const seen: string[] = []
  const other = await serve((request, response) => {
    seen.push(request.url ?? '')
    response.end()
  })
  const first = await serve((_request, response) => response.writeHead(302, { location: `${other.replace('127.0.0.1', 'localhost')}/steal` }).end())
  const error = await refusal(send({ method: 'GET', address: new URL(first), headers: { authorization: 'Bearer secret' }, signal }))
  expect(error.failure.code).toBe('redirected')
  expect(error.message).toContain('localhost')
  expect(error.retryAfter).toBeNull()
  expect(seen).toEqual([])
})

test('another port is another place, too', async () => {
  const other = await serve((_request, response) => response.end())
  const first = await serve((_request, response) => response.writeHead(301, { location: other }).end())
  expect((await refusal(send({ method: 'GET', address: new URL(first), signal }))).failure.code).toBe('redirected')
})

test('what is read may move within the same place', async () => {
  const address = await serve((request, response) => (request.url === '/new' ? response.end('found') : response.writeHead(308, { location: '/new' }).end()))
  expect(await send({ method: 'GET', address: new URL(address), signal })).toMatchObject({ status: 200, text: 'found' })
})

test('a write is never carried along by a redirect', async () => {
  const methods: string[] = []
  const address = await serve((request, response) => {
    methods.push(`${request.method} ${request.url}`)
    if (request.url === '/new') response.end()
    else response.writeHead(301, { location: '/new' }).end()
  })
  const error = await refusal(send({ method: 'POST', address: new URL(address), body: 'story', signal }))
  expect(error.failure.code).toBe('redirected')
  expect(methods).toEqual(['POST /'])
})

test('a redirect in a circle ends', async () => {
  const address = await serve((_request, response) => response.writeHead(302, { location: '/' }).end())
  expect((await refusal(send({ method: 'GET', address: new URL(address), signal }))).failure.code).toBe('redirected')
})

test('a server that is not there may be there later', async () => {
  const error = await refusal(send({ method: 'GET', address: new URL(await deserted()), signal }))
  expect(error).toMatchObject({ failure: { code: 'refused' }, retryAfter: 0 })
})

test('a connection that is cut before the answer may hold another time', async () => {
  const address = await serve((request) => request.socket.destroy())
  expect((await refusal(send({ method: 'GET', address: new URL(address), signal }))).retryAfter).toBe(0)
})

test('a connection that is cut in the middle of the answer is no answer', async () => {
  const address = await serve((request, response) => {
    response.writeHead(200, { 'content-length': '100' })
    response.write('half', () => request.socket.destroy())
  })
  expect((await refusal(send({ method: 'GET', address: new URL(address), signal }))).retryAfter).toBe(0)
})

test('a server that does not answer in time may do so later', async () => {
  const address = await serve(() => {})
  expect(await refusal(send({ method: 'GET', address: new URL(address), signal, timeout: 50 }))).toMatchObject({ failure: { code: 'timeout' }, retryAfter: 0 })
})
