import type { Editor, NodeViewRenderer } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection } from '@tiptap/pm/state'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'

/** What a card of the text is given: its node, and how to change it. */
export interface CardProps {
  readonly editor: Editor
  readonly node: Node
  /** Whether the card as a whole is selected. */
  readonly selected: boolean
  readonly change: (attributes: Readonly<Record<string, unknown>>) => void
  readonly remove: () => void
}

/** The cards that are on the page, by the element that the editor gave them. */
export type Cards = StoreApi<ReadonlyMap<HTMLElement, ReactNode>>
export const createCards = (): Cards => createStore<ReadonlyMap<HTMLElement, ReactNode>>(() => new Map())

let next = 1

/** Draws the cards of an editor; once, beside it. */
export function CardsOfText({ cards }: { readonly cards: Cards }) {
  const shown = useStore(cards)
  return [...shown].map(([element, content]) => createPortal(content, element, element.dataset['card']))
}

/** How a leaf of the document is shown as a React component, drawn anew only when it changes itself. */
export function cardView(cards: Cards, Card: (props: CardProps) => ReactNode): NodeViewRenderer {
  return ({ node, getPos, editor }) => {
    const dom = document.createElement('div')
    dom.className = `card card--${node.type.name}`
    dom.contentEditable = 'false'
    dom.dataset['card'] = String(next++)
    let shown = node
    let selected = false

    const change: CardProps['change'] = (attributes) => {
      const position = getPos()
      if (position === undefined) return
      editor.view.dispatch(editor.state.tr.setNodeMarkup(position, undefined, { ...shown.attrs, ...attributes }))
    }
    const remove: CardProps['remove'] = () => {
      const position = getPos()
      if (position === undefined) return
      editor.view.dispatch(editor.state.tr.delete(position, position + shown.nodeSize))
      editor.view.focus()
    }
    const leave = (event: KeyboardEvent): void => {
      const position = getPos()
      if (event.key !== 'Escape' || position === undefined) return
      editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, position)))
      editor.view.focus()
    }
    dom.addEventListener('keydown', leave)
    const draw = (): void => {
      const content = <Card editor={editor} node={shown} selected={selected} change={change} remove={remove} />
      cards.setState((before) => new Map(before).set(dom, content), true)
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
      stopEvent: (event) => event.target instanceof Element && event.target.closest('input, textarea, button, label, select') !== null,
      ignoreMutation: () => true,
      destroy() {
        cards.setState((before) => {
          const rest = new Map(before)
          rest.delete(dom)
          return rest
        }, true)
      },
    }
  }
}
