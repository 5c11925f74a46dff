import { storyBody } from '@shared/story/story-doc'
import { Extension, type Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type { StorySession } from '../../story/story-session'
import { becoming } from './becoming'
import { isFromElsewhere } from './from-elsewhere'

/**
 * Undo, and what others wrote, change the text where it differs and nowhere else. y-tiptap puts the whole text anew: every line under a word
 * would go and be drawn again, every block be read, counted and checked once more.
 */
export const smallMerges = (session: StorySession): Extension =>
  Extension.create({
    name: 'smallMerges',
    // The first to look: all others see the change as it is.
    priority: 3000,
    dispatchTransaction({ transaction, next }) {
      if (!isFromElsewhere(transaction) || !transaction.docChanged) return next(transaction)
      const small = smaller(this.editor, transaction)
      keepNodesKnown(session, this.editor, small.doc)
      next(small)
    },
  })

/** The same change, told as small as it is. */
function smaller({ state }: Editor, whole: Transaction): Transaction {
  const small = becoming(state.tr, whole.doc)
  if (whole.selectionSet) small.setSelection(whole.selection.getBookmark().resolve(small.doc))
  for (const said of ['addToHistory', ySyncPluginKey]) small.setMeta(said, whole.getMeta(said))
  return whole.scrolledIntoView ? small.scrollIntoView() : small
}

/** y-tiptap compares its own nodes with those of the text, by identity first, when the next letter is told; those that stayed are meant. */
function keepNodesKnown(session: StorySession, { state }: Editor, doc: Node): void {
  const known = ySyncPluginKey.getState(state)?.binding?.mapping
  const elements = storyBody(session.doc).toArray()
  if (!(known instanceof Map) || elements.length !== doc.childCount) return
  for (const [index, element] of elements.entries()) if (known.has(element)) known.set(element, doc.child(index))
}
