import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/**
 * Each key means the cursor that is on the screen. The browser tells of a cursor that it moved itself (Home, an arrow, a click) some time
 * later; on a busy computer the next key comes sooner, and Return would part another line. Letters don't ask: the browser puts them in.
 */
export const cursorAtKeys = Extension.create({
  name: 'cursorAtKeys',
  // Before all that listens to keys.
  priority: 2100,
  addProseMirrorPlugins() {
    let told = cursorNow()
    const hear = (): void => {
      told = cursorNow()
    }
    return [
      new Plugin({
        view() {
          document.addEventListener('selectionchange', hear)
          return { destroy: () => document.removeEventListener('selectionchange', hear) }
        },
        props: {
          handleDOMEvents: {
            keydown(view, event) {
              const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
              if (isLetter || event.isComposing || view.composing || sameCursor(told, cursorNow())) return false
              document.dispatchEvent(new Event('selectionchange'))
              return false
            },
          },
        },
      }),
    ]
  },
})

type Cursor = Pick<globalThis.Selection, 'anchorNode' | 'anchorOffset' | 'focusNode' | 'focusOffset'> | null

function cursorNow(): Cursor {
  const selection = getSelection()
  if (selection === null) return null
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection
  return { anchorNode, anchorOffset, focusNode, focusOffset }
}

function sameCursor(a: Cursor, b: Cursor): boolean {
  return a?.anchorNode === b?.anchorNode && a?.anchorOffset === b?.anchorOffset && a?.focusNode === b?.focusNode && a?.focusOffset === b?.focusOffset
}
