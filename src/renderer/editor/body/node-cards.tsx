import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
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
  /** Where its node is now; undefined once it is gone. */
  readonly position: () => number | undefined
  /** Changes attributes; what is typed one after the other is one step of the history. */
  readonly change: (attributes: Readonly<Record<string, unknown>>) => void
  /** Changes attributes as a step of its own: a choice, not typing. */
  readonly choose: (attributes: Readonly<Record<string, unknown>>) => void
  readonly remove: () => void
}

/** The cards that are on the page, by the element that the editor gave them. */
export interface Cards {
  readonly shown: StoreApi<ReadonlyMap<HTMLElement, ReactNode>>
  readonly startStep: () => void
}

/** @param startStep Starts a new step of the history. */
export const createCards = (startStep: () => void): Cards => ({ shown: createStore<ReadonlyMap<HTMLElement, ReactNode>>(() => new Map()), startStep })

/** Draws the cards of an editor; once, beside it. */
export function CardsOfText({ cards }: { readonly cards: Cards }) {
  const shown = useStore(cards.shown)
  return [...shown].map(([element, content]) => createPortal(content, element, element.dataset['card']))
}

let next = 1

/** An element that cards are drawn into. */
export function slotFor(className: string): HTMLElement {
  const slot = document.createElement('div')
  slot.className = className
  slot.contentEditable = 'false'
  slot.dataset['card'] = String(next++)
  return slot
}

export function showCard({ shown }: Cards, slot: HTMLElement, content: ReactNode): void {
  shown.setState((before) => new Map(before).set(slot, content), true)
}

export function dropCard({ shown }: Cards, slot: HTMLElement): void {
  shown.setState((before) => {
    const rest = new Map(before)
    rest.delete(slot)
    return rest
  }, true)
}

interface Viewed {
  readonly editor: Editor
  readonly getPos: () => number | undefined
  readonly node: () => Node
}

/** What a card can do to its node, wherever that is by then. */
export function actionsOf({ startStep }: Cards, { editor, getPos, node }: Viewed): Pick<CardProps, 'position' | 'change' | 'choose' | 'remove'> {
  const change: CardProps['change'] = (attributes) => {
    const position = getPos()
    if (position === undefined) return
    const { tr } = editor.state
    // Attribute by attribute: the node, and a selection of it, stay the same.
    for (const [name, value] of Object.entries(attributes)) tr.setNodeAttribute(position, name, value)
    editor.view.dispatch(tr)
  }
  return {
    position: getPos,
    change,
    choose(attributes) {
      startStep()
      change(attributes)
      startStep()
    },
    remove() {
      const position = getPos()
      if (position === undefined) return
      startStep()
      editor.view.dispatch(editor.state.tr.delete(position, position + node().nodeSize))
      startStep()
      editor.view.focus()
    },
  }
}

/** Whether an event is a matter of a card's own controls, and none of the editor's. */
export const isOfControl = ({ target }: Event): boolean => target instanceof Element && target.closest('input, textarea, button, label, select, [data-own-keys]') !== null
