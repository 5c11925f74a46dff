import type { Node } from '@tiptap/pm/model'
import { AttrStep, Transform, type Step } from '@tiptap/pm/transform'
import { ownInsertion, type Author } from './author'
import { suggestionAttributes } from './names'
import { setAttributes } from './propose'
import { readTurns } from './tag'

/**
 * The text with changed attributes of its blocks as suggestions; null when a change is about more than attributes. A block keeps what
 * it has, so setting an attribute to that again takes the suggestion back.
 */
export function suggestAttributes(before: Node, steps: readonly Step[], author: Author): Node | null {
  const tr = new Transform(before)
  for (const step of steps) {
    if (!(step instanceof AttrStep)) return null
    const { pos, attr, value } = step
    const node = tr.doc.nodeAt(pos)
    if (node === null || suggestionAttributes.some((name) => name === attr)) return null
    if (isOwn(tr.doc, pos, author)) {
      tr.setNodeAttribute(pos, attr, value)
      continue
    }
    const turns = readTurns(node.attrs['turned'])
    const others = turns.filter(({ by }) => by !== author.by)
    const mine = setAttributes(node, turns.find(({ by }) => by === author.by), { [attr]: value }, author.tag)
    const all = mine === null ? others : [...others, mine]
    tr.setNodeAttribute(pos, 'turned', all.length === 0 ? null : all)
  }
  return steps.length === 0 ? null : tr.doc
}

/** Whether a block is, or is in, what its author had suggested to insert. */
function isOwn(doc: Node, place: number, author: Author): boolean {
  const $place = doc.resolve(place)
  const around = Array.from({ length: $place.depth }, (_, depth) => $place.node(depth + 1))
  return [...around, $place.nodeAfter].some((node) => node !== null && ownInsertion(author, node) !== null)
}
