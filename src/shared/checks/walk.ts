import { excerpt } from '../story/excerpt'
import type { DocumentNode } from '../story/revision'
import { plainText } from '../story/text'
import type { Place } from './finding'

/** A node of a body and where it is. */
export interface Placed {
  readonly node: DocumentNode
  readonly path: readonly number[]
}

/** Every check walks through the same body, which never changes. */
const walked = new WeakMap<DocumentNode, readonly Placed[]>()

/** Every node of a body, in reading order, with its path of child indexes. */
export function walk(body: DocumentNode): readonly Placed[] {
  const known = walked.get(body) ?? placedIn(body)
  walked.set(body, known)
  return known
}

function placedIn(body: DocumentNode): readonly Placed[] {
  const found: Placed[] = []
  const visit = (node: DocumentNode, path: readonly number[]): void => {
    found.push({ node, path })
    node.content?.forEach((child, index) => visit(child, [...path, index]))
  }
  body.content?.forEach((child, index) => visit(child, [index]))
  return found
}

/** The place of a node, with the first words that a person can find it by. */
export function inBody({ node, path }: Placed, words = plainText({ type: 'doc', content: [node] })): Place {
  return { in: 'body', path: [...path], excerpt: excerpt(words, 60) }
}

/** An attribute as text; empty when it is none. */
export function textAttribute(node: { readonly attrs?: Readonly<Record<string, unknown>> | undefined }, name: string): string {
  const value = node.attrs?.[name]
  return typeof value === 'string' ? value.trim() : ''
}
