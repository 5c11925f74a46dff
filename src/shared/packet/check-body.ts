import * as Y from 'yjs'
import { isSafeLinkAddress } from '../document/link-address'
import { documentSchema } from '../document/schema'
import { storyBody } from '../story/story-doc'

/** Blocks in blocks: nobody writes deeper, and a reader that went down without end would not come back. */
const deepest = 60
const mostNodes = 300_000

/**
 * What is wrong with the body of a story that came from elsewhere, as the end of a sentence; null when it is all of the schema. Whether
 * blocks stand where they may is not asked: two people's edits can meet in ways that neither wrote, and reading puts that right.
 */
export function bodyFault(doc: Y.Doc): string | null {
  const open: { readonly node: unknown; readonly depth: number }[] = storyBody(doc).toArray().map((node) => ({ node, depth: 1 }))
  let seen = 0
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next
    seen += 1
    if (depth > deepest || seen > mostNodes) return 'its text has more blocks in blocks than a text can have'
    const fault = node instanceof Y.XmlText ? textFault(node) : node instanceof Y.XmlElement && !(node instanceof Y.XmlHook) ? elementFault(node) : 'its text has a part that is no text'
    if (fault !== null) return fault
    if (node instanceof Y.XmlElement) for (const child of node.toArray()) open.push({ node: child, depth: depth + 1 })
  }
  return null
}

function elementFault(element: Y.XmlElement): string | null {
  const type = documentSchema.nodes[element.nodeName]
  if (type === undefined || type === documentSchema.topNodeType || type.isText) return `its text has a block that this Copydesk does not know (‘${element.nodeName.slice(0, 40)}’)`
  const attributes: Readonly<Record<string, unknown>> = element.getAttributes()
  return Object.values(attributes).every(isPlain) ? null : `a block of its text says something that can’t be read (‘${element.nodeName}’)`
}

function textFault(text: Y.XmlText): string | null {
  const delta: readonly { readonly insert?: unknown; readonly attributes?: Readonly<Record<string, unknown>> }[] = text.toDelta()
  for (const { insert, attributes = {} } of delta) {
    if (typeof insert !== 'string') return 'its text has a part that is no text'
    for (const [name, value] of Object.entries(attributes)) {
      const mark = documentSchema.marks[withoutHash(name)]
      if (mark === undefined || !isPlain(value)) return `its text is marked in a way that this Copydesk does not know (‘${name.slice(0, 40)}’)`
      if (mark.name === 'link' && !isSafeLinkAddress(hrefOf(value))) return 'its text has a link that leads where links may not lead'
    }
  }
  return null
}

/** Marks of one sort that may lie on each other are told apart by the start of a hash (y-tiptap). */
const withoutHash = (name: string): string => name.replace(/--[a-zA-Z0-9+/=]{8}$/, '')

function hrefOf(value: unknown): string {
  const href: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'href') : undefined
  return typeof href === 'string' ? href : ''
}

/** A value of JSON: no shared type that could change under whoever reads it, no bytes. */
export function isPlain(value: unknown, depth = 0): boolean {
  if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (depth > 20 || typeof value !== 'object') return false
  if (Array.isArray(value)) return value.every((entry) => isPlain(entry, depth + 1))
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every((entry) => isPlain(entry, depth + 1))
}
