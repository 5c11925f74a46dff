import { Extension } from '@tiptap/core'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

/**
 * Only an address that is written here becomes a link by itself. One that arrives (with the story, from somebody else, by undo) is as
 * whoever wrote it left it; each window that made a link of it would make an edit of its own.
 */
export const ownLinks = Extension.create({
  name: 'ownLinks',
  dispatchTransaction({ transaction, next }) {
    next(transaction.getMeta(ySyncPluginKey) === undefined ? transaction : transaction.setMeta('preventAutolink', true))
  },
})
