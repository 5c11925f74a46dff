import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import { canJoin, canSplit, findWrapping, liftTarget, Transform } from '@tiptap/pm/transform'
import * as fc from 'fast-check'
import { normaliseBody } from '../../../src/shared/document/normalise'
import { documentSchema } from '../../../src/shared/document/schema'
import type { Author } from '../../../src/shared/suggestions/author'
import { changesOf } from '../../../src/shared/suggestions/changes'
import { suggest } from '../../../src/shared/suggestions/suggest'
import { isSafeLinkAddress } from '../../../src/shared/document/link-address'
import { anyBody } from '../document/arbitrary-body'
import type { DocumentNode } from '../../../src/shared/story/revision'

/** A body as a story has it: links lead where links may lead, and a break or a footnote has no formatting of its own, which Yjs would not store. */
export const storyBody: fc.Arbitrary<Node> = anyBody.map((body) => documentSchema.nodeFromJSON(normaliseBody(stored(body))))

function stored(node: DocumentNode): DocumentNode {
  const marks = node.type === 'text' ? node.marks?.filter(({ type, attrs }) => type !== 'link' || isSafeLinkAddress(String(attrs?.['href'] ?? ''))) : []
  return { ...node, marks: marks ?? [], ...(node.content && { content: node.content.map(stored) }) }
}

/** A body whose words all look the same: two people who write at the same place where formatting begins can make it begin elsewhere, suggestions or not. */
export const plainBody: fc.Arbitrary<Node> = storyBody.map((body) => documentSchema.nodeFromJSON(normaliseBody(unformatted(body.toJSON()))))

const unformatted = ({ marks: _formatting, ...node }: DocumentNode): DocumentNode => ({ ...node, ...(node.content && { content: node.content.map(unformatted) }) })

/** Something that a person does to a text: what, and where, in thousandths of the text. */
export const anyEdit = fc.record({
  what: fc.constantFrom('type', 'type', 'break', 'delete', 'delete', 'replace', 'paste', 'split', 'join', 'bold', 'plain', 'heading', 'wrap', 'lift', 'move', 'remove', 'insert', 'attribute', 'cut word'),
  from: fc.integer({ min: 0, max: 1000 }),
  length: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 60 }) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 1000 }) }),
  text: fc.constantFrom('x', 'word ', 'ü', '😀', 'a¶b'),
  by: fc.constantFrom('a'.repeat(32), 'b'.repeat(32)),
})
export type Edit = (typeof anyEdit) extends fc.Arbitrary<infer T> ? T : never

/** What an edit makes of a text, done plainly. Nothing, where it can't be done. */
export function perform(doc: Node, { what, from: start, length, text }: Edit): Transform {
  const tr = new Transform(doc)
  const size = doc.content.size
  const from = Math.floor((start / 1000) * size)
  const to = Math.min(size, from + Math.ceil((length / 1000) * size))
  const $from = doc.resolve(from)
  try {
    edits[what](tr, { doc, from, to, text, $from })
  } catch {
    return new Transform(doc)
  }
  return tr
}

interface At {
  readonly doc: Node
  readonly from: number
  readonly to: number
  readonly text: string
  readonly $from: ReturnType<Node['resolve']>
}

const { nodes } = documentSchema
const paragraph = (text: string): Node => nodes['paragraph']!.create(null, documentSchema.text(text))

function onWords({ doc }: Transform, from: number, to: number, format: (from: number, to: number) => unknown): void {
  doc.nodesBetween(from, to, (node, place) => {
    if (node.isText) format(Math.max(from, place), Math.min(to, place + node.nodeSize))
  })
}

const edits: Record<Edit['what'], (tr: Transform, at: At) => unknown> = {
  type: (tr, { from, text, $from }) => $from.parent.inlineContent && tr.insert(from, documentSchema.text(text, $from.marks())),
  break: (tr, { from, $from }) => $from.parent.isTextblock && tr.insert(from, nodes['hardBreak']!.create()),
  delete: (tr, { from, to }) => tr.deleteRange(from, to),
  replace: (tr, { from, to, text, $from }) => $from.parent.inlineContent && tr.replaceRangeWith(from, to, documentSchema.text(text)),
  paste: (tr, { from, to, text }) => tr.replaceRange(from, to, new Slice(Fragment.from([paragraph(text), paragraph('two'), paragraph('three')]), 1, 1)),
  split: (tr, { from, $from }) => {
    const depth = $from.depth > 1 && $from.node(-1).type.name === 'listItem' ? 2 : 1
    if ($from.parent.isTextblock && canSplit(tr.doc, from, depth)) tr.split(from, depth)
  },
  join: (tr, { $from }) => {
    const place = $from.depth > 0 ? $from.before($from.depth > 1 ? $from.depth - 1 : 1) : $from.pos
    if (canJoin(tr.doc, place)) tr.join(place)
    else if ($from.depth > 1 && canJoin(tr.doc, $from.before())) tr.join($from.before())
  },
  bold: (tr, { from, to }) => onWords(tr, from, to, (start, end) => tr.addMark(start, end, documentSchema.mark('bold'))),
  plain: (tr, { from, to }) => onWords(tr, from, to, (start, end) => ['bold', 'italic', 'code', 'link'].forEach((mark) => tr.removeMark(start, end, documentSchema.marks[mark]))),
  heading: (tr, { from, to }) => tr.setBlockType(from, to, nodes['heading']!, { level: 3 }),
  wrap: (tr, { $from, doc, to }) => {
    const range = $from.blockRange(doc.resolve(to))
    const wrapping = range && (findWrapping(range, nodes['bulletList']!) ?? findWrapping(range, nodes['blockquote']!))
    if (range && wrapping) tr.wrap(range, wrapping)
  },
  lift: (tr, { $from, doc, to }) => {
    const range = $from.blockRange(doc.resolve(to))
    const target = range && liftTarget(range)
    if (range && target !== null) tr.lift(range, target)
  },
  move: (tr, { doc, from }) => {
    const index = doc.resolve(from).index(0)
    const block = doc.maybeChild(index)
    if (block === null || index === 0) return
    const place = doc.resolve(from).posAtIndex(index, 0)
    tr.delete(place, place + block.nodeSize).insert(doc.resolve(from).posAtIndex(index - 1, 0), block)
  },
  remove: (tr, { doc, from }) => {
    const index = doc.resolve(from).index(0)
    const block = doc.maybeChild(index)
    if (block !== null && doc.childCount > 1) tr.delete(doc.resolve(from).posAtIndex(index, 0), doc.resolve(from).posAtIndex(index + 1, 0))
  },
  insert: (tr, { doc, from, text }) => tr.insert(doc.resolve(from).posAtIndex(doc.resolve(from).index(0), 0), [paragraph(text), nodes['horizontalRule']!.create()]),
  attribute: (tr, { doc, from, text }) => {
    doc.nodesBetween(from, doc.content.size, (node, place) => {
      if (tr.docChanged) return false
      if (node.type.name === 'heading') tr.setNodeAttribute(place, 'level', 4)
      if (node.type.name === 'figure') tr.setNodeAttribute(place, 'caption', text)
      if (node.type.name === 'taskItem') tr.setNodeAttribute(place, 'checked', true)
      return true
    })
  },
  'cut word': (tr, { from, $from }) => $from.parent.inlineContent && $from.parentOffset > 0 && tr.delete(from - 1, from),
}

let number = 0

export const authorOf = (by: string): Author => ({ by, tag: { id: `s${++number}`, by, at: new Date(1_700_000_000_000 + number * 1000).toISOString() } })

/** The text with an edit as a suggestion, and what the edit made of it. */
export function suggested(doc: Node, edit: Edit): { readonly doc: Node; readonly plain: Node } {
  const tr = perform(doc, edit)
  return { doc: tr.docChanged ? suggest(doc, tr.doc, authorOf(edit.by), changesOf(tr)) : doc, plain: tr.doc }
}
