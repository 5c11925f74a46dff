import { Extension } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'

/** Tab leads from a selected card into its fields; Escape, which the card hears itself, leads out of them. */
export const cardKeys = Extension.create({
  name: 'cardKeys',
  priority: 1500,
  addKeyboardShortcuts() {
    return {
      Tab: () => {
        const { state, view } = this.editor
        if (!(state.selection instanceof NodeSelection)) return false
        const card = view.nodeDOM(state.selection.from)
        const control = card instanceof HTMLElement ? card.querySelector<HTMLElement>('input') : null
        control?.focus()
        return control !== null
      },
    }
  },
})
