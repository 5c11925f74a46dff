import { z } from 'zod'
import type { TargetSettings } from '../../../shared/publishing'
import { remoteClock, type RemoteClock } from '../clock'
import { refuseBusy, send, type Answer, type Request } from '../http'
import { PublishError } from '../publish-error'
import { apiAddress, discoverSite, type Site } from './discover'

export type WordPressSettings = Extract<TargetSettings, { type: 'wordpress' }>

/** The account that publishes, as the site describes it. */
export interface Account {
  readonly id: number
  readonly name: string
  readonly roles: readonly string[]
  may(capability: string): boolean
}

/** A site with a login that it accepts. */
export interface Connection {
  readonly site: Site
  readonly account: Account
  readonly clock: RemoteClock
  call(request: ApiRequest): Promise<ApiAnswer>
}

export interface ApiRequest extends Pick<Request, 'method' | 'headers' | 'body' | 'signal' | 'timeout'> {
  /** Below /wp/v2/, such as `posts/5`. */
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
}

export interface ApiAnswer {
  readonly status: number
  /** Parsed JSON; undefined when it is none. */
  readonly json: unknown
  /** WordPress's name of a refusal, such as `rest_cannot_publish`; empty otherwise. */
  readonly code: string
  /** For a bug report. */
  readonly detail: string
}

const Refusal = z.object({ code: z.string(), message: z.string().catch('') })
const Me = z.object({ id: z.number(), name: z.string(), roles: z.array(z.string()).catch([]), capabilities: z.record(z.string(), z.unknown()).catch({}) })

/** Faults that WordPress answers with status 500 although asking again gives the same. */
const lastingCodes = new Set(['rest_upload_sideload_error', 'rest_upload_unknown_error', 'db_insert_error', 'db_update_error'])

/**
 * Finds the site's API and logs in with an application password.
 * @throws PublishError that tells a person what to do when the login is refused.
 */
export async function connect(settings: WordPressSettings, password: string, signal: AbortSignal): Promise<Connection> {
  const clock = remoteClock()
  const site = await discoverSite(settings, signal)
  const authorization = `Basic ${Buffer.from(`${settings.user}:${password}`, 'utf8').toString('base64')}`

  async function call({ path, query, headers, ...request }: ApiRequest): Promise<ApiAnswer> {
    const answer = await send({ ...request, address: apiAddress(site.api, `wp/v2/${path}`, query), headers: { ...headers, authorization, accept: 'application/json' } })
    clock.note(answer.headers)
    const parsed = apiAnswer(answer, password)
    if (!lastingCodes.has(parsed.code)) refuseBusy({ ...answer, text: parsed.detail })
    return parsed
  }

  const me = await call({ method: 'GET', path: 'users/me', query: { context: 'edit', _fields: 'id,name,roles,capabilities' }, signal })
  return { site, account: accountOf(me, settings, site), clock, call }
}

function apiAnswer({ status, text }: Answer, password: string): ApiAnswer {
  const json = parseJson(text)
  const refusal = status >= 400 ? Refusal.safeParse(json) : undefined
  const code = refusal?.success ? refusal.data.code : ''
  // A server that repeats what it was sent must not bring a password into the desk.
  const detail = `${status} ${text.slice(0, 400)}`.replaceAll(password, '•••')
  return { status, json, code, detail }
}

/** Some sites print notices before the JSON. */
function parseJson(text: string): unknown {
  const start = text.search(/[[{]/)
  try {
    return JSON.parse(start > 0 ? text.slice(start) : text)
  } catch {
    return undefined
  }
}

function accountOf({ status, json, detail }: ApiAnswer, { user }: WordPressSettings, site: Site): Account {
  if (status === 401 && !site.applicationPasswords) {
    throw PublishError.lasting('no-application-passwords', 'This site does not accept application passwords. WordPress offers them on addresses with https; a security plugin can also switch them off.', { detail })
  }
  if (status === 401) {
    throw PublishError.lasting('wrong-login', `WordPress does not accept the login of ‘${user}’. Make a new application password in WordPress (Users › Profile) and type it in the settings of the target; the password of the login page does not work here.`, { detail })
  }
  const me = Me.safeParse(json)
  if (status !== 200 || !me.success) throw PublishError.lasting('no-account', `WordPress does not say who ‘${user}’ is (${status}). A security plugin may block the REST API.`, { detail })
  const { id, name, roles, capabilities } = me.data
  return { id, name, roles, may: (capability) => capabilities[capability] === true || capabilities[capability] === 1 }
}

/** @throws PublishError with the site's own words, for an answer that no step expects. */
export function unexpected(what: string, { status, json, code, detail }: ApiAnswer): PublishError {
  const refusal = Refusal.safeParse(json)
  const said = refusal.success && refusal.data.message !== '' ? ` WordPress says: ${refusal.data.message}` : ''
  if (status === 401) return PublishError.lasting('login-lost', `WordPress no longer accepts the login.${said}`, { detail })
  if (status === 403) return PublishError.lasting('not-allowed-there', `The account may not ${what}.${said}`, { detail })
  if (status === 413) return PublishError.lasting('too-large', `The site does not take so much at once: whoever runs it can raise the limit.${said}`, { detail })
  return PublishError.lasting(code === '' ? 'wordpress-refused' : code, `WordPress did not ${what} (${status}).${said}`, { detail })
}
