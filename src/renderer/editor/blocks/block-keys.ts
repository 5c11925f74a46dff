import { Extension } from '@tiptap/core'
import { Plugin, Selection, TextSelection, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { useApp } from '../../app/app-store'
import { runCommand } from '../../app/command-registry'
import type { StorySession } from '../../story/story-session'
import { blockAround, blocksOf, withoutBlocks } from './block-range'
import { selectBlock } from './block-commands'
import { BlockSelection } from './block-selection'

/** Escape leads out of focus mode, or selects the block with the cursor, when nothing else is to be closed or left. */
export const blockEscape = Extension.create({
  name: 'blockEscape',
  priority: 20,
  addKeyboardShortcuts() {
    return { Escape: () => (useApp.getState().preferences?.focusMode === true ? runCommand('view.focusMode') : selectBlock(this.editor)) }
  },
})

/** While blocks are selected: arrows go to the next one, with Shift they take it in, Delete takes away, Escape selects the block around, Return goes back to the words. */
export const blockKeys = (session: StorySession): Extension =>
  Extension.create({
    name: 'blockKeys',
    // Before the keys of lists and tables, which mean the cursor in them.
    priority: 1900,
    addProseMirrorPlugins() {
      return [
        new Plugin({
          props: {
            decorations: selectedBlocks,
            handleKeyDown(view, event) {
              const { selection } = view.state
              if (!(selection instanceof BlockSelection) || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false
              return hear(view, selection, event, session)
            },
          },
        }),
      ]
    },
  })

function selectedBlocks({ doc, selection }: EditorState): DecorationSet | null {
  if (!(selection instanceof BlockSelection)) return null
  const marked: Decoration[] = []
  doc.nodesBetween(selection.from, selection.to, (node, position, parent) => {
    if (parent !== selection.$from.parent) return true
    marked.push(Decoration.node(position, position + node.nodeSize, { class: 'block-selected' }))
    return false
  })
  return DecorationSet.create(doc, marked)
}

function hear(view: EditorView, selection: BlockSelection, event: KeyboardEvent, session: StorySession): boolean {
  const { state } = view
  const select = (next: Selection): true => {
    view.dispatch(state.tr.setSelection(next).scrollIntoView())
    return true
  }
  const { parent } = selection.$from
  const start = selection.$from.start()
  switch (event.key) {
    case 'ArrowUp':
    case 'ArrowDown': {
      const to = selection.headIndex + (event.key === 'ArrowUp' ? -1 : 1)
      if (to >= 0 && to < parent.childCount) return select(BlockSelection.over(state.doc, start, event.shiftKey ? selection.anchorIndex : to, to))
      return event.shiftKey ? climb(view, selection) : true
    }
    case 'ArrowLeft':
    case 'ArrowRight':
      return select(Selection.near(event.key === 'ArrowLeft' ? selection.$from : selection.$to, event.key === 'ArrowLeft' ? 1 : -1))
    case 'Enter':
      return select(Selection.findFrom(selection.$to, -1, true) ?? TextSelection.near(selection.$to, -1))
    case 'Escape':
      return climb(view, selection)
    case 'Backspace':
    case 'Delete': {
      const range = blocksOf(selection)
      if (range === null) return false
      session.startStep()
      view.dispatch(withoutBlocks(state, range).scrollIntoView())
      session.startStep()
      return true
    }
    case 'Tab':
      return true
    default:
      return false
  }
}

/** Selects the block that the selected ones stand in; at the top nothing changes. */
function climb(view: EditorView, selection: BlockSelection): true {
  const range = blocksOf(selection)
  const around = range && blockAround(view.state.doc, range)
  if (around) view.dispatch(view.state.tr.setSelection(BlockSelection.over(view.state.doc, around.start, around.first, around.last)).scrollIntoView())
  return true
}
