import type { Node } from '@tiptap/pm/model'
import { ownDeletion, ownInsertion, type Author } from './author'
import type { Tag } from './tag'
import type { Token } from './tokens'

/** What becomes of a token, or of a footnote's words. */
export type Step =
  | { readonly do: 'stay'; readonly token: Token; readonly next: Token }
  | { readonly do: 'go' | 'come'; readonly token: Token }
  | { readonly do: 'edit'; readonly node: Node; readonly inside: readonly Step[] }

/** A line that is being put together. */
export interface Draft {
  /** From the outside to the block that has the words. */
  readonly levels: readonly Node[]
  readonly units: Node[]
  /** The author's own insertion that the whole line is: in it nothing needs to be suggested. */
  readonly own: Tag | null
  /** A line that goes as a whole keeps its words as they are, or goes for good, when it was the author's own. */
  readonly words: 'track' | 'leave alone' | 'leave out'
}

/** The suggestion that a change belongs to: what is changed next to an own suggestion goes on with it. */
export function nearby(steps: readonly Step[], index: number, { units }: Pick<Draft, 'units'>, author: Author): Tag {
  const before = units.at(-1)
  const own = before === undefined ? null : tagOf(before, author)
  if (own !== null) return own
  for (let at = index; at < steps.length; at++) {
    const step = steps[at]
    if (step?.do === 'stay') return (step.token.kind === 'letter' || step.token.kind === 'inline' ? tagOf(step.token.node, author) : null) ?? author.tag
  }
  return author.tag
}

const tagOf = (node: Node, author: Author): Tag | null => ownInsertion(author, node) ?? ownDeletion(author, node)
