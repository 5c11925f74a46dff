import { asSuggested } from '@shared/suggestions/turned'
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { ReactNode } from 'react'
import { actionsOf, showCard, type CardProps, type Cards } from './node-cards'

/** Attributes of a node that its element shows as `data-`, for the style sheet. */
export type ShownAttributes = (node: Node) => Readonly<Record<string, string>>

interface Drawn {
  readonly editor: Editor
  readonly getPos: () => number | undefined
  /** The node as it is now. */
  readonly node: () => Node
  /** The block's element. */
  readonly dom: HTMLElement
  /** Where the component is drawn; the block's element itself for a leaf. */
  readonly slot: HTMLElement
  readonly Card: (props: CardProps) => ReactNode
  readonly shownAttributes: ShownAttributes
}

/** How a component of the text is drawn anew, and drawn as selected. */
export function drawing(cards: Cards, { editor, getPos, node, dom, slot, Card, shownAttributes }: Drawn): { readonly draw: () => void; readonly selectNode: () => void; readonly deselectNode: () => void } {
  let selected = false
  const actions = actionsOf(cards, { editor, getPos, node })
  const draw = (): void => {
    const shown = asSuggested(node())
    Object.assign(dom.dataset, shownAttributes(shown))
    showCard(cards, slot, <Card editor={editor} node={shown} selected={selected} {...actions} />)
  }
  const select = (now: boolean): void => {
    selected = now
    dom.classList.toggle('card--selected', now)
    draw()
  }
  return { draw, selectNode: () => select(true), deselectNode: () => select(false) }
}
