import type { Element, ElementContent, Root } from 'hast'
import { attribute, classesOf, elementsIn, find, findAll, findOutermost, isElement, isHeading, lineage, parentsIn, partNames, rankOf, textOf, type Parent } from './elements'

/** A stretch of a page that tells one story. */
export interface EntryBlock {
  readonly heading: Element
  /** What belongs to it, the heading included, in document order. */
  readonly nodes: readonly ElementContent[]
  /** From the inside out: what surrounds it on the page, and may say its language or be its link. */
  readonly around: readonly Element[]
}

/**
 * The stories that a page lists; one or none when it is itself a single story, or nothing of the kind.
 *
 * Three ways are tried, each when the one before has found fewer than two:
 * 1. elements that say that they are stories: `<article>`, microdata of schema.org, microformats;
 * 2. headings of one rank that are links or have a date near them: of all ranks the one with most of them. A story is then
 *    the largest element with only that heading of its rank in it, or, where the page is flat, all up to the next one;
 * 3. elements of the same name side by side, three at least, each with a link of some words: the link is the headline.
 */
export function findEntries(page: Root): EntryBlock[] {
  const parents = parentsIn(page)
  const marked = markedStories(page).flatMap((element) => blockOf(element, parents))
  const own = storyOfThePage(marked)
  if (own !== undefined) return [own]
  if (marked.length > 1) return marked
  const headed = headedStories(page, parents)
  if (headed.length > 1) return headed
  if (marked.length === 1) return marked
  return linkedRows(page, parents)
}

const saysStory = (element: Element): boolean =>
  element.tagName === 'article' || /schema\.org\/(?:\w*Article|BlogPosting|Report)$/.test(attribute(element, 'itemType')) || classesOf(element).some((name) => name === 'h-entry' || name === 'hentry')

function markedStories(page: Root): Element[] {
  return findOutermost(page, (element) => saysStory(element) && titleOf(element) !== undefined)
}

function blockOf(element: Element, parents: ReadonlyMap<Element, Parent>): EntryBlock[] {
  const heading = titleOf(element)
  return heading === undefined ? [] : [{ heading, nodes: [element], around: lineage(element, parents) }]
}

/** The first heading with words; without any, the link that is called a title. */
function titleOf(element: Element): Element | undefined {
  const hasWords = (candidate: Element): boolean => textOf(candidate) !== ''
  return (
    find(element, (candidate) => isHeading(candidate) && hasWords(candidate)) ??
    find(element, (candidate) => hasWords(candidate) && (partNames(candidate).some((name) => name === 'title' || name === 'headline') || attribute(candidate, 'itemProp') === 'headline'))
  )
}

/** On the page of a single story the teasers of others are stories too, but only one has the page's heading. */
function storyOfThePage(marked: readonly EntryBlock[]): EntryBlock | undefined {
  const main = marked.filter(({ heading }) => rankOf(heading) === 1)
  return main.length === 1 ? main[0] : undefined
}

function headedStories(page: Root, parents: ReadonlyMap<Element, Parent>): EntryBlock[] {
  const headings = findAll(page, (element) => isHeading(element) && textOf(element) !== '')
  const ranks = [...new Set(headings.map(rankOf))].sort((a, b) => a - b)
  const byRank = ranks.map((rank) => storiesOfRank(headings.filter((heading) => rankOf(heading) === rank), parents))
  return byRank.reduce((best, stories) => (stories.length > best.length ? stories : best), [])
}

function storiesOfRank(headings: readonly Element[], parents: ReadonlyMap<Element, Parent>): EntryBlock[] {
  const all = new Set(headings)
  return headings
    .map((heading) => ({ heading, nodes: surroundings(heading, all, parents), around: lineage(heading, parents) }))
    .filter(({ heading, nodes, around }) => around.concat(findAll(heading, () => true)).some(isLink) || nodes.some((node) => isElement(node) && (isDated(node) || find(node, isDated) !== undefined)))
}

const isLink = (element: Element): boolean => element.tagName === 'a' && attribute(element, 'href') !== ''
const isDated = (element: Element): boolean => element.tagName === 'time' || partNames(element).includes('date')

/** The largest element with no other of the headings in it, or on a flat page what follows up to the next one. */
function surroundings(heading: Element, headings: ReadonlySet<Element>, parents: ReadonlyMap<Element, Parent>): ElementContent[] {
  const hasOther = (element: Parent): boolean => findAll(element, (inner) => headings.has(inner)).some((inner) => inner !== heading)
  const line = lineage(heading, parents)
  const largest = line.findLast((element) => !['html', 'body', 'main'].includes(element.tagName) && !hasOther(element)) ?? heading
  if (textOf(largest).length > textOf(heading).length + 40) return [largest]
  const siblings = parents.get(largest)?.children ?? []
  const following: ElementContent[] = []
  for (const node of siblings.slice(siblings.findIndex((sibling) => sibling === largest) + 1)) {
    if (node.type === 'doctype') continue
    if (isElement(node) && (headings.has(node) || find(node, (inner) => headings.has(inner)) !== undefined || (isHeading(node) && rankOf(node) < rankOf(heading)))) break
    following.push(node)
  }
  return [largest, ...following]
}

const fewestRows = 3

function linkedRows(page: Root, parents: ReadonlyMap<Element, Parent>): EntryBlock[] {
  const groups = [page, ...findAll(page, () => true)].map((parent) => rowsOf(parent, parents))
  return groups.reduce((best, rows) => (rows.length > best.length ? rows : best), [])
}

function rowsOf(parent: Parent, parents: ReadonlyMap<Element, Parent>): EntryBlock[] {
  const children = elementsIn(parent)
  const rows = children.flatMap((element): EntryBlock[] => {
    const heading = element.tagName === children[0]?.tagName ? find(element, (inner) => isLink(inner) && textOf(inner).split(' ').length >= 4) : undefined
    return heading === undefined ? [] : [{ heading, nodes: [element], around: lineage(element, parents) }]
  })
  return rows.length >= fewestRows ? rows : []
}
