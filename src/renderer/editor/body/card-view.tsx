import type { NodeViewRenderer } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import type { ReactNode } from 'react'
import { drawing, type ShownAttributes } from './drawing'
import { dropCard, isOfControl, slotFor, type CardProps, type Cards } from './node-cards'

/** How a leaf of the document is shown as a React component, drawn anew only when it changes itself. */
export function cardView(cards: Cards, Card: (props: CardProps) => ReactNode, shownAttributes: ShownAttributes = () => ({})): NodeViewRenderer {
  return ({ node, getPos, editor }) => {
    const dom = slotFor(`card card--${node.type.name}`)
    let shown = node
    const leave = (event: KeyboardEvent): void => {
      const position = getPos()
      if (event.key !== 'Escape' || event.defaultPrevented || position === undefined) return
      editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, position)))
      editor.view.focus()
    }
    dom.addEventListener('keydown', leave)
    const { draw, ...selecting } = drawing(cards, { editor, getPos, node: () => shown, dom, slot: dom, Card, shownAttributes })
    draw()
    return {
      dom,
      update(updated) {
        if (updated.type !== shown.type) return false
        const same = updated === shown
        shown = updated
        if (!same) draw()
        return true
      },
      ...selecting,
      // What happens in a card's own controls is none of the editor's business; its picture can be dragged.
      stopEvent: isOfControl,
      ignoreMutation: () => true,
      destroy: () => dropCard(cards, dom),
    }
  }
}
