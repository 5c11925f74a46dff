import { z } from 'zod'
import { send } from '../http'
import { PublishError } from '../publish-error'
import type { WordPressSettings } from './connection'

/** Where a site's API is, and what the site says of itself without a login. */
export interface Site {
  readonly name: string
  /** The API's root: `…/wp-json/`, or `…/?rest_route=/` on a site with plain permalinks. */
  readonly api: URL
  /** IANA name, or an offset such as `+02:00`. */
  readonly timeZone: string
  readonly applicationPasswords: boolean
}

const Index = z.object({
  name: z.string().catch(''),
  namespaces: z.array(z.string()),
  timezone_string: z.string().catch(''),
  gmt_offset: z.coerce.number().catch(0),
  authentication: z.record(z.string(), z.unknown()).catch({}),
})

/**
 * Finds the API below the site's address: at its usual place, as a query on a site with plain permalinks, or where
 * the front page says (a Link header with rel="https://api.w.org/"). Sends no credentials.
 */
export async function discoverSite({ address }: Pick<WordPressSettings, 'address'>, signal: AbortSignal): Promise<Site> {
  const home = homeOf(address)
  for (const api of [new URL('wp-json/', home), new URL('?rest_route=/', home)]) {
    const site = await siteAt(api, signal)
    if (site) return site
  }
  const named = await namedByFrontPage(home, signal)
  const site = named && (await siteAt(named, signal))
  if (site) return site
  throw PublishError.lasting('no-wordpress', `No WordPress answers at ${home.href}. Check the address: it is the one of the site’s front page. A security plugin may also have switched the REST API off.`)
}

/** An API address for a path, for both kinds of root. */
export function apiAddress(api: URL, path: string, query: Readonly<Record<string, string>> = {}): URL {
  const address = new URL(api)
  const route = address.searchParams.get('rest_route')
  if (route === null) address.pathname += path
  else address.searchParams.set('rest_route', `${route}${path}`)
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
  return address
}

/** The front page's address, with a slash at its end and nothing of what people copy along. */
function homeOf(address: string): URL {
  const home = new URL(address)
  home.search = ''
  home.hash = ''
  home.pathname = home.pathname.replace(/\/(wp-json|wp-admin|wp-login\.php|index\.php)(\/.*)?$/, '/')
  if (!home.pathname.endsWith('/')) home.pathname += '/'
  return home
}

async function siteAt(api: URL, signal: AbortSignal): Promise<Site | null> {
  const { status, text, address } = await send({ method: 'GET', address: apiAddress(api, '', { _fields: 'name,namespaces,timezone_string,gmt_offset,authentication' }), headers: { accept: 'application/json' }, signal })
  if (status >= 500) throw PublishError.passing('server-error', `${address.host} could not carry out the request (${status}).`)
  const index = status === 200 ? Index.safeParse(parsed(text)) : undefined
  if (!index?.success || !index.data.namespaces.includes('wp/v2')) return null
  const root = new URL(address)
  root.searchParams.delete('_fields')
  const { name, timezone_string, gmt_offset, authentication } = index.data
  return { name, api: root, timeZone: timezone_string || offset(gmt_offset), applicationPasswords: 'application-passwords' in authentication }
}

async function namedByFrontPage(home: URL, signal: AbortSignal): Promise<URL | null> {
  const { headers, address } = await send({ method: 'HEAD', address: home, signal })
  const link = /<([^>]+)>;\s*rel="https:\/\/api\.w\.org\/"/.exec(headers.get('link') ?? '')?.[1]
  if (link === undefined || !URL.canParse(link, address)) return null
  const api = new URL(link, address)
  if (api.host !== home.host) throw PublishError.lasting('other-address', `This site gives ${api.origin} as its address. Put that as the address of the target.`)
  return api
}

function parsed(text: string): unknown {
  const start = text.indexOf('{')
  try {
    return JSON.parse(start > 0 ? text.slice(start) : text)
  } catch {
    return undefined
  }
}

/** Hours as `+05:30`. */
function offset(hours: number): string {
  const minutes = Math.round(Math.abs(hours) * 60)
  return `${hours < 0 ? '-' : '+'}${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
