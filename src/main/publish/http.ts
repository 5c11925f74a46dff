import { PublishError } from './publish-error'
import { retryAfter } from './retry-pace'

export interface Request {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE'
  readonly address: URL
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  readonly signal: AbortSignal
  /** Milliseconds until an answer must be complete. */
  readonly timeout?: number
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Where the answer came from, after redirects. */
  readonly address: URL
}

const usualTimeout = 60_000
const longestAnswer = 32 * 1024 * 1024
const redirects = new Set([301, 302, 303, 307, 308])

/**
 * Sends one request and reads the whole answer, whatever its status. A redirect is followed only when something is
 * read and the host stays the same (http may become https): credentials and texts go to no other place than the one
 * that a person typed.
 * @throws PublishError passing when there is no answer, lasting when the answer leads elsewhere. No message holds a header.
 */
export async function send(request: Request): Promise<Answer> {
  let { address } = request
  for (let hops = 0; hops <= 3; hops += 1) {
    const response = await fetchOnce(request, address)
    if (!redirects.has(response.status)) return { status: response.status, headers: response.headers, text: await bodyOf(response, address), address }
    await response.body?.cancel()
    address = nextAddress(request, address, response.headers.get('location'))
  }
  throw PublishError.lasting('redirected', `${address.host} sends from one address to the next without end. Check the address of the target.`)
}

/** @throws PublishError passing for 429 and for faults of the server, with the pause that it asks for. */
export function refuseBusy({ status, headers, address, text }: Answer): void {
  const again = retryAfter(headers.get('retry-after'), new Date())
  const more = { detail: `${status} ${text.slice(0, 500)}` }
  if (status === 429) throw PublishError.passing('too-many-requests', `${address.host} is busy and asks to wait.`, again, more)
  if (status === 408 || status === 425 || status >= 500) throw PublishError.passing('server-error', `${address.host} could not carry out the request (${status}).`, again, more)
}

async function fetchOnce({ method, headers, body, signal, timeout = usualTimeout }: Request, address: URL): Promise<Response> {
  try {
    return await fetch(address, {
      method,
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
      ...(headers && { headers: { ...headers } }),
      ...(body !== undefined && { body: typeof body === 'string' ? body : new Blob([new Uint8Array(body)]) }),
    })
  } catch (error) {
    throw asPublishError(error, address)
  }
}

async function bodyOf(response: Response, address: URL): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength
      if (size > longestAnswer) throw PublishError.lasting('answer-too-long', `${address.host} answers with more than is sensible. Check the address of the target.`)
      chunks.push(chunk)
    }
  } catch (error) {
    throw asPublishError(error, address)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function nextAddress({ method }: Request, from: URL, location: string | null): URL {
  const to = location !== null && URL.canParse(location, from) ? new URL(location, from) : null
  if (to === null) throw PublishError.lasting('redirected', `${from.host} sends to another address without naming it. Check the address of the target.`)
  const sameHost = to.hostname === from.hostname && (to.host === from.host || (from.protocol === 'http:' && to.protocol === 'https:'))
  if (!sameHost || (from.protocol === 'https:' && to.protocol === 'http:')) {
    throw PublishError.lasting('redirected', `${from.host} sends to ${to.origin}. Nothing was sent there: if that is the right place, put it as the address of the target.`)
  }
  if (method !== 'GET' && method !== 'HEAD') {
    throw PublishError.lasting('redirected', `${from.host} wants the address ${to.origin}${to.pathname}. Put the site’s exact address (https, www) in the settings of the target.`)
  }
  return to
}

/** Causes that a person has to look at; everything else may be a cable, a train or a server that starts anew. */
const certificateFaults = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/

function asPublishError(error: unknown, { host, hostname }: URL): PublishError {
  if (error instanceof PublishError) return error
  const name = error instanceof Error ? error.name : ''
  if (name === 'TimeoutError') return PublishError.passing('timeout', `${host} took too long to answer.`)
  if (name === 'AbortError') return PublishError.passing('stopped', 'It was stopped.')
  const code = codeOf(error)
  const more = code === '' ? {} : { detail: code }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return PublishError.passing('host-not-found', `${hostname} was not found. Either this computer is offline, or the address is wrong.`, 0, more)
  if (code === 'ECONNREFUSED') return PublishError.passing('refused', `${host} does not accept connections now.`, 0, more)
  if (certificateFaults.test(code)) return PublishError.lasting('certificate', `The certificate of ${host} is not valid, so nothing was sent. Whoever runs the site has to renew it.`, more)
  return PublishError.passing('no-answer', `The connection to ${host} was lost.`, 0, more)
}

/** The system's name of what went wrong: fetch hides it in the cause, several tries in an AggregateError. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  if ('errors' in error && Array.isArray(error.errors)) return codeOf(error.errors[0])
  return 'cause' in error ? codeOf(error.cause) : ''
}
