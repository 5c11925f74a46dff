import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { useApp } from '../../app/app-store'

/** In focus mode, marks the block with the cursor, which alone is not dimmed. */
export const focusDim = Extension.create({
  name: 'focusDim',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        decorations({ doc, selection }) {
          if (useApp.getState().preferences?.focusMode !== true) return null
          const index = selection.$head.index(0)
          const block = doc.maybeChild(index)
          if (block === null) return null
          const from = selection.$head.depth > 0 ? selection.$head.before(1) : selection.from
          return from + block.nodeSize > doc.content.size ? null : DecorationSet.create(doc, [Decoration.node(from, from + block.nodeSize, { class: 'in-focus' })])
        },
      },
    }),
  ],
})
