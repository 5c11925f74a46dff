import { once } from 'node:events'
import { createServer, request as forward, type IncomingMessage } from 'node:http'
import { onTestFinished } from 'vitest'

export interface LossyProxy {
  /** The site's address through the proxy. */
  readonly address: string
  /** Method and path of everything that was passed on. */
  readonly passed: string[]
  /** From now on the first answer to a matching request is lost: the site does what was asked, and the connection is cut. */
  loseAnswerTo(matches: (request: string) => boolean): void
  /** Before the first matching request is passed on, something else happens at the site. */
  before(matches: (request: string) => boolean, happens: () => Promise<unknown>): void
}

/** A network between Copydesk and a site on which answers get lost. */
export async function lossyProxy(site: string): Promise<LossyProxy> {
  const origin = new URL(site)
  const passed: string[] = []
  let losing: ((request: string) => boolean) | undefined
  let meanwhile: { matches: (request: string) => boolean; happens: () => Promise<unknown> } | undefined

  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const name = `${incoming.method} ${decodeURIComponent(incoming.url ?? '')}`
      const body = await bytesOf(incoming)
      if (meanwhile?.matches(name)) {
        const { happens } = meanwhile
        meanwhile = undefined
        await happens()
      }
      passed.push(name)
      const asked = forward({ host: origin.hostname, port: origin.port, method: incoming.method, path: incoming.url, headers: { ...incoming.headers, connection: 'close' } })
      asked.end(body)
      const [answer] = (await once(asked, 'response')) as [IncomingMessage]
      const content = await bytesOf(answer)
      if (losing?.(name)) {
        losing = undefined
        incoming.socket.destroy()
        return
      }
      const { 'transfer-encoding': _chunks, ...headers } = answer.headers
      outgoing.writeHead(answer.statusCode ?? 500, { ...headers, 'content-length': content.length }).end(content)
    })().catch(() => incoming.socket.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const at = server.address()
  if (at === null || typeof at === 'string') throw new Error('The proxy has no port')
  return {
    address: `http://127.0.0.1:${at.port}${origin.pathname}`,
    passed,
    loseAnswerTo: (matches) => void (losing = matches),
    before: (matches, happens) => void (meanwhile = { matches, happens }),
  }
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
