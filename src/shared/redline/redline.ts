import type { Kind } from '../story/kind'
import { revisionId, type Revision } from '../story/revision'
import { blockChanges } from './block-changes'
import { countChanges } from './count-changes'
import { fieldChanges } from './field-changes'
import type { Redline } from './redline-shape'

/**
 * What a reader would have to be told who knows `before` and is given `after`. The body is told block by block: blocks that
 * are the same to the last mark are kept, and of the others each deleted one is paired with the inserted one that shares
 * enough of its words; those two are told word by word. Nothing that differs in kind, fields or body goes untold.
 * @param kind Gives the fields their names and their order.
 */
export function redline(before: Revision | null, after: Revision, kind?: Kind): Redline {
  const fields = fieldChanges(before, after, kind)
  const blocks = blockChanges(before, after)
  const counts = countChanges({ fields, blocks })
  return {
    from: before === null ? null : revisionId(before),
    to: revisionId(after),
    fields,
    blocks,
    counts,
    total: Object.values(counts).reduce((sum, count) => sum + count, 0),
  }
}
