import { updateColumnsOnResize } from '@tiptap/pm/tables'
import type { NodeViewRenderer } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { actionsOf, dropCard, isOfControl, showCard, slotFor, type Cards } from '../node-cards'
import { columnGrip } from './column-grip'
import { isSized, leastColumn } from './column-width'
import { TableCaption } from './TableCaption'

/** A table in a frame that scrolls by itself, with its caption above. Its columns have the widths that someone gave them. */
export const tableView = (cards: Cards): NodeViewRenderer => ({ node, getPos, editor }) => {
  const dom = document.createElement('div')
  dom.className = 'table-frame'
  const slot = slotFor('table-frame__caption card-slot')
  const scroller = document.createElement('div')
  scroller.className = 'tableWrapper'
  const table = document.createElement('table')
  const columns = document.createElement('colgroup')
  const content = document.createElement('tbody')
  table.append(columns, content)
  const grip = columnGrip(editor, scroller, table, columns, cards.startStep)
  scroller.append(table, grip.element)
  dom.append(slot, scroller)
  let shown = node
  const actions = actionsOf(cards, { editor, getPos, node: () => shown })
  const draw = (): void => showCard(cards, slot, <TableCaption editor={editor} node={shown} selected={false} {...actions} />)
  const size = (): void => {
    updateColumnsOnResize(shown, columns, table, leastColumn)
    table.classList.toggle('table--sized', isSized(shown))
    grip.hide()
  }
  slot.addEventListener('keydown', (event) => {
    const position = getPos()
    if (event.key !== 'Escape' || event.defaultPrevented || position === undefined) return
    event.preventDefault()
    event.stopPropagation()
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.near(editor.state.doc.resolve(position + 1))))
    editor.view.focus()
  })
  draw()
  size()
  return {
    dom,
    contentDOM: content,
    update(updated) {
      if (updated.type !== shown.type) return false
      const caption = updated.attrs['caption'] === shown.attrs['caption']
      // Widths are said by the cells of the first row; what is typed in a cell leaves the others as they are.
      const sized = updated.firstChild === shown.firstChild
      shown = updated
      if (!caption) draw()
      if (!sized) size()
      return true
    },
    stopEvent: (event) => event.target === grip.element || (isOfControl(event) && event.target instanceof Node && slot.contains(event.target)),
    ignoreMutation: (mutation) => (mutation.type === 'selection' ? slot.contains(mutation.target) : !content.contains(mutation.target)),
    destroy: () => dropCard(cards, slot),
  }
}
