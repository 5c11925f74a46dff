import { storyLinkOf } from '@shared/document/story-link'
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/** The address of a story, pasted over words, makes them a link to it; web addresses do so by the link itself. */
export const linkPaste = Extension.create({
  name: 'linkPaste',
  priority: 1400,
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin({
        props: {
          handlePaste(view, event) {
            const address = event.clipboardData?.getData('text/plain').trim() ?? ''
            const { selection } = view.state
            if (selection.empty || !selection.$from.sameParent(selection.$to) || selection.$from.parent.type.spec.code === true || storyLinkOf(address) === null) return false
            return editor.chain().setLink({ href: address }).setTextSelection(selection.to).run()
          },
        },
      }),
    ]
  },
})
