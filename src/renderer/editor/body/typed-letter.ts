import type { Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'

/** The one letter that a transaction puts between others, with nothing said about it; null for any other change. */
export function typedLetter(transaction: Transaction): string | null {
  const [step] = transaction.steps
  if (transaction.steps.length !== 1 || !(step instanceof ReplaceStep) || transaction.getMeta('addToHistory') === false) return null
  const { from, to, slice } = step
  const isLetter = from === to && slice.openStart === 0 && slice.openEnd === 0 && slice.content.childCount === 1 && slice.size <= 2
  return isLetter ? (slice.content.firstChild?.text ?? null) : null
}
