import type { NodeViewRenderer } from '@tiptap/core'
import { Plugin, TextSelection, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** A footnote as its number; its text opens below the line while the cursor is in it. */
export const footnoteView: NodeViewRenderer = ({ node, getPos, editor, decorations }) => {
  const dom = document.createElement('span')
  dom.className = 'footnote'
  // Not a `button`, before which a line may break: the number stays with its word.
  const marker = document.createElement('span')
  marker.setAttribute('role', 'button')
  marker.className = 'footnote__marker'
  marker.contentEditable = 'false'
  const content = document.createElement('span')
  content.className = 'footnote__text'
  dom.append(marker, content)
  let shown = node
  /** Closed, it is no place for a cursor: a browser would put what an input method writes behind it into it. */
  const open = (now: boolean): void => {
    if (now) dom.removeAttribute('contenteditable')
    else dom.contentEditable = 'false'
  }
  open(isOpen(decorations))
  marker.addEventListener('mousedown', (event) => event.preventDefault())
  marker.addEventListener('click', () => {
    const position = getPos()
    if (position === undefined) return
    const end = position + shown.nodeSize - 1
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, end)))
    editor.view.focus()
  })
  return {
    dom,
    contentDOM: content,
    update(updated, decorations) {
      if (updated.type !== shown.type) return false
      shown = updated
      open(isOpen(decorations))
      return true
    },
    stopEvent: (event) => event.target === marker,
    ignoreMutation: (mutation) => mutation.type !== 'selection' && (marker.contains(mutation.target) || mutation.target === dom),
  }
}

/** Numbers the footnotes by their order, and opens the one that the cursor is in. */
export function footnotePlugin(): Plugin {
  return new Plugin({
    props: { decorations: openFootnote },
    view: (view) => {
      number(view.dom)
      return { update: (view, before) => view.state.doc !== before.doc && number(view.dom) }
    },
  })
}

function openFootnote(state: EditorState): DecorationSet | null {
  const { $head } = state.selection
  if ($head.parent.type.name !== 'footnote') return null
  // The open text reaches over the edge of its block.
  return DecorationSet.create(state.doc, [Decoration.node($head.before(1), $head.after(1), { class: 'holds-open-footnote' }), Decoration.node($head.before(), $head.after(), { class: 'footnote--open' }, { open: true })])
}

const isOpen = (decorations: readonly Decoration[]): boolean => decorations.some(({ spec }) => spec['open'] === true)

function number(body: HTMLElement): void {
  body.querySelectorAll('.footnote__marker').forEach((marker, index) => {
    const text = String(index + 1)
    if (marker.textContent === text) return
    marker.textContent = text
    marker.setAttribute('aria-label', `Footnote ${text}`)
  })
}
