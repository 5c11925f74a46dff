import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast'

export type Child = RootContent | ElementContent

export function isElement(node: Child | undefined, ...names: string[]): node is Element {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName))
}

/** An attribute as text; empty when it is not there. Lists (`class`, `rel`) are joined by spaces. */
export function property(element: Element, name: string): string {
  const value = element.properties[name]
  if (Array.isArray(value)) return value.join(' ')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

export function hasClass(element: Element, name: string): boolean {
  return property(element, 'className').split(/\s+/).includes(name)
}

/** The value of one property of a `style` attribute, in lower case; empty when it has none. */
export function styleOf(element: Element, name: string): string {
  const declarations = property(element, 'style').toLowerCase().split(';')
  const value = declarations.map((declaration) => declaration.split(':')).findLast(([key]) => key?.trim() === name)
  return value?.slice(1).join(':').trim() ?? ''
}

/** Every element under a node, in reading order. Does not recurse: pages can be nested very deeply. */
export function* elementsIn(node: Root | Element): Generator<Element> {
  const waiting: Child[] = node.children.toReversed()
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!isElement(next)) continue
    yield next
    waiting.push(...next.children.toReversed())
  }
}

/** All text under a node; a `br` is a line end. */
export function textIn(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && node.tagName === 'br') return '\n'
  return 'children' in node ? node.children.map(textIn).join('') : ''
}

/** All text under a node in one line. */
export function lineIn(node: Nodes): string {
  return textIn(node).replace(/[ \t\n\r\f]+/g, ' ').trim()
}
