import type { Author } from '@shared/suggestions/author'
import { copied } from '@shared/suggestions/copied'
import { Extension } from '@tiptap/core'
import type { Mark } from '@tiptap/pm/model'
import { Plugin, TextSelection, type EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { useApp } from '../../app/app-store'
import type { StorySession } from '../../story/story-session'
import { inform } from '../../ui/notices'
import { withoutTakenOn } from './plain-typing'
import { isSuggesting, viewOf } from './suggest-mode'
import { asSuggestion, isLeftAlone } from './tracked'

/**
 * While one suggests, what is done to the text becomes suggestions. What comes from elsewhere (an undo, another window, a merge) and
 * answers to suggestions pass as they are.
 */
export const suggesting = (session: StorySession): Extension => {
  let isTracking = false
  return Extension.create({
    name: 'suggesting',
    // The last to look: it gets what all others have made of a change.
    priority: 1,
    dispatchTransaction({ transaction, next }) {
      if (!transaction.docChanged || isLeftAlone(transaction)) return next(transaction)
      const { state, view } = this.editor
      if (viewOf(session.id) !== 'all') return inform('The text is only shown for reading now. Go back to the suggestions to change it.')
      if (!isSuggesting(session.id)) return next(view.composing ? transaction : withoutTakenOn(state, transaction))
      const tracked = asSuggestion(state, transaction, authorNow())
      isTracking = tracked !== transaction
      try {
        next(tracked)
      } finally {
        isTracking = false
      }
    },
    addProseMirrorPlugins: () => [
      new Plugin({
        // What plugins would add to a change is part of what was made a suggestion of; it must not happen once more, and for real.
        filterTransaction: (transaction) => !(isTracking && transaction.docChanged && transaction.getMeta('appendedTransaction') !== undefined),
        props: {
          transformCopied: copied,
          handleKeyDown: (view, event) => {
            if (isSuggesting(session.id)) stepOverDeleted(view, event)
            return false
          },
          handleDOMEvents: {
            compositionstart: (view) => {
              if (isSuggesting(session.id)) composeAsInserted(view)
              return false
            },
          },
        },
      }),
    ],
  })
}

function authorNow(): Author {
  const by = useApp.getState().desk?.currentMember ?? ''
  return { by, tag: { id: crypto.randomUUID().slice(0, 13), by, at: new Date().toISOString() } }
}

/** Deleting goes on behind words that are deleted already. */
function stepOverDeleted({ state, dispatch }: EditorView, event: KeyboardEvent): void {
  const back = event.key === 'Backspace'
  if ((!back && event.key !== 'Delete') || !(state.selection instanceof TextSelection) || !state.selection.empty) return
  const place = besideDeleted(state, back)
  if (place !== state.selection.head) dispatch(state.tr.setSelection(TextSelection.create(state.doc, place)))
}

function besideDeleted({ doc, selection: { head } }: EditorState, back: boolean): number {
  let $place = doc.resolve(head)
  for (;;) {
    const node = back ? $place.nodeBefore : $place.nodeAfter
    if (node === null || !node.isInline || !isDeleted(node.marks, node.attrs['deleted'])) return $place.pos
    $place = doc.resolve($place.pos + (back ? -node.nodeSize : node.nodeSize))
  }
}

const isDeleted = (marks: readonly Mark[], deleted: unknown): boolean => (deleted !== null && deleted !== undefined) || marks.some(({ type }) => type.name === 'deleted')

/** What an input method composes is drawn as inserted from its first sign: to draw it anew would end the composition. */
function composeAsInserted({ state, dispatch }: EditorView): void {
  const { $head, empty } = state.selection
  if (!empty || !$head.parent.inlineContent) return
  const author = authorNow()
  const inserted = $head.marks().find(({ type, attrs }) => type.name === 'inserted' && attrs['by'] === author.by) ?? state.schema.mark('inserted', { ...author.tag })
  const plain = (state.storedMarks ?? $head.marks()).filter(({ type }) => !['inserted', 'deleted', 'restyled'].includes(type.name))
  dispatch(state.tr.setStoredMarks(inserted.addToSet(plain)))
}
