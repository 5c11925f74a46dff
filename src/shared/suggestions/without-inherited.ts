import type { Mark, Node, ResolvedPos } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'
import type { Change } from './changes'
import { isSuggestion } from './plain'

/**
 * The text without the suggestions that new words took on only because they were written among suggested ones: who writes into words
 * that are to go does not write words that are to go.
 */
export function withoutInherited(before: Node, after: Node, changes: readonly Change[]): Node {
  const tr = new Transform(after)
  for (const { from, to, newFrom, newTo } of changes) {
    const $newFrom = after.resolve(newFrom)
    if (newFrom === newTo || !$newFrom.parent.inlineContent || !$newFrom.sameParent(after.resolve(newTo))) continue
    for (const mark of beside(before.resolve(from), before.resolve(to))) tr.removeMark(newFrom, newTo, mark)
  }
  return tr.doc
}

/** The suggestions about the words at both ends of a stretch. */
const beside = ($from: ResolvedPos, $to: ResolvedPos): Mark[] => [$from.nodeBefore, $to.nodeAfter].flatMap((node) => node?.marks.filter(isSuggestion) ?? [])
