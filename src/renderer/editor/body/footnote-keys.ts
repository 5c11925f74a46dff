import { Extension, type Editor } from '@tiptap/core'
import { Plugin, TextSelection, type EditorState } from '@tiptap/pm/state'

/** The bounds of the footnote that the cursor is in, or null. */
function footnoteAt({ selection: { $from, $to } }: EditorState): { readonly before: number; readonly after: number; readonly empty: boolean } | null {
  if ($from.parent.type.name !== 'footnote' || !$from.sameParent($to)) return null
  return { before: $from.before(), after: $from.after(), empty: $from.parent.content.size === 0 }
}

/** Whether the cursor touches a footnote from outside, with no letter of the paragraph between. */
function isBesideFootnote({ selection }: EditorState): boolean {
  const { nodeBefore, nodeAfter } = selection.$from
  if (!selection.empty) return false
  return nodeBefore?.type.name === 'footnote' || (nodeBefore === null && nodeAfter?.type.name === 'footnote')
}

/** Puts the cursor behind the footnote that it is in; answers whether it was in one. */
export function leaveFootnote(editor: Editor): boolean {
  const footnote = footnoteAt(editor.state)
  if (footnote === null) return false
  const { tr } = editor.state
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, footnote.after)).scrollIntoView())
  return true
}

function removeEmpty(editor: Editor): boolean {
  const footnote = footnoteAt(editor.state)
  if (footnote === null || !footnote.empty) return false
  editor.view.dispatch(editor.state.tr.delete(footnote.before, footnote.after))
  return true
}

/**
 * A footnote is one run of words: Return, Tab and Escape lead out of it, Backspace takes an empty one away, and what is typed
 * or pasted into it makes no blocks.
 */
export const footnoteKeys = Extension.create({
  name: 'footnoteKeys',
  priority: 1500,
  addKeyboardShortcuts() {
    const leave = () => leaveFootnote(this.editor)
    const remove = () => removeEmpty(this.editor)
    return { Enter: leave, Escape: leave, Tab: leave, 'Shift-Enter': leave, Backspace: remove, Delete: remove }
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleTextInput(view, from, to, text) {
          if (footnoteAt(view.state) === null) return false
          view.dispatch(view.state.tr.insertText(text, from, to))
          return true
        },
        // Beside a footnote the browser would put a letter into it, although the cursor is outside.
        handleKeyPress(view, event) {
          if (event.charCode === 0 || event.ctrlKey || event.metaKey || !isBesideFootnote(view.state)) return false
          const { from, to } = view.state.selection
          const text = String.fromCharCode(event.charCode)
          if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, text, () => view.state.tr.insertText(text, from, to)))) view.dispatch(view.state.tr.insertText(text, from, to).scrollIntoView())
          return true
        },
        handlePaste(view, _event, slice) {
          if (footnoteAt(view.state) === null) return false
          const words = slice.content.textBetween(0, slice.content.size, ' ', ' ')
          view.dispatch(view.state.tr.insertText(words).scrollIntoView())
          return true
        },
      },
    }),
  ],
})
