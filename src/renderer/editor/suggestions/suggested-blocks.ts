import { authorColour } from '@shared/suggestions/author-colour'
import { readTag, readTags, readTurns } from '@shared/suggestions/tag'
import { describePart } from '@shared/suggestions/describe'
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** Marks blocks that are suggested to come, to go, to be joined or to become something else. What happens elsewhere costs nothing: only blocks that a change touched are looked at. */
export const suggestedBlocks = Extension.create({
  name: 'suggestedBlocks',
  addProseMirrorPlugins: () => {
    const plugin: Plugin<DecorationSet> = new Plugin<DecorationSet>({
      state: {
        init: (_config, { doc }) => DecorationSet.create(doc, decorationsIn(doc, 0, doc.content.size)),
        apply: (tr, set) => (tr.docChanged ? looked(tr, set.map(tr.mapping, tr.doc)) : set),
      },
      props: { decorations: (state) => plugin.getState(state) },
    })
    return [plugin]
  },
})

function looked(tr: Transaction, set: DecorationSet): DecorationSet {
  let next = set
  for (const [from, to] of touched(tr)) {
    const found = decorationsIn(tr.doc, from, to)
    const known = next.find(from, to).filter((one) => one.from >= from && one.to <= to)
    if (found.length + known.length > 0) next = next.remove(known).add(tr.doc, found)
  }
  return next
}

/** The blocks of the text that a change touched, as stretches of whole blocks. */
function touched({ steps, mapping, doc }: Transaction): (readonly [number, number])[] {
  const stretches: (readonly [number, number])[] = []
  for (const [index, step] of steps.entries()) {
    const later = mapping.slice(index + 1)
    const add = (from: number, to: number): void => void stretches.push(wholeBlocks(doc, later.map(from, -1), later.map(to, 1)))
    step.getMap().forEach((_from, _to, from, to) => add(from, to))
    // A step that only changes an attribute moves nothing.
    const place: unknown = Reflect.get(step, 'pos')
    if (typeof place === 'number') add(place, place + 1)
  }
  return stretches
}

function wholeBlocks(doc: Node, from: number, to: number): readonly [number, number] {
  const [$from, $to] = [doc.resolve(Math.min(from, doc.content.size)), doc.resolve(Math.min(to, doc.content.size))]
  return [$from.depth > 0 ? $from.before(1) : $from.pos, $to.depth > 0 ? $to.after(1) : $to.pos]
}

function decorationsIn(doc: Node, from: number, to: number): Decoration[] {
  const found: Decoration[] = []
  doc.nodesBetween(from, to, (node, place) => {
    const look = node.isText ? null : lookOf(node)
    if (look !== null) found.push(Decoration.node(place, place + node.nodeSize, look))
    return !node.inlineContent || node.childCount > 0
  })
  return found
}

/** Class and label of a node about which something is suggested; null for all others. */
function lookOf(node: Node): Record<string, string> | null {
  const { inserted = null, deleted = null, joined = null, turned = null } = node.attrs
  if (inserted === null && deleted === null && joined === null && turned === null) return null
  const tag = readTags(deleted)[0] ?? (inserted === null ? undefined : readTag(inserted)) ?? readTurns(turned)[0] ?? readTags(joined)[0]
  const turns = readTurns(turned).map((turn) => describePart({ does: 'turn', block: node, turn }).label)
  const kinds = [inserted !== null && 'inserted', deleted !== null && 'deleted', joined !== null && 'joined', turned !== null && 'turned'].filter((kind) => kind !== false)
  const where = node.isInline ? 'suggested-inline' : 'suggested-block'
  return {
    class: [where, ...kinds.map((kind) => `${where}--${kind}`)].join(' '),
    'data-colour': String(authorColour(tag?.by)),
    ...(turns.length > 0 && { 'data-suggested': turns.join(' · ') }),
  }
}
