import type { Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

/** Whether a change came from the story's document: an undo, or what others wrote. */
export const isFromElsewhere = (transaction: Transaction): boolean => said(transaction, 'isChangeOrigin')

/** Whether a change is what somebody else wrote. */
export const isFromOthers = (transaction: Transaction): boolean => isFromElsewhere(transaction) && !said(transaction, 'isUndoRedoOperation')

function said(transaction: Transaction, name: string): boolean {
  const meta: unknown = transaction.getMeta(ySyncPluginKey)
  return typeof meta === 'object' && meta !== null && Reflect.get(meta, name) === true
}
