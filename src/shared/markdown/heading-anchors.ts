import { textOfAttribute } from '../document/attributes'
import { headingIds } from '../document/heading-ids'
import type { DocumentNode } from '../story/revision'
import { plainText } from '../story/text'
import type { Flavour } from './flavour'

/**
 * The ids that the headings of a body are written with, in their order; null for those that no link of the body leads to: they
 * are left to the site. Headings in tables are words there and have none.
 */
export function headingAnchors(body: DocumentNode): readonly (string | null)[] {
  const linked = fragmentsIn(body)
  if (linked.size === 0) return []
  const ids = headingIds(body)
  return shownHeadings(body).map((heading) => {
    const id = ids.get(heading)
    return id !== undefined && linked.has(id) ? id : null
  })
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

/** How the pages of a site name their headings by themselves: by GitHub’s rule, or not at all. */
export type OwnAnchors = 'github' | 'none'

/**
 * Where a heading of another page is found there: by the id that the page itself writes, or else by the one that the site
 * gives it; null when it has none, so that a link leads to the page.
 * @param id The heading’s id on the desk.
 */
export function anchorOn(body: DocumentNode, id: string, own: OwnAnchors): string | null {
  const headings = shownHeadings(body)
  const ids = headingIds(body)
  const index = headings.findIndex((heading) => ids.get(heading) === id)
  if (index === -1) return null
  const written = headingAnchors(body)[index] ?? null
  return written ?? (own === 'none' ? null : githubSlug(headings, index))
}

/** https://github.com/Flet/github-slugger, which Hugo, kramdown and Astro follow: a second heading of the same words gets `-1`. */
function githubSlug(headings: readonly DocumentNode[], index: number): string | null {
  const slugs = headings.slice(0, index + 1).map(slugOf)
  const slug = slugs[index] ?? ''
  if (slug === '') return null
  const before = slugs.slice(0, index).filter((other) => other === slug).length
  return before === 0 ? slug : `${slug}-${before}`
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
