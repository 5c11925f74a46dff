import { Fragment, type Node } from '@tiptap/pm/model'
import { ownInsertion, type Author } from './author'
import { toCome, toGo } from './propose'
import { toRestyle } from './propose-restyle'
import { nearby, type Draft, type Step } from './step'
import type { Tag } from './tag'

/**
 * What is in a line after one step.
 * @param origin The own insertion that the old line was: its words had no mark of their own.
 */
export function unitsAfter(steps: readonly Step[], index: number, draft: Draft, origin: Tag | null, author: Author): Node[] {
  const step = steps[index]
  if (step === undefined || draft.words === 'leave out') return []
  if (step.do === 'edit') return [edited(step, draft, author)]
  const { token } = step
  if (token.kind === 'open' || token.kind === 'block') return []
  const { node } = token
  if (draft.words === 'leave alone') return [node]
  if (step.do === 'stay') return [origin !== null && draft.own === null ? toCome(author, restyled(step, node, origin, author), origin) : restyled(step, node, draft.own, author)]
  const tag = draft.own ?? nearby(steps, index, draft, author)
  if (step.do === 'come') return [draft.own === null ? toCome(author, node, tag) : withoutOwn(node, draft.own)]
  const isOwn = origin !== null && !isOthers(node, author)
  return isOwn ? [] : toGo(author, node, tag)
}

function restyled(step: Extract<Step, { do: 'stay' }>, node: Node, own: Tag | null, author: Author): Node {
  if (step.next.kind !== 'letter' || step.token.kind !== 'letter' || step.next.node.marks === node.marks) return node
  return own === null ? toRestyle(author, node, step.next.node, author.tag) : step.next.node
}

/** A footnote, its words with suggestions. */
function edited({ node, inside }: Extract<Step, { do: 'edit' }>, draft: Draft, author: Author): Node {
  const own = draft.own ?? ownInsertion(author, node)
  const line: Draft = { levels: [node], units: [], own, words: draft.words }
  for (const index of inside.keys()) line.units.push(...unitsAfter(inside, index, line, own, author))
  return node.copy(Fragment.fromArray(line.units))
}

/** In a line that is an insertion, its author's words need no mark of their own. */
function withoutOwn(unit: Node, { by }: Tag): Node {
  return unit.isText ? unit.mark(unit.marks.filter(({ type, attrs }) => !(type.name === 'inserted' && attrs['by'] === by && attrs['split'] === null))) : unit
}

const isOthers = (node: Node, { by }: Author): boolean => node.isText && node.marks.some(({ type, attrs }) => type.name === 'inserted' && attrs['by'] !== by)
