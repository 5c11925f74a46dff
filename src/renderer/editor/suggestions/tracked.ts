import type { Author } from '@shared/suggestions/author'
import { changesOf } from '@shared/suggestions/changes'
import { acceptedOffset, placeAtOffset } from '@shared/suggestions/places'
import { suggest } from '@shared/suggestions/suggest'
import { suggestAttributes } from '@shared/suggestions/suggest-attributes'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, Selection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Transform } from '@tiptap/pm/transform'
import { isFromElsewhere } from '../body/from-elsewhere'
import { becoming } from '../body/becoming'

const answered = 'suggestionsAnswered'

/** Marks a change as an answer to suggestions: it is no suggestion itself. */
export const asAnswer = (tr: Transaction): Transaction => tr.setMeta(answered, true)

/** Whether a change is none of somebody who edits here: an undo, a merge, or an answer. */
export function isLeftAlone(transaction: Transaction): boolean {
  return transaction.getMeta(answered) === true || isFromElsewhere(transaction)
}

/** The change that suggests what a change would do; the same, where it only concerns what its author had suggested before. */
export function asSuggestion(state: EditorState, transaction: Transaction, author: Author): Transaction {
  const { state: after, transactions } = state.applyTransaction(transaction)
  if (!transactions.includes(transaction)) return transaction
  const steps = transactions.flatMap((one) => one.steps)
  const whole = steps.reduce((tr, step) => tr.step(step), new Transform(state.doc))
  const doc = suggestAttributes(state.doc, steps, author) ?? suggest(state.doc, after.doc, author, changesOf(whole))
  if (doc.eq(after.doc)) return transaction
  const tr = becoming(state.tr, doc)
  tr.setSelection(selectionIn(tr.doc, state, after))
  for (const [key, value] of metaOf(transaction)) tr.setMeta(key, value)
  if (transaction.storedMarksSet) tr.setStoredMarks(transaction.storedMarks)
  return transaction.scrolledIntoView ? tr.scrollIntoView() : tr
}

/** What was said about a change, such as that it was pasted, is said about the suggestion, too. */
function metaOf(transaction: Transaction): [string, unknown][] {
  const meta: unknown = Reflect.get(transaction, 'meta')
  return typeof meta === 'object' && meta !== null ? Object.entries(meta) : []
}

/** The selection as it would be after the change itself: it stands at the same words. */
function selectionIn(doc: Node, before: EditorState, { doc: after, selection }: EditorState): Selection {
  const which = deletedForward(before, after) ? 'last' : 'first'
  const place = (at: number, side: 'first' | 'last' = which): number => placeAtOffset(doc, acceptedOffset(after, at), side)
  if (selection instanceof NodeSelection) {
    const at = place(selection.from, 'last')
    const node = doc.nodeAt(at)
    return node !== null && NodeSelection.isSelectable(node) ? NodeSelection.create(doc, at) : Selection.near(doc.resolve(at))
  }
  const [anchor, head] = [place(selection.anchor), place(selection.head)]
  const [$anchor, $head] = [doc.resolve(anchor), doc.resolve(head)]
  if (selection instanceof TextSelection && $anchor.parent.inlineContent && $head.parent.inlineContent) return TextSelection.create(doc, anchor, head)
  return selection instanceof TextSelection ? TextSelection.between($anchor, $head, 1) : Selection.near($head, 1)
}

/** Whether something behind the cursor was deleted: the cursor then stands behind it. */
function deletedForward({ doc, selection }: EditorState, after: Node): boolean {
  if (!selection.empty || after.content.size >= doc.content.size) return false
  const start = doc.content.findDiffStart(after.content)
  return start !== null && start >= selection.head
}
