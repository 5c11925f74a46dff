import type { Editor } from '@tiptap/core'
import { create } from 'zustand'

/** The link that is being edited, if any: what the popover of an editor shows. */
export const useLinkEditing = create<{ readonly editor: Editor | null }>(() => ({ editor: null }))

/** Opens the popover for the link at the selection, or for a new one over it. */
export function editLink(editor: Editor): void {
  editor.chain().focus().extendMarkRange('link').run()
  useLinkEditing.setState({ editor })
}
export const endLinkEditing = (): void => useLinkEditing.setState({ editor: null })
