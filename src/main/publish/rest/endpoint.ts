import { z } from 'zod'
import type { TargetSettings } from '../../../shared/publishing'
import { remoteClock, type RemoteClock } from '../clock'
import { refuseBusy, send, type Answer, type Request } from '../http'
import { PublishError } from '../publish-error'

export type RestSettings = Extract<TargetSettings, { type: 'rest' }>

/** An endpoint that speaks docs/publishing/openapi.yaml. */
export interface Endpoint {
  readonly base: URL
  readonly clock: RemoteClock
  call(request: Omit<Request, 'address'> & { readonly path: string }): Promise<Answer>
}

const Problem = z.object({ title: z.string(), detail: z.string().optional() })

export function openEndpoint({ address, name }: RestSettings, token: () => string): Endpoint {
  const base = new URL(address)
  if (!base.pathname.endsWith('/')) base.pathname += '/'
  const clock = remoteClock()
  return {
    base,
    clock,
    async call({ path, headers, ...request }) {
      const secret = token()
      const answer = await send({ ...request, address: new URL(path, base), headers: { ...headers, authorization: `Bearer ${secret}` } })
      clock.note(answer.headers)
      const scrubbed = { ...answer, text: answer.text.replaceAll(secret, '•••') }
      refuseBusy(scrubbed)
      if (answer.status === 401) throw PublishError.lasting('wrong-token', `${base.host} does not accept the token of ‘${name}’. Type the right one in the settings of the target.`)
      if (answer.status === 403) throw PublishError.lasting('not-allowed-there', `The token of ‘${name}’ does not allow this. Whoever runs ${base.host} can allow it.`)
      return scrubbed
    },
  }
}

/** @throws PublishError with the endpoint's own words (RFC 9457), for an answer that no step expects. */
export function unexpected(what: string, { status, text, address }: Answer): PublishError {
  const problem = Problem.safeParse(jsonOf(text))
  const said = problem.success ? ` It says: ${[problem.data.title, problem.data.detail].filter((part) => part !== undefined && part !== '').join(': ')}` : ''
  return PublishError.lasting('endpoint-refused', `${address.host} did not ${what} (${status}).${said}`, { detail: text.slice(0, 400) })
}

/** Undefined when it is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
