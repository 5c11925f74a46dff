import type { NodeViewRendererProps } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import type { NodeView } from '@tiptap/pm/view'
import type { ReactNode } from 'react'
import { drawing, type ShownAttributes } from './drawing'
import { dropCard, isOfControl, slotFor, type CardProps, type Cards } from './node-cards'

/** What is needed to show a block; a part of what TipTap gives. */
type Shown = Pick<NodeViewRendererProps, 'node' | 'getPos' | 'editor'>

interface FrameShape {
  /** The element that the content is in, if it is not the one that the editor writes in. */
  readonly around?: string
  /** The element that the editor writes in. */
  readonly content: string
  /** Whether the component is drawn before the content or behind it. */
  readonly slot: 'before' | 'behind'
  readonly shownAttributes?: ShownAttributes
  /** For readers of screens. */
  readonly role?: string
}

/** How a block with content of its own is shown: the editor writes in one part, a React component draws what belongs to it beside. */
export function frameView(cards: Cards, Frame: (props: CardProps) => ReactNode, { around, content: tag, slot: where, shownAttributes = () => ({}), role }: FrameShape): (shown: Shown) => NodeView {
  return ({ node, getPos, editor }) => {
    const name = node.type.name
    const dom = document.createElement('div')
    dom.className = `frame frame--${name}`
    if (role !== undefined) dom.setAttribute('role', role)
    const slot = slotFor(`frame__slot card-slot`)
    const content = document.createElement(tag)
    content.classList.add('frame__content')
    const holder = around === undefined ? content : document.createElement(around)
    if (holder !== content) holder.append(content)
    dom.append(...(where === 'before' ? [slot, holder] : [holder, slot]))
    let shown = node
    const leave = (event: KeyboardEvent): void => {
      const position = getPos()
      if (event.key !== 'Escape' || event.defaultPrevented || position === undefined) return
      event.preventDefault()
      event.stopPropagation()
      const { doc, tr } = editor.state
      editor.view.dispatch(tr.setSelection(shown.inlineContent || shown.firstChild?.isTextblock === true || name === 'table' ? TextSelection.near(doc.resolve(position + 1)) : NodeSelection.create(doc, position)))
      editor.view.focus()
    }
    slot.addEventListener('keydown', leave)
    const { draw, ...selecting } = drawing(cards, { editor, getPos, node: () => shown, dom, slot, Card: Frame, shownAttributes })
    draw()
    return {
      dom,
      contentDOM: content,
      update(updated) {
        if (updated.type !== shown.type) return false
        const same = !looksDifferent(shown, updated)
        shown = updated
        if (!same) draw()
        return true
      },
      ...selecting,
      stopEvent: (event) => isOfControl(event) && event.target instanceof globalThis.Node && slot.contains(event.target),
      ignoreMutation: (mutation) => (mutation.type === 'selection' ? slot.contains(mutation.target) : !content.contains(mutation.target) || (mutation.type === 'attributes' && mutation.target === content)),
      destroy: () => dropCard(cards, slot),
    }
  }
}

/** Whether the component of a block has something new to show: what is written in it is none of its business, how many blocks there are is. */
function looksDifferent(before: Node, after: Node): boolean {
  if (before.childCount !== after.childCount && !after.inlineContent) return true
  return before.attrs !== after.attrs && Object.keys(after.attrs).some((name) => before.attrs[name] !== after.attrs[name])
}
