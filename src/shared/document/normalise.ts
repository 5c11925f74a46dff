import { Fragment, type ContentMatch, type Mark, type Node, type NodeType } from '@tiptap/pm/model'
import type { DocumentMark, DocumentNode } from '../story/revision'
import { suggestionAttributes } from '../suggestions/names'
import { withoutSuggestions } from '../suggestions/settle'
import { laterAttributes } from './later-attributes'
import { documentSchema } from './schema'

/**
 * A body as the schema allows it, whatever it was: unknown nodes give way to their content, unknown marks and attributes
 * fall away, text that stands alone gets a paragraph (and a list item, or a cell), what is required and missing is filled in. Pieces of text that look
 * the same are one, and marks have one order, so that the same content always gives the same JSON. What is only suggested is left
 * out, as if it had been rejected. Never fails.
 */
export function normaliseBody(body: unknown): DocumentNode {
  return plain(withoutSuggestions(bodyWithSuggestions(body)))
}

/** A body as the schema allows it, with what is only suggested. Never fails. */
export function bodyWithSuggestions(body: unknown): Node {
  const content = fit(documentSchema.topNodeType, childrenOf(body))
  const doc = documentSchema.topNodeType.createAndFill(null, content) ?? documentSchema.topNodeType.createAndFill()
  if (doc === null) throw new TypeError('The schema has no empty document')
  return doc
}

/** ProseMirror's own JSON, without the prototypes of its attributes, and without the later attributes that say nothing. */
function plain(node: Node): DocumentNode {
  const json: DocumentNode = JSON.parse(JSON.stringify(node.toJSON()))
  return withoutSilent(json)
}

function withoutSilent({ type, attrs, content, ...rest }: DocumentNode): DocumentNode {
  const loud = loudAttributes(type, attrs)
  return { type, ...(loud !== undefined && { attrs: loud }), ...(content !== undefined && { content: content.map(withoutSilent) }), ...rest }
}

function loudAttributes(type: string, attrs: DocumentNode['attrs']): DocumentNode['attrs'] {
  if (attrs === undefined) return attrs
  const later = [...suggestionAttributes, ...(laterAttributes[type] ?? [])]
  const said = documentSchema.nodes[type]?.spec.attrs
  const loud = Object.entries(attrs).filter(([name, value]) => !later.includes(name) || value !== said?.[name]?.default)
  return loud.length === 0 ? undefined : Object.fromEntries(loud)
}

/** The nodes that the children of something stand for; lists in lists are flattened. */
function childrenOf(raw: unknown): Node[] {
  const content: unknown = isRecord(raw) ? raw['content'] : undefined
  return Array.isArray(content) ? content.flat(Infinity).flatMap(nodesOf) : []
}

function nodesOf(raw: unknown): Node[] {
  if (!isRecord(raw) || typeof raw['type'] !== 'string') return []
  if (raw['type'] === 'text') return typeof raw['text'] === 'string' && raw['text'] !== '' ? [documentSchema.text(raw['text'], marksOf(raw['marks']))] : []
  const type = documentSchema.nodes[raw['type']]
  const children = childrenOf(raw)
  if (type === undefined || type === documentSchema.topNodeType) return children
  const content = fit(type, children)
  // A gallery has no place for words: it gives way to what was in it.
  if (wordsOf(content.content) !== wordsOf(children)) return children
  const node = type.createAndFill(attributesOf(raw['attrs']), content, type.isInline ? marksOf(raw['marks']) : [])
  return node === null ? children : [node]
}

const wordsOf = (nodes: readonly Node[]): string => nodes.map((node) => (node.isText ? (node.text ?? '') : node.textContent)).join('')

/** Those children that a node of this type can have, in their order; the others are wrapped, opened up or left out. */
function fit(type: NodeType, children: readonly Node[]): Fragment {
  const waiting = [...children]
  const fitting: Node[] = []
  let match = type.contentMatch
  for (let child = waiting.shift(); child !== undefined; child = waiting.shift()) {
    const next = match.matchType(child.type)
    const filler = next === null ? match.fillBefore(Fragment.from(child)) : Fragment.empty
    const after = next ?? filler?.content.reduce((state, node) => state?.matchType(node.type) ?? null, nullable(match))?.matchType(child.type)
    if (after && filler) {
      fitting.push(...filler.content, child.mark(child.marks.filter((mark) => type.allowsMarkType(mark.type))))
      match = after
    } else {
      waiting.unshift(...standIns(match, child, waiting))
    }
  }
  return Fragment.from(fitting)
}

const nullable = <T>(value: T): T | null => value

/** What stands for a child that does not fit: the child in what can hold it there, or else the child's own children. */
function standIns(match: ContentMatch, child: Node, waiting: Node[]): Node[] {
  const wrappers = match.findWrapping(child.type) ?? []
  if (wrappers.length === 0) return child.content.content.slice()
  const together = [child]
  while (child.isInline && waiting[0]?.isInline) together.push(...waiting.splice(0, 1))
  return wrappers.reduceRight<Node[]>((inside, wrapper) => {
    const wrapped = wrapper.createAndFill(null, fit(wrapper, inside))
    return wrapped === null ? [] : [wrapped]
  }, together)
}

function marksOf(raw: unknown): readonly Mark[] {
  const marks = Array.isArray(raw) ? raw.flatMap(markOf) : []
  return marks.reduce<readonly Mark[]>((set, mark) => mark.addToSet(set), [])
}

function markOf(raw: unknown): Mark[] {
  const mark: Partial<DocumentMark> = isRecord(raw) ? raw : {}
  const type = typeof mark.type === 'string' ? documentSchema.marks[mark.type] : undefined
  return type === undefined ? [] : [type.create(attributesOf(mark.attrs))]
}

/** Attributes without those that are not set, so that the schema's defaults stand in. */
function attributesOf(raw: unknown): Record<string, unknown> | null {
  return isRecord(raw) ? Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined && isJson(value))) : null
}

/** Whether a value survives JSON: no bytes, no functions, no numbers that JSON can't say. */
function isJson(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (Array.isArray(value)) return value.every(isJson)
  return isRecord(value) && Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isJson)
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
