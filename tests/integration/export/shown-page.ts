import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { z } from 'zod'

/** What readers get of a page: the elements of its text, and what its front matter was read as. */
export interface ShownPage {
  readonly main: Element
  readonly facts: Record<string, unknown>
}

export function shownPage(html: string): ShownPage {
  const tree = fromHtml(html)
  const [main] = all(tree, 'main')
  const [facts] = all(tree, 'script')
  if (main === undefined || facts === undefined) throw new Error('The page has no text or no facts')
  return { main, facts: z.record(z.string(), z.unknown()).parse(JSON.parse(textOf(facts))) }
}

/** All elements of some names under a node, in the order of the page. */
export function all(node: Nodes, ...names: string[]): Element[] {
  const here = node.type === 'element' && names.includes(node.tagName) ? [node] : []
  return [...here, ...('children' in node ? node.children.flatMap((child) => all(child, ...names)) : [])]
}

/** The words of a node, with single spaces. */
export function textOf(node: Nodes): string {
  return raw(node).replace(/[^\S\u00a0]+/g, ' ').trim()
}

function raw(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && node.tagName === 'br') return ' '
  return 'children' in node ? node.children.map(raw).join('') : ''
}

/** The value of an attribute; empty when there is none. */
export function attribute(node: Element, name: string): string {
  const value = node.properties[name]
  return Array.isArray(value) ? value.join(' ') : value === undefined || value === null ? '' : String(value)
}

/** The element that has an id. */
export function byId(node: Nodes, id: string): Element | undefined {
  if (node.type === 'element' && node.properties['id'] === id) return node
  if ('children' in node) for (const child of node.children) {
    const found = byId(child, id)
    if (found !== undefined) return found
  }
  return undefined
}

/** The numbers that readers see before the items of a list. */
export function numbersOf(list: Element | undefined): number[] {
  let next = Number(list?.properties['start'] ?? 1)
  return (list?.children ?? []).flatMap((item) => {
    if (item.type !== 'element') return []
    const number = Number(item.properties['value'] ?? next)
    next = number + 1
    return [number]
  })
}
