import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import type { Author } from './author'
import type { Change } from './changes'
import { takenBack } from './propose-restyle'
import { trackBlocks } from './track-blocks'
import { trackLine } from './track-line'
import { withoutInherited } from './without-inherited'

/**
 * The text with what somebody did to it as suggestions. Rejecting all of them gives what rejecting gave before; accepting all of
 * them gives what was done.
 * @param changes Where it changed, in order and apart; without them all of it is compared.
 */
export function suggest(before: Node, after: Node, author: Author, changes: readonly Change[] = []): Node {
  const wanted = withoutInherited(before, after, changes)
  const knowing = { ...author, takesBack: takenBack(author, before, wanted, changes) }
  return inLines(before, wanted, knowing, changes) ?? before.copy(Fragment.from(trackBlocks(before.children, wanted.children, knowing)))
}

/** Changes of words alone, each a suggestion of its own; null when more than words changed. */
function inLines(before: Node, after: Node, author: Author, changes: readonly Change[]): Node | null {
  const lines = new Map<number, Change[]>()
  for (const change of changes) {
    const start = lineOfChange(before, after, change)
    if (start === null) return null
    lines.set(start, [...(lines.get(start) ?? []), change])
  }
  let doc: Node | null = lines.size === 0 ? null : before
  // From the end, so that what is before keeps its place.
  for (const [start, within] of [...lines].reverse()) {
    const content = trackLine(before, after, start, within, author)
    if (doc === null || content === null) return null
    doc = doc.replace(start, before.resolve(start).end(), new Slice(content, 0, 0))
  }
  return doc
}

/** Where the line begins that a change lies in, on both sides; null when it is about more than words of one line. */
function lineOfChange(before: Node, after: Node, { from, to, newFrom, newTo }: Change): number | null {
  const [$from, $newFrom] = [before.resolve(from), after.resolve(newFrom)]
  if (!$from.parent.inlineContent || !$newFrom.parent.inlineContent || !$from.sameParent(before.resolve(to)) || !$newFrom.sameParent(after.resolve(newTo))) return null
  return $from.parent.sameMarkup($newFrom.parent) && $from.depth === $newFrom.depth ? $from.start() : null
}
