import { isSuggestion } from '@shared/suggestions/plain'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'

/**
 * A change by somebody who writes, not suggests: words that are typed among suggested ones are simply there. (Looks at one step, so a
 * letter costs nothing more.)
 */
export function withoutTakenOn(state: EditorState, transaction: Transaction): Transaction {
  const [step] = transaction.steps
  if (transaction.steps.length !== 1 || !(step instanceof ReplaceStep)) return transaction
  const { from, slice } = step
  const { firstChild } = slice.content
  if (slice.content.childCount !== 1 || firstChild?.isText !== true || slice.openStart > 0) return transaction
  const around = state.doc.resolve(from).marks()
  const taken = firstChild.marks.filter((mark) => isSuggestion(mark) && around.some((other) => other.eq(mark)))
  return taken.reduce((tr, mark) => tr.removeMark(from, from + firstChild.nodeSize, mark), transaction)
}
