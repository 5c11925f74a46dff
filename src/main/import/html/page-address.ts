import type { Root } from 'hast'
import { attribute, find } from './elements'

/** The address under which a saved page was on the web, as it says itself; empty when it does not say. */
export function addressOfPage(page: Root, html: string): string {
  const inHead = (tag: string, key: string, value: string, holder: string): string => {
    const element = find(page, (candidate) => candidate.tagName === tag && attribute(candidate, key).toLowerCase() === value)
    return element === undefined ? '' : attribute(element, holder)
  }
  // Browsers write where a page was saved from into a comment before it.
  const saved = /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/.exec(html.slice(0, 2000))?.[1] ?? ''
  const base = find(page, ({ tagName }) => tagName === 'base')
  const candidates = [base === undefined ? '' : attribute(base, 'href'), saved, inHead('link', 'rel', 'canonical', 'href'), inHead('meta', 'property', 'og:url', 'content')]
  return candidates.find((address) => /^https?:\/\//i.test(address) && URL.canParse(address)) ?? ''
}

/** A link's address as an absolute one; empty when it leads nowhere on the web, or is of a scheme that is not the web's. */
export function webAddress(address: string, page: string): string {
  const trimmed = address.trim()
  if (trimmed === '' || trimmed.startsWith('#')) return ''
  const base = page === '' ? undefined : page
  if (!URL.canParse(trimmed, base)) return ''
  const url = new URL(trimmed, base)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : ''
}
