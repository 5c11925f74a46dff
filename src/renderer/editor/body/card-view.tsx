import type { NodeViewRenderer } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection } from '@tiptap/pm/state'
import type { ReactNode } from 'react'
import { actionsOf, dropCard, isOfControl, showCard, slotFor, type CardProps, type Cards } from './node-cards'

/** Attributes of a node that its element shows as `data-`, for the style sheet. */
export type ShownAttributes = (node: Node) => Readonly<Record<string, string>>

/** How a leaf of the document is shown as a React component, drawn anew only when it changes itself. */
export function cardView(cards: Cards, Card: (props: CardProps) => ReactNode, shownAttributes: ShownAttributes = () => ({})): NodeViewRenderer {
  return ({ node, getPos, editor }) => {
    const dom = slotFor(`card card--${node.type.name}`)
    let shown = node
    let selected = false
    const actions = actionsOf(cards, { editor, getPos, node: () => shown })
    const leave = (event: KeyboardEvent): void => {
      const position = getPos()
      if (event.key !== 'Escape' || event.defaultPrevented || position === undefined) return
      editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, position)))
      editor.view.focus()
    }
    dom.addEventListener('keydown', leave)
    const draw = (): void => {
      Object.assign(dom.dataset, shownAttributes(shown))
      showCard(cards, dom, <Card editor={editor} node={shown} selected={selected} {...actions} />)
    }
    const select = (now: boolean): void => {
      selected = now
      dom.classList.toggle('card--selected', now)
      draw()
    }
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
      selectNode: () => select(true),
      deselectNode: () => select(false),
      // What happens in a card's own controls is none of the editor's business; its picture can be dragged.
      stopEvent: isOfControl,
      ignoreMutation: () => true,
      destroy: () => dropCard(cards, dom),
    }
  }
}
