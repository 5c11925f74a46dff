import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'

/** A change that makes one text of another, as small as it can be told in one step. */
export function becoming(tr: Transaction, doc: Node): Transaction {
  const start = tr.doc.content.findDiffStart(doc.content)
  const end = tr.doc.content.findDiffEnd(doc.content)
  if (start === null || end === null) return tr
  // What is alike from the front and from the back may overlap, as in ‘aa’ that becomes ‘aaa’.
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  return tr.replace(start, end.a + overlap, doc.slice(start, end.b + overlap))
}
