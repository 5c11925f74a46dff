import { Extension, type Editor } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { create } from 'zustand'
import { nodeAround } from './turn/quote-turns'

/** The numbered list whose first number is being set: where it begins. Null while none is. */
export const useListStart = create<{ readonly editor: Editor | null; readonly position: number }>(() => ({ editor: null, position: 0 }))
export const endListStart = (): void => useListStart.setState({ editor: null })

/** Opens the box for the first number of the list that the cursor is in; answers whether there is one. */
export function editListStart(editor: Editor): boolean {
  const list = nodeAround(editor.state.selection.$from, 'orderedList')
  if (list !== null) useListStart.setState({ editor, position: list.position })
  return list !== null
}

/** The number after the last one of the numbered list before a place, when there is one; for going on with it. */
export function numberAfterPrevious(editor: Editor, position: number): number | null {
  const { doc } = editor.state
  const $position = doc.resolve(position)
  for (let index = $position.index() - 1; index >= 0; index--) {
    const node = $position.parent.child(index)
    if (node.type.name === 'orderedList') return Number(node.attrs['start'] ?? 1) + node.childCount
  }
  return null
}

/** A click on the number of an item opens the box for the first number of its list. */
export const listStart = Extension.create({
  name: 'listStart',
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            click(view, event) {
              const list = listOfNumber(event)
              if (list === null) return false
              useListStart.setState({ editor, position: view.posAtDOM(list, 0) - 1 })
              return true
            },
          },
        },
      }),
    ]
  },
})

/** The list whose number a click is on: numbers stand beside what is in an item, in the margin of the list. */
function listOfNumber({ target, clientX }: MouseEvent): HTMLElement | null {
  if (target instanceof HTMLOListElement) return target
  if (!(target instanceof HTMLLIElement) || !(target.parentElement instanceof HTMLOListElement)) return null
  const words = target.firstElementChild?.getBoundingClientRect()
  return words === undefined || clientX < words.left || clientX > words.right ? target.parentElement : null
}
