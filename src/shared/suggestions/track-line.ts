import { Fragment, type Node } from '@tiptap/pm/model'
import { ownInsertion, type Author } from './author'
import { unitsAfter } from './build-units'
import type { Change } from './changes'
import type { Draft, Step } from './step'
import type { Tag } from './tag'
import { sameToken, unitsOf, type Token } from './tokens'
import { stepsBetween } from './track-run'

/** What is in a line after some changes of its words, told as suggestions; null when they are not all that changed there. */
export function trackLine(before: Node, after: Node, start: number, changes: readonly Change[], author: Author): Fragment | null {
  const $start = before.resolve(start)
  const newStart = after.resolve(changes[0]?.newFrom ?? 0).start()
  const [old, next] = [unitsOf($start.parent.content.content), unitsOf(after.resolve(newStart).parent.content.content)]
  const [oldAt, nextAt] = [placesOf(old), placesOf(next)]
  const draft: Draft = { levels: [$start.parent], units: [], own: ownAround(before, start, author), words: 'track' }
  let [from, newFrom] = [0, 0]
  const ends = [...changes.map((change, index) => ({ change, index })), null]
  for (const end of ends) {
    const [to, newTo] = end === null ? [old.length, next.length] : [oldAt.get(end.change.from - start), nextAt.get(end.change.newFrom - newStart)]
    if (to === undefined || newTo === undefined || to - from !== newTo - newFrom) return null
    const same = old.slice(from, to).map((token, index): Step => ({ do: 'stay', token, next: next[newFrom + index] ?? token }))
    if (!same.every((step) => step.do === 'stay' && sameToken(step.token, step.next))) return null
    build(same, draft, author)
    if (end === null) break
    const [last, newLast] = [oldAt.get(end.change.to - start), nextAt.get(end.change.newTo - newStart)]
    if (last === undefined || newLast === undefined) return null
    const steps = [...stepsBetween(old.slice(to, last), next.slice(newTo, newLast), 'whole'), ...old.slice(last, last + 1).map((token): Step => ({ do: 'stay', token, next: token }))]
    build(steps, draft, { ...author, tag: numbered(author.tag, end.index) }, steps.length - (last < old.length ? 1 : 0))
    ;[from, newFrom] = [last, newLast]
  }
  return Fragment.fromArray(draft.units)
}

/** Adds what steps make; those behind `count` only say what follows. */
function build(steps: readonly Step[], draft: Draft, author: Author, count = steps.length): void {
  for (let index = 0; index < count; index++) draft.units.push(...unitsAfter(steps, index, draft, draft.own, author))
}

/** Changes at several places at once are suggestions of their own. */
const numbered = (tag: Tag, index: number): Tag => (index === 0 ? tag : { ...tag, id: `${tag.id}.${index}` })

/** The number of each token by its place in the line, and of the end. */
function placesOf(tokens: readonly Token[]): Map<number, number> {
  const places = new Map<number, number>()
  let place = 0
  for (const [index, token] of tokens.entries()) {
    places.set(place, index)
    if (token.kind !== 'open') place += token.node.nodeSize
  }
  return places.set(place, tokens.length)
}

function ownAround(doc: Node, start: number, author: Author): Tag | null {
  const $start = doc.resolve(start)
  for (let depth = $start.depth; depth > 0; depth--) {
    const own = ownInsertion(author, $start.node(depth))
    if (own !== null) return own
  }
  return null
}
