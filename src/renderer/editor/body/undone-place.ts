import { storyBody } from '@shared/story/story-doc'
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, Plugin, TextSelection, type EditorState, type Selection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { getRelativeSelection, relativePositionToAbsolutePosition, ySyncPluginKey, yUndoPluginKey, type ProsemirrorBinding } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import type { StorySession } from '../../story/story-session'
import { BlockSelection } from '../blocks/block-selection'

type Place = ReturnType<typeof getRelativeSelection>
type Step = Y.UndoManager['undoStack'][number]

/**
 * After undo, what was selected before the change is selected again; after redo, what was selected before that undo. y-tiptap remembers
 * the former with each step, but sets it after the text has been changed: the cursor of an undone heading would stand at its
 * start, that of words that were deleted before them, and the next change by somebody else would take it away to the undone place.
 */
export const undonePlace = (session: StorySession): Extension =>
  Extension.create({
    name: 'undonePlace',
    addProseMirrorPlugins: () => [new Plugin({ view: (view) => followHistory(session, view) })],
  })

function followHistory({ doc, history }: StorySession, view: EditorView): { destroy(): void } {
  const body = storyBody(doc)
  const places = new WeakMap<Step, Place>()
  let before: Place | null = null
  const bindingOf = (): ProsemirrorBinding | null => ySyncPluginKey.getState(view.state)?.binding ?? null

  const begin = (): void => {
    const binding = history.undoing || history.redoing ? bindingOf() : null
    before = binding && getRelativeSelection(binding, view.state)
  }
  const add = ({ stackItem }: { readonly stackItem: Step }): void => {
    const place: Place | null | undefined = before ?? yUndoPluginKey.getState(view.state)?.prevSel
    if (place) places.set(stackItem, place)
  }
  const popped = ({ stackItem, changedParentTypes }: { readonly stackItem: Step; readonly changedParentTypes: ReadonlyMap<unknown, unknown> }): void => {
    before = null
    const binding = bindingOf()
    if (binding === null) return
    binding.afterAllTransactions()
    const place = places.get(stackItem)
    // Somebody who writes in a caption, or in the headline, stays there.
    const selection = place && view.hasFocus() && changedParentTypes.has(body) ? selectionAt(binding, view.state, place) : null
    if (selection) view.dispatch(view.state.tr.setSelection(selection).setMeta('addToHistory', false).scrollIntoView())
  }
  doc.on('beforeAllTransactions', begin)
  history.on('stack-item-added', add)
  history.on('stack-item-popped', popped)
  return {
    destroy() {
      doc.off('beforeAllTransactions', begin)
      history.off('stack-item-added', add)
      history.off('stack-item-popped', popped)
    },
  }
}

/** Where a place of the story's document is in the text now; null where its words are gone. */
function selectionAt(binding: ProsemirrorBinding, { doc }: EditorState, place: Place): Selection | null {
  const at = (relative: unknown): number | null => (relative === null ? null : relativePositionToAbsolutePosition(binding.doc, binding.type, relative, binding.mapping))
  const [anchor, head] = [at(place.anchor), at(place.head)]
  if (anchor === null || head === null || Math.max(anchor, head) > doc.content.size) return null
  return wholes(doc, place.type, anchor, head) ?? TextSelection.between(doc.resolve(anchor), doc.resolve(head))
}

/** What is selected as a whole: one card, or some blocks. */
function wholes(doc: Node, type: unknown, anchor: number, head: number): Selection | null {
  if (type === 'node') {
    const node = doc.nodeAt(anchor)
    return node !== null && NodeSelection.isSelectable(node) ? NodeSelection.create(doc, anchor) : null
  }
  const [$anchor, $head] = [doc.resolve(anchor), doc.resolve(head)]
  const isBlocks = type === 'blocks' && anchor !== head && $anchor.sameParent($head) && !$anchor.parent.inlineContent
  return isBlocks ? new BlockSelection($anchor, $head) : null
}
