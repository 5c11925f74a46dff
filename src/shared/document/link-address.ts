import { storyLinkOf } from './story-link'

const safeSchemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/**
 * Whether an address may be a link's target: absolute with the scheme http, https, mailto or tel, a path on the
 * same site, a fragment, or another story of the desk (`story-link.ts`). Everything else (javascript:, data:, file:, protocol-relative) is refused.
 * Control characters and spaces are removed first, as browsers do (WHATWG URL, 4.4).
 */
export function isSafeLinkAddress(address: string): boolean {
  // oxlint-disable-next-line no-control-regex -- these are the characters that browsers ignore
  const seen = address.replace(/[\u0000-\u0020\u007f-\u00a0]/g, '')
  // A backslash is a slash to a browser: '/\\host' leads to another site as '//host' does.
  if (seen === '' || /^[/\\]{2}|^\\/.test(seen)) return false
  if (seen.startsWith('/') || seen.startsWith('#')) return true
  if (storyLinkOf(address) !== null) return true
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(seen)
  return scheme !== null && safeSchemes.has(scheme[0].toLowerCase())
}
