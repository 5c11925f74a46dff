import { Extension, type Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { nodeAround } from './turn/quote-turns'

const controls = 'input:not(:disabled), select, textarea, button'

/** Blocks that have controls beside their words. */
const framed = ['callout', 'pullQuote', 'codeBlock', 'table', 'gallery', 'relatedStories', 'figure'] as const

/** Puts the focus into the first control of the selected card, or of the block that the cursor is in; answers whether there is one. */
export function enterControls(editor: Editor): boolean {
  const { selection } = editor.state
  if (selection instanceof NodeSelection) return focusFirst(editor, selection.from)
  const around = framed.flatMap((type) => nodeAround(selection.$from, type) ?? []).sort((a, b) => b.position - a.position)[0]
  return around !== undefined && focusFirst(editor, around.position)
}

function focusFirst({ view }: Editor, position: number): boolean {
  const dom = view.nodeDOM(position)
  if (!(dom instanceof HTMLElement)) return false
  // A card is all controls; of a block with words only what stands beside them is meant.
  const place = dom.matches('.card') ? dom : (dom.querySelector<HTMLElement>(':scope > .card-slot') ?? dom)
  const control = place.querySelector<HTMLElement>('input:not([type="checkbox"]):not(:disabled), textarea:not(:disabled), select') ?? place.querySelector<HTMLElement>(controls)
  control?.focus()
  return control !== null
}

/** Tab leads from a selected card into its fields, and from a pull quote to whose words they are; Escape, which the card hears itself, leads out of them. */
export const cardKeys = Extension.create({
  name: 'cardKeys',
  priority: 1500,
  addKeyboardShortcuts() {
    return {
      Tab: () => {
        const { selection } = this.editor.state
        return (selection instanceof NodeSelection || selection.$from.parent.type.name === 'pullQuote') && enterControls(this.editor)
      },
    }
  },
})
