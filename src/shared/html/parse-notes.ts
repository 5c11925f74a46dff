import type { Element, Root } from 'hast'
import { elementsIn, hasClass, isElement, lineIn, property } from './elements'

/** The footnotes of a page, by the ids that their calls lead to, and the sections that hold them. */
export interface Notes {
  readonly byId: ReadonlyMap<string, Element>
  readonly sections: ReadonlySet<Element>
}

/** Finds the list of notes that our own pages and the usual site generators put at the end. */
export function notesOf(root: Root): Notes {
  const byId = new Map<string, Element>()
  const sections = new Set<Element>()
  for (const element of elementsIn(root)) {
    if (!hasClass(element, 'footnotes') && property(element, 'role') !== 'doc-endnotes') continue
    const items = [...elementsIn(element)].filter((item) => isElement(item, 'li') && property(item, 'id') !== '')
    if (items.length > 0) sections.add(element)
    for (const item of items) byId.set(property(item, 'id'), item)
  }
  return { byId, sections }
}

/** Whether a link in a note leads back to its call: it says so, or it is an arrow to something that is named like a call. */
export function isBackLink(link: Element): boolean {
  if (property(link, 'role') === 'doc-backlink' || /(^|[\s-])(back|backref|backlink|reversefootnote)\b/.test(property(link, 'className'))) return true
  return /ref/i.test(property(link, 'href')) && /^[\u21a9\u2191\u23ce^]+[\ufe0e\ufe0f]?$/.test(lineIn(link))
}
