import { isWebAddress } from './web-address'

export type ProviderName = 'YouTube' | 'Vimeo' | 'X' | 'Instagram'

/** Whose page an embed's card leads to. */
export interface EmbedProvider {
  /** Null for every other place of the web. */
  readonly name: ProviderName | null
  /** The site as people say it, without `www.`; empty when the address is no web address. */
  readonly host: string
}

const providers: readonly (readonly [domain: string, name: ProviderName])[] = [
  ['youtube.com', 'YouTube'],
  ['youtube-nocookie.com', 'YouTube'],
  ['youtu.be', 'YouTube'],
  ['vimeo.com', 'Vimeo'],
  ['x.com', 'X'],
  ['twitter.com', 'X'],
  ['instagram.com', 'Instagram'],
  ['instagr.am', 'Instagram'],
]

/** What the address of an embed says by itself; nobody is asked. */
export function embedProvider(address: string): EmbedProvider {
  if (!isWebAddress(address)) return { name: null, host: '' }
  const host = new URL(address).hostname.replace(/^www\./, '')
  return { name: providers.find(([domain]) => host === domain || host.endsWith(`.${domain}`))?.[1] ?? null, host }
}

/**
 * The page that people open for what a player or a post's frame shows: `youtube.com/embed/…` is for frames only.
 * An address that is none of a known player comes back as it is.
 */
export function embedPage(address: string): string {
  const whole = address.startsWith('//') ? `https:${address}` : address
  const { name } = embedProvider(whole)
  if (name === null) return whole
  const { pathname, searchParams } = new URL(whole)
  const [, first = '', second = ''] = pathname.split('/')
  if (name === 'YouTube' && (first === 'embed' || first === 'v') && /^[\w-]{6,}$/.test(second) && second !== 'videoseries') {
    const start = searchParams.get('start')
    return `https://www.youtube.com/watch?v=${second}${start !== null && /^\d+$/.test(start) ? `&t=${start}s` : ''}`
  }
  if (name === 'Vimeo' && first === 'video' && /^\d+$/.test(second)) {
    const hash = searchParams.get('h')
    return `https://vimeo.com/${second}${hash !== null && /^\w+$/.test(hash) ? `/${hash}` : ''}`
  }
  if (name === 'Instagram') return whole.replace(/\/embed\/?(?:captioned\/?)?(?:[?#].*)?$/, '/')
  return whole
}
