import { fromHtml } from 'hast-util-from-html'
import { DeskError } from '../../../shared/result'
import { readDate } from '../guess/date'
import type { ImportedEntry } from '../imported-entry'
import { cleanPage } from './clean-page'
import { attribute, find, isHeading, textOf } from './elements'
import { findEntries, type EntryBlock } from './find-entries'
import { addressOfPage } from './page-address'
import { readEntry, type PageFacts } from './read-entry'
import type { Root } from 'hast'

/** The stories of a saved page: those that it lists, or the one that it is. @throws DeskError when the page can't be taken apart. */
export function readNewsPage(html: string): ImportedEntry[] {
  try {
    return entriesOf(fromHtml(html), html)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new DeskError('import-too-deep', 'This page is nested too deeply to be read: it may be damaged.', { detail: error.message })
  }
}

function entriesOf(page: Root, html: string): ImportedEntry[] {
  const root = find(page, ({ tagName }) => tagName === 'html')
  const facts: PageFacts = { address: addressOfPage(page, html), language: root ? attribute(root, 'lang') : '' }
  const cleaned = cleanPage(page)
  const blocks = findEntries(cleaned)
  if (blocks.length > 1) return blocks.map((block, index) => ({ ...readEntry(block, index + 1, facts) }))
  const single = blocks[0] ?? wholePage(cleaned)
  return single === undefined ? [] : [singleStory(readEntry(single, 1, facts), page, facts)]
}

/** A page without any mark of its story: the part with its first heading is the story. */
function wholePage(page: Root): EntryBlock | undefined {
  const body = find(page, ({ tagName }) => tagName === 'main') ?? find(page, ({ tagName }) => tagName === 'body')
  const heading = body && find(body, (element) => isHeading(element) && textOf(element) !== '')
  return body === undefined || heading === undefined ? undefined : { heading, nodes: body.children, around: [body] }
}

/** The story of a page of its own: what the page's head says fills the gaps, and the page's address is its link. */
function singleStory(entry: ImportedEntry, page: Root, facts: PageFacts): ImportedEntry {
  const meta = (...names: readonly string[]): string => {
    const found = find(page, (element) => element.tagName === 'meta' && names.some((name) => [attribute(element, 'property'), attribute(element, 'name')].includes(name)) && attribute(element, 'content') !== '')
    return found ? attribute(found, 'content').replace(/\s+/g, ' ') : ''
  }
  const described = meta('description', 'og:description', 'twitter:description')
  const link = facts.address || entry.link
  return {
    ...entry,
    link,
    key: link || entry.key,
    summary: described || entry.summary,
    date: entry.date || (readDate(meta('article:published_time', 'date', 'dc.date', 'DC.date.issued')) ?? ''),
    label: entry.label || meta('article:section'),
    byline: entry.byline.length > 0 ? entry.byline : [meta('author')].filter((name) => name !== ''),
  }
}
