import type { Element, ElementContent, Nodes, Root } from 'hast'

export type Parent = Root | Element

const blocks = new Set(['address', 'article', 'aside', 'blockquote', 'br', 'caption', 'dd', 'div', 'dl', 'dt', 'figcaption', 'figure', 'footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'li', 'main', 'ol', 'p', 'pre', 'section', 'table', 'td', 'th', 'tr', 'ul'])

export const isElement = (node: Nodes): node is Element => node.type === 'element'
export function elementsIn(parent: Parent): Element[] {
  const children: readonly Nodes[] = parent.children
  return children.filter(isElement)
}

/** Every element below a parent that fits, in document order. */
export function findAll(parent: Parent, fits: (element: Element) => boolean): Element[] {
  return elementsIn(parent).flatMap((element) => [...(fits(element) ? [element] : []), ...findAll(element, fits)])
}

/** The elements that fit and are not inside another one that fits. */
export function findOutermost(parent: Parent, fits: (element: Element) => boolean): Element[] {
  return elementsIn(parent).flatMap((element) => (fits(element) ? [element] : findOutermost(element, fits)))
}

export const find = (parent: Parent, fits: (element: Element) => boolean): Element | undefined => findAll(parent, fits)[0]

/** The words of a node on one line. */
export function textOf(node: Nodes): string {
  return rawText(node).replace(/\s+/g, ' ').trim()
}

function rawText(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  const text = node.children.map(rawText).join('')
  return isElement(node) && blocks.has(node.tagName) ? ` ${text} ` : text
}

/** An attribute as text by its name in hast (`dateTime`, `dataSrc`); empty when it is not there. */
export function attribute({ properties }: Element, name: string): string {
  const value = properties[name]
  if (Array.isArray(value)) return value.join(' ')
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

export const classesOf = (element: Element): string[] => attribute(element, 'className').split(/\s+/).filter((name) => name !== '')

/** What an element's classes say that it is: the last word of each, so that `card__summary`, `entry-summary` and `summary` are all 'summary'. */
export function partNames(element: Element): string[] {
  return classesOf(element).map((name) => name.toLowerCase().split(/__|--|[-_]/).filter((word) => word !== '').at(-1) ?? '')
}

export const isHeading = (element: Element): boolean => /^h[1-6]$/.test(element.tagName) || attribute(element, 'role') === 'heading'

export function rankOf(element: Element): number {
  return Number(/^h([1-6])$/.exec(element.tagName)?.[1] ?? (attribute(element, 'ariaLevel') || 2))
}

/** The parent of each element of a page. */
export function parentsIn(root: Root): ReadonlyMap<Element, Parent> {
  const parents = new Map<Element, Parent>()
  const visit = (parent: Parent): void => {
    for (const element of elementsIn(parent)) {
      parents.set(element, parent)
      visit(element)
    }
  }
  visit(root)
  return parents
}

/** An element and what is around it, from the inside out, without the root. */
export function lineage(element: Element, parents: ReadonlyMap<Element, Parent>): Element[] {
  const line = [element]
  for (let parent = parents.get(element); parent !== undefined && parent.type === 'element'; parent = parents.get(parent)) line.push(parent)
  return line
}

/** A copy without the nodes that are named, and without elements that are left with nothing to read or see. */
export function without(nodes: readonly ElementContent[], gone: ReadonlySet<ElementContent>): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (gone.has(node) || node.type === 'comment') return []
    if (!isElement(node)) return [node]
    const children = without(node.children, gone)
    const isEmpty = !visibleAlone.has(node.tagName) && !children.some((child) => isElement(child) || textOf(child) !== '')
    return isEmpty ? [] : [{ ...node, children }]
  })
}

const visibleAlone = new Set(['img', 'br', 'hr', 'td', 'th', 'source', 'picture', 'col'])
