import { textOfAttribute } from '../document/attributes'
import { headingIds } from '../document/heading-ids'
import type { DocumentNode } from '../story/revision'
import { plainText } from '../story/text'
import type { Flavour } from './flavour'

type Anchors = Pick<Flavour, 'anchors' | 'ownAnchors'>

/**
 * The ids that the headings of a body are written with, in their order; null for those that no link of the body leads to, or
 * that have the same id by themselves: they are left to the site. Headings in tables are words there and have none.
 */
export function headingAnchors(body: DocumentNode, flavour: Anchors): readonly (string | null)[] {
  return fragmentsIn(body).size === 0 ? [] : anchorsOf(body, flavour).map(({ written }) => written)
}

interface Anchor {
  /** The heading’s id on the desk. */
  readonly id: string
  /** The id that it is written with; null when it is left to the site. */
  readonly written: string | null
  /** The id that the site gives it by itself; null when it gives none. */
  readonly own: string | null
}

function anchorsOf(body: DocumentNode, { anchors, ownAnchors }: Anchors): Anchor[] {
  const linked = fragmentsIn(body)
  const ids = headingIds(body)
  const taken = new Set<string>()
  return shownHeadings(body).map((heading) => {
    const id = ids.get(heading) ?? ''
    const isAttribute = anchors === 'attribute' && linked.has(id)
    const own = ownAnchors === 'none' || isAttribute ? null : freeSlug(slugOf(heading), taken)
    // An attribute stands instead of the site’s own id; an element stands beside it, and must not say the same.
    const written = linked.has(id) && own !== id ? id : null
    for (const used of [own, written]) if (used !== null) taken.add(used)
    return { id, written, own }
  })
}

/** A second heading of the same words gets `-1`: https://github.com/Flet/github-slugger, which Hugo, kramdown and Astro follow. */
function freeSlug(slug: string, taken: ReadonlySet<string>): string | null {
  if (slug === '') return null
  let free = slug
  for (let count = 1; taken.has(free); count += 1) free = `${slug}-${count}`
  return free
}

function fragmentsIn(node: DocumentNode): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = ({ marks = [], attrs, content = [] }: DocumentNode): void => {
    for (const href of [...marks.map((mark) => textOfAttribute(mark, 'href')), textOfAttribute({ attrs }, 'address')]) if (href.startsWith('#')) found.add(decoded(href.slice(1)))
    content.forEach(visit)
  }
  visit(node)
  return found
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function shownHeadings(node: DocumentNode): DocumentNode[] {
  if (node.type === 'heading') return [node]
  return node.type === 'table' ? [] : (node.content ?? []).flatMap(shownHeadings)
}

/**
 * Where a heading of another page is found there: by the id that the page itself writes, or else by the one that the site
 * gives it; null when it has none, so that a link leads to the page.
 * @param id The heading’s id on the desk.
 */
export function anchorOn(body: DocumentNode, id: string, flavour: Anchors): string | null {
  const found = anchorsOf(body, flavour).find((anchor) => anchor.id === id)
  return found?.written ?? found?.own ?? null
}

function slugOf(heading: DocumentNode): string {
  const words = plainText({ ...heading, content: (heading.content ?? []).filter(({ type }) => type !== 'footnote') })
  return words.trim().toLowerCase().replace(/[^\p{L}\p{M}\p{N}_\- ]/gu, '').replaceAll(' ', '-')
}

/** A heading’s line with its id. */
export function withAnchor(line: string, id: string | null, { anchors }: Pick<Flavour, 'anchors'>): string {
  if (id === null || line === '') return line
  return anchors === 'attribute' ? `${line} {#${id}}` : `<a id="${id}"></a>${line}`
}
