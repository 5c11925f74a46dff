import { Extension } from '@tiptap/core'
import { isFromElsewhere } from '../from-elsewhere'
import { typedLetter } from '../typed-letter'

/**
 * Only an address that is written here becomes a link by itself. One that arrives (with the story, from somebody else, by undo) is as
 * whoever wrote it left it; each window that made a link of it would make an edit of its own. A letter within a word ends no address: nobody
 * looks for one.
 */
export const ownLinks = Extension.create({
  name: 'ownLinks',
  dispatchTransaction({ transaction, next }) {
    next(isFromElsewhere(transaction) || /\S/u.test(typedLetter(transaction) ?? '') ? transaction.setMeta('preventAutolink', true) : transaction)
  },
})
