import { asSuggested } from '@shared/suggestions/turned'
import type { NodeViewRenderer } from '@tiptap/core'

/** A task with its box. The box can be clicked; by key it is ticked from the text. */
export const taskItemView = (startStep: () => void): NodeViewRenderer => ({ node, getPos, editor }) => {
  const dom = document.createElement('li')
  const hold = document.createElement('label')
  hold.contentEditable = 'false'
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.tabIndex = -1
  box.setAttribute('aria-label', 'Done')
  const content = document.createElement('div')
  hold.append(box)
  dom.append(hold, content)
  let shown = node
  const draw = (): void => {
    const done = asSuggested(shown).attrs['checked'] === true
    box.checked = done
    dom.dataset['checked'] = String(done)
  }
  box.addEventListener('mousedown', (event) => event.preventDefault())
  box.addEventListener('change', () => {
    const position = getPos()
    if (position === undefined) return
    startStep()
    editor.view.dispatch(editor.state.tr.setNodeAttribute(position, 'checked', box.checked))
    startStep()
    if (document.activeElement === box) editor.view.focus()
  })
  draw()
  return {
    dom,
    contentDOM: content,
    update(updated) {
      if (updated.type !== shown.type) return false
      const same = asSuggested(updated).attrs['checked'] === asSuggested(shown).attrs['checked']
      shown = updated
      if (!same) draw()
      return true
    },
    stopEvent: (event) => event.target === box || event.target === hold,
    ignoreMutation: (mutation) => mutation.type !== 'selection' && !content.contains(mutation.target),
  }
}
