import type { Node } from '@tiptap/pm/model'
import { openSuggestions } from './open-suggestions'
import { withoutSuggestions } from './settle'

/** What a suggestion is about: a field, or a place in the text. */
export type AboutSuggestion = WhereOpen | { readonly id: string; readonly field: string }

/** Where a suggestion stands in the text that readers get: the block that it is in, or the one before it. */
export interface WhereOpen {
  readonly id: string
  readonly path: readonly number[]
  readonly words: string
}

/** The place of each open suggestion, as one finds it in the body without them. */
export function whereOpen(doc: Node): WhereOpen[] {
  const open = openSuggestions(doc)
  if (open.length === 0) return []
  const last = withoutSuggestions(doc).childCount - 1
  return open.map(({ id, from }) => {
    const index = doc.resolve(from).index(0)
    const before = doc.children.slice(0, index).filter(({ attrs }) => attrs['inserted'] === null).length
    return { id, path: [Math.min(before, last)], words: doc.maybeChild(index)?.textContent ?? '' }
  })
}
